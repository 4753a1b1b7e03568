#include "land/kept_findings.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"

using namespace liangdi;
using land::Finding;
using land::KeptFinding;

namespace {

/// The table `finding` as the changes leave it.
void write_down(std::vector<KeptFinding>& kept, const std::vector<land::Change>& changes) {
    for (const auto& change : changes) {
        if (const auto* update = std::get_if<land::Update>(&change)) {
            for (KeptFinding& k : kept)
                if (land::Value{k.id} == update->id)
                    for (const auto& cell : update->cells)
                        if (cell.column == "state") {
                            CHECK(cell.before == land::Value{k.state});
                            k.state = std::get<std::string>(cell.after);
                        }
            continue;
        }
        KeptFinding row;
        row.id = static_cast<std::int64_t>(kept.size()) + 1;
        for (const auto& cell : std::get<land::Insert>(change).cells) {
            if (cell.column == "rule") row.rule = land::to_display(cell.value);
            if (cell.column == "tab") row.table = land::to_display(cell.value);
            if (cell.column == "reason") row.message = land::to_display(cell.value);
            if (cell.column == "state") row.state = land::to_display(cell.value);
            if (cell.column == "row") row.row = std::get<std::int64_t>(cell.value);
        }
        kept.push_back(row);
    }
}

std::size_t in_state(const std::vector<KeptFinding>& kept, const std::string& state) {
    return static_cast<std::size_t>(
        std::count_if(kept.begin(), kept.end(), [&](const auto& k) { return k.state == state; }));
}

}  // namespace

TEST_CASE("property: after each check the kept rows say what is found, and a second check changes nothing") {
    std::mt19937 random(3);
    std::vector<KeptFinding> kept;
    for (int round = 0; round < 200; ++round) {
        std::vector<Finding> found;
        for (int id = 1; id <= 6; ++id)
            for (const char* rule : {"check.a", "check.b"})
                if (random() % 2 == 0) {
                    Finding f;
                    f.rule = rule, f.table = "parcel", f.id = id;
                    f.reason = std::to_string(random() % 2);
                    if (random() % 5 == 0) f.at = geo::Point{1, 2};
                    found.push_back(f);
                }
        if (random() % 4 == 0 && !found.empty())
            write_down(kept, land::accept_findings({found.front()}, kept, "seen", "2025-11-25", 4544));
        const std::set<std::string> judged = random() % 3 == 0 ? std::set<std::string>{"check.a"}
                                                               : std::set<std::string>{"check.a", "check.b"};
        const auto accepted_before = in_state(kept, "accepted");
        write_down(kept, land::keep_findings(found, kept, judged, "2025-11-25", 4544));
        CHECK(land::keep_findings(found, kept, judged, "2025-11-25", 4544).empty());
        CHECK(in_state(kept, "accepted") <= accepted_before);
        std::vector<Finding> rest = found;
        const auto accepted = land::take_accepted(rest, kept);
        CHECK(rest.size() + accepted.size() == found.size());
        if (judged.size() == 2) {  // all is judged: what is not done is what is found
            CHECK(in_state(kept, "open") == rest.size());
            CHECK(in_state(kept, "accepted") == accepted.size());
        }
    }
    CHECK(in_state(kept, "done") > 0);
}
