#include "gui/idle_lock.hpp"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>
#include <ctime>

namespace liangdi::gui {

using std::chrono::milliseconds;

milliseconds time_since_start() {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return milliseconds(now.tv_sec * 1000 + now.tv_nsec / 1'000'000);
}

IdleLock::IdleLock(QObject* parent, Clock clock) : QObject(parent), clock_(std::move(clock)) {
    look_.setSingleShot(true);
    look_.setTimerType(Qt::PreciseTimer);  // a coarse one says 4 minutes of 3
    connect(&look_, &QTimer::timeout, this, &IdleLock::look);
}

void IdleLock::start(int minutes) {
    limit_ = std::chrono::minutes(std::clamp(minutes, 1, most_minutes));
    last_input_ = clock_();
    running_ = true;
    QCoreApplication::instance()->installEventFilter(this);
    look();
}

void IdleLock::stop() {
    running_ = false;
    look_.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

int IdleLock::minutes_left() const {
    return running() ? static_cast<int>((left().count() + 59'999) / 60'000) : 0;
}

void IdleLock::look() {
    if (!running()) return;
    constexpr milliseconds between_looks{20'000};
    if (left() <= milliseconds(0)) return expire();
    look_.start(std::min(left(), between_looks));
    emit minute_passed();
}

void IdleLock::expire() {
    if (!running()) return;
    stop();
    emit expired();
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
            // The first touch after a computer has slept comes before the timer does.
            if (left() <= milliseconds(0))
                expire();
            else
                last_input_ = clock_();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace liangdi::gui
