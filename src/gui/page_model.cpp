#include "gui/page_model.hpp"

#include <QPainter>
#include <QPixmap>

#include "gui/captions.hpp"

namespace liangdi::gui {

namespace {

const QColor paper_edge{0x7B, 0x80, 0x78};

/// In the middle of a box of the list's own size, so that words begin at one line; a thin edge tells white
/// paper from a white list.
QPixmap boxed(const QImage& image, double ratio) {
    QPixmap box((QSizeF(PageModel::thumbnail) * ratio).toSize());
    box.setDevicePixelRatio(ratio);
    box.fill(Qt::transparent);
    QPainter painter(&box);
    const QRectF all(QPointF(0, 0), QSizeF(PageModel::thumbnail));
    QRectF paper = all.adjusted(1, 1, -1, -1);
    if (!image.isNull()) {
        paper.setSize(QSizeF(image.size()).scaled(paper.size(), Qt::KeepAspectRatio));
        paper.moveCenter(all.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(paper, image, QRectF(image.rect()));
    }
    painter.setPen(QPen(paper_edge, 1));
    painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5));
    return box;
}

}  // namespace

void PageModel::set_subjects(std::vector<tasks::SheetSubject> subjects) {
    beginResetModel();
    subjects_ = std::move(subjects);
    rows_.clear();
    for (std::size_t i = 0; i < subjects_.size(); ++i) rows_[subjects_[i].id] = static_cast<int>(i);
    thumbnails_.clear();
    fresh_.clear();
    endResetModel();
}

int PageModel::row_of(std::int64_t subject) const {
    const auto found = rows_.find(subject);
    return found == rows_.end() ? -1 : found->second;
}

void PageModel::outdate_thumbnails() {
    fresh_.clear();
}

void PageModel::set_thumbnail(std::int64_t subject, const QImage& image, double ratio) {
    const int row = row_of(subject);
    if (row < 0) return;
    thumbnails_[subject] = boxed(image, ratio);
    fresh_.insert(subject);
    emit dataChanged(index(row), index(row), {Qt::DecorationRole});
}

int PageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(subjects_.size());
}

QVariant PageModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& subject = subjects_[static_cast<std::size_t>(index.row())];
    const QString name = q(subject.name.empty() ? subject.code : subject.name);
    switch (role) {
        case Qt::DisplayRole:
            return QStringLiteral("%1  %2\n%3").arg(index.row() + 1).arg(name, q(subject.code));
        case Qt::AccessibleTextRole:
            return tr("Page %1, %2").arg(index.row() + 1).arg(name);
        case Qt::ToolTipRole:
            return QStringLiteral("%1 · %2").arg(name, q(subject.code));
        case Qt::DecorationRole: {
            const auto found = thumbnails_.find(subject.id);
            return found != thumbnails_.end() ? found->second : boxed({}, 1);
        }
        case Qt::UserRole:  // what the filter looks at
            return QStringLiteral("%1 %2").arg(name, q(subject.code));
        default:
            return {};
    }
}

}  // namespace liangdi::gui
