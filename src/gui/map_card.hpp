#pragma once

#include <QFrame>

class QVBoxLayout;

namespace liangdi::gui {

/// A card on the map's upper left corner: a head with its title and a button that closes it. Hidden at first.
class MapCard : public QFrame {
    Q_OBJECT
  public:
    MapCard(const QString& title, QWidget* map);

  signals:
    void closed();

  protected:
    /// What its fields left: the map under the card must not take arrows and Enter.
    void keyPressEvent(QKeyEvent* event) override;
    QVBoxLayout* column() const { return column_; }  ///< what the card holds, below its head

  private:
    QVBoxLayout* column_;
};

}  // namespace liangdi::gui
