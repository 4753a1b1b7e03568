#include "tasks/two_places_picture.hpp"

#include <fmt/format.h>

#include <QPainter>
#include <array>

#include "geo/error.hpp"
#include "land/area.hpp"
#include "render/flow_sheet.hpp"
#include "tasks/picture_file.hpp"

namespace liangdi::tasks {

namespace {

QString q(const std::string& text) {
    return QString::fromStdString(text);
}

std::string mu(std::int64_t hundredths) {
    return land::format_hundredths(hundredths);
}

double value_of(const land::Flow& flow, land::FlowMeasure by) {
    return by == land::FlowMeasure::households
               ? static_cast<double>(flow.households)
               : static_cast<double>(flow.mu_hundredths) / 100 / render::mu_a_flow_px;
}

std::string status_line(const land::Flows& flows) {
    struct Word {
        const char *status, *zh;
    };
    constexpr std::array<Word, 7> words{{{"self_farmed", "自种"},
                                         {"cooperative", "入社"},
                                         {"leased", "流转"},
                                         {"idle", "闲置"},
                                         {"returned", "退出"},
                                         {"reclaimed", "复垦"},
                                         {"", "未登记"}}};
    std::string out;
    for (const auto& word : words) {
        const auto found = flows.mu_by_status.find(word.status);
        if (found != flows.mu_by_status.end() && found->second != 0)
            out += fmt::format("{}{} {}", out.empty() ? "状态：" : " · ", word.zh, mu(found->second));
    }
    return out.empty() ? out : out + " 亩";
}

std::string caption(const TwoPlaces& places) {
    const auto& total = places.flows.total;
    const std::string families =
        places.place.kind == land::PlaceKind::household ? places.name : places.name + "的家庭";
    if (land::lies_in_town(places.place.kind))
        return fmt::format("{}：{} 户，来自 {} 个村组，在迁出地有 {} 亩（{} 宗）", families, total.households,
                           total.ends, mu(total.mu_hundredths), total.parcels);
    return fmt::format("{}：{} 户住在 {} 栋楼，共 {} 亩（{} 宗）", families, total.households, total.ends,
                       mu(total.mu_hundredths), total.parcels);
}

std::string width_words(const std::vector<render::FlowLine>& lines, land::FlowMeasure by) {
    const double unit = render::flow_px_a_unit(lines);
    if (by == land::FlowMeasure::mu)
        return fmt::format("线宽 = 面积（1 px = {:.3g} 亩）", render::mu_a_flow_px / unit);
    return fmt::format("线宽 = 户数（1 px = {:.3g} 户）", 1 / unit);
}

void highlight(std::vector<render::MapLayer>& layers, const Selection& selection) {
    for (auto& layer : layers)
        if (const auto found = selection.ids.find(layer.name); found != selection.ids.end())
            layer.highlighted = found->second;
}

}  // namespace

FlowWords flow_words(land::PlaceKind from) {
    if (land::lies_in_town(from)) return {"其他 {} 组", "村组未登记", "{} 户 · {} 亩"};
    return {"其他 {} 栋", "住房未登记", "{} 户 · {} 亩"};
}

std::vector<render::FlowLine> flow_lines(const TwoPlaces& places, land::FlowMeasure by,
                                         const FlowWords& words) {
    std::vector<render::FlowLine> lines;
    for (const auto& flow : land::folded(places.flows.flows)) {
        render::FlowLine line;
        line.value = value_of(flow, by);
        line.figures = q(fmt::format(fmt::runtime(words.figures), flow.households, mu(flow.mu_hundredths)));
        if (flow.ends > 1) {
            line.sum = true;
            line.name = q(fmt::format(fmt::runtime(words.rest), flow.ends));
        } else {
            const auto end = places.ends.find(flow.end);
            if (end != places.ends.end()) line.at = end->second.at;
            line.name =
                q(end == places.ends.end() || end->second.name.empty() ? words.not_known : end->second.name);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

TwoPlacesPicture render_two_places(Project& project, const TwoPlacesParams& params,
                                   land::Progress& progress) {
    const QSize size(params.width_px, params.height_px);
    check_picture_size(size);
    if (params.width_px < 480 * params.dpi / 96 || params.height_px < 320 * params.dpi / 96)
        throw Error("bad_size", "two maps and their legend need 480x320 px at 96 dpi at least");
    const PictureKind kind = picture_kind(params.out);
    TwoPlacesPicture out;
    out.places = two_places(project, params.from, params.by, progress);
    const TwoPlaces& places = out.places;

    render::FlowSheet sheet;
    sheet.size_px = size;
    sheet.dpi = params.dpi;
    sheet.from_town = land::lies_in_town(places.place.kind);
    if (!places.start.empty()) sheet.from = places.start;
    sheet.lines = flow_lines(places, params.by, flow_words(places.place.kind));
    sheet.width_words = q(width_words(sheet.lines, params.by));
    sheet.caption = q(caption(places));
    sheet.statuses = q(status_line(places.flows));
    for (const auto& line : sheet.lines) {
        sheet.bar.push_back({line.name + QStringLiteral(" ") + line.figures, line.value});
    }
    sheet.town_head = QString::fromUtf8("城 · 安置区：") + q(project.name());
    sheet.village_head = QString::fromUtf8("乡 · 迁出地");
    if (sheet.from_town && !sheet.lines.empty() && sheet.lines.front().at)
        sheet.village_head += QString::fromUtf8("：") + sheet.lines.front().name;
    if (!sheet.from_town) sheet.village_head += QString::fromUtf8("：") + q(places.name);

    const auto frame = render::flow_frame(size, params.dpi);
    const auto request = [&](const geo::Box& box, QSize map_size, std::optional<double> scale) {
        render::MapRequest made;
        made.layers = map_layers(project, params.layers);
        highlight(made.layers, places.selection);
        made.view = render::MapView::fit(box, map_size, params.dpi, 24 * params.dpi / 96).at_round_scale();
        if (scale) made.view = made.view.with_scale(*scale);
        made.stop = progress.stop_token();
        return made;
    };
    sheet.town = request(places.town_box, frame.town.size(), params.town_scale);
    sheet.village = request(places.village_box, frame.village.size(), params.village_scale);
    progress.at("drawing", 0, 0);
    if (kind != PictureKind::raster) {
        write_vector_picture(params.out, size, params.dpi, [&](QPainter& painter) {
            out.report = render::paint_flow_sheet(painter, sheet, false);
        });
        return out;
    }
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) throw Error("no_memory", "the picture is too large. Choose fewer pixels.");
    image.setDotsPerMeterX(static_cast<int>(params.dpi / 0.0254));
    image.setDotsPerMeterY(static_cast<int>(params.dpi / 0.0254));
    QPainter painter(&image);
    out.report = render::paint_flow_sheet(painter, sheet, true);
    painter.end();
    write_raster_picture(params.out, image);
    return out;
}

}  // namespace liangdi::tasks
