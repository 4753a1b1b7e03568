// The parts of SheetsMode that build it and show its state.
#include <QAction>
#include <QActionGroup>
#include <QButtonGroup>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStandardPaths>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/atlas_form.hpp"
#include "gui/captions.hpp"
#include "gui/item_form.hpp"
#include "gui/job_runner.hpp"
#include "gui/look.hpp"
#include "gui/paper_view.hpp"
#include "gui/project_model.hpp"
#include "gui/sheet_list.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

constexpr int row_px = 36, foot_px = 28, roomy_px = 800;

QToolButton* button(const char* icon_name, const QString& words, const QString& tip) {
    auto* made = new QToolButton;
    if (icon_name) made->setIcon(icon(icon_name));
    made->setText(words);
    made->setToolTip(tip);
    made->setAccessibleName(words);
    made->setAutoRaise(true);
    made->setIconSize({dock_icon, dock_icon});
    made->setMinimumSize(24, 24);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

QFrame* gap() {
    auto* line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setObjectName("divider");
    line->setFixedHeight(18);
    return line;
}

}  // namespace

void SheetsMode::build() {
    list_ = new SheetList;
    paper_ = new PaperView;
    item_form_ = new ItemForm(document_);
    item_form_->set_language(params_.language);
    atlas_form_ = new AtlasForm;
    side_ = new QTabWidget;
    side_->setObjectName("panel");
    side_->setDocumentMode(true);
    side_->addTab(item_form_, tr("Item"));
    side_->addTab(atlas_form_, tr("Atlas"));
    make_actions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(make_top_row());
    column->addWidget(paper_, 1);
    column->addWidget(make_bottom_row());
    connect(atlas_form_, &AtlasForm::start_wanted, this, &SheetsMode::make_atlas);
    connect(&jobs_, &JobRunner::ended, this, [this](quint64 job) {
        if (job != atlas_job_) return;
        atlas_job_ = 0;
        atlas_form_->set_busy(false);
        show_state();
    });
}

QWidget* SheetsMode::side() const {
    return side_;
}

void SheetsMode::make_actions() {
    const auto make = [this](const QString& words, const char* icon_name, const char* key) {
        auto* action = new QAction(words, this);
        if (icon_name) action->setIcon(icon(icon_name));
        if (key) action->setShortcut(QKeySequence(QLatin1String(key)));
        return action;
    };
    previous_action_ = make(tr("Previous page"), "go-previous", "Ctrl+PgUp");
    next_action_ = make(tr("Next page"), "go-next", "Ctrl+PgDown");
    fit_action_ = make(tr("Fit the page"), "zoom-fit-page", "Ctrl+0");
    true_size_action_ = make(tr("True size"), "zoom-original", "Ctrl+1");
    save_as_action_ = make(tr("Save the template as…"), "document-save-as", nullptr);
    remove_action_ = make(tr("Move own template to the trash"), "edit-delete", nullptr);
    copy_action_ = make(tr("Copy as a picture"), "edit-copy", "Ctrl+Shift+C");
    atlas_action_ = make(tr("Atlas…"), "document-export", nullptr);
    fit_action_->setIconText(tr("Whole page"));
    true_size_action_->setIconText(tr("1:1"));
    connect(previous_action_, &QAction::triggered, this, [this] { step_page(-1); });
    connect(next_action_, &QAction::triggered, this, [this] { step_page(1); });
    connect(fit_action_, &QAction::triggered, paper_, &PaperView::fit);
    connect(true_size_action_, &QAction::triggered, this, [this] { paper_->set_zoom(1); });
    connect(save_as_action_, &QAction::triggered, this, &SheetsMode::save_as);
    connect(remove_action_, &QAction::triggered, this, &SheetsMode::remove_template);
    connect(copy_action_, &QAction::triggered, this, &SheetsMode::copy_picture);
    connect(atlas_action_, &QAction::triggered, this, &SheetsMode::show_atlas);
}

