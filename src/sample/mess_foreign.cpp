#include <fmt/format.h>

#include <fstream>

#include "geo/error.hpp"
#include "sample/planter.hpp"

namespace liangdi::sample {

namespace {

constexpr const char* script = "来件/其他软件改图.sql";

/// A corner dropped onto one across the shape: the ring touches itself there.
geo::Polygon pinched(geo::Polygon area) {
    const std::size_t corners = area.shell.size() - 1;
    area.shell[corners / 2 + 1] = area.shell[1];
    return area;
}

std::string well_known_text(const geo::Polygon& area) {
    std::string points;
    for (const geo::Point& p : area.shell)
        points += fmt::format("{}{:.3f} {:.3f}", points.empty() ? "" : ", ", p.x, p.y);
    return fmt::format("MULTIPOLYGON((({})))", points);
}

}  // namespace

void plant_foreign(Planter& plant) {
    auto& town = plant.town;
    const auto planted = [&](const char* kind, const char* table, const std::string& code,
                             const geo::Polygon& area, std::string done) {
        plant.mess.foreign.push_back({table, code, area});
        plant.fault(kind, table, code, std::move(done));
        plant.mess.faults.back().source = script;
    };
    const char* const dropped = "a corner dropped onto another one in another program";
    const Building& building = town.buildings[88];
    planted("building_invalid_shape", "building", building.code, pinched(building.footprint), dropped);
    const Grid& grid = town.grids[25];
    planted("grid_invalid_shape", "grid", grid.code, pinched(grid.area), dropped);
    const Village& village = town.villages[12];
    planted("village_invalid_shape", "village", village.code, pinched(village.area), dropped);
    const auto cornered = [&](int i) { return town.parcels[i].area.shell.size() >= 5; };
    const Parcel* parcel = &town.parcels[plant.parcel("farmland", cornered)];
    planted("parcel_invalid_shape", "parcel", parcel->code, pinched(parcel->area), dropped);

    parcel = &town.parcels[plant.parcel("homestead", cornered)];
    geo::Polygon moved = parcel->area;
    // The first corner is the last one, too.
    moved.shell[1].x += (moved.shell[2].x - moved.shell[1].x) / 4;
    moved.shell[1].y += (moved.shell[2].y - moved.shell[1].y) / 4;
    planted("measured_area_stale", "parcel", parcel->code, moved,
            "a corner moved in another program, which knows nothing of the measured area");
}

void write_foreign(const SampleTown& town, const std::filesystem::path& folder, const Mess& mess) {
    const std::string srid = town.crs.substr(town.crs.find(':') + 1);
    std::ofstream out(folder / script, std::ios::binary);
    out << "-- What another GIS program does to the town file: spatialite TOWN.sqlite < THIS\n";
    for (const ForeignShape& shape : mess.foreign)
        out << fmt::format("UPDATE {} SET geometry=GeomFromText('{}', {}) WHERE code='{}';\n", shape.table,
                           well_known_text(shape.area), srid, shape.code);
    out.close();
    if (!out)
        throw Error("not_writable", "The file cannot be written. Is there room, and is it allowed?",
                    (folder / script).string());
}

}  // namespace liangdi::sample
