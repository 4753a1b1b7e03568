#pragma once

#include <QTimer>
#include <QWidget>

#include "geo/geometry.hpp"

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace liangdi::gui {

class ElidingLabel;
class JobRunner;

/// The status bar: where the cursor is, the scale, the CRS; at right the running job and that all is saved.
class StatusRow : public QWidget {
    Q_OBJECT
  public:
    explicit StatusRow(JobRunner& jobs, QWidget* parent = nullptr);

    void show_position(const geo::Point& ground);
    void show_scale(double denominator);
    void show_crs(const QString& name);
    void show_saved(const QString& words);
    void show_lock(const QString& words);  ///< whether sealed values can be seen; empty: no town is open
    QString lock_words() const;
    void show_message(const QString& words);  ///< goes after a while
    QString message() const;
    QLineEdit* scale_field() const { return scale_; }
    QPushButton* cancel_button() const { return cancel_; }

  signals:
    void scale_typed(double denominator);

  private:
    QLabel *east_, *north_, *job_, *lock_, *saved_;
    ElidingLabel *crs_, *message_;
    QLineEdit* scale_;
    QProgressBar* bar_;
    QPushButton* cancel_;
    QTimer message_timer_, job_timer_;
    bool running_ = false;
};

}  // namespace liangdi::gui
