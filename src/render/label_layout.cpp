#include "render/label_layout.hpp"

#include <QFontMetricsF>
#include <QStringList>
#include <QTransform>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "render/graphic.hpp"

namespace liangdi::render {

namespace {

constexpr double line_height = 1.2;       // of the font's size
constexpr double text_height = 1.05;      // what the characters of a line cover
constexpr double sharpest_bend_deg = 28;  // between two characters along a line

QRectF around(QPointF centre, double width, double height) {
    return {centre.x() - width / 2, centre.y() - height / 2, width, height};
}

QRectF box_of(const LabelPiece& piece, double height, double halo) {
    const QTransform turn =
        QTransform().translate(piece.centre.x(), piece.centre.y()).rotate(piece.angle_deg);
    return turn.mapRect(around({0, 0}, piece.width, height)).adjusted(-halo, -halo, halo, halo);
}

class Layout {
  public:
    Layout(const TextSymbol& symbol, const FeatureShape& shape, const QRectF& frame, LabelCandidate& label)
        : symbol_(symbol),
          shape_(shape),
          frame_(frame),
          label_(label),
          metrics_(label.font),
          em_(label.font.pixelSize()),
          halo_(symbol.halo_radius * label.px),
          spacing_(symbol.letter_spacing * label.px) {}

    void at_point(const QString& text) {
        const Block block = block_of(text);
        const QSizeF size = block.size;
        const bool must_fit = shape_.kind == FeatureShape::Kind::areas && symbol_.inside_share >= 1;
        if (must_fit && (size.width() > shape_.box.width() || size.height() > shape_.box.height())) return;
        const QPointF shift(symbol_.offset_x * label_.px + size.width() * (0.5 - symbol_.anchor_x),
                            -symbol_.offset_y * label_.px + size.height() * (symbol_.anchor_y - 0.5));
        const QPointF anchor = anchor_of(shape_) + shift;
        const bool area = shape_.kind == FeatureShape::Kind::areas;
        std::vector<QPointF> centres{anchor};
        if (area && symbol_.behind) {
            // A plate may move about in its area to leave the numbers below it readable.
            for (const double step : {1.0, 1.6, 2.2})
                for (const QPointF way : {QPointF(0, -1), QPointF(0, 1), QPointF(1, 0), QPointF(-1, 0),
                                          QPointF(1, -1), QPointF(1, 1), QPointF(-1, 1), QPointF(-1, -1)})
                    centres.push_back(anchor +
                                      QPointF(way.x() * size.width(), way.y() * size.height()) * step);
        }
        for (const QPointF& centre : centres) {
            const QRectF box = around(centre, size.width(), size.height());
            if (!frame_.intersects(box)) continue;
            if (area && share_inside(box) < std::max(symbol_.inside_share, centre == anchor ? 0.0 : 1.0))
                continue;
            add_block(block, centre);
        }
    }

    void above(const QString& text) {
        const Block block = block_of(text);
        const double width = block.size.width();
        for (const double along : {0.5, 0.35, 0.65, 0.2, 0.8}) {
            const double x = shape_.box.left() + shape_.box.width() * along;
            double top = std::numeric_limits<double>::infinity();
            for (int i = -4; i <= 4; ++i) top = std::min(top, top_at(x + width / 8 * i));
            if (!std::isfinite(top)) continue;
            const double gap = 8 * label_.px;
            add_block(block, QPointF(x, top - gap - block.size.height() / 2) +
                                 QPointF(symbol_.offset_x, -symbol_.offset_y) * label_.px);
        }
    }

    void along_line(const QString& text) {
        const auto whole = shape_.part(longest_part(shape_));
        std::vector<QPointF> line(whole.begin(), whole.end());
        if (line.size() < 2) return;
        std::vector<QString> characters;
        std::vector<double> widths;
        double length = -spacing_;
        for (const char32_t c : text.toUcs4()) {
            characters.push_back(QString::fromUcs4(&c, 1));
            widths.push_back(metrics_.horizontalAdvance(characters.back()));
            length += widths.back() + spacing_;
        }
        const double line_length = length_of(line);
        if (length <= 0 || line_length < length) return;
        // Places lie on a lattice from the middle of the line, so they stay when the map moves.
        const double step = std::max(length * 0.75, 60 * label_.px);
        const int most = static_cast<int>((line_length - length) / 2 / step);
        for (int k = 0; k <= std::min(most, 400); ++k)
            for (const int side : {1, -1}) {
                if (k == 0 && side < 0) continue;
                const double middle = line_length / 2 + side * k * step;
                if (frame_.contains(point_along(line, middle)))
                    set_along(line, middle, length, characters, widths);
                if (label_.places.size() >= 12) return;
            }
    }

  private:
    struct Block {
        QStringList lines;
        std::vector<double> widths;
        QSizeF size;
    };

    Block block_of(const QString& text) const {
        Block block;
        block.lines = text.split(u'\n');
        double widest = 0;
        for (const auto& line : block.lines) {
            block.widths.push_back(metrics_.horizontalAdvance(line) - spacing_);
            widest = std::max(widest, block.widths.back());
        }
        const double height = em_ * (text_height + line_height * static_cast<double>(block.lines.size() - 1));
        block.size = QSizeF(widest, height);
        return block;
    }

