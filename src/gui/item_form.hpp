#pragma once

#include <QWidget>
#include <functional>

#include "render/page.hpp"
#include "tasks/atlas.hpp"
#include "tasks/template_edit.hpp"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace liangdi::gui {

class SheetDocument;

/// Right of the paper: what the chosen item is and where, or, where none is chosen, the template's own words
/// and paper. Each field changes the template at once.
class ItemForm : public QWidget {
    Q_OBJECT
  public:
    explicit ItemForm(SheetDocument& document, QWidget* parent = nullptr);

    /// `page`: the item on the page, for the map's scale; may be nullptr. `subject`: the page's.
    void show_item(const tasks::ItemPath& path, const render::PageItem* page, const std::string& subject);
    void set_names(const tasks::SheetNames& names);
    void set_language(land::Language language) { language_ = language; }
    void begin_typing();  ///< the first field of the item gets the focus

    QComboBox* chooser() const { return chooser_; }
    QDoubleSpinBox* left() const { return left_; }
    QLineEdit* words_zh() const { return zh_; }
    QDoubleSpinBox* size_field() const { return size_; }
    QComboBox* scale_field() const { return scale_; }
    QLineEdit* maker() const { return maker_; }
    QCheckBox* approved() const { return approved_; }

  signals:
    void chosen(const std::vector<int>& path);  ///< in the list of items
    void removal_wanted(const std::vector<int>& path);
    void params_changed();  ///< maker or approved

  private:
    void build();
    void connect_fields();
    void fill_chooser();
    void fill(const render::ItemSpec& item);
    void fill_template();
    void show_rows(const std::vector<QWidget*>& fields);
    void set(const QString& words, const std::string& key, const tasks::FieldValue& value);
    void set_box();
    void set_wording(const std::string& key);
    void set_scale();
    QString item_words(const render::ItemSpec& item) const;

    SheetDocument& document_;
    tasks::ItemPath path_;
    tasks::SheetNames names_;
    std::string subject_;
    land::Language language_ = land::Language::zh;
    double page_scale_ = 0;
    geo::Point page_centre_;  ///< of the map that is chosen
    bool filling_ = false;

    QFormLayout* rows_;
    QComboBox* chooser_;
    QLabel* about_;
    QDoubleSpinBox *left_, *top_, *width_, *height_, *own_height_;
    QLineEdit *zh_, *en_;
    QDoubleSpinBox* size_;
    QCheckBox* bold_;
    QComboBox* align_;
    QComboBox* named_;  ///< the table, image, chart or map that is shown
    QDoubleSpinBox* row_;
    QSpinBox* columns_;
    QComboBox* scale_;
    QDoubleSpinBox* margin_;
    QCheckBox* ticks_;
    QDoubleSpinBox* line_;
    QComboBox* edition_;
    QComboBox* paper_;
    QLineEdit* maker_;
    QCheckBox* approved_;
    QPushButton* remove_;
    std::vector<QWidget*> all_fields_;
};

}  // namespace liangdi::gui
