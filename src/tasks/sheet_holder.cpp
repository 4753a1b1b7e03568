#include "tasks/sheet_holder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "geo/error.hpp"
#include "land/area.hpp"
#include "store/land_views.hpp"
#include "tasks/land_sheets.hpp"

namespace liangdi::tasks {

namespace {

constexpr double page_m = 270;     ///< what an A4 page shows at 1:2000
constexpr double around_m = 12;    ///< least ground around the parcels
constexpr double adjoining_m = 3;  ///< across a path or a ditch

struct Placed {
    const land::ParcelLine* parcel;
    geo::Box box;
};

/// Those around the parcels, with number and holder; the public edition has their numbers only.
std::map<std::int64_t, std::string> neighbours(SheetBook& book, const std::vector<Placed>& own) {
    std::vector<std::int64_t> ids;
    std::vector<std::string> codes;
    land::FeatureQuery query;
    query.attributes = {"code"};
    for (const auto& placed : own) {
        query.box = placed.box.grown(adjoining_m);
        book.layer("land_status").source->each(query, [&](const land::FeatureView& feature) {
            ids.push_back(feature.id);
            codes.push_back(land::to_display(feature.attributes[0]));
            return true;
        });
    }
    std::map<std::int64_t, std::string> labels;
    const auto holders = book.for_public() ? std::vector<std::vector<land::Holder>>(ids.size())
                                           : store::holders_of(book.town().db(), ids, book.date());
    for (std::size_t i = 0; i < ids.size(); ++i)
        labels[ids[i]] = short_code(codes[i]) + (holders[i].empty() ? "" : "\n" + holders[i].front().name);
    return labels;
}

render::SheetContent::Map map_of(SheetBook& book, const land::HolderView& holder,
                                 const std::vector<Placed>& here) {
    render::SheetContent::Map map;
    std::map<std::int64_t, std::string> labels;
    for (const auto& parcel : holder.parcels)
        labels[parcel.id] = fmt::format(
            "{}\n{}", short_code(parcel.code),
            parcel.measured_m2 ? land::format_hundredths(measured_mu(parcel)) + book.words("亩", " mu") : "");
    const auto own = ids_of(holder.parcels);
    map.layers.push_back(parcels_without(book, "sketch_neighbour", own, labels_of(neighbours(book, here))));
    map.layers.push_back(book.layer("barrier"));
    map.layers.push_back(book.layer("street"));
    map.layers.push_back(book.layer("village", "line"));
    map.layers.push_back(parcels_only(book, "sketch", own, labels_of(labels)));
    for (const auto& placed : here) map.focus.add(placed.box.grown(around_m));
    settle(book, map);
    return map;
}

/// `pages`: of each parcel; 0 where it has no shape.
land::TextTable parcels_table(SheetBook& book, const land::HolderView& holder,
                              const std::vector<std::size_t>& pages) {
    const bool several = !pages.empty() && *std::ranges::max_element(pages) > 1;
    land::TextTable table;
    table.heading = book.words("承包地块", "Contract parcels");
    table.columns = {{book.words("地块编码", "Parcel code"), false, 0},
                     {book.words("名称", "Name"), false, 0},
                     {book.words("实测 亩", "Measured, mu"), true, 0},
                     {book.words("合同 亩", "Contract, mu"), true, 0}};
    if (!book.for_public())  // neighbours' names stand in the words of the boundaries
        for (const auto& side : {book.words("东至", "East"), book.words("南至", "South"),
                                 book.words("西至", "West"), book.words("北至", "North")})
            table.columns.push_back({side, false, 0});
    if (several) table.columns.push_back({book.words("图页", "Page"), true, 0});
    std::int64_t measured = 0, registered = 0;
    for (std::size_t i = 0; i < holder.parcels.size(); ++i) {
        const auto& parcel = holder.parcels[i];
        measured += measured_mu(parcel);
        registered += parcel.registered_mu;
        std::vector<std::string> row{parcel.code, parcel.name,
                                     parcel.measured_m2 ? land::format_hundredths(measured_mu(parcel)) : "",
                                     land::format_hundredths(parcel.registered_mu)};
        if (!book.for_public())
            for (const auto& side : {parcel.east, parcel.south, parcel.west, parcel.north})
                row.push_back(side);
        if (several) row.push_back(pages[i] > 0 ? std::to_string(pages[i]) : "–");
        table.rows.push_back(std::move(row));
    }
    table.total = {book.words(fmt::format("合计 {} 块", holder.parcels.size()),
                              fmt::format("Total, {} parcels", holder.parcels.size())),
                   "", land::format_hundredths(measured), land::format_hundredths(registered)};
    return table;
}

}  // namespace

std::vector<std::vector<std::size_t>> clusters_of(const std::vector<geo::Box>& boxes, double most_m) {
    struct Cluster {
        geo::Box box;
        std::vector<std::size_t> members;
    };
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!boxes[i].empty()) clusters.push_back({boxes[i], {i}});
    for (;;) {
        double least = std::numeric_limits<double>::infinity();
        std::size_t first = 0, second = 0;
        for (std::size_t a = 0; a < clusters.size(); ++a)
            for (std::size_t b = a + 1; b < clusters.size(); ++b) {
                geo::Box both = clusters[a].box;
                both.add(clusters[b].box);
                const double size = std::max(both.width(), both.height());
                if (size <= most_m && size < least) least = size, first = a, second = b;
            }
        if (first == second) break;
        clusters[first].box.add(clusters[second].box);
        clusters[first].members.insert(clusters[first].members.end(), clusters[second].members.begin(),
                                       clusters[second].members.end());
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(second));
    }
    std::vector<std::vector<std::size_t>> out;
    for (auto& cluster : clusters) {
        std::ranges::sort(cluster.members);
        out.push_back(std::move(cluster.members));
    }
    std::ranges::sort(out);
    return out;
}