std::vector<QAction*> SheetsMode::menu() const {
    return {previous_action_, next_action_,   nullptr, fit_action_,  true_size_action_, nullptr,
            save_as_action_,  remove_action_, nullptr, copy_action_, atlas_action_};
}

QWidget* SheetsMode::make_top_row() {
    auto* row = new QWidget;
    row->setObjectName("strip");
    row->setAttribute(Qt::WA_StyledBackground);
    row->setFixedHeight(row_px);
    auto* edition_label = new QLabel(tr("Edition"));
    edition_label->setObjectName("muted");
    staff_ =
        button(nullptr, tr("Internal"), tr("All that officers may see; says “internal use” on the page"));
    public_ = button(nullptr, tr("Public"), tr("For the notice board: masked, and so named on the page"));
    auto* editions = new QButtonGroup(row);
    for (auto* one : {staff_, public_}) {
        one->setObjectName("segment");
        one->setCheckable(true);
        one->setAutoRaise(false);
        editions->addButton(one);
    }
    staff_->setChecked(true);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    segments->addWidget(staff_);
    segments->addWidget(public_);
    language_ = new QComboBox;
    language_->addItem(QStringLiteral("中文"));
    language_->addItem(QStringLiteral("English"));
    language_->setCurrentIndex(params_.language == land::Language::en ? 1 : 0);
    language_->setAccessibleName(tr("Language of the sheet"));
    language_->setToolTip(language_->accessibleName());
    add_ = button("list-add", tr("Add"), tr("Put something on the sheet"));
    add_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add_->setPopupMode(QToolButton::InstantPopup);
    auto* kinds = new QMenu(add_);
    const std::pair<QString, const char*> all[] = {
        {tr("Text"), "text"},           {tr("Map"), "map"},
        {tr("Table"), "table"},         {tr("Legend"), "legend"},
        {tr("Scale bar"), "scale_bar"}, {tr("North arrow"), "north"},
        {tr("Image…"), "image"},        {tr("Line or box"), "rule"}};
    for (const auto& [words, kind] : all)
        kinds->addAction(words, this, [this, kind = kind] { add_item(QLatin1String(kind)); });
    add_->setMenu(kinds);
    copy_ = button("edit-copy", tr("Copy as a picture"), tr("Copy as a picture (Ctrl+Shift+C)"));
    print_ = button("document-print", tr("Print…"), tr("Print at true scale (Ctrl+P)"));
    atlas_ = button("document-export", tr("Atlas…"), tr("All pages as PDF or pictures"));
    connect(staff_, &QToolButton::clicked, this, [this] { set_edition("staff"); });
    connect(public_, &QToolButton::clicked, this, [this] { set_edition("public"); });
    connect(language_, &QComboBox::activated, this, [this] {
        set_language(language_->currentIndex() == 1 ? land::Language::en : land::Language::zh);
    });
    connect(copy_, &QToolButton::clicked, this, &SheetsMode::copy_picture);
    connect(print_, &QToolButton::clicked, this, &SheetsMode::print);
    connect(atlas_, &QToolButton::clicked, this, &SheetsMode::show_atlas);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(12, 0, 8, 0);
    line->setSpacing(8);
    line->addWidget(edition_label);
    line->addLayout(segments);
    line->addWidget(language_);
    line->addWidget(gap());
    line->addWidget(add_);
    line->addStretch();
    line->addWidget(copy_);
    line->addWidget(print_);
    line->addWidget(atlas_);
    return row;
}

