#include "tasks/sheet_parcel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/area.hpp"
#include "land/boundary_points.hpp"
#include "land/made_features.hpp"
#include "store/land_views.hpp"
#include "tasks/land_sheets.hpp"

namespace liangdi::tasks {

namespace {

/// As surveyed, where the file has points; else from the shape.
std::vector<land::BoundaryRing> rings_of(const land::ParcelView& parcel) {
    if (parcel.points.empty()) return land::boundary_rings(parcel.shape);
    std::vector<land::BoundaryRing> rings;
    std::vector<std::pair<std::string, geo::Point>> ring;
    for (std::size_t i = 0; i < parcel.points.size(); ++i) {
        ring.emplace_back(parcel.points[i].code, parcel.points[i].at);
        if (i + 1 < parcel.points.size() && parcel.points[i + 1].ring == parcel.points[i].ring) continue;
        // A ring may repeat its first point at its end.
        if (ring.size() > 1 && ring.front().second == ring.back().second) ring.pop_back();
        rings.push_back(land::boundary_ring(ring));
        ring.clear();
    }
    return rings;
}

std::string measured_text(SheetBook& book, const land::ParcelLine& line) {
    if (!line.measured_m2) return book.words("未测", "not measured");
    return land::format_hundredths(*line.measured_m2) + " ㎡";
}

/// 宗地号 over 地类, and the area.
std::string label_of(SheetBook& book, const land::ParcelLine& line) {
    const std::string number = line.kind == "farmland" || line.code.size() < 7
                                   ? short_code(line.code)
                                   : line.code.substr(line.code.size() - 7);  // with its letters: JC00001
    std::string bar;  // its characters are twice as wide as figures and join
    for (std::size_t i = 0; i < std::max<std::size_t>(number.size(), 4); i += 2) bar += "─";
    std::string text = number + "\n" + bar + "\n" + line.land_class;
    if (line.measured_m2) text += "\n" + measured_text(book, line);
    return text;
}

land::TextTable facts(SheetBook& book, const land::ParcelView& parcel) {
    const auto& line = parcel.line;
    land::TextTable table;
    table.columns = {{"", false, 0}, {"", false, 0}};
    const auto row = [&](const char* zh, const char* en, const std::string& value) {
        if (!value.empty()) table.rows.push_back({book.words(zh, en), value});
    };
    row("宗地代码", "Parcel code", line.code);
    row("坐落", "Place", book.for_public() ? parcel.village : joined_place(parcel.village, line.name));
    row("权利人", "Holder", holders_in(book, line));
    row("地类", "Land class", fmt::format("{} {}", line.land_class, kind_word(book, line.kind)));
    const std::int64_t registered = registered_of(line);
    if (registered > 0)
        row("登记面积", "Registered area",
            land::format_hundredths(registered) + " " + unit_word(book, line.kind));
    std::string method;
    if (line.measured_method == "planar") method = book.words("（平面）", " (planar)");
    if (line.measured_method == "ellipsoidal") method = book.words("（椭球）", " (ellipsoidal)");
    row("实测面积", "Measured area",
        measured_text(book, line) + (line.measured_m2
                                         ? fmt::format("，{} {}", land::format_hundredths(measured_mu(line)),
                                                       book.words("亩", "mu")) +
                                               method
                                         : ""));
    return table;
}

land::TextTable points_table(SheetBook& book, const std::vector<land::BoundaryRing>& rings) {
    land::TextTable table;
    table.heading = book.words("界址点坐标表（米）", "Boundary points (m)");
    table.columns = {{book.words("点号", "Point"), false, 0},
                     {book.words("X（北）", "X (north)"), true, 0},
                     {book.words("Y（东）", "Y (east)"), true, 0},
                     {book.words("边长", "Side"), true, 0}};
    for (const auto& ring : rings)
        for (const auto& point : ring)
            table.rows.push_back({point.code, fmt::format("{:.3f}", point.at.y),
                                  fmt::format("{:.3f}", point.at.x), fmt::format("{:.2f}", point.side_m)});
    table.closing = book.words("边长为本点至下一点的平面距离；末点接本圈首点。",
                               "Side: planar, to the next point; the last one of a ring to its first.");
    return table;
}

render::MapLayer made_layer(const SheetBook& book, const std::string& style,
                            const land::MadeFeatures& features) {
    render::MapLayer layer;
    layer.name = "boundary_point";
    layer.style = book.style("boundary_point", style);
    layer.source = land::made_features(features);
    return layer;
}

render::SheetContent::Map map_of(SheetBook& book, const land::ParcelView& parcel,
                                 const std::vector<land::BoundaryRing>& rings) {
    land::MadeFeatures sides{{"length"}, {}}, points{{"code", "side"}, {}};
    for (const auto& ring : rings) {
        const auto lines = land::sides_of(ring);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            sides.rows.push_back({geo::MultiLineString{lines[i]}, {fmt::format("{:.2f}", ring[i].side_m)}});
            points.rows.push_back({ring[i].at, {ring[i].code, ring[i].outward}});
        }
    }
    render::SheetContent::Map map;
    map.layers.push_back(parcels_without(book, "cadastral_neighbour", {parcel.line.id}));
    map.layers.push_back(book.layer("barrier"));
    map.layers.push_back(book.layer("street"));
    map.layers.push_back(parcels_only(book, "cadastral", {parcel.line.id},
                                      labels_of({{parcel.line.id, label_of(book, parcel.line)}})));
    map.layers.push_back(made_layer(book, "cadastral_side", sides));
    map.layers.push_back(made_layer(book, "cadastral", points));
    map.focus = geo::box_of(parcel.shape);
    for (const auto& point : points.rows) map.focus.add(geo::box_of(point.geometry));
    settle(book, map);
    return map;
}

}  // namespace

std::vector<SheetSubject> parcel_subjects(SheetBook& book, const SheetFilter& filter) {
    return by_village(book, filter, [&](std::optional<std::int64_t> village) {
        return store::named_parcels(book.town().db(), village);
    });
}

render::SheetContent parcel_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                  std::int64_t count) {
    const auto parcel = store::parcel_view(book.town().db(), subject.id, book.date());
    if (!parcel) throw Error("not_found", "this parcel is no longer in the town file", subject.code);
    const auto rings = rings_of(*parcel);
    render::SheetContent page = book.page(parcel->line.code, number, count);
    page.words["code"] = parcel->line.code;
    page.words["place"] = parcel->village;
    page.tables["facts"] = facts(book, *parcel);
    page.tables["points"] = points_table(book, rings);
    if (!parcel->shape.empty()) page.maps["main"] = map_of(book, *parcel, rings);
    return page;
}

}  // namespace liangdi::tasks
