#pragma once

#include <QWidget>

#include "render/rule_look.hpp"

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace liangdi::gui {

class ColourButton;

/// The look of one rule of a style, to change: only the rows that it has.
class StyleRuleForm : public QWidget {
    Q_OBJECT
  public:
    /// `drawings`: hatches and symbols to choose from.
    explicit StyleRuleForm(std::vector<render::GraphicLook> drawings, QWidget* parent = nullptr);

    void show_look(const render::RuleLook& look);
    const render::RuleLook& look() const { return look_; }

    QLineEdit* title_field() const { return title_; }
    ColourButton* fill_button() const { return fill_; }
    QSpinBox* opacity_field() const { return opacity_; }
    ColourButton* line_button() const { return line_; }
    QDoubleSpinBox* width_field() const { return width_; }
    QComboBox* dash_field() const { return dash_; }
    QComboBox* pattern_field() const { return pattern_; }
    QDoubleSpinBox* pattern_size_field() const { return pattern_size_; }
    QComboBox* symbol_field() const { return symbol_; }
    QDoubleSpinBox* symbol_size_field() const { return symbol_size_; }
    ColourButton* text_button() const { return text_; }
    QDoubleSpinBox* text_size_field() const { return text_size_; }
    QSpinBox* nearest_field() const { return nearest_; }
    QSpinBox* farthest_field() const { return farthest_; }

  signals:
    void changed(const liangdi::render::RuleLook& look);  ///< by the user

  private:
    using Row = std::vector<QWidget*>;
    Row add_row(const QString& words, const std::vector<QWidget*>& fields);
    void build();
    void connect_fields();
    void connect_line();
    void connect_graphic(QComboBox* choice, QDoubleSpinBox* size,
                         std::optional<render::GraphicLook> render::RuleLook::*part);
    void show_line();
    void show_graphic(QComboBox* choice, QDoubleSpinBox* size, const std::optional<render::GraphicLook>& look,
                      bool none_too);
    void tell();

    std::vector<render::GraphicLook> drawings_;
    render::RuleLook look_;
    bool showing_ = false;  // what changes now is not the user's
    QGridLayout* grid_;
    QLineEdit* title_;
    ColourButton *fill_, *line_, *text_;
    QSpinBox *opacity_, *nearest_, *farthest_;
    QDoubleSpinBox *width_, *pattern_size_, *symbol_size_, *text_size_;
    QComboBox *dash_, *pattern_, *symbol_;
    Row fill_row_, line_row_, pattern_row_, symbol_row_, text_row_;
};

}  // namespace liangdi::gui
