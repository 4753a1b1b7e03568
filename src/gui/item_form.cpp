#include "gui/item_form.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/sheet_document.hpp"
#include "render/page_layout.hpp"

namespace liangdi::gui {

namespace {

QString map_words(const std::string& name) {
    if (name == "main") return ItemForm::tr("main map");
    if (name == "index") return ItemForm::tr("index map");
    return ItemForm::tr("Map %1").arg(q(name));
}

/// A text's line breaks, in one line to type.
QString one_line(const std::string& text) {
    return q(text).replace('\n', QStringLiteral("\\n"));
}
std::string lines_of(const QString& typed) {
    return QString(typed).replace(QStringLiteral("\\n"), QStringLiteral("\n")).toStdString();
}

/// Pages arrive while one types: what is typed and not yet taken stays.
void set_unless_typed(QLineEdit& field, const QString& text) {
    if (field.hasFocus() && field.isModified()) return;
    field.setText(text);
}

}  // namespace

ItemForm::ItemForm(SheetDocument& document, QWidget* parent) : QWidget(parent), document_(document) {
    build();
    connect_fields();
    show_item({}, nullptr, {});
}

void ItemForm::set_names(const tasks::SheetNames& names) {
    names_ = names;
}

QString ItemForm::item_words(const render::ItemSpec& item) const {
    struct Words {
        land::Language language;
        QString operator()(const render::TextSpec& text) const {
            return tr("Text “%1”").arg(one_line(text.text.in(language)).left(16));
        }
        QString operator()(const render::MapSpec& map) const { return map_words(map.name); }
        QString operator()(const render::TableSpec& table) const {
            return tr("Table %1").arg(q(table.table));
        }
        QString operator()(const render::LegendSpec&) const { return tr("Legend"); }
        QString operator()(const render::ScaleBarSpec&) const { return tr("Scale bar"); }
        QString operator()(const render::NorthSpec&) const { return tr("North arrow"); }
        QString operator()(const render::ImageSpec& image) const {
            return tr("Image %1").arg(q(image.image));
        }
        QString operator()(const render::ChartSpec& chart) const {
            return tr("Chart %1").arg(q(chart.chart));
        }
        QString operator()(const render::RuleSpec&) const { return tr("Line or box"); }
        QString operator()(const render::StackSpec&) const { return tr("Stack"); }
    };
    return std::visit(Words{language_}, item.what);
}

void ItemForm::fill_chooser() {
    chooser_->clear();
    chooser_->addItem(tr("The sheet"), QVariantList());
    int current = 0;
    const std::function<void(const std::vector<render::ItemSpec>&, const QString&)> add =
        [&](const std::vector<render::ItemSpec>& items, const QString& indent) {
            for (const auto& item : items) {
                QVariantList path;
                for (const int step : item.path) path << step;
                chooser_->addItem(indent + item_words(item), path);
                if (item.path == path_) current = chooser_->count() - 1;
                if (const auto* stack = std::get_if<render::StackSpec>(&item.what))
                    add(stack->items, indent + QStringLiteral("   "));
            }
        };
    add(document_.sheet().items, {});
    chooser_->setCurrentIndex(current);
}

void ItemForm::show_rows(const std::vector<QWidget*>& fields) {
    for (auto* field : all_fields_)
        rows_->setRowVisible(field, std::ranges::find(fields, field) != fields.end());
}

void ItemForm::show_item(const tasks::ItemPath& path, const render::PageItem* page,
                         const std::string& subject) {
    filling_ = true;
    if (path != path_)
        for (auto* field : {zh_, en_, scale_->lineEdit()}) field->setModified(false);
    path_ = path;
    subject_ = subject;
    page_scale_ = 0;
    if (page)
        if (const auto* map = std::get_if<render::PageMap>(&page->what)) {
            page_scale_ = map->scale;
            page_centre_ = map->centre;
        }
    fill_chooser();
    const auto* item = document_.item(path_);
    if (item) {
        fill(*item);
    } else {
        fill_template();
    }
    filling_ = false;
}

void ItemForm::fill_template() {
    const auto label = [this](QWidget* field, const QString& words) {
        static_cast<QLabel*>(rows_->labelForField(field))->setText(words);
        field->setAccessibleName(words);
    };
    label(zh_, tr("Title, Chinese"));
    label(en_, tr("Title, English"));
    if (!document_.is_open()) {
        about_->clear();
        show_rows({});
        return;
    }
    const auto& sheet = document_.sheet();
    about_->setText(document_.own() ? tr("Own template: %1").arg(q(document_.file().filename().string()))
                                    : tr("A template of the program; the first change makes a copy of your "
                                         "own."));
    about_->setToolTip(q(document_.file().string()));
    set_unless_typed(*zh_, one_line(sheet.title.zh));
    set_unless_typed(*en_, one_line(sheet.title.en));
    paper_->setCurrentIndex(-1);
    constexpr QSize a_mm[] = {{1189, 841}, {841, 594}, {594, 420}, {420, 297}, {297, 210}, {210, 148}};
    for (int i = 0; i < 6; ++i) {
        if (sheet.mm == QSizeF(a_mm[i])) paper_->setCurrentIndex(2 * i);
        if (sheet.mm == QSizeF(a_mm[i].transposed())) paper_->setCurrentIndex(2 * i + 1);
    }
    show_rows({zh_, en_, paper_, maker_, approved_});
}

void ItemForm::fill(const render::ItemSpec& item) {
    const bool stacked = path_.size() > 1;
    std::vector<QWidget*> rows;
    const auto choose = [](QComboBox& box, const QString& value) {
        const int at = box.findData(value);
        if (at < 0 && !value.isEmpty()) box.addItem(value, value);
        box.setCurrentIndex(at < 0 ? box.count() - 1 : at);
    };
    const auto offer = [this, &choose, &rows](const std::vector<std::string>& names,
                                              const std::string& chosen) {
        named_->clear();
        for (const auto& name : names) named_->addItem(q(name), q(name));
        choose(*named_, q(chosen));
        rows.push_back(named_);
    };
    const auto wording = [this, &rows](const render::Wording& words, const QString& zh, const QString& en) {
        for (const auto& [field, label] : {std::pair{zh_, zh}, std::pair{en_, en}}) {
            static_cast<QLabel*>(rows_->labelForField(field))->setText(label);
            field->setAccessibleName(label);
        }
        set_unless_typed(*zh_, one_line(words.zh));
        set_unless_typed(*en_, one_line(words.en));
        rows.insert(rows.end(), {zh_, en_});
    };
    const auto size = [this, &rows](double mm) {
        size_->setValue(mm);
        rows.push_back(size_);
    };
    if (stacked) {
        own_height_->setValue(item.height_mm);
        rows.push_back(own_height_);
        about_->setText(tr("Stands in a stack: a drag moves the whole stack."));
    } else {
        left_->setValue(item.mm.x());
        top_->setValue(item.mm.y());
        width_->setValue(item.mm.width());
        height_->setValue(item.mm.height());
        rows.insert(rows.end(), {left_, top_, width_, height_});
        about_->setText(std::holds_alternative<render::MapSpec>(item.what)
                            ? tr("A double click takes hold of the map inside.")
                            : QString());
    }
    about_->setToolTip({});
    if (const auto* text = std::get_if<render::TextSpec>(&item.what)) {
        wording(text->text, tr("Text, Chinese"), tr("Text, English"));
        size(text->look.size_mm);
        bold_->setChecked(text->look.bold);
        align_->setCurrentIndex(static_cast<int>(text->look.align));
        rows.insert(rows.end(), {bold_, align_});
    } else if (const auto* map = std::get_if<render::MapSpec>(&item.what)) {
        offer(names_.maps, map->name);
        const QString typed = scale_->currentText();
        const bool typing = scale_->lineEdit()->hasFocus() && scale_->lineEdit()->isModified();
        scale_->clear();
        scale_->addItem(tr("fits"));
        for (const double scale : map->scales) scale_->addItem(QString::number(scale));
        if (map->pages.contains(subject_)) {
            scale_->setEditText(QString::number(page_scale_));
        } else {
            scale_->setEditText(page_scale_ > 0 ? tr("fits (%1)").arg(page_scale_) : tr("fits"));
        }
        if (typing) scale_->setEditText(typed);
        margin_->setValue(map->margin_mm);
        ticks_->setChecked(map->ticks);
        rows.insert(rows.end(), {scale_, margin_, ticks_});
    } else if (const auto* table = std::get_if<render::TableSpec>(&item.what)) {
        offer(names_.tables, table->table);
        size(table->size_mm);
        row_->setValue(table->row_mm);
        rows.push_back(row_);
    } else if (const auto* legend = std::get_if<render::LegendSpec>(&item.what)) {
        wording(legend->heading, tr("Heading, Chinese"), tr("Heading, English"));
        offer(names_.maps, legend->map);
        size(legend->size_mm);
        row_->setValue(legend->row_mm);
        columns_->setValue(legend->columns);
        rows.insert(rows.end(), {row_, columns_});
    } else if (const auto* bar = std::get_if<render::ScaleBarSpec>(&item.what)) {
        offer(names_.maps, bar->map);
        size(bar->size_mm);
    } else if (const auto* north = std::get_if<render::NorthSpec>(&item.what)) {
        offer(names_.maps, north->map);
        size(north->size_mm);
    } else if (const auto* image = std::get_if<render::ImageSpec>(&item.what)) {
        offer(names_.images, image->image);
    } else if (const auto* chart = std::get_if<render::ChartSpec>(&item.what)) {
        offer(names_.charts, chart->chart);
        size(chart->size_mm);
    } else if (const auto* rule = std::get_if<render::RuleSpec>(&item.what)) {
        line_->setValue(rule->rule.width_mm);
        rows.push_back(line_);
    }
    choose(*edition_, q(item.edition));
    rows.insert(rows.end(), {edition_, remove_});
    show_rows(rows);
}

void ItemForm::set(const QString& words, const std::string& key, const tasks::FieldValue& value) {
    if (filling_ || !document_.is_open()) return;
    document_.change(words,
                     [&](const std::string& text) { return tasks::set_field(text, path_, key, value); });
}

void ItemForm::set_box() {
    if (filling_ || path_.size() != 1) return;
    const QRectF mm(left_->value(), top_->value(), width_->value(), height_->value());
    document_.change(tr("Move"), [&](const std::string& text) { return tasks::set_box(text, path_, mm); });
}

void ItemForm::set_wording(const std::string& key) {
    if (filling_ || !document_.is_open()) return;
    const render::Wording words{lines_of(zh_->text()), lines_of(en_->text())};
    const auto* item = document_.item(path_);
    const render::Wording* now = item ? nullptr : &document_.sheet().title;
    if (item) {
        if (const auto* text = std::get_if<render::TextSpec>(&item->what)) now = &text->text;
        if (const auto* legend = std::get_if<render::LegendSpec>(&item->what)) now = &legend->heading;
    }
    if (!now || (now->zh == words.zh && now->en == words.en)) return;  // nothing was typed
    set(tr("Words"), key, words);
}

void ItemForm::set_scale() {
    const auto* item = document_.item(path_);
    const auto* map = item ? std::get_if<render::MapSpec>(&item->what) : nullptr;
    if (filling_ || !map || subject_.empty()) return;
    QString typed = scale_->currentText();
    typed.remove(QStringLiteral("1:")).remove(' ').remove(QChar(0x00A0));
    bool number = false;
    const double scale = typed.toDouble(&number);
    std::optional<render::MapPageView> view;
    if (number) {
        view = render::MapPageView{{}, scale};
        if (const auto own = map->pages.find(subject_); own != map->pages.end()) {
            view->centre = own->second.centre;
        } else {
            view->centre = page_centre_;
        }
    }
    document_.change(tr("Scale"), [&](const std::string& text) {
        return tasks::set_page_view(text, path_, subject_, view);
    });
}

void ItemForm::begin_typing() {
    for (QWidget* field : {static_cast<QWidget*>(zh_), static_cast<QWidget*>(named_),
                           static_cast<QWidget*>(left_), static_cast<QWidget*>(own_height_)}) {
        if (!field->isVisible()) continue;
        field->setFocus();
        if (auto* line = qobject_cast<QLineEdit*>(field)) line->selectAll();
        return;
    }
}

}  // namespace liangdi::gui
