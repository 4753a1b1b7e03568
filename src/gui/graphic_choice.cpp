#include "gui/graphic_choice.hpp"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <array>

#include "gui/captions.hpp"
#include "render/graphic.hpp"

namespace liangdi::gui {

namespace {

constexpr int svg_role = Qt::UserRole + 1, shape_role = Qt::UserRole + 2;

struct Word {
    const char *name, *words;
};
constexpr std::array<Word, 34> words_of{{
    {"hatch_idle", QT_TRANSLATE_NOOP("Drawing", "Hatch: dots")},
    {"hatch_leased", QT_TRANSLATE_NOOP("Drawing", "Hatch: rising")},
    {"hatch_in_cooperative", QT_TRANSLATE_NOOP("Drawing", "Hatch: falling")},
    {"hatch_returned", QT_TRANSLATE_NOOP("Drawing", "Hatch: crossed")},
    {"hatch_reclaimed", QT_TRANSLATE_NOOP("Drawing", "Hatch: level")},
    {"rice", QT_TRANSLATE_NOOP("Drawing", "Rice")},
    {"dash", QT_TRANSLATE_NOOP("Drawing", "Short dashes")},
    {"ring", QT_TRANSLATE_NOOP("Drawing", "Rings")},
    {"tree", QT_TRANSLATE_NOOP("Drawing", "Tree")},
    {"shrub", QT_TRANSLATE_NOOP("Drawing", "Shrub")},
    {"dot", QT_TRANSLATE_NOOP("Drawing", "Dots")},
    {"grass", QT_TRANSLATE_NOOP("Drawing", "Grass")},
    {"house", QT_TRANSLATE_NOOP("Drawing", "House")},
    {"bus", QT_TRANSLATE_NOOP("Drawing", "Bus stop")},
    {"clinic", QT_TRANSLATE_NOOP("Drawing", "Clinic")},
    {"facility", QT_TRANSLATE_NOOP("Drawing", "Facility")},
    {"library", QT_TRANSLATE_NOOP("Drawing", "Library")},
    {"market", QT_TRANSLATE_NOOP("Drawing", "Market")},
    {"office", QT_TRANSLATE_NOOP("Drawing", "Office")},
    {"parking", QT_TRANSLATE_NOOP("Drawing", "Car park")},
    {"people", QT_TRANSLATE_NOOP("Drawing", "People")},
    {"plate", QT_TRANSLATE_NOOP("Drawing", "Plate")},
    {"police", QT_TRANSLATE_NOOP("Drawing", "Police")},
    {"school", QT_TRANSLATE_NOOP("Drawing", "School")},
    {"square", QT_TRANSLATE_NOOP("Drawing", "Public square")},
    {"waste", QT_TRANSLATE_NOOP("Drawing", "Waste")},
    {"workshop", QT_TRANSLATE_NOOP("Drawing", "Workshop")},
    {"shape square", QT_TRANSLATE_NOOP("Drawing", "Square")},
    {"shape circle", QT_TRANSLATE_NOOP("Drawing", "Circle")},
    {"shape triangle", QT_TRANSLATE_NOOP("Drawing", "Triangle")},
    {"shape star", QT_TRANSLATE_NOOP("Drawing", "Star")},
    {"shape cross", QT_TRANSLATE_NOOP("Drawing", "Cross")},
    {"shape x", QT_TRANSLATE_NOOP("Drawing", "Slanting cross")},
    {"none", QT_TRANSLATE_NOOP("Drawing", "none")},
}};

QString caption(const QString& name) {
    const auto* found = std::ranges::find_if(words_of, [&](const Word& w) { return name == w.name; });
    return found == words_of.end() ? name : QCoreApplication::translate("Drawing", found->words);
}

QString caption(const render::GraphicLook& look) {
    return caption(look.svg_name.empty() ? QStringLiteral("shape ") + q(look.shape)
                                         : QFileInfo(q(look.svg_name)).completeBaseName());
}

QIcon picture_of(const render::GraphicLook& look, const QWidget& widget) {
    constexpr QSize size(24, 18);
    const double ratio = widget.devicePixelRatioF();
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::white);  // as on the map's paper
    render::Graphic graphic;
    graphic.svg = look.svg;
    if (look.svg.isEmpty()) graphic.mark = render::Mark{look.shape, QColor(0x1A, 0x12, 0x0A), {}};
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    render::paint_graphic(painter, QPointF(size.width() / 2.0, size.height() / 2.0), graphic, 15, 1);
    return QIcon(pixmap);
}

void add(QComboBox& box, const render::GraphicLook& look) {
    box.addItem(picture_of(look, box), caption(look), q(look.svg_name));
    box.setItemData(box.count() - 1, look.svg, svg_role);
    box.setItemData(box.count() - 1, q(look.shape), shape_role);
}

bool same(const render::GraphicLook& a, const render::GraphicLook& b) {
    return a.svg == b.svg && a.shape == b.shape;
}

}  // namespace

void fill_graphics(QComboBox& box, const std::vector<render::GraphicLook>& drawings,
                   const std::optional<render::GraphicLook>& current, bool none_too) {
    std::vector<render::GraphicLook> all = drawings;
    if (!none_too)
        for (const char* shape : {"square", "circle", "triangle", "star", "cross", "x"})
            all.push_back({"", shape, {}, {}});
    if (current && std::ranges::none_of(all, [&](const auto& known) { return same(known, *current); }))
        all.insert(all.begin(), *current);
    box.clear();
    if (none_too) box.addItem(caption(QStringLiteral("none")));
    for (const auto& look : all) {
        add(box, look);
        if (current && same(look, *current)) box.setCurrentIndex(box.count() - 1);
    }
    if (!current) box.setCurrentIndex(0);
}

std::optional<render::GraphicLook> graphic_at(const QComboBox& box, int index) {
    const std::string shape = box.itemData(index, shape_role).toString().toStdString();
    const QByteArray svg = box.itemData(index, svg_role).toByteArray();
    if (shape.empty() && svg.isEmpty()) return {};
    return render::GraphicLook{box.itemData(index).toString().toStdString(), shape, svg, {}};
}

}  // namespace liangdi::gui
