// What the mode does; sheets_mode_frame.cpp builds it, sheets_output.cpp exports and prints.
#include "gui/sheets_mode.hpp"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "gui/atlas_form.hpp"
#include "gui/captions.hpp"
#include "gui/item_form.hpp"
#include "gui/paper_view.hpp"
#include "gui/project_model.hpp"
#include "gui/sheet_list.hpp"

namespace liangdi::gui {

namespace {
constexpr int pause_ms = 120;  // zooming and scrolling go on; a picture for each step would be thrown away
}

SheetsMode::SheetsMode(ProjectModel& model, JobRunner& jobs, QWidget* parent)
    : QWidget(parent), model_(model), jobs_(jobs) {
    params_.language = spoken_language();
    build();
    for (auto* timer : {&zoom_pause_, &sight_pause_}) {
        timer->setSingleShot(true);
        timer->setInterval(pause_ms);
    }
    connect_parts();
    connect_editing();
    show_state();
}

SheetsMode::~SheetsMode() {
    document_.history().disconnect(this);  // it says that it is emptied when the window is gone already
}

void SheetsMode::connect_parts() {
    connect(&worker_, &SheetWorker::subjects_read, this, &SheetsMode::take_subjects);
    connect(&worker_, &SheetWorker::page_drawn, this, &SheetsMode::take_page);
    connect(&worker_, &SheetWorker::thumbnail_drawn, this, [this](qint64 subject, const QImage& image) {
        list_->pages().set_thumbnail(subject, image, devicePixelRatioF());
    });
    connect(&worker_, &SheetWorker::failed, this, [this](const Error& what) {
        // What is not of this edition must not stay to be copied or printed.
        if (subjects_pending_) drawn_.reset();
        if (!drawn_) paper_->clear();
        page_pending_ = subjects_pending_ = false;
        show_state();
        emit error(tr("Making the page"), what);
    });
    connect(list_, &SheetList::template_chosen, this, &SheetsMode::open_template);
    connect(list_, &SheetList::page_chosen, this, [this] {
        const auto chosen = list_->current();
        if (!chosen) return;
        subject_ = chosen;
        part_ = 0;
        ask_page();
        emit row_chosen(q(document_.sheet().subject), chosen->id);
    });
    connect(list_, &SheetList::sight_changed, &sight_pause_, qOverload<>(&QTimer::start));
    connect(&sight_pause_, &QTimer::timeout, this, [this] {
        ask_thumbnails();
        show_state();
    });
    connect(paper_, &PaperView::zoom_changed, this, [this] {
        show_state();
        zoom_pause_.start();
    });
    connect(&zoom_pause_, &QTimer::timeout, this, [this] {
        if (drawn_ && std::abs(drawn_->wish.dpi - paper_->wanted_dpi()) > 0.01) ask_page();
    });
    connect(item_form_, &ItemForm::params_changed, this, &SheetsMode::params_changed);
}

void SheetsMode::set_active(bool active) {
    if (active_ == active) return;
    active_ = active;
    show_state();
    if (!active) return;
    load_templates();
    if (stale_) reload();
}

void SheetsMode::town_changed() {
    worker_.set_town(nullptr, params_);
    list_->pages().set_subjects({});
    paper_->clear();
    drawn_.reset();
    subject_.reset();
    page_pending_ = subjects_pending_ = false;
    part_ = 0;
    rows_changed();
}

void SheetsMode::rows_changed() {
    stale_ = true;
    if (active_) {
        reload();
    } else {
        worker_.set_town(nullptr, params_);
    }
}

/// Everything anew: the rows, the edition or the language are others.
void SheetsMode::reload() {
    if (!model_.is_open() || !document_.is_open()) return;
    stale_ = false;
    worker_.set_town(model_.project(), params_);
    worker_.set_template(document_.sheet());
    list_->pages().outdate_thumbnails();
    subjects_pending_ = true;
    page_pending_ = false;
    worker_.ask_subjects();
    show_state();
}

void SheetsMode::load_templates() {
    try {
        auto sheets = tasks::sheet_templates();
        const bool known = std::ranges::any_of(
            sheets, [&](const tasks::SheetTemplate& s) { return s.file == document_.file(); });
        list_->show_templates(std::move(sheets), document_.file());
        std::optional<tasks::SheetTemplate> first;
        for (const auto& sheet : list_->sheets())
            if (!first && sheet.why_not.empty() && !sheet.own) first = sheet;
        if (!known && first) open_template(*first);
    } catch (const Error& what) {
        emit error(tr("Reading the templates"), what);
    }
}

void SheetsMode::open_template(const tasks::SheetTemplate& sheet) {
    try {
        document_.open(sheet);  // opened() does the rest
    } catch (const Error& what) {
        emit error(tr("Opening the template"), what);
        list_->mark_template(document_.file());
    }
}

PageWish SheetsMode::wish_of(const tasks::SheetSubject& subject) const {
    PageWish wish;
    wish.subject = subject;
    wish.number = list_->pages().row_of(subject.id) + 1;
    wish.count = list_->pages().rowCount();
    return wish;
}

void SheetsMode::take_subjects(const std::vector<tasks::SheetSubject>& subjects) {
    subjects_pending_ = false;
    const auto same = [](const auto& a, const auto& b) {
        return a.id == b.id && a.code == b.code && a.name == b.name;
    };
    if (!std::ranges::equal(list_->pages().subjects(), subjects, same)) list_->pages().set_subjects(subjects);
    std::optional<std::int64_t> wanted = std::exchange(subject_to_come_, std::nullopt);
    if (!wanted && subject_) wanted = subject_->id;
    subject_.reset();
    const int row = wanted ? list_->pages().row_of(*wanted) : -1;
    if (!subjects.empty()) subject_ = subjects[static_cast<std::size_t>(std::max(row, 0))];
    if (subject_) {
        list_->choose(subject_->id);
        ask_page();
    } else {
        paper_->clear();
        drawn_.reset();
    }
    show_state();
    sight_pause_.start();
}

void SheetsMode::ask_page() {
    if (!subject_) return;
    PageWish wish = wish_of(*subject_);
    wish.part = part_;
    wish.dpi = paper_->wanted_dpi();
    wish.serial = ++asked_;
    page_pending_ = true;
    worker_.ask_page(wish);
    show_state();
}

void SheetsMode::take_page(const DrawnPage& page) {
    if (!subject_ || page.wish.subject.id != subject_->id) return;
    if (page.wish.serial == asked_) page_pending_ = false;
    part_ = page.wish.part;
    drawn_ = page;
    paper_->show_page(page.pages[static_cast<std::size_t>(part_)], document_.sheet());
    paper_->show_picture(page.image);
    item_form_->set_names(page.names);
    show_item();
    show_state();
}

const render::Page* SheetsMode::page() const {
    return drawn_ ? &drawn_->pages[static_cast<std::size_t>(drawn_->wish.part)] : nullptr;
}

void SheetsMode::ask_thumbnails() {
    if (!active_ || !document_.is_open()) return;
    const QSizeF paper = document_.sheet().mm;
    const QSizeF px = paper.scaled(PageModel::thumbnail, Qt::KeepAspectRatio) * devicePixelRatioF();
    std::vector<PageWish> wishes;
    const auto& pages = list_->pages();
    for (const auto id : list_->in_sight()) {
        if (!pages.needs_thumbnail(id)) continue;
        PageWish wish = wish_of(pages.subjects()[static_cast<std::size_t>(pages.row_of(id))]);
        // Twice as fine as it is shown, and smoothed: hairlines would else come and go.
        wish.dpi = 2 * px.width() / paper.width() * 25.4;
        wishes.push_back(wish);
    }
    worker_.ask_thumbnails(std::move(wishes));
}

bool SheetsMode::show_row(const std::string& table, std::int64_t id, bool other_template) {
    if (document_.is_open() && document_.sheet().subject == table) {
        if (subject_ && subject_->id == id) return true;
        const int row = list_->pages().row_of(id);
        if (row < 0) {
            subject_to_come_ = id;  // the list is being read
            return stale_ || subjects_pending_;
        }
        subject_ = list_->pages().subjects()[static_cast<std::size_t>(row)];
        part_ = 0;
        list_->choose(id);
        ask_page();
        return true;
    }
    if (!other_template) return false;
    if (list_->sheets().empty()) load_templates();
    for (const auto& sheet : list_->sheets()) {
        if (sheet.subject != table) continue;
        subject_to_come_ = id;
        open_template(sheet);
        list_->mark_template(sheet.file);
        return true;
    }
    return false;
}

void SheetsMode::step_page(int by) {
    const int parts = drawn_ ? static_cast<int>(drawn_->pages.size()) : 1;
    if (part_ + by >= 0 && part_ + by < parts && !page_pending_) {
        part_ += by;
        ask_page();
        return;
    }
    list_->step(by);
}

void SheetsMode::set_edition(const std::string& edition) {
    if (params_.edition == edition) return;
    params_.edition = edition;
    drawn_.reset();
    params_changed();
}

void SheetsMode::set_language(land::Language language) {
    if (params_.language == language) return;
    params_.language = language;
    item_form_->set_language(language);
    params_changed();
}

void SheetsMode::params_changed() {
    params_.made_by = item_form_->maker()->text().trimmed().toStdString();
    params_.approved = item_form_->approved()->isChecked();
    stale_ = true;
    show_state();
    if (active_) reload();
}

bool SheetsMode::settled() const {
    return !active_ || (!page_pending_ && !subjects_pending_ && worker_.idle() && !zoom_pause_.isActive() &&
                        !sight_pause_.isActive());
}

bool SheetsMode::escape() {
    const bool done = paper_->escape();
    paper_->setFocus();
    return done;
}

QString SheetsMode::prompt() const {
    if (paper_->inside_map()) return tr("Drag to move the map, the wheel sets its scale; Esc leaves it");
    if (!paper_->selected().empty())
        return tr("Drag moves, the corners resize, arrows move by 1 mm, Del takes off; Ctrl+wheel zooms");
    return tr(
        "Click chooses an item, a double click on the map takes hold of the map inside; Ctrl+wheel "
        "zooms");
}

}  // namespace liangdi::gui
