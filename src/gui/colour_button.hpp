#pragma once

#include <QToolButton>

namespace liangdi::gui {

/// Shows a colour; a click opens a window to choose another, which is told while one tries. The opacity is
/// kept: it has a field of its own.
class ColourButton : public QToolButton {
    Q_OBJECT
  public:
    explicit ColourButton(const QString& what, QWidget* parent = nullptr);

    void set_colour(const QColor& colour);  ///< invalid: none
    const QColor& colour() const { return colour_; }

  signals:
    void chosen(const QColor& colour);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void choose();

    QColor colour_;
};

}  // namespace liangdi::gui
