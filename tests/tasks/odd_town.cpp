#include "odd_town.hpp"

#include <fmt/format.h>

#include <random>

#include "geo/spatialite_blob.hpp"
#include "land/edit.hpp"
#include "store/store.hpp"

namespace liangdi::tests {
namespace {

using land::Value;

class Builder {
  public:
    explicit Builder(const OddTown& how) : how_(how), random_(how.seed) {}

    land::Edit build();

  private:
    int at(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    bool one_in(int n) { return at(n - 1) == 0; }
    Value id(land::NewId n) { return Value{n}; }

    std::string words() {
        static const std::vector<std::string> plain{"测试覃",   "坡脚地", "张样一", "龙井村二组",   "a,b",
                                                    "\"引\"号", "两\n行", "0012",   "520524103007", "1/3",
                                                    "第1号",    "=1+1",   "是",     "12.50"};
        static const std::vector<std::string> rare{"测试䶮", "㵘样", "𠮷样甲"};
        static const std::vector<std::string> bad{" 前空", "后空 ", "", "'123456789012345678", "  "};
        if (how_.rare_characters && one_in(6)) return rare[static_cast<std::size_t>(at(2))];
        if (how_.doubtful && one_in(12)) return bad[static_cast<std::size_t>(at(4))];
        if (how_.long_texts && one_in(15)) {
            std::string text;
            for (int i = 0; i < 60 + at(60); ++i) text += "长文";
            return text;
        }
        return plain[static_cast<std::size_t>(at(static_cast<int>(plain.size()) - 1))];
    }
    Value text() { return one_in(4) ? Value{} : Value{words()}; }
    Value date() {
        if (one_in(4)) return {};
        return fmt::format("20{:02}-{:02}-{:02}", 5 + at(15), 1 + at(11), 1 + at(27));
    }
    Value later() { return one_in(3) ? Value{fmt::format("20{}-12-31", 40 + at(30))} : Value{}; }
    Value code(const char* prefix, int n) {
        if (how_.doubtful && one_in(14)) return {};
        if (how_.doubtful && one_in(14)) return fmt::format("{}0001", prefix);
        return fmt::format("{}{:04}", prefix, n);
    }
    Value hundredths() { return one_in(5) ? Value{} : Value{std::int64_t{at(1'000'000'000)}}; }
    Value whole(int most) { return one_in(4) ? Value{} : Value{std::int64_t{at(most)}}; }

    double quarter(int most) { return at(most * 4) / 4.0; }
    Value areas() {
        if (one_in(6)) return {};
        const double x = 576000 + quarter(5000), y = 2950000 + quarter(5000);
        geo::MultiPolygon shape{geo::rectangle({x, y, x + 20.5, y + 10.25})};
        if (one_in(3)) shape[0].holes.push_back(geo::rectangle({x + 2, y + 2, x + 4.5, y + 5}).shell);
        if (one_in(4)) shape.push_back(geo::rectangle({x + 30, y, x + 40, y + 9.75}));
        return geo::to_spatialite_blob(shape, 4544);
    }
    Value lines() {
        const double x = 576000 + quarter(5000), y = 2950000 + quarter(5000);
        geo::MultiLineString shape{{{x, y}, {x + 10.5, y + 3}, {x + 20, y}}};
        if (one_in(3)) shape.push_back({{x, y + 50}, {x + 5, y + 55.25}});
        return geo::to_spatialite_blob(shape, 4544);
    }
    Value point() {
        if (one_in(6)) return {};
        return geo::to_spatialite_blob(geo::Point{576000 + quarter(5000), 2950000 + quarter(5000)}, 4544);
    }
    land::NewId add(const std::string& table, std::vector<land::Cell> cells) {
        const auto row = ids_.next();
        insert(table, row, std::move(cells));
        return row;
    }
    void insert(const std::string& table, land::NewId row, std::vector<land::Cell> cells) {
        std::erase_if(cells, [](const land::Cell& cell) { return land::is_null(cell.value); });
        edit_.changes.push_back(land::Insert{table, row, std::move(cells)});
    }
    template <class T>
    Value some(const std::vector<T>& of) {
        return Value{of[static_cast<std::size_t>(at(static_cast<int>(of.size()) - 1))]};
    }
    template <class T>
    Value maybe(const std::vector<T>& of) {
        return one_in(4) ? Value{} : some(of);
    }
    land::NewId party(const std::string& kind, const char* prefix, int n) {
        return add("party", {{"kind", kind}, {"code", code(prefix, n)}, {"name", text()}, {"note", text()}});
    }

    const OddTown how_;
    std::mt19937 random_;
    land::NewIds ids_;
    land::Edit edit_{{"tester", "odd town", {}}, {}};
};

land::Edit Builder::build() {
    std::vector<land::NewId> communities, grids, buildings, flats, villages, households, people, parties,
        parcels, agreements, plans, meetings, officers, groups;
    const auto s = [](const char* word) { return Value{std::string(word)}; };
    for (int i = 0; i < 4; ++i)
        communities.push_back(
            add("community", {{"code", code("C", i)}, {"name", s("社区")}, {"geometry", areas()}}));
    for (int i = 0; i < 8; ++i)
        grids.push_back(add("grid", {{"code", code("G", i)},
                                     {"name", text()},
                                     {"community", maybe(communities)},
                                     {"geometry", areas()}}));
    for (int i = 0; i < 12; ++i)
        buildings.push_back(add("building", {{"code", code("B", i)},
                                             {"kind", s("public")},
                                             {"grid", maybe(grids)},
                                             {"floors", whole(40)},
                                             {"address", text()},
                                             {"built_on", date()},
                                             {"geometry", areas()}}));
    for (int i = 0; i < 25; ++i)
        flats.push_back(add("flat", {{"code", code("F", i)},
                                     {"building", some(buildings)},
                                     {"number", text()},
                                     {"floor", whole(30)},
                                     {"area_hundredths", hundredths()},
                                     {"code_provisional", std::int64_t{at(1)}}}));
    for (int i = 0; i < 5; ++i) {
        add("facility", {{"code", code("S", i)},
                         {"name", s("卫生室")},
                         {"kind", s("clinic")},
                         {"building", maybe(buildings)},
                         {"geometry", point()}});
        add("street", {{"code", code("R", i)},
                       {"name", text()},
                       {"width_m", one_in(3) ? Value{} : Value{0.1 + at(100) / 8.0}},
                       {"geometry", lines()}});
        villages.push_back(add(
            "village",
            {{"code", code("52052410300", i)}, {"village", text()}, {"grp", text()}, {"geometry", areas()}}));
    }
    for (int i = 0; i < 20; ++i) {
        households.push_back(party("household", "H", i));
        insert("household", households.back(),
               {{"relocated", std::int64_t{at(1)}}, {"origin", maybe(villages)}, {"moved_on", date()}});
        people.push_back(party("person", "P", i));
        insert("person", people.back(),
               {{"sex", s("female")}, {"birth_year", whole(80)}, {"education", text()}});
        parties.push_back(party("contract_household", "K", i));
        add("party_member", {{"party", id(households.back())},
                             {"member", some(people)},
                             {"relation", text()},
                             {"valid_from", date()}});
        add("occupancy", {{"household", some(households)},
                          {"flat", some(flats)},
                          {"kind", s("main")},
                          {"valid_from", date()},
                          {"note", text()}});
        add("employment", {{"person", some(people)},
                           {"status", s("employed")},
                           {"employer", text()},
                           {"valid_from", date()},
                           {"valid_to", later()}});
    }
    for (int i = 0; i < 40; ++i) {
        parcels.push_back(add("parcel", {{"kind", s(i % 2 ? "farmland" : "woodland")},
                                         {"code", code("520524103007000", i)},
                                         {"name", text()},
                                         {"village", maybe(villages)},
                                         {"land_class", s("0103")},
                                         {"bound_east", text()},
                                         {"contract_from", date()},
                                         {"contract_to", later()},
                                         {"note", text()},
                                         {"geometry", areas()}}));
        for (int k = at(2); k >= 0; --k)
            add("area_record", {{"parcel", id(parcels.back())},
                                {"kind", s(k == 0 ? "registered" : "measured")},
                                {"value_hundredths", std::int64_t{at(99999999)}},
                                {"unit", s(one_in(2) ? "mu" : "m2")},
                                {"method", text()},
                                {"recorded_on", date()}});
        add("parcel_right", {{"parcel", some(parcels)},
                             {"party", one_in(2) ? some(parties) : some(households)},
                             {"kind", s("contract")},
                             {"share_num", std::int64_t{1 + at(2)}},
                             {"share_den", std::int64_t{3}},
                             {"certificate", text()},
                             {"valid_from", date()}});
        if (one_in(3))
            add("boundary_point", {{"parcel", maybe(parcels)},
                                   {"code", code("J", i).index() == 0 ? s("J1") : s("J2")},
                                   {"ring", whole(3)},
                                   {"geometry", point()}});
    }
    for (int i = 0; i < 12; ++i) {
        agreements.push_back(add("use_agreement", {{"parcel", some(parcels)},
                                                   {"kind", s("lease")},
                                                   {"area_hundredths", hundredths()},
                                                   {"unit", s("mu")},
                                                   {"contract_no", code("L", i)},
                                                   {"lessee", maybe(parties)},
                                                   {"rent_hundredths", hundredths()}}));
        add("payment", {{"agreement", maybe(agreements)},
                        {"party", maybe(parties)},
                        {"planned_hundredths", one_in(3) ? Value{std::int64_t{-1250}} : hundredths()},
                        {"due_on", date()}});
        plans.push_back(add("plan", {{"kind", s("grid")},
                                     {"name", Value{fmt::format("方案{}", i % 9)}},
                                     {"parameters", s("{\"k\": [1, 2]}")},
                                     {"geometry", areas()}}));
        meetings.push_back(add(
            "meeting",
            {{"name", Value{fmt::format("会议{}", i)}}, {"held_on", date()}, {"village", maybe(villages)}}));
        add("objection", {{"meeting", maybe(meetings)},
                          {"plan", maybe(plans)},
                          {"text", Value{fmt::format("意见{}", i % 5)}},
                          {"raised_on", date()}});
        add("consent",
            {{"party", some(households)}, {"plan", some(plans)}, {"answer", s("yes")}, {"note", text()}});
        groups.push_back(
            add("party_group",
                {{"code", code("D", i)}, {"name", s("党小组")}, {"community", maybe(communities)}}));
        officers.push_back(
            add("officer",
                {{"code", code("O", i)}, {"name", s("李样")}, {"person", maybe(people)}, {"post", text()}}));
        add("duty", {{"officer", some(officers)},
                     {"role", s("grid_worker")},
                     {"grid", maybe(grids)},
                     {"village", maybe(villages)},
                     {"party_group", maybe(groups)},
                     {"valid_from", date()}});
        if (how_.doubtful && i == 3)
            add("training", {{"code", s("T1")}, {"name", s("班")}, {"held_from", s("2015")}});
    }
    return std::move(edit_);
}

}  // namespace

void make_odd_town(const std::filesystem::path& file, const OddTown& how) {
    store::TownSpec spec;
    spec.name = "怪镇";
    spec.reference_date = "2025-11-25";
    store::create_town(file, spec);
    store::Store store(file);
    store.apply(Builder(how).build());
}

}  // namespace liangdi::tests
