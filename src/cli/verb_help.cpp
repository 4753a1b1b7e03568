// board, groundfloor, pairing, statistics: what the offices that help families ask for.
#include <fmt/format.h>

#include "cli/verb.hpp"
#include "geo/error.hpp"
#include "land/area.hpp"
#include "tasks/building_board.hpp"
#include "tasks/ground_floor.hpp"
#include "tasks/pairing.hpp"
#include "tasks/statistics.hpp"
#include "tasks/two_places.hpp"

namespace liangdi::cli {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::vector<tasks::BoardCount>& counts) {
    Json out = Json::object();
    for (const auto& count : counts) out[count.name] = count.n ? Json(*count.n) : Json("<5");
    return out;
}

class BoardVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("BUILDING", building_, "code, name or number of the building")->required();
        app.add_flag("--public", public_, "counts only, those below 5 hidden");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        auto project = town_.open();
        const auto place = tasks::place_named(project, "building:" + building_);
        const auto board = tasks::building_board(
            project, place.id, public_ ? tasks::BoardEdition::public_board : tasks::BoardEdition::staff);
        if (report_.json) {
            Json officers = Json::array(), flats = Json::array();
            for (const auto& [role, name] : board.officers)
                officers.push_back({{"role", role}, {"name", name}});
            for (const auto& flat : board.flats)
                flats.push_back({{"flat", flat.code},
                                 {"floor", flat.floor},
                                 {"household", flat.household_name},
                                 {"persons", flat.persons},
                                 {"kind", flat.kind},
                                 {"counted", flat.counted}});
            Json out{{"building", board.name},     {"address", board.address},
                     {"grid", board.grid},         {"community", board.community},
                     {"on", board.reference_date}, {"edition", public_ ? "public" : "staff"},
                     {"officers", officers},       {"counts", to_json(board.counts)}};
            if (!public_) {
                out["groups"] = board.locked ? Json() : to_json(board.groups);
                out["flats"] = std::move(flats);
            }
            console.line(out.dump(2));
            return Exit::done;
        }
        console.line(fmt::format("{}, {}, {}, on {}{}", board.name, board.community, board.grid,
                                 board.reference_date, public_ ? " (public edition)" : ""));
        for (const auto& [role, name] : board.officers) console.line(fmt::format("  {:<16} {}", role, name));
        const auto print = [&](const std::vector<tasks::BoardCount>& counts) {
            for (const auto& count : counts)
                console.line(
                    fmt::format("  {:<22} {:>6}", count.name, count.n ? fmt::format("{}", *count.n) : "<5"));
        };
        print(board.counts);
        if (!public_ && board.locked)
            console.note("groups are sealed; --unlock FILE --reason TEXT counts them");
        print(board.groups);
        for (const auto& flat : board.flats) {
            if (flat.household != 0)
                console.line(fmt::format("  {:<14} {:>2}  {} ({})", flat.code, flat.floor,
                                         flat.household_name, flat.persons));
        }
        return Exit::done;
    }

  private:
    TownOptions town_;
    std::string building_;
    bool public_ = false;
    ReportOptions report_;
};

class GroundFloorVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        auto project = town_.open();
        const auto list = tasks::ground_floor(project, town_.reason, console.progress());
        Json lines = Json::array();
        for (const auto& line : list.lines) {
            std::vector<std::string> needs;
            for (const auto need : line.needs) needs.emplace_back(land::to_text(need));
            if (report_.json) {
                lines.push_back({{"household", line.code},
                                 {"building", line.building_name},
                                 {"floor", line.floor},
                                 {"needs", needs},
                                 {"flat", line.flat},
                                 {"flat_floor", line.flat_floor},
                                 {"nearness", line.nearness}});
                continue;
            }
            console.line(fmt::format(
                "{}  {} floor {}  {}  {}", line.code, line.building_name, line.floor, fmt::join(needs, "+"),
                line.flat.empty()
                    ? std::string("nothing lower is free in the community")
                    : fmt::format("-> {} floor {} ({})", line.flat, line.flat_floor, line.nearness)));
        }
        if (report_.json) {
            console.line(Json{{"in_need", list.in_need},
                              {"on_ground_floor", list.on_ground_floor},
                              {"allocated", list.allocated},
                              {"families", std::move(lines)}}
                             .dump(2));
        } else {
            console.line(fmt::format("{} families in need, {} of them on the ground floor, {} not",
                                     list.in_need, list.on_ground_floor, list.lines.size()));
        }
        return Exit::done;
    }

  private:
    TownOptions town_;
    ReportOptions report_;
};

class PairingVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_flag("--balance", balance_, "hand over what makes the load even, as one edit");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        auto project = town_.open();
        const auto plan = tasks::pairing_plan(project);
        const std::int64_t entry = balance_ ? tasks::balance_pairing(project) : 0;
        if (report_.json) {
            Json loads = Json::array(), handovers = Json::array();
            for (const auto& load : plan.loads)
                loads.push_back({{"officer", load.helper.name}, {"households", load.households}});
            for (const auto& handover : plan.handovers)
                handovers.push_back({{"household", handover.pairing.household_code},
                                     {"from", handover.from.name},
                                     {"to", handover.to.name}});
            console.line(Json{
                {"pairings", plan.pairings},
                {"households", plan.households},
                {"loads", std::move(loads)},
                {"handovers", std::move(handovers)},
                {"entry",
                 entry}}.dump(2));
            return Exit::done;
        }
        const auto range = [](const std::vector<land::HelperLoad>& loads) {
            return loads.empty() ? std::string("nobody helps")
                                 : fmt::format("{} helpers with {} to {} households", loads.size(),
                                               loads.back().households, loads.front().households);
        };
        console.line(fmt::format("{} pairings, {}", plan.pairings, range(plan.loads)));
        for (const auto& handover : plan.handovers)
            console.line(fmt::format("  {}: {} -> {}", handover.pairing.household_code, handover.from.name,
                                     handover.to.name));
        if (plan.handovers.empty()) {
            console.line("the load is even");
        } else {
            console.line(fmt::format(
                "{} handovers: {}{}", plan.handovers.size(), range(plan.balanced),
                entry != 0 ? fmt::format(" (history entry {})", entry) : "; --balance makes them"));
        }
        return Exit::done;
    }

  private:
    TownOptions town_;
    bool balance_ = false;
    ReportOptions report_;
};

class StatisticsVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("--by", by_, "community, grid, building or group (of the villages)")
            ->check(CLI::IsMember({"community", "grid", "building", "group"}))
            ->capture_default_str();
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        auto project = town_.open();
        auto level = land::StatisticsLevel::community;
        for (const auto each :
             {land::StatisticsLevel::grid, land::StatisticsLevel::building, land::StatisticsLevel::group})
            if (land::to_text(each) == by_) level = each;
        const auto made = tasks::statistics(project, level, console.progress());
        if (report_.json) {
            Json places = Json::array();
            for (const auto& place : made.places)
                places.push_back(line(place.name, place.sums, made.with_groups));
            console.line(Json{
                {"by", by_}, {"places", std::move(places)}, {"total", line("", made.total, made.with_groups)}}
                             .dump(2));
            return Exit::done;
        }
        const auto print = [&](const std::string& name, const land::PlaceSums& sums) {
            std::int64_t mu = 0;
            for (const auto& [kind, uses] : sums.mu_hundredths)
                for (const auto& [use, hundredths] : uses) mu += hundredths;
            console.line(fmt::format("{:>6} {:>7} {:>7} {:>7} {:>12}  {}", sums.households, sums.persons,
                                     sums.labourers, sums.employed, land::format_hundredths(mu),
                                     name.empty() ? "-" : name));
        };
        console.line("households persons labourers employed mu");
        for (const auto& place : made.places) print(place.name, place.sums);
        print("total", made.total);
        return Exit::done;
    }

  private:
    static Json line(const std::string& name, const land::PlaceSums& sums, bool with_groups) {
        Json out{{"name", name},
                 {"households", sums.households},
                 {"persons", sums.persons},
                 {"labour_households", sums.labour_households},
                 {"labourers", sums.labourers},
                 {"employed", sums.employed}};
        Json land = Json::object();
        for (const auto& [kind, uses] : sums.mu_hundredths)
            for (const auto& [use, mu] : uses)
                land[kind][use.empty() ? "unknown" : use] = land::format_hundredths(mu);
        out["mu"] = std::move(land);
        if (with_groups) out["groups"] = sums.groups;
        return out;
    }
    TownOptions town_;
    std::string by_ = "community";
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_board() {
    return std::make_unique<BoardVerb>();
}
std::unique_ptr<Verb> make_ground_floor() {
    return std::make_unique<GroundFloorVerb>();
}
std::unique_ptr<Verb> make_pairing() {
    return std::make_unique<PairingVerb>();
}
std::unique_ptr<Verb> make_statistics() {
    return std::make_unique<StatisticsVerb>();
}

}  // namespace liangdi::cli
