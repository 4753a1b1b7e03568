// How land is used follows from agreements and parcels; the layer says so at once, and nothing of it is kept.
#include <map>

#include "../catch.hpp"
#include "render/style_files.hpp"
#include "sample_project.hpp"
#include "store/land_views.hpp"
#include "tasks/map_cache.hpp"
#include "tasks/map_picture.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

std::map<std::int64_t, std::string> statuses(const tasks::Project& project) {
    std::map<std::int64_t, std::string> out;
    land::FeatureQuery query;
    query.attributes = {"id", "status"};
    project.store->features(*land::find_layer("land_status"))->each(query, [&](const auto& feature) {
        const auto* text = std::get_if<std::string>(&feature.attributes[1]);
        out[feature.id] = text ? *text : "";
        return true;
    });
    return out;
}

/// The rule of DESIGN told once more, row by row.
std::map<std::int64_t, std::string> expected(const store::Database& db, const std::string& date) {
    std::map<std::int64_t, std::string> out;
    auto parcels = db.prepare("SELECT id, coalesce(use_status,'') FROM parcel WHERE geometry IS NOT NULL");
    while (parcels.step()) out[parcels.integer(0)] = parcels.text(1);
    std::map<std::int64_t, int> best;
    auto agreements = db.prepare("SELECT parcel, kind, cooperative, valid_from, valid_to FROM use_agreement");
    while (agreements.step()) {
        const std::string from(agreements.text(3)), to(agreements.text(4));
        if ((!from.empty() && from > date) || (!to.empty() && to < date)) continue;
        const int rank = !agreements.is_null(2) ? 3 : agreements.text(1) == "reclaim" ? 1 : 2;
        auto& own = best[agreements.integer(0)];
        own = std::max(own, rank);
    }
    for (const auto& [parcel, rank] : best)
        if (out.contains(parcel))
            out[parcel] = rank == 3 ? "in_cooperative" : rank == 2 ? "leased" : "reclaimed";
    return out;
}

std::string status_of(const tasks::Project& project, std::int64_t parcel) {
    return statuses(project).at(parcel);
}

}  // namespace

TEST_CASE("every parcel's use is what its agreements in force say, else what it says itself",
          "[land_status]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto town = project.store->snapshot();
    const auto found = statuses(project);
    CHECK(found.size() == 14509);
    CHECK(found == expected(town->db(), town->setting("reference_date")));
    std::map<std::string, int> counts;
    for (const auto& [parcel, status] : found) ++counts[status];
    for (const char* status : {"self_farmed", "idle", "leased", "in_cooperative", "returned", "reclaimed"})
        CHECK(counts[status] > 0);
    // The sheets ask another way and must say the same.
    const auto date = town->setting("reference_date");
    std::size_t listed = 0;
    for (const auto& village : store::named_villages(town->db())) {
        const auto view = store::village_view(town->db(), village.id, date);
        REQUIRE(view);
        for (const auto& parcel : view->parcels)
            if (found.at(parcel.id) != parcel.status) FAIL_CHECK(parcel.code);
        listed += view->parcels.size();
    }
    CHECK(listed == found.size());
}

TEST_CASE("an agreement that comes, ends or goes changes the use at once", "[land_status]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto before = statuses(project);
    const auto idle = std::ranges::find_if(before, [](const auto& row) { return row.second == "idle"; });
    REQUIRE(idle != before.end());
    const std::int64_t parcel = idle->first;
    const auto add = [&](const std::string& kind, const std::string& from, const std::string& to) {
        land::Insert row{
            "use_agreement", {}, {{"parcel", parcel}, {"kind", kind}, {"contract_no", std::string("X")}}};
        if (!from.empty()) row.cells.push_back({"valid_from", from});
        if (!to.empty()) row.cells.push_back({"valid_to", to});
        project.store->apply(edit_by("tester", "agree", {row}));
    };
    add("lease", "2030-01-01", "");
    CHECK(status_of(project, parcel) == "idle");  // not yet
    add("lease", "", "2025-11-24");
    CHECK(status_of(project, parcel) == "idle");  // no longer
    add("reclaim", "", "");
    CHECK(status_of(project, parcel) == "reclaimed");
    add("lease", "2025-11-25", "2025-11-25");  // both ends inclusive
    CHECK(status_of(project, parcel) == "leased");
    undo(*project.store, last_of("tester"));
    CHECK(status_of(project, parcel) == "reclaimed");
}

TEST_CASE("nothing is kept of the layer, however often it is drawn", "[land_status]") {
    const TownFolder folder;
    auto project = open(town_copy(folder));
    const auto source = project.store->features(*land::find_layer("land_status"));
    CHECK_FALSE(source->state());
    const auto farmland = project.store->features(*land::find_layer("farmland"));
    REQUIRE(farmland->state());
    CHECK_FALSE(source->changed_since(*farmland->state()));
    land::Progress silent;
    const auto packed = tasks::pack_layers(tasks::map_layers(project), {folder / "cache", 1}, silent);
    CHECK(packed.contains("farmland"));
    CHECK_FALSE(packed.contains("land_status"));
    // Only this layer knows the column.
    land::FeatureQuery query;
    query.attributes = {"status"};
    CHECK(code_of([&] { farmland->each(query, [](const auto&) { return true; }); }) == "no_column");
}

TEST_CASE("each use has a hatch of its own, a tint farther off, and nothing beyond 1:25 000",
          "[land_status]") {
    for (const char* user_style : {"screen", "print"}) {
        const auto style = render::layer_style("land_status", user_style);
        std::map<std::string, std::string> inks;
        for (const char* status : {"idle", "leased", "in_cooperative", "returned", "reclaimed"}) {
            const std::vector<std::string> names{"status"};
            const std::vector<land::Value> values{std::string(status)};
            const auto fill_at = [&](double scale) {
                std::vector<const render::Rule*> rules;
                render::applying_rules(style.passes.at(0), scale, {names, values}, rules);
                REQUIRE(rules.size() == 1);
                return *std::get<render::PolygonSymbol>(rules[0]->symbolizers.at(0)).fill;
            };
            REQUIRE(fill_at(5000).pattern);
            REQUIRE(fill_at(10000).pattern);
            CHECK(fill_at(5000).pattern->svg_name.find(status) != std::string::npos);
            const auto tint = fill_at(25000);
            CHECK_FALSE(tint.pattern);
            CHECK(tint.colour.alphaF() == Approx(0.35).margin(0.01));
            inks[tint.colour.name().toStdString()] = status;
        }
        CHECK(inks.size() == 5);
        CHECK_FALSE(render::draws_at(style, 25100));
        const std::vector<std::string> names{"status"};
        for (const auto& value : {land::Value{std::string("self_farmed")}, land::Value{}})
            CHECK_FALSE(render::is_drawn(style, 5000, {names, std::vector<land::Value>{value}}));
    }
}
