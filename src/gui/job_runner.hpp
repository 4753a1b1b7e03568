#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <vector>

#include "geo/error.hpp"
#include "land/progress.hpp"

namespace liangdi::gui {

/// Runs tasks on workers: they report through a land::Progress and end with a result, an Error or a cancel;
/// all three arrive in the UI thread. The receiver that asked may be gone by then: then nothing is delivered.
class JobRunner : public QObject {
    Q_OBJECT
  public:
    enum class Kind {
        shown,  ///< a job of the user: in the job bar, can be cancelled, its Error is shown
        quiet,  ///< reading for a dock: too short to be seen; its Error is shown all the same
    };

    enum class End { done, cancelled, failed };
    /// How far a shown job is.
    struct State {
        quint64 id = 0;
        QString what, now;           ///< the job, and the step of it
        qint64 done = 0, total = 0;  ///< of the step; total 0: not known
        bool stopping = false;
    };

    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;  ///< asks all jobs to stop and waits for them

    /// `work` runs on a worker and must own all that it uses. `done` gets its result, in the UI thread.
    template <class Work, class Done>
    quint64 run(Kind kind, const QString& what, QObject* receiver, Work work, Done done) {
        using Result = std::invoke_result_t<Work, land::Progress&>;
        auto result = std::make_shared<std::optional<Result>>();
        return start(
            kind, what, receiver,
            [result, work = std::move(work)](land::Progress& progress) { result->emplace(work(progress)); },
            [result, done = std::move(done)] { done(std::move(**result)); });
    }

    bool busy() const { return !jobs_.empty(); }
    bool busy_shown() const;
    std::vector<State> shown_jobs() const;  ///< in the order in which they began
    /// Asks one job to stop. A quiet one delivers nothing from then on, even if it was done already.
    void stop(quint64 id);

  public slots:
    void cancel();  ///< all shown jobs

  signals:
    void started(const QString& what);  ///< of shown jobs only
    void progressed(const QString& what, qint64 done, qint64 total);
    void stopping();
    void finished(const QString& what);
    void cancelled(const QString& what);
    void failed(const QString& what, const liangdi::Error& error);
    void ended(quint64 id, liangdi::gui::JobRunner::End end);  ///< of shown jobs only
    void jobs_changed();                                       ///< shown_jobs() says something else
    void idle();  ///< the last job has ended, quiet ones included

  private:
    struct Job;
    quint64 start(Kind kind, const QString& what, QObject* receiver,
                  std::function<void(land::Progress&)> work, std::function<void()> done);
    void show_progress(quint64 id, const QString& now, qint64 done, qint64 total);
    void end(Job* job);

    std::vector<std::unique_ptr<Job>> jobs_;
    quint64 last_id_ = 0;
};

}  // namespace liangdi::gui
