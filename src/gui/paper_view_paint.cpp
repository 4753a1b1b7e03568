// How PaperView looks.
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <cmath>

#include "gui/look.hpp"
#include "gui/paper_look.hpp"
#include "gui/paper_view.hpp"
#include "gui/tokens.hpp"
#include "render/page_map.hpp"

namespace liangdi::gui {

namespace {

/// The smallest of 1, 2, 5, 10 … mm that stands at least that many px apart.
double ruler_step(double px_per_mm, double least_px) {
    for (double power = 1;; power *= 10)
        for (const double round : {1.0, 2.0, 5.0})
            if (round * power * px_per_mm >= least_px) return round * power;
}

QString mm_text(double mm) {
    return QString::number(mm, 'f', mm == std::round(mm) ? 0 : 1);
}

}  // namespace

void PaperView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    paint_desk(painter);
    if (page_) {
        painter.setRenderHint(QPainter::Antialiasing);
        paint_map_preview(painter);
        paint_selection(painter);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paint_rulers(painter);
}

void PaperView::paint_desk(QPainter& painter) const {
    const bool dark = tokens_for(palette()).window == dark_tokens.window;
    painter.fillRect(viewport()->rect(), dark ? paper_look::dark_desk : paper_look::light_desk);
    if (!page_) return;
    const QRectF paper(origin(), page_->mm * px_per_mm());
    painter.setPen(Qt::NoPen);
    for (int i = 6; i > 0; --i) {
        painter.setBrush(QColor(0, 0, 0, dark ? 40 : 16));
        painter.drawRect(paper.adjusted(-i + 2, -i + 4, i, i + 2));
    }
    painter.fillRect(paper, Qt::white);
    if (picture_.isNull()) return;
    // Px on px where the picture is as fine as the screen; scaled while the new one is being made.
    const QSizeF shown = QSizeF(picture_.size()) / devicePixelRatioF();
    const bool exact = std::abs(shown.width() - paper.width()) < 1.5;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !exact);
    painter.drawImage(exact ? QRectF(paper.topLeft(), shown) : paper, picture_, QRectF(picture_.rect()));
}

/// The map moves under the mouse at once, as a part of the old picture.
void PaperView::paint_map_preview(QPainter& painter) const {
    const auto* found = item(selected_);
    const auto* map = found ? std::get_if<render::PageMap>(&found->what) : nullptr;
    QPointF by = preview_ ? preview_->by_mm : QPointF();
    if (drag_ && drag_->kind == Drag::Kind::map) by += drag_->map_mm;
    const double factor = preview_ ? preview_->factor : 1;
    if (!map || picture_.isNull() || (by.isNull() && factor == 1)) return;
    const QRectF box = render::map_box_mm(found->mm, *map);
    const QRectF on_view(to_view(box.topLeft()), to_view(box.bottomRight()));
    const double k = picture_.width() / page_->mm.width();
    const QPointF middle = on_view.center() + by * px_per_mm();
    QRectF moved(QPointF(0, 0), on_view.size() * factor);
    moved.moveCenter(middle);
    painter.save();
    painter.setClipRect(on_view);
    painter.fillRect(on_view, map->map.background);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(moved, picture_, QRectF(box.topLeft() * k, box.size() * k));
    painter.restore();
}

