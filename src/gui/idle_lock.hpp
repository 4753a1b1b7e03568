#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

namespace liangdi::gui {

/// Since the computer was started, the time it slept included: a lid closed for an hour has been idle for
/// one.
std::chrono::milliseconds time_since_start();

/// Locks the personal records when nobody has touched keyboard or mouse for some minutes. It watches the
/// whole program's input, not only the main window's.
class IdleLock : public QObject {
    Q_OBJECT
  public:
    static constexpr int default_minutes = 10, most_minutes = 60;
    using Clock = std::function<std::chrono::milliseconds()>;

    explicit IdleLock(QObject* parent = nullptr, Clock clock = time_since_start);

    void start(int minutes);
    void stop();
    bool running() const { return running_; }
    int minutes_left() const;  ///< begun ones count; 0 while it does not run
    void look();               ///< at the clock: expires where the time is over; comes of itself
    void expire();             ///< as if the time were over

  signals:
    void expired();
    void minute_passed();  ///< what minutes_left shows may have changed

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    std::chrono::milliseconds left() const { return last_input_ + limit_ - clock_(); }

    Clock clock_;
    std::chrono::milliseconds limit_{0}, last_input_{0};
    bool running_ = false;  ///< not the timer's word: a single shot is no longer active when it fires
    QTimer look_;
};

}  // namespace liangdi::gui