QWidget* SheetsMode::make_bottom_row() {
    auto* row = new QWidget;
    row->setObjectName("foot");
    row->setAttribute(Qt::WA_StyledBackground);
    row->setFixedHeight(foot_px);
    page_label_ = new QLabel;
    page_label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    zoom_label_ = new QLabel;
    zoom_label_->setAlignment(Qt::AlignCenter);
    zoom_label_->setMinimumWidth(zoom_label_->fontMetrics().horizontalAdvance(QStringLiteral("1600 %")));
    const auto small = [](QAction* action, const QString& keys) {
        auto* made = button(nullptr, {}, {});
        made->setDefaultAction(action);
        if (!action->iconText().isEmpty() && action->iconText() != action->text())
            made->setToolButtonStyle(Qt::ToolButtonTextOnly);  // the theme's zoom icons look all alike
        made->setAccessibleName(action->text());
        made->setToolTip(QStringLiteral("%1 (%2)").arg(action->text(), keys));
        return made;
    };
    auto* out = button(nullptr, tr("Zoom out"), tr("Zoom out (Ctrl+-)"));
    auto* in = button(nullptr, tr("Zoom in"), tr("Zoom in (Ctrl++)"));
    out->setText(QStringLiteral("−"));
    in->setText(QStringLiteral("＋"));
    connect(out, &QToolButton::clicked, this, [this] { paper_->zoom_by(0.8); });
    connect(in, &QToolButton::clicked, this, [this] { paper_->zoom_by(1.25); });
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(8, 0, 8, 0);
    line->setSpacing(4);
    line->addWidget(small(previous_action_, QStringLiteral("Ctrl+PgUp")));
    line->addWidget(small(next_action_, QStringLiteral("Ctrl+PgDn")));
    line->addWidget(page_label_, 1);
    line->addWidget(out);
    line->addWidget(zoom_label_);
    line->addWidget(in);
    line->addWidget(small(fit_action_, QStringLiteral("Ctrl+0")));
    line->addWidget(small(true_size_action_, QStringLiteral("Ctrl+1")));
    return row;
}

void SheetsMode::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const auto style = width() >= roomy_px ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    for (auto* one : {copy_, print_, atlas_}) one->setToolButtonStyle(style);
}

void SheetsMode::show_state() {
    const bool works = active_ && model_.is_open();
    for (auto* action : {previous_action_, next_action_, fit_action_, true_size_action_, save_as_action_,
                         copy_action_, atlas_action_})
        action->setEnabled(works);
    remove_action_->setEnabled(works && document_.own());
    for (auto* one : {copy_, print_, add_}) one->setEnabled(works && drawn_.has_value());
    (params_.edition == "public" ? public_ : staff_)->setChecked(true);
    language_->setCurrentIndex(params_.language == land::Language::en ? 1 : 0);
    zoom_label_->setText(QStringLiteral("%1 %").arg(std::lround(paper_->zoom() * 100)));
    const int all = list_->pages().rowCount();
    QString words;
    if (!document_.is_open()) {
        words = tr("There is no template.");
    } else if (!subjects_pending_ && all == 0) {
        words = tr("The town has nothing that this sheet could be about.");
    } else if (subject_) {
        words = tr("Page %1 of %2 · %3")
                    .arg(list_->pages().row_of(subject_->id) + 1)
                    .arg(all)
                    .arg(q(subject_->name.empty() ? subject_->code : subject_->name));
        if (drawn_ && drawn_->pages.size() > 1)
            words += tr(" · leaf %1 of %2").arg(part_ + 1).arg(drawn_->pages.size());
        if (page_pending_) words += QStringLiteral(" · ") + tr("being painted…");
    }
    page_label_->setText(words);
    atlas_form_->show_pages(static_cast<int>(list_->listed().size()), all);
    if (atlas_job_ != 0) atlas_form_->set_busy(true);
    if (works && document_.is_open()) {
        const QFileInfo town(q(model_.project()->store->file().string()));
        QString name = QStringLiteral("%1 %2").arg(town.completeBaseName(),
                                                   q(document_.sheet().title.in(params_.language)));
        if (params_.edition == "public") name += tr(" public");
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation).isEmpty()
                                   ? town.absolutePath()
                                   : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        atlas_form_->propose(folder, name);
    }
}

}  // namespace liangdi::gui
