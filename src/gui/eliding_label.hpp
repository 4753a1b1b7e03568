#pragma once

#include <QLabel>

namespace liangdi::gui {

/// A line of words that gives way where there is no room: what is cut stands in its hint.
class ElidingLabel : public QLabel {
    Q_OBJECT
  public:
    explicit ElidingLabel(Qt::TextElideMode mode = Qt::ElideRight, QWidget* parent = nullptr);

    void set_words(const QString& words);
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Qt::TextElideMode mode_;
};

}  // namespace liangdi::gui
