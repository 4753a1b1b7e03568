#include "small_town.hpp"

#include <QElapsedTimer>
#include <QTest>

#include "geo/spatialite_blob.hpp"
#include "store/store.hpp"

namespace liangdi::test {

namespace {

constexpr int srid = 4544;

land::Value area(double e, double n, double w, double h) {
    return geo::to_spatialite_blob(
        geo::MultiPolygon{geo::rectangle({e0 + e, n0 + n, e0 + e + w, n0 + n + h})}, srid);
}

/// Inserts rows one after the other and names them by NewId.
class Rows {
  public:
    land::NewId add(const std::string& table, std::vector<land::Cell> cells) {
        const auto id = ids_.next();
        edit.changes.push_back(land::Insert{table, id, std::move(cells)});
        return id;
    }
    void extend(const std::string& table, land::NewId id, std::vector<land::Cell> cells) {
        edit.changes.push_back(land::Insert{table, id, std::move(cells)});
    }
    land::Edit edit{{"founder", "import small_town", {}}, {}};

  private:
    land::NewIds ids_;
};

std::string text(const char* s) {
    return s;
}

}  // namespace

SmallTown::SmallTown() : file(std::filesystem::path(folder.path().toStdString()) / "small.sqlite") {
    store::TownSpec spec;
    spec.name = "小镇";
    spec.epsg = srid;
    spec.reference_date = "2025-11-25";
    store::create_town(file, spec);
    Rows rows;
    const auto community_id =
        rows.add("community",
                 {{"code", text("C1")}, {"name", text("惠泽社区")}, {"geometry", area(-50, -50, 300, 200)}});
    const auto grid_id = rows.add("grid", {{"code", text("G1")},
                                           {"name", text("网格01")},
                                           {"community", community_id},
                                           {"geometry", area(-50, -50, 300, 200)}});
    const auto b1 = rows.add("building", {{"code", text("B1")},
                                          {"name", text("1号楼")},
                                          {"grid", grid_id},
                                          {"floors", std::int64_t{6}},
                                          {"geometry", area(0, 0, 60, 40)}});
    const auto b2 = rows.add("building", {{"code", text("B2")},
                                          {"name", text("2号楼")},
                                          {"grid", grid_id},
                                          {"floors", std::int64_t{11}},
                                          {"geometry", area(100, 0, 60, 40)}});
    const auto f1 = rows.add("flat", {{"code", text("B1-101")}, {"building", b1}, {"number", text("101")}});
    const auto f2 = rows.add("flat", {{"code", text("B2-101")}, {"building", b2}, {"number", text("101")}});
    const auto village_id = rows.add(
        "village",
        {{"village", text("龙井村")}, {"grp", text("二组")}, {"geometry", area(2950, -50, 400, 200)}});
    const auto h1 =
        rows.add("party", {{"kind", text("household")}, {"code", text("H0001")}, {"name", text("张样一")}});
    rows.extend("household", h1,
                {{"relocated", std::int64_t{1}}, {"origin", village_id}, {"moved_on", text("2019-06-18")}});
    const auto h2 =
        rows.add("party", {{"kind", text("household")}, {"code", text("H0002")}, {"name", text("李样二")}});
    rows.extend("household", h2, {{"relocated", std::int64_t{1}}, {"origin", village_id}});
    const auto p1 =
        rows.add("party", {{"kind", text("person")}, {"code", text("P1")}, {"name", text("张样一")}});
    rows.extend("person", p1, {{"sex", text("male")}, {"birth_year", std::int64_t{1973}}});
    rows.add("party_member", {{"party", h1}, {"member", p1}, {"relation", text("02")}});
    rows.add("occupancy", {{"household", h1}, {"flat", f1}, {"kind", text("main")}});
    rows.add("occupancy", {{"household", h2}, {"flat", f2}, {"kind", text("main")}});
    const auto parcel = [&](const char* kind, const char* code, double e, const char* land_class) {
        return rows.add("parcel", {{"kind", text(kind)},
                                   {"code", text(code)},
                                   {"village", village_id},
                                   {"land_class", text(land_class)},
                                   {"use_status", text("self_farmed")},
                                   {"geometry", area(e, 0, 40, 40)}});
    };
    const auto home = parcel("homestead", "520524101001JC00001", 3000, "0702");
    const auto field = parcel("farmland", "5205241010010100002", 3040, "0101");
    const auto wood = parcel("woodland", "5205241010010300003", 3080, "0301");
    const auto free = parcel("farmland", "5205241010010100004", 3120, "0103");
    const auto right = [&](land::NewId of, const char* kind, std::int64_t den) {
        rows.add("parcel_right", {{"parcel", of},
                                  {"party", h1},
                                  {"kind", text(kind)},
                                  {"share_num", std::int64_t{1}},
                                  {"share_den", den}});
    };
    right(home, "use", 1);
    right(field, "contract", 1);
    right(wood, "contract", 3);
    const auto registered = [&](land::NewId of, std::int64_t hundredths, const char* unit) {
        rows.add("area_record", {{"parcel", of},
                                 {"kind", text("registered")},
                                 {"value_hundredths", hundredths},
                                 {"unit", text(unit)}});
    };
    registered(home, 12000, "m2");
    registered(field, 240, "mu");
    registered(wood, 1000, "mu");
    store::Store store(file);
    const auto applied = store.apply(rows.edit);
    community = applied.id_of(community_id);
    grid = applied.id_of(grid_id);
    building = applied.id_of(b1);
    other_building = applied.id_of(b2);
    flat = applied.id_of(f1);
    household = applied.id_of(h1);
    other_household = applied.id_of(h2);
    homestead = applied.id_of(home);
    farmland = applied.id_of(field);
    woodland = applied.id_of(wood);
    free_parcel = applied.id_of(free);
}

bool wait_for(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, 20000);
}

OpenWindow::OpenWindow(const SmallTown& town, const std::string& actor) : window({false, actor}) {
    window.setMinimumSize(0, 0);
    window.resize(1280, 760);
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    window.activateWindow();
    window.open_town(town.file);
    settle();
}

QPoint OpenWindow::at(const geo::Point& ground) {
    return (map().view().to_px(ground) / map().devicePixelRatioF()).toPoint();
}

void OpenWindow::look_at(const geo::Point& ground, double scale) {
    map().set_view(map().view().with_scale(scale).centred(ground));
    settle();
}

void OpenWindow::click(const geo::Point& ground, Qt::KeyboardModifiers modifiers) {
    look_at(ground);
    QTest::mouseClick(&map(), Qt::LeftButton, modifiers, at(ground));
    settle();
}

void edit_elsewhere(const SmallTown& town, std::int64_t building, const std::string& new_name) {
    store::Store other(town.file);
    const auto row = other.snapshot()->row("building", building, {"name"});
    other.apply({{"somebody else", "rename a building", {}},
                 {land::Update{"building", building, {{"name", row->front(), new_name}}}}});
}

std::int64_t history_length(const SmallTown& town) {
    store::Store other(town.file);
    return other.data_version();
}

}  // namespace liangdi::test
