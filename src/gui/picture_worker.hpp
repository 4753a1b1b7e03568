#pragma once

#include <QImage>
#include <QObject>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "render/map_request.hpp"

namespace liangdi::gui {

/// Draws map pictures on a thread of its own. Only the newest request counts: one that waits is replaced.
class PictureWorker : public QObject {
    Q_OBJECT
  public:
    explicit PictureWorker(QObject* parent = nullptr);
    ~PictureWorker() override;

    /// `stop_running`: the picture that is being drawn is of no use any more (other layers, another scale).
    /// Otherwise it is finished first, so that a drag of the map keeps getting pictures.
    /// `number` comes back with the picture.
    void ask(render::MapRequest request, std::uint64_t number, bool stop_running);
    /// Stops the running picture where a newer one waits: the drag has ended.
    void stop_outdated();
    void stop();  ///< forgets everything that was asked

  signals:
    void drawn(const QImage& image, const liangdi::render::MapView& view, quint64 number);
    void failed(const QString& message);

  private:
    void work(std::stop_token stop);

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<render::MapRequest> next_;
    std::uint64_t next_number_ = 0;
    std::stop_source running_;
    std::jthread thread_;  // last: it is joined before the rest goes
};

}  // namespace liangdi::gui