    void add_block(const Block& block, QPointF centre) {
        std::vector<LabelPiece> pieces;
        const double top = centre.y() - block.size.height() / 2 + em_ * text_height / 2;
        for (qsizetype i = 0; i < block.lines.size(); ++i)
            pieces.push_back({block.lines[i],
                              {centre.x(), top + em_ * line_height * static_cast<double>(i)},
                              block.widths[static_cast<std::size_t>(i)],
                              0});
        QRectF box =
            around(centre, block.size.width(), block.size.height()).adjusted(-halo_, -halo_, halo_, halo_);
        if (symbol_.behind) {
            const double height = to_number(evaluate(symbol_.behind->size, {})).value_or(0) * label_.px;
            box |= graphic_box(centre, *symbol_.behind, height, label_.px);
        }
        if (symbol_.rotation_deg != 0)
            for (auto& piece : pieces) {
                const QTransform turn = QTransform()
                                            .translate(centre.x(), centre.y())
                                            .rotate(symbol_.rotation_deg)
                                            .translate(-centre.x(), -centre.y());
                piece.centre = turn.map(piece.centre);
                piece.angle_deg = symbol_.rotation_deg;
                box |= box_of(piece, em_ * text_height, halo_);
            }
        add({box}, std::move(pieces));
    }

    void add(std::vector<QRectF> boxes, std::vector<LabelPiece> pieces) {
        label_.request.places.push_back(std::move(boxes));
        label_.places.push_back(std::move(pieces));
    }

    double share_inside(const QRectF& box) const {
        int inside = 0;
        for (const double y : {0.0, 0.5, 1.0})
            for (const double x : {0.0, 0.25, 0.5, 0.75, 1.0})
                inside += contains(shape_, box.topLeft() + QPointF(box.width() * x, box.height() * y));
        return inside / 15.0;
    }

    /// y of the area's upper edge at x.
    double top_at(double x) const {
        double top = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < shape_.parts(); ++i) {
            const auto ring = shape_.part(i);
            for (std::size_t k = 1; k < ring.size(); ++k) {
                const QPointF a = ring[k - 1], b = ring[k];
                if ((a.x() > x) != (b.x() > x))
                    top = std::min(top, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()));
            }
        }
        return top;
    }

    void set_along(std::vector<QPointF>& line, double middle, double length,
                   const std::vector<QString>& characters, const std::vector<double>& widths) {
        const QPointF from = point_along(line, middle - length / 2),
                      to = point_along(line, middle + length / 2);
        const QPointF run = to - from;
        // Chinese stands upright along a steep line; figures and Latin letters run along it, upward.
        const bool latin = std::ranges::all_of(characters, [](const QString& c) { return c[0] < u'\u2E80'; });
        const bool steep = !latin && std::abs(run.y()) > std::abs(run.x());
        const bool upward = latin && std::abs(run.x()) < 1e-9 * std::abs(run.y());
        const bool backward = steep ? run.y() < 0 : upward ? run.y() > 0 : run.x() < 0;
        const double step_sign = backward ? -1 : 1;
        // Upright characters need their height along the line, not their width.
        const double slope =
            std::hypot(run.x(), run.y()) > 0 ? std::abs(run.y()) / std::hypot(run.x(), run.y()) : 1;
        const double upright = em_ * line_height / std::max(slope, 0.7) + spacing_;
        double at =
            middle - step_sign * (steep ? upright * static_cast<double>(characters.size()) : length) / 2;
        std::vector<LabelPiece> pieces;
        std::vector<QRectF> boxes;
        // SE's PerpendicularOffset: to the left hand of the line's own direction.
        const double run_length = std::hypot(run.x(), run.y());
        const QPointF aside = run_length > 0 ? QPointF(run.y(), -run.x()) / run_length : QPointF();
        const QPointF shift = aside * symbol_.offset_y * label_.px;
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const double advance = steep ? upright : widths[i] + spacing_;
            const double half = (steep ? advance : widths[i]) / 2;
            LabelPiece piece{characters[i], point_along(line, at + step_sign * half), widths[i], 0};
            if (!steep) {
                const QPointF d = (point_along(line, at + step_sign * 2 * half) - point_along(line, at));
                piece.angle_deg = std::atan2(d.y(), d.x()) * 180 / std::numbers::pi;
                if (!pieces.empty() && bend(pieces.back().angle_deg, piece.angle_deg) > sharpest_bend_deg)
                    return;
            }
            piece.centre += shift;
            boxes.push_back(box_of(piece, em_ * text_height, halo_));
            pieces.push_back(std::move(piece));
            at += step_sign * advance;
        }
        add(std::move(boxes), std::move(pieces));
    }

    static double bend(double a, double b) {
        const double d = std::fmod(std::abs(a - b), 360.0);
        return d > 180 ? 360 - d : d;
    }

    const TextSymbol& symbol_;
    const FeatureShape& shape_;
    const QRectF& frame_;
    LabelCandidate& label_;
    QFontMetricsF metrics_;
    double em_, halo_, spacing_;
};

}  // namespace

LabelCandidate layout_label(const TextSymbol& symbol, const QString& text, const FeatureShape& shape,
                            const QFont& font, double px, const QRectF& frame) {
    LabelCandidate label;
    label.symbol = &symbol;
    label.font = font;
    label.px = px;
    label.request.priority = symbol.priority;
    label.request.text = text.toStdString();
    label.request.repeat_distance = symbol.repeat_distance * px;
    const bool along =
        symbol.placement == TextSymbol::Placement::line && shape.kind == FeatureShape::Kind::lines;
    // Along a line each character stands by itself; the spacing is then the layout's.
    label.font.setLetterSpacing(QFont::AbsoluteSpacing, along ? 0 : symbol.letter_spacing * px);
    if (shape.points.empty() || text.isEmpty()) return label;
    Layout layout(symbol, shape, frame, label);
    if (along)
        layout.along_line(text);
    else if (symbol.placement == TextSymbol::Placement::above && shape.kind == FeatureShape::Kind::areas)
        layout.above(text);
    else
        layout.at_point(text);
    return label;
}

}  // namespace liangdi::render
