#pragma once

#include <QFrame>

class QButtonGroup;
class QLabel;
class QRadioButton;

namespace liangdi::gui {

/// One of several: a radio button with words to it, a second line and a tag; the whole card can be clicked.
class ChoiceCard : public QFrame {
    Q_OBJECT
  public:
    enum class Tag { plain, ok, warn, error };
    ChoiceCard(const QString& title, QButtonGroup& group, int id, QWidget* parent = nullptr);

    void set_words(const QString& words);  ///< beside the title
    void set_detail(const QString& words);
    void set_tag(const QString& words, Tag tag);
    void set_possible(bool possible);
    QRadioButton* button() const { return button_; }

  protected:
    void mousePressEvent(QMouseEvent* event) override;

  private:
    void show_chosen(bool chosen);

    QRadioButton* button_;
    QLabel *words_, *detail_, *tag_;
};

}  // namespace liangdi::gui
