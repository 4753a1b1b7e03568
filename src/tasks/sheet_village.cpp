#include "tasks/sheet_village.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/area.hpp"
#include "store/land_views.hpp"
#include "tasks/land_sheets.hpp"

namespace liangdi::tasks {

namespace {

using land::format_hundredths;

/// Each kind with its number of parcels, what is registered and what of it is under agreements.
land::TextTable lands(SheetBook& book, const land::VillageView& village) {
    land::TextTable table;
    table.heading = book.words("三块地（登记面积）", "Three lands (registered areas)");
    table.columns = {{book.words("类别", "Land"), false, 0},
                     {book.words("宗数", "Parcels"), true, 0},
                     {book.words("登记", "Registered"), true, 0},
                     {book.words("其中盘活", "Revitalised"), true, 0},
                     {book.words("单位", "Unit"), true, 0}};
    std::int64_t parcels = 0;
    for (const auto& kind : land_kinds()) {
        std::int64_t count = 0, registered = 0, in_other_unit = 0, revitalised = 0;
        for (const auto& parcel : village.parcels) {
            if (parcel.kind != kind) continue;
            ++count;
            registered += registered_of(parcel);
            in_other_unit += parcel.registered_mu + parcel.registered_m2 - registered_of(parcel);
            revitalised += parcel.revitalised;
        }
        parcels += count;
        table.rows.push_back({kind_word(book, kind), std::to_string(count), format_hundredths(registered),
                              format_hundredths(revitalised), unit_word(book, kind)});
        // Registers may hold an area in a unit that is not its kind's; it is shown as issued, never
        // converted.
        if (in_other_unit > 0)
            table.rows.push_back({kind_word(book, kind), "", format_hundredths(in_other_unit), "",
                                  unit_word(book, kind == "homestead" ? "farmland" : "homestead")});
    }
    table.total = {book.words("合计", "Total"), std::to_string(parcels), "", "", ""};
    return table;
}

/// Each status with its number of parcels and the registered areas of each kind.
land::TextTable statuses(SheetBook& book, const land::VillageView& village) {
    land::TextTable table;
    table.heading = book.words("利用状况（登记面积）", "Use (registered areas)");
    table.columns = {{book.words("状况", "Use"), false, 0}, {book.words("宗数", "Parcels"), true, 0}};
    for (const auto& kind : land_kinds())
        table.columns.push_back(
            {fmt::format("{} {}", kind_word(book, kind), unit_word(book, kind)), true, 0});
    const auto row_of = [&](const std::string& caption, const auto& counts) {
        std::vector<std::string> row{caption};
        std::int64_t parcels = 0;
        std::vector<std::int64_t> areas(land_kinds().size());
        for (const auto& parcel : village.parcels) {
            if (!counts(parcel)) continue;
            ++parcels;
            const auto kind = std::ranges::find(land_kinds(), parcel.kind) - land_kinds().begin();
            areas[static_cast<std::size_t>(kind)] += registered_of(parcel);
        }
        row.push_back(std::to_string(parcels));
        for (const auto area : areas) row.push_back(area == 0 ? "–" : format_hundredths(area));
        return std::pair(parcels, row);
    };
    for (const auto& status : land_statuses()) {
        const auto [parcels, row] =
            row_of(status_word(book, status), [&](const auto& p) { return p.status == status; });
        if (parcels > 0) table.rows.push_back(row);
    }
    table.total = row_of(book.words("合计", "Total"), [](const auto&) { return true; }).second;
    return table;
}

/// The contract land with who answers for it, to be signed at the end of the notice.
land::TextTable display(SheetBook& book, const land::VillageView& village) {
    land::TextTable table;
    table.heading = book.words("承包地公示表", "Contract land on display");
    table.columns = {{book.words("承包方代表", "Holder"), false, 4},
                     {book.words("地块编码后5位", "Parcel, last 5"), false, 0},
                     {book.words("面积（亩）", "Area (mu)"), true, 0},
                     {book.words("签名", "Signature"), false, 7}};
    std::vector<const land::ParcelLine*> parcels;
    for (const auto& parcel : village.parcels)
        if (parcel.kind == "farmland") parcels.push_back(&parcel);
    const auto holder_code = [](const land::ParcelLine* parcel) {
        return parcel->holders.empty() ? std::string() : parcel->holders.front().code;
    };
    std::ranges::stable_sort(parcels, {}, holder_code);  // a family signs in one place
    std::int64_t all = 0;
    for (const auto* parcel : parcels) {
        const std::int64_t area = measured_mu(*parcel);
        all += area;
        table.rows.push_back({parcel->holders.empty() ? book.words("（未登记）", "(none)")
                                                      : name_in(book, parcel->holders.front()),
                              short_code(parcel->code), parcel->measured_m2 ? format_hundredths(area) : "",
                              ""});
    }
    table.total = {book.words("合计", "Total"), std::to_string(parcels.size()), format_hundredths(all), ""};
    table.closing = book.words(
        "公示期：＿＿＿＿年＿＿月＿＿日 至 ＿＿＿＿年＿＿月＿＿日\n\n"
        "村民小组组长（签名）：＿＿＿＿＿＿＿＿\n\n调查员（签名）：＿＿＿＿＿＿＿＿\n\n"
        "审核人（签名）：＿＿＿＿＿＿＿＿\n\n发包方（盖章）　　　　年　　月　　日",
        "On display from ____________ to ____________\n\nHead of the group: ____________________\n\n"
        "Surveyor: ____________________\n\nChecked by: ____________________\n\n"
        "Village collective (seal)          Date: ____________");
    return table;
}

geo::Box focus_of(SheetBook& book, const land::VillageView& village, const std::string& kind) {
    geo::Box box = box_of_features(book.layer("land_status"), ids_of(village.parcels, kind));
    if (kind.empty() || box.empty()) box.add(box_of_features(book.layer("village"), {village.id}));
    return box;
}

render::SheetContent::Map lands_map(SheetBook& book, const land::VillageView& village) {
    render::SheetContent::Map map;
    map.layers.push_back(parcels_without(book, "neighbour", ids_of(village.parcels)));
    add_lands(book, map.layers, village.parcels);
    map.layers.push_back(book.layer("restriction"));
    map.layers.push_back(book.layer("barrier"));
    map.layers.push_back(book.layer("street"));
    map.layers.push_back(without_row(book, "village", "neighbour", village.id));
    map.layers.push_back(only_row(book, "village", "own", village.id));
    map.focus = focus_of(book, village, "");
    settle(book, map);
    return map;
}

render::SheetContent::Map display_map(SheetBook& book, const land::VillageView& village) {
    render::SheetContent::Map map;
    // In three lines, two or one, as the parcel's form allows; else its number alone.
    land::AddedColumns labels{{"label", "label_two", "label_one"}, {}};
    for (const auto& parcel : village.parcels) {
        if (parcel.kind != "farmland") continue;
        const std::string code = short_code(parcel.code);
        const std::string holder = parcel.holders.empty() ? "" : name_in(book, parcel.holders.front());
        const std::string area = parcel.measured_m2 ? format_hundredths(measured_mu(parcel)) : "";
        labels.values[parcel.id] = {fmt::format("{}\n{}\n{}", code, holder, area),
                                    fmt::format("{}\n{} {}", code, holder, area),
                                    fmt::format("{} {} {}", code, holder, area)};
    }
    const auto own = ids_of(village.parcels, "farmland");
    map.layers.push_back(parcels_without(book, "neighbour", own));
    map.layers.push_back(parcels_only(book, "display", own, std::move(labels)));
    map.layers.push_back(book.layer("barrier"));
    map.layers.push_back(book.layer("street"));
    map.layers.push_back(without_row(book, "village", "neighbour", village.id));
    map.layers.push_back(only_row(book, "village", "own", village.id));
    map.focus = focus_of(book, village, "farmland");
    settle(book, map);
    return map;
}

}  // namespace

std::vector<SheetSubject> village_subjects(SheetBook& book, const SheetFilter& filter) {
    return villages_of(book, filter);
}

render::SheetContent village_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                   std::int64_t count) {
    const auto village = store::village_view(book.town().db(), subject.id, book.date());
    if (!village) throw Error("not_found", "this village group is no longer in the town file", subject.name);
    render::SheetContent page = book.page(village->name(), number, count);
    page.words["place"] = village->name();
    page.words["code"] = village->code;
    page.tables["lands"] = lands(book, *village);
    page.tables["statuses"] = statuses(book, *village);
    page.tables["display"] = display(book, *village);
    page.maps["main"] = lands_map(book, *village);
    page.maps["display"] = display_map(book, *village);
    page.maps["index"] = village_index(book, {village->id});
    return page;
}

}  // namespace liangdi::tasks
