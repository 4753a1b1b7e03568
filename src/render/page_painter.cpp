#include "render/page_painter.hpp"

#include <QPaintDevice>
#include <cmath>

#include "geo/error.hpp"
#include "render/page_legend.hpp"
#include "render/page_map.hpp"
#include "render/page_marks.hpp"
#include "render/page_table.hpp"
#include "render/page_text.hpp"

namespace liangdi::render {

namespace {

struct ItemPainter {
    QPainter& painter;
    const QRectF& mm;
    const PageDevice& device;
    std::stop_token stop;
    MapReport& report;

    void operator()(const PageText& text) const { draw_text(painter, mm, text.text, text.look); }
    void operator()(const PageMap& map) const {
        PageMap stoppable = map;
        stoppable.map.stop = stop;
        report += paint_map(painter, device, mm, stoppable);
    }
    void operator()(const PageTable& table) const { paint_table(painter, mm, table); }
    void operator()(const PageLegend& legend) const { paint_legend(painter, device, mm, legend); }
    void operator()(const PageScaleBar& bar) const { paint_scale_bar(painter, mm, bar); }
    void operator()(const PageNorth& north) const { paint_north(painter, mm, north); }
    void operator()(const PageImage& image) const { paint_image(painter, mm, image); }
    void operator()(const PageChart& chart) const { paint_chart(painter, mm, chart); }
    void operator()(const PageRule& rule) const { paint_rule(painter, mm, rule); }
};

}  // namespace

MapReport paint_page(const Page& page, QPainter& painter, double dpi, std::stop_token stop) {
    MapReport report;
    const PageDevice device{dpi, painter.worldTransform(),
                            painter.device() && painter.device()->devType() == QInternal::Image};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    const double unit = dpi / 25.4 / page_units_a_mm;
    for (const auto& item : page.items) {
        if (stop.stop_requested()) throw Cancelled{};
        painter.save();
        painter.scale(unit, unit);
        try {
            std::visit(ItemPainter{painter, item.mm, device, stop, report}, item.what);
        } catch (...) {
            painter.restore();
            throw;
        }
        painter.restore();
    }
    return report;
}

QImage page_image(const Page& page, double dpi, std::stop_token stop, MapReport* report) {
    const double k = dpi / 25.4;
    QImage image(QSizeF(page.mm * k).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        throw Error("no_memory", "the page is too large as a picture. Choose fewer dots an inch, or PDF.");
    image.fill(Qt::white);
    const int dots_per_m = static_cast<int>(std::lround(dpi / 0.0254));
    image.setDotsPerMeterX(dots_per_m);
    image.setDotsPerMeterY(dots_per_m);
    QPainter painter(&image);
    MapReport made = paint_page(page, painter, dpi, std::move(stop));
    painter.end();
    if (report) *report = std::move(made);
    return image;
}

}  // namespace liangdi::render
