#include "sample/mess.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "geo/error.hpp"
#include "sample/figures.hpp"
#include "sample/planter.hpp"

namespace liangdi::sample {

using json = nlohmann::ordered_json;

namespace {

/// What `info` says of this town. It believes the rows, where the generator knows better.
land::Figures figures_as_loaded(const SampleTown& town) {
    land::Figures figures = expected_figures(town);
    std::set<int> ground;
    for (const Occupancy& o : town.occupancies)
        if (o.allocation == "ground_floor" && (o.to.empty() || o.to >= town.reference_date))
            ground.insert(o.flat);
    figures.ground_floor_flats_allocated = static_cast<std::int64_t>(ground.size());
    return figures;
}

json to_json(const PlantedFault& fault) {
    json out{{"kind", fault.kind}, {"finder", fault.finder}, {"rule", fault.rule}, {"done", fault.done}};
    if (!fault.table.empty()) out["table"] = fault.table;
    if (!fault.code.empty()) out["code"] = fault.code;
    if (!fault.source.empty()) out["source"] = fault.source;
    return out;
}

}  // namespace

Mess plant_mess(SampleTown& town) {
    Mess mess;
    mess.right = expected_figures(town);
    Planter plant(town, mess);
    plant_shapes(plant);
    plant_land(plant);
    plant_agreements(plant);
    plant_town(plant);
    plant_people(plant);
    plant_work(plant);
    plant_lists(plant);
    plant_foreign(plant);
    plant_sources(plant);
    const std::int64_t more = mess.wrong.empty_nest_elderly;
    mess.wrong = figures_as_loaded(town);
    mess.wrong.empty_nest_elderly += more;
    return mess;
}

void write_truth(const Mess& mess, const std::filesystem::path& file) {
    json faults = json::array(), figures = json::array();
    for (const PlantedFault& fault : mess.faults) faults.push_back(to_json(fault));
    const auto right = land::named(mess.right), wrong = land::named(mess.wrong);
    for (std::size_t i = 0; i < right.size(); ++i) {
        if (right[i].value == wrong[i].value) continue;
        json figure{{"figure", right[i].name}};
        std::visit([&](const auto& value) { figure["right"] = value; }, right[i].value);
        std::visit([&](const auto& value) { figure["wrong"] = value; }, wrong[i].value);
        figures.push_back(std::move(figure));
    }
    std::ofstream out(file, std::ios::binary);
    out << json{{"faults", faults}, {"figures", figures}}.dump(1) << '\n';
    out.close();
    if (!out)
        throw Error("not_writable", "The file cannot be written. Is there room, and is it allowed?",
                    file.string());
}

}  // namespace liangdi::sample
