#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace liangdi::gui {

/// What the window shows while no town is open.
class FirstRunPage : public QWidget {
    Q_OBJECT
  public:
    explicit FirstRunPage(QWidget* parent = nullptr);
    void show_recent(const QStringList& files);
    QPushButton* sample_button() const { return sample_; }

  signals:
    void sample_wanted();
    void new_wanted();
    void open_wanted();
    void recent_wanted(const QString& file);

  private:
    QPushButton* sample_;
    QWidget* recent_;
    QVBoxLayout* recent_rows_;
};

}  // namespace liangdi::gui
