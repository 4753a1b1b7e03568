#include "gui/picture_worker.hpp"

#include "geo/error.hpp"
#include "render/map_renderer.hpp"

namespace liangdi::gui {

PictureWorker::PictureWorker(QObject* parent) : QObject(parent) {
    thread_ = std::jthread([this](std::stop_token stop) { work(std::move(stop)); });
}

PictureWorker::~PictureWorker() {
    thread_.request_stop();
    stop();
    thread_.join();
}

void PictureWorker::ask(render::MapRequest request, std::uint64_t number, bool stop_running) {
    const std::scoped_lock lock(mutex_);
    next_ = std::move(request);
    next_number_ = number;
    if (stop_running) running_.request_stop();
    wake_.notify_one();
}

void PictureWorker::stop_outdated() {
    const std::scoped_lock lock(mutex_);
    if (next_) running_.request_stop();
}

void PictureWorker::stop() {
    const std::scoped_lock lock(mutex_);
    next_.reset();
    running_.request_stop();
}

void PictureWorker::work(std::stop_token stop) {
    while (true) {
        std::optional<render::MapRequest> request;
        std::uint64_t number = 0;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return next_.has_value(); })) return;
            request.swap(next_);
            number = next_number_;
            running_ = std::stop_source();
            request->stop = running_.get_token();
        }
        try {
            const QImage image = render::MapRenderer().to_image(*request);
            emit drawn(image, request->view, number);  // queued: the receiver lives in another thread
        } catch (const Cancelled&) {
        } catch (const std::exception& error) {
            emit failed(QString::fromUtf8(error.what()));
        }
    }
}

}  // namespace liangdi::gui