void PaperView::paint_selection(QPainter& painter) const {
    const auto on_view = [this](const QRectF& mm) {
        return QRectF(to_view(mm.topLeft()), to_view(mm.bottomRight()));
    };
    painter.setBrush(Qt::NoBrush);
    if (const auto* under = drag_ ? nullptr : item(hovered_); under && hovered_ != selected_) {
        QColor faint = paper_look::on_paper;
        faint.setAlpha(130);
        painter.setPen(QPen(faint, 1, Qt::DashLine));
        painter.drawRect(on_view(under->mm));
    }
    const auto* chosen = item(selected_);
    auto frame = frame_of(selected_);
    if (!frame) return;
    const bool moving = drag_ && (drag_->kind == Drag::Kind::move || drag_->kind == Drag::Kind::resize);
    if (moving) frame = drag_->now;
    if (inside_ && chosen) {
        const QRectF box = on_view(chosen->mm);
        painter.setPen(QPen(paper_look::map_violet, 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(box);
        return;
    }
    if (selected_.size() > 1 && chosen && !moving) {
        painter.setPen(QPen(paper_look::on_paper, 2));
        painter.drawRect(on_view(chosen->mm));
        painter.setPen(QPen(paper_look::on_paper, 1, Qt::DashLine));
    } else {
        painter.setPen(QPen(paper_look::on_paper, 1.5));
    }
    painter.drawRect(on_view(*frame));
    painter.setPen(QPen(paper_look::on_paper, 1.2));
    painter.setBrush(Qt::white);
    for (const QPointF& at : handles(*frame))
        painter.drawRect(QRectF(at.x() - paper_look::handle_px / 2, at.y() - paper_look::handle_px / 2,
                                paper_look::handle_px, paper_look::handle_px));
    if (!moving) return;
    const QString words =
        QStringLiteral("%1, %2 · %3 × %4 mm")
            .arg(mm_text(frame->x()), mm_text(frame->y()), mm_text(frame->width()), mm_text(frame->height()));
    painter.setFont(sized(font(), small_pt));
    QRectF label = painter.fontMetrics().boundingRect(words).adjusted(-6, -3, 6, 3);
    label.moveTopLeft(on_view(*frame).bottomLeft() + QPointF(0, 8));
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper_look::on_paper);
    painter.drawRoundedRect(label, 3, 3);
    painter.setPen(Qt::white);
    painter.drawText(label, Qt::AlignCenter, words);
}

void PaperView::paint_rulers(QPainter& painter) const {
    const Tokens& tokens = tokens_for(palette());
    constexpr int wide = paper_look::ruler_px;
    const int right = viewport()->width(), bottom = viewport()->height();
    painter.fillRect(0, 0, right, wide, tokens.panel);
    painter.fillRect(0, 0, wide, bottom, tokens.panel);
    if (page_) {
        const double k = px_per_mm();
        const QPointF zero = origin();
        const double small = ruler_step(k, 5), large = ruler_step(k, 44);
        painter.setFont(sized(font(), small_pt));
        const auto ruler = [&](bool across) {
            const double from = across ? zero.x() : zero.y();
            const double length = across ? page_->mm.width() : page_->mm.height();
            // The paper's own stretch is lighter: where it begins can be seen at a glance.
            const double begin = std::max<double>(wide, from);
            const double end = std::min<double>(across ? right : bottom, from + length * k);
            if (end > begin)
                painter.fillRect(across ? QRectF(begin, 0, end - begin, wide - 1)
                                        : QRectF(0, begin, wide - 1, end - begin),
                                 tokens.base);
            for (int i = 0; i * small <= length + 1e-6; ++i) {
                const double mm = i * small;
                const int at = static_cast<int>(std::lround(from + mm * k));
                if (at < wide || at > (across ? right : bottom)) continue;
                const bool named = std::abs(std::remainder(mm, large)) < 1e-6;
                const int tick = named ? wide - 1 : std::abs(std::remainder(mm, large / 2)) < 1e-6 ? 8 : 4;
                painter.setPen(tokens.edge);
                if (across) {
                    painter.drawLine(at, wide - tick, at, wide - 1);
                } else {
                    painter.drawLine(wide - tick, at, wide - 1, at);
                }
                if (!named) continue;
                painter.setPen(tokens.muted);
                const QString words = QString::number(mm);
                painter.save();
                if (across) {
                    painter.translate(at + 2, 0);
                } else {
                    painter.translate(0, at - 2);
                    painter.rotate(-90);
                }
                painter.drawText(QRect(0, -1, 60, wide - 3), Qt::AlignLeft | Qt::AlignVCenter, words);
                painter.restore();
            }
            if (cursor_known_) {
                painter.setPen(QPen(tokens.accent, 1));
                const double at = from + (across ? cursor_mm_.x() : cursor_mm_.y()) * k;
                if (across) {
                    painter.drawLine(QPointF(at, 0), QPointF(at, wide - 1));
                } else {
                    painter.drawLine(QPointF(0, at), QPointF(wide - 1, at));
                }
            }
        };
        ruler(true);
        ruler(false);
    }
    painter.fillRect(0, 0, wide, wide, tokens.panel);
    painter.setPen(tokens.line);
    painter.drawLine(wide - 1, 0, wide - 1, bottom);
    painter.drawLine(0, wide - 1, right, wide - 1);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(1, 1, right - 2, bottom - 2));
    }
}

}  // namespace liangdi::gui
