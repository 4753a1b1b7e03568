#pragma once

#include "gui/map_card.hpp"
#include "render/rule_look.hpp"

class QCheckBox;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace liangdi::gui {

class StyleRuleForm;

/// 样式: the rules of a layer's style, ticked ones show; below, the look of the chosen one. What changes is
/// on the map at once and is kept by OK only.
class StylePanel : public MapCard {
    Q_OBJECT
  public:
    StylePanel(std::vector<render::GraphicLook> drawings, QWidget* map);

    /// Begins with a layer: its styles as they are, and as they come with the program.
    void begin(const std::string& layer, std::vector<render::Style> styles, std::vector<render::Style> house);
    bool is_busy() const { return !layer_.empty(); }
    const std::string& layer() const { return layer_; }
    const std::vector<render::Style>& styles() const { return styles_; }
    void take(
        std::vector<render::Style> styles);  ///< other styles for the same layer: of a file, the house's
    void give_up();                          ///< as Cancel
    void end();                              ///< what was changed has been kept
    void show_problem(const QString& words);
    QString problem() const;

    QListWidget* rules() const { return rules_; }
    StyleRuleForm* form() const { return form_; }
    QCheckBox* paper_box() const { return paper_; }
    QPushButton* ok_button() const { return ok_; }
    QPushButton* cancel_button() const { return cancel_; }
    QPushButton* house_button() const { return house_button_; }
    QPushButton* load_button() const { return load_; }
    QPushButton* save_button() const { return save_; }

  signals:
    void style_changed(const std::string& layer, const liangdi::render::Style& style);  ///< to be drawn
    void keep_wanted();
    void load_wanted();
    void save_wanted();

  protected:
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void fill_rules();
    void show_rule(QListWidgetItem& item);
    void show_current();
    void change(QListWidgetItem& item, const render::RuleLook& look);
    void fit();
    render::Style& screen();
    render::Rule& rule_of(const QListWidgetItem& item);

    std::string layer_;  // empty: nothing is being changed
    std::vector<render::Style> styles_, before_, house_;
    QLabel *head_, *problem_;
    QListWidget* rules_;
    StyleRuleForm* form_;
    QCheckBox* paper_;
    QPushButton *ok_, *cancel_, *house_button_, *load_, *save_;
};

}  // namespace liangdi::gui