std::vector<SheetSubject> holder_subjects(SheetBook& book, const SheetFilter& filter) {
    return by_village(book, filter, [&](std::optional<std::int64_t> village) {
        return store::contract_holders(book.town().db(), book.date(), village);
    });
}

std::vector<render::SheetContent> holder_sheets(SheetBook& book, const SheetSubject& subject,
                                                std::int64_t number, std::int64_t count) {
    const auto holder = store::holder_view(book.town().db(), subject.id, book.date());
    if (!holder) throw Error("not_found", "this party is no longer in the town file", subject.code);
    std::vector<geo::Box> boxes;
    for (const auto& parcel : holder->parcels)
        boxes.push_back(box_of_features(book.layer("land_status"), {parcel.id}));
    auto clusters = clusters_of(boxes, page_m);
    std::vector<std::size_t> page_of(boxes.size(), 0);
    for (std::size_t c = 0; c < clusters.size(); ++c)
        for (const auto i : clusters[c]) page_of[i] = c + 1;
    if (clusters.empty()) clusters.emplace_back();  // the table is a page, too

    const std::string name = name_in(book, holder->holder);
    std::string place;
    if (!holder->parcels.empty())
        if (const auto village =
                store::village_view(book.town().db(), holder->parcels.front().village, book.date()))
            place = village->name();
    std::vector<render::SheetContent> pages;
    for (std::size_t c = 0; c < clusters.size(); ++c) {
        render::SheetContent page = book.page(name, number, count);
        page.words["holder"] = name;
        page.words["code"] = holder->holder.code;
        page.words["place"] = place;
        page.words["part"] = clusters.size() > 1 ? fmt::format("{} / {}", c + 1, clusters.size()) : "";
        page.tables["parcels"] = parcels_table(book, *holder, page_of);
        std::vector<Placed> here;
        for (const auto i : clusters[c]) here.push_back({&holder->parcels[i], boxes[i]});
        if (!here.empty()) page.maps["main"] = map_of(book, *holder, here);
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace liangdi::tasks
