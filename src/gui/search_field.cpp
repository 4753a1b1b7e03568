#include "gui/search_field.hpp"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeWidget>

#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

constexpr std::size_t shown_of_a_kind = 6;
constexpr int most_rows = 16, list_width = 520, caption_width = 220;

QString line_of(const tasks::Found& found) {
    QString detail = q(found.detail);
    // What was typed must be seen in what was found.
    if (found.matched != found.caption && found.detail.find(found.matched) == std::string::npos)
        detail = QStringLiteral("%1：%2 · %3").arg(column_caption(found.field), q(found.matched), detail);
    return detail;
}

}  // namespace

/// The longest of the prompts that there is room for.
void SearchField::fit_placeholder() {
    const QString all = tr("Find people, homes, land, certificates");
    constexpr int icons_px = 70;
    for (const QString& words : {all + QStringLiteral("    Ctrl+F"), all, tr("Find (Ctrl+F)")}) {
        setPlaceholderText(words);
        if (fontMetrics().horizontalAdvance(words) + icons_px <= width()) return;
    }
}

void SearchField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    fit_placeholder();
}

SearchField::SearchField(ProjectModel& model, JobRunner& jobs, QWidget* parent)
    : QLineEdit(parent), model_(model), jobs_(jobs), list_(new QTreeWidget) {
    fit_placeholder();
    setAccessibleName(tr("Find"));
    setAccessibleDescription(
        tr("Any part of a name, a code, a certificate or an address, or pinyin initials of a name"));
    addAction(icon("edit-find"), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);

    list_->setObjectName("found");
    list_->setAccessibleName(tr("What was found"));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setColumnCount(2);
    list_->header()->hide();
    list_->header()->resizeSection(0, caption_width);
    list_->setIndentation(12);
    list_->setItemsExpandable(false);
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->hide();
    connect(this, &QObject::destroyed, list_, &QObject::deleteLater);
    connect(list_, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        list_->setCurrentItem(item);
        pick_current();
    });
    connect(this, &QLineEdit::textChanged, this, [this] {
        pick_first_ = false;
        ask();
    });
    connect(&model_, &ProjectModel::changed, this, [this](ProjectModel::What what) {
        if (what == ProjectModel::What::town) {
            clear();
            prepare();
        }
    });
}

void SearchField::prepare() {
    if (!model_.is_open() || asking_) return;
    asking_ = true;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Find"), this,
        [project = model_.project()](land::Progress& progress) {
            return tasks::find(*project, {}, progress);
        },
        [this](const tasks::FindResult&) {
            asking_ = false;
            if (!text().trimmed().isEmpty()) ask();
        });
}

void SearchField::ask() {
    const QString wanted = text().trimmed();
    if (wanted.isEmpty() || !model_.is_open()) {
        listed_.clear();
        found_.clear();
        list_->hide();
        return;
    }
    if (asking_) return;
    asking_ = true;
    tasks::FindParams params;
    params.text = wanted.toStdString();
    params.limit = shown_of_a_kind;
    params.limit_is_of_kind = true;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Find"), this,
        [project = model_.project(), params](land::Progress& progress) {
            return tasks::find(*project, params, progress);
        },
        [this, wanted, project = model_.project()](const tasks::FindResult& result) {
            asking_ = false;
            if (project != model_.project()) return;
            if (wanted != text().trimmed()) {
                ask();  // typed on meanwhile
                return;
            }
            listed_ = wanted;
            show_found(result);
            if (std::exchange(pick_first_, false)) pick_current();
        });
}

void SearchField::show_found(const tasks::FindResult& result) {
    found_ = result.found;
    list_->clear();
    QTreeWidgetItem* group = nullptr;
    std::string kind;
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const auto& one = found_[i];
        if (one.kind != kind) {
            kind = one.kind;
            group = new QTreeWidgetItem(list_, {found_caption(kind)});
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
            QFont bold = list_->font();
            bold.setBold(true);
            group->setFont(0, bold);
        }
        auto* item = new QTreeWidgetItem(group, {q(one.caption), line_of(one)});
        item->setData(0, Qt::UserRole, static_cast<int>(i));
        item->setToolTip(1, line_of(one));
    }
    if (found_.empty()) {
        auto* nothing = new QTreeWidgetItem(
            list_, {result.note.empty() ? tr("Nothing bears “%1”").arg(listed_) : note_caption(result.note)});
        nothing->setFlags(Qt::ItemIsEnabled);
        nothing->setFirstColumnSpanned(true);
    }
    list_->expandAll();
    list_->setCurrentItem(nullptr);
    walk(1);
    place_list();
}

void SearchField::place_list() {
    if (!hasFocus()) return;
    if (list_->parentWidget() != window()) list_->setParent(window());
    int rows = 0;
    for (QTreeWidgetItemIterator at(list_); *at; ++at) ++rows;
    const int height = std::min(rows, most_rows) * std::max(list_->sizeHintForRow(0), 1) + 4;
    const QPoint below = mapTo(window(), QPoint(width() - list_width, QWidget::height() + 2));
    list_->setGeometry(below.x(), below.y(), list_width, height);
    list_->show();
    list_->raise();
}

void SearchField::walk(int by) {
    QTreeWidgetItem* item = list_->currentItem();
    if (!item) item = list_->topLevelItem(0);
    while (item) {
        item = by > 0 ? list_->itemBelow(item) : list_->itemAbove(item);
        if (item && item->parent()) {
            list_->setCurrentItem(item);
            list_->scrollToItem(item);
            return;
        }
    }
}

void SearchField::pick_current() {
    if (listed_ != text().trimmed() || asking_) {
        pick_first_ = true;  // the answer is on its way
        return;
    }
    const auto* item = list_->currentItem();
    if (!item || !item->parent()) {
        if (found_.empty() && !listed_.isEmpty()) emit nothing_found(listed_);
        return;
    }
    const auto at = static_cast<std::size_t>(item->data(0, Qt::UserRole).toInt());
    list_->hide();
    emit picked(tasks::Found(found_.at(at)));
}

bool SearchField::event(QEvent* event) {
    // Esc first closes the list; only then the window's ladder goes on.
    if (event->type() == QEvent::ShortcutOverride && list_->isVisible() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Down:
            if (!list_->isVisible() && !found_.empty()) {
                place_list();
            } else {
                walk(1);
            }
            return;
        case Qt::Key_Up:
            walk(-1);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!text().trimmed().isEmpty()) pick_current();
            return;
        case Qt::Key_Escape:
            if (list_->isVisible()) {
                list_->hide();
                return;
            }
            break;
        default:
            break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::focusOutEvent(QFocusEvent* event) {
    list_->hide();
    QLineEdit::focusOutEvent(event);
}

}  // namespace liangdi::gui
