#include "gui/job_runner.hpp"

#include <QPointer>
#include <algorithm>
#include <chrono>
#include <exception>

namespace liangdi::gui {

struct JobRunner::Job {
    Kind kind = Kind::quiet;
    State state;
    bool unwanted = false;  // stopped by its id
    QPointer<QObject> receiver;
    std::function<void()> done;
    std::exception_ptr failure;  // written by the worker before it posts its end
    std::jthread worker;
};

namespace {

/// Posts at most 20 times a second: a job may call it for every row.
class PostedProgress final : public land::Progress {
  public:
    using Post = std::function<void(const QString&, qint64, qint64)>;
    PostedProgress(std::stop_token stop, Post post) : Progress(std::move(stop)), post_(std::move(post)) {}

  protected:
    void show(std::string_view what, std::int64_t done, std::int64_t total) override {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ < std::chrono::milliseconds(50)) return;
        last_ = now;
        post_(QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size())), done, total);
    }

  private:
    Post post_;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace

JobRunner::JobRunner(QObject* parent) : QObject(parent) {}

JobRunner::~JobRunner() {
    for (auto& job : jobs_) job->worker.request_stop();
    jobs_.clear();  // joins
}

bool JobRunner::busy_shown() const {
    return std::any_of(jobs_.begin(), jobs_.end(), [](const auto& job) { return job->kind == Kind::shown; });
}

quint64 JobRunner::start(Kind kind, const QString& what, QObject* receiver,
                         std::function<void(land::Progress&)> work, std::function<void()> done) {
    auto job = std::make_unique<Job>();
    Job* raw = job.get();
    raw->kind = kind;
    raw->state.id = ++last_id_;
    raw->state.what = what;
    raw->receiver = receiver;
    raw->done = std::move(done);
    jobs_.push_back(std::move(job));
    if (kind == Kind::shown) {
        emit started(what);
        emit jobs_changed();
    }
    const quint64 id = raw->state.id;
    raw->worker = std::jthread([this, raw, kind, id, work = std::move(work)](std::stop_token stop) {
        PostedProgress progress(std::move(stop), [this, kind, id](const QString& now, qint64 n,
                                                                  qint64 total) {
            if (kind != Kind::shown) return;
            QMetaObject::invokeMethod(
                this, [this, id, now, n, total] { show_progress(id, now, n, total); }, Qt::QueuedConnection);
        });
        try {
            work(progress);
        } catch (...) {
            raw->failure = std::current_exception();
        }
        QMetaObject::invokeMethod(
            this, [this, raw] { end(raw); }, Qt::QueuedConnection);
    });
    return id;
}

void JobRunner::show_progress(quint64 id, const QString& now, qint64 done, qint64 total) {
    for (auto& job : jobs_) {
        if (job->state.id != id) continue;
        job->state.now = now;
        job->state.done = done;
        job->state.total = total;
        emit progressed(now, done, total);
        emit jobs_changed();
        return;
    }
}

void JobRunner::end(Job* raw) {
    const auto at =
        std::find_if(jobs_.begin(), jobs_.end(), [&](const auto& job) { return job.get() == raw; });
    if (at == jobs_.end()) return;
    const auto job = std::move(*at);
    jobs_.erase(at);
    job->worker.join();
    const bool shown = job->kind == Kind::shown;
    const QString what = job->state.what;
    End how = End::failed;
    try {
        if (job->unwanted) throw Cancelled{};
        if (job->failure) std::rethrow_exception(job->failure);
        how = End::done;
        if (shown) emit finished(what);
        if (job->receiver) job->done();
    } catch (const Cancelled&) {
        how = End::cancelled;
        if (shown) emit cancelled(what);
    } catch (const Error& error) {
        emit failed(what, error);
    } catch (const std::exception& error) {
        emit failed(what, Error("unexpected", error.what()));
    }
    if (shown) {
        emit ended(job->state.id, how);
        emit jobs_changed();
    }
    if (jobs_.empty()) emit idle();
}

std::vector<JobRunner::State> JobRunner::shown_jobs() const {
    std::vector<State> out;
    for (const auto& job : jobs_)
        if (job->kind == Kind::shown) out.push_back(job->state);
    return out;
}

void JobRunner::stop(quint64 id) {
    for (auto& job : jobs_) {
        if (job->state.id != id) continue;
        job->worker.request_stop();
        if (job->kind == Kind::quiet) {
            job->unwanted = true;
            return;
        }
        job->state.stopping = true;
        emit stopping();
        emit jobs_changed();
    }
}

void JobRunner::cancel() {
    bool any = false;
    for (auto& job : jobs_) {
        if (job->kind != Kind::shown) continue;
        job->worker.request_stop();
        job->state.stopping = true;
        any = true;
    }
    if (!any) return;
    emit stopping();
    emit jobs_changed();
}

}  // namespace liangdi::gui
