#include "gui/job_runner.hpp"

#include <QPointer>
#include <algorithm>
#include <chrono>
#include <exception>

namespace liangdi::gui {

struct JobRunner::Job {
    Kind kind = Kind::quiet;
    QString what;
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

void JobRunner::start(Kind kind, const QString& what, QObject* receiver,
                      std::function<void(land::Progress&)> work, std::function<void()> done) {
    auto job = std::make_unique<Job>();
    Job* raw = job.get();
    raw->kind = kind;
    raw->what = what;
    raw->receiver = receiver;
    raw->done = std::move(done);
    jobs_.push_back(std::move(job));
    if (kind == Kind::shown) emit started(what);
    raw->worker = std::jthread([this, raw, kind, what, work = std::move(work)](std::stop_token stop) {
        PostedProgress progress(std::move(stop), [this, kind](const QString& now, qint64 n, qint64 total) {
            if (kind != Kind::shown) return;
            QMetaObject::invokeMethod(
                this, [this, now, n, total] { emit progressed(now, n, total); }, Qt::QueuedConnection);
        });
        try {
            work(progress);
        } catch (...) {
            raw->failure = std::current_exception();
        }
        QMetaObject::invokeMethod(
            this, [this, raw] { end(raw); }, Qt::QueuedConnection);
    });
}

void JobRunner::end(Job* raw) {
    const auto at =
        std::find_if(jobs_.begin(), jobs_.end(), [&](const auto& job) { return job.get() == raw; });
    if (at == jobs_.end()) return;
    const auto job = std::move(*at);
    jobs_.erase(at);
    job->worker.join();
    try {
        if (job->failure) std::rethrow_exception(job->failure);
        if (job->kind == Kind::shown) emit finished(job->what);
        if (job->receiver) job->done();
    } catch (const Cancelled&) {
        if (job->kind == Kind::shown) emit cancelled(job->what);
    } catch (const Error& error) {
        emit failed(job->what, error);
    } catch (const std::exception& error) {
        emit failed(job->what, Error("unexpected", error.what()));
    }
    if (jobs_.empty()) emit idle();
}

void JobRunner::cancel() {
    bool any = false;
    for (auto& job : jobs_) {
        if (job->kind != Kind::shown) continue;
        job->worker.request_stop();
        any = true;
    }
    if (any) emit stopping();
}

}  // namespace liangdi::gui
