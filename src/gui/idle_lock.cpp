#include "gui/idle_lock.hpp"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

namespace liangdi::gui {

IdleLock::IdleLock(QObject* parent) : QObject(parent) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);  // a coarse one says 4 minutes of 3
    minute_.setInterval(20'000);
    connect(&timer_, &QTimer::timeout, this, &IdleLock::expire);
    connect(&minute_, &QTimer::timeout, this, &IdleLock::minute_passed);
}

void IdleLock::start(int minutes) {
    timer_.start(std::clamp(minutes, 1, most_minutes) * 60'000);
    minute_.start();
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::stop() {
    timer_.stop();
    minute_.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

int IdleLock::minutes_left() const {
    return timer_.isActive() ? (timer_.remainingTime() + 59'999) / 60'000 : 0;
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
            if (running()) timer_.start();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace liangdi::gui
