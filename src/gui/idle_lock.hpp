#pragma once

#include <QObject>
#include <QTimer>

namespace liangdi::gui {

/// Locks the personal records when nobody has touched keyboard or mouse for some minutes. It watches the
/// whole program's input, not only the main window's.
class IdleLock : public QObject {
    Q_OBJECT
  public:
    static constexpr int default_minutes = 10, most_minutes = 60;

    explicit IdleLock(QObject* parent = nullptr);

    void start(int minutes);
    void stop();
    bool running() const { return timer_.isActive(); }
    int minutes_left() const;  ///< begun ones count; 0 while it does not run
    void expire();             ///< as if the time were over

  signals:
    void expired();
    void minute_passed();  ///< what minutes_left shows may have changed

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QTimer timer_, minute_;
};

}  // namespace liangdi::gui
