// The parts of SheetsMode that change the template.
#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "gui/captions.hpp"
#include "gui/item_form.hpp"
#include "gui/paper_view.hpp"
#include "gui/sheet_list.hpp"
#include "gui/sheets_mode.hpp"

namespace liangdi::gui {

namespace {
void collect_maps(const std::vector<render::ItemSpec>& items, std::set<std::string>& names) {
    for (const auto& item : items) {
        if (const auto* map = std::get_if<render::MapSpec>(&item.what)) names.insert(map->name);
        if (const auto* stack = std::get_if<render::StackSpec>(&item.what)) collect_maps(stack->items, names);
    }
}
}  // namespace

void SheetsMode::connect_editing() {
    connect(&document_, &SheetDocument::opened, this, [this] {
        paper_->clear();
        render::Page blank;
        blank.mm = document_.sheet().mm;
        paper_->show_page(blank, document_.sheet());  // its size is known before anything stands on it
        list_->pages().set_subjects({});
        drawn_.reset();
        subject_.reset();
        part_ = 0;
        stale_ = true;
        show_item();
        emit history_changed();
        if (active_) reload();
    });
    connect(&document_, &SheetDocument::changed, this, [this] {
        const auto before = paper_->page() ? paper_->page()->mm : QSizeF();
        paper_->show_template(document_.sheet());
        if (before != document_.sheet().mm) paper_->fit();
        if (!active_ || stale_) return;
        worker_.set_template(document_.sheet());
        list_->pages().outdate_thumbnails();
        if (subjects_pending_) {
            worker_.ask_subjects();
        } else {
            ask_page();
            sight_pause_.start();
        }
        show_item();
        for (const auto& known : list_->sheets()) {
            const auto& title = document_.sheet().title;
            if (known.file == document_.file() &&
                (known.title.zh != title.zh || known.title.en != title.en)) {
                list_->show_templates(tasks::sheet_templates(), document_.file());
                break;
            }
        }
    });
    connect(&document_, &SheetDocument::copied, this, [this](const QString& file) {
        list_->show_templates(tasks::sheet_templates(), document_.file());
        emit message(tr("A copy of your own: %1").arg(file));
        show_state();
    });
    connect(&document_, &SheetDocument::refused, this,
            [this](const Error& what) { emit error(tr("Changing the template"), what); });
    connect(&document_.history(), &QUndoStack::indexChanged, this, &SheetsMode::history_changed);

    connect(paper_, &PaperView::selected_changed, this, [this] {
        show_item();
        emit prompt_changed();
    });
    connect(paper_, &PaperView::inside_changed, this, &SheetsMode::prompt_changed);
    connect(paper_, &PaperView::text_wanted, item_form_, &ItemForm::begin_typing);
    connect(paper_, &PaperView::box_wanted, this,
            [this](const ItemPath& path, const QRectF& mm, bool repeated) {
                document_.change(
                    tr("Move"), [&](const std::string& text) { return tasks::set_box(text, path, mm); },
                    repeated ? 1 + path.front() : 0);
            });
    connect(paper_, &PaperView::map_wanted, this,
            [this](const ItemPath& path, const render::MapPageView& view, bool repeated) {
                if (!subject_) return;
                const std::string code = subject_->code.empty() ? subject_->name : subject_->code;
                constexpr int merge_map = 100000;
                document_.change(
                    tr("Move the map inside"),
                    [&](const std::string& text) { return tasks::set_page_view(text, path, code, view); },
                    repeated ? merge_map + path.front() : 0);
            });
    connect(paper_, &PaperView::removal_wanted, this, &SheetsMode::remove_item);
    connect(item_form_, &ItemForm::removal_wanted, this, &SheetsMode::remove_item);
    connect(item_form_, &ItemForm::chosen, this, [this](const std::vector<int>& path) {
        paper_->select(path);
        show_item();
    });
}

void SheetsMode::show_item() {
    const std::string code = !subject_ ? "" : subject_->code.empty() ? subject_->name : subject_->code;
    item_form_->show_item(paper_->selected(), paper_->item(paper_->selected()), code);
}

void SheetsMode::remove_item(const tasks::ItemPath& path) {
    if (path.empty()) return;
    if (document_.change(tr("Take off"),
                         [&](const std::string& text) { return tasks::remove_item(text, path); }))
        paper_->select({});
}

void SheetsMode::add_item(const QString& kind) {
    if (!document_.is_open()) return;
    static const std::map<QString, QSizeF> sizes{
        {"text", {80, 8}},    {"map", {100, 70}},      {"table", {90, 80}},
        {"legend", {70, 60}}, {"scale_bar", {80, 10}}, {"north", {20, 30}},
        {"image", {40, 30}},  {"chart", {90, 60}},     {"rule", {80, 0}}};
    const auto& names = drawn_ ? drawn_->names : tasks::SheetNames();
    std::string named;
    const auto first = [&named](const std::vector<std::string>& all) {
        if (!all.empty()) named = all.front();
        return !all.empty();
    };
    if (kind == "image" && !first(names.images)) {
        add_image_file();
        return;
    }
    if (kind == "map" && !first(names.maps)) return;
    if (kind == "table" && !first(names.tables)) {
        emit note(tr("This sheet has no tables to show."));
        return;
    }
    if (kind == "chart" && !first(names.charts)) {
        emit note(tr("This sheet has no charts to show."));
        return;
    }
    if (kind == "map") {  // one that the sheet does not show yet: a map stands on a sheet once
        std::set<std::string> there;
        collect_maps(document_.sheet().items, there);
        const auto missing =
            std::ranges::find_if(names.maps, [&](const std::string& name) { return !there.contains(name); });
        named = missing == names.maps.end() ? "" : *missing;
        if (named.empty()) {
            emit note(tr("All maps of this sheet stand on it already."));
            return;
        }
    }
    QRectF mm(QPointF(0, 0), sizes.at(kind));
    mm.moveCenter(QRectF(QPointF(0, 0), document_.sheet().mm).center());
    mm.moveTopLeft(QPointF(std::round(mm.left()), std::round(mm.top())));
    const int place = static_cast<int>(document_.sheet().items.size());
    if (!document_.change(tr("Add"), [&](const std::string& text) {
            return tasks::add_item(text, kind.toStdString(), mm, named);
        }))
        return;
    paper_->select({place});
    paper_->setFocus();
    show_item();
}

void SheetsMode::add_image_file() {
    const QString file = QFileDialog::getOpenFileName(this, tr("An image for the sheet"), {},
                                                      tr("Images (*.png *.jpg *.jpeg *.svg *.webp *.bmp)"));
    if (file.isEmpty()) return;
    const QRectF mm(20, 20, 40, 30);
    const int place = static_cast<int>(document_.sheet().items.size());
    try {
        // A template's images lie beside it: the folder can be given to somebody else as it is.
        const std::string name = tasks::take_image(std::filesystem::path(file.toStdString()));
        if (document_.change(
                tr("Add"), [&](const std::string& text) { return tasks::add_item(text, "image", mm, name); }))
            paper_->select({place});
    } catch (const Error& what) {
        emit error(tr("Adding the image"), what);
    }
}

void SheetsMode::save_as() {
    if (!document_.is_open()) return;
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the template as"));
    dialog->setLabelText(tr("Title of the copy"));
    dialog->setTextValue(tr("%1 copy").arg(q(document_.sheet().title.in(params_.language))));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& title) {
        if (title.trimmed().isEmpty()) return;
        try {
            document_.save_as(title);
        } catch (const Error& what) {
            emit error(tr("Saving the template"), what);
        }
    });
    dialog->open();
}

void SheetsMode::remove_template() {
    if (!document_.own()) return;
    const QString file = q(document_.file().string());
    if (!QFile::moveToTrash(file)) {
        emit note(tr("The template cannot be moved to the trash: %1").arg(file));
        return;
    }
    emit message(tr("Moved to the trash: %1").arg(file));
    load_templates();
}

}  // namespace liangdi::gui
