// bench_card TOWN [EVERY]: from a search to the household card within one process, as the window goes: the
// code is looked for, the first hit's household is read with all that its card shows. Over every household
// (or each EVERY-th), with a table in Markdown.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "tasks/find.hpp"
#include "tasks/household.hpp"
#include "timing.hpp"

using namespace liangdi;

namespace {

struct Measured {
    std::string name;
    std::vector<double> seconds;
    std::string worst_code;
    void add(double one, const std::string& code) {
        if (seconds.empty() || one > *std::max_element(seconds.begin(), seconds.end())) worst_code = code;
        seconds.push_back(one);
    }
    void print() const {
        std::vector<double> sorted = seconds;
        std::sort(sorted.begin(), sorted.end());
        const double high = sorted[std::min(sorted.size() - 1, sorted.size() * 99 / 100)];
        fmt::print("| {} | {} | {:.2f} | {:.2f} | {:.2f} | {} |\n", name, seconds.size(),
                   1000 * bench::median(seconds), 1000 * high, 1000 * sorted.back(), worst_code);
    }
};

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 2) throw std::runtime_error("bench_card TOWN [EVERY]");
    tasks::OpenParams open;
    open.town = argv[1];
    auto project = tasks::open_project(open);
    const auto every = static_cast<std::size_t>(argc > 2 ? std::max(1, std::atoi(argv[2])) : 1);
    std::vector<std::string> codes;
    {
        const auto town = project.store->snapshot();
        auto rows = town->db().prepare(
            "SELECT p.code FROM household h JOIN party p ON p.id=h.id WHERE p.code<>'' GROUP BY p.code "
            "HAVING "
            "count(*)=1 ORDER BY p.code");
        while (rows.step()) codes.emplace_back(rows.text(0));
    }
    if (codes.empty())
        throw std::runtime_error("no household with a code of its own in " + open.town.string());
    land::Progress silent;
    const auto search = [&](const std::string& code) {
        tasks::FindParams params;
        params.text = code;
        return tasks::find(project, params, silent);
    };
    const double first = bench::seconds([&] { search(codes.front()); });
    fmt::print("first search: {:.2f} s\n\n", first);
    Measured find{"search", {}, {}}, card{"card", {}, {}}, both{"search and card", {}, {}};
    std::size_t missed = 0;
    for (std::size_t i = 0; i < codes.size(); i += every) {
        std::optional<std::int64_t> household;
        const double found = bench::seconds([&] {
            for (const auto& hit : search(codes[i]).found)
                if (hit.household) {
                    household = hit.household;
                    break;
                }
        });
        if (!household) {
            ++missed;
            continue;
        }
        const double read = bench::seconds([&] {
            const auto view = tasks::household_view(project, *household);
            land::household_sheet(view.value(), 2025, nullptr, land::Language::zh);
        });
        find.add(found, codes[i]);
        card.add(read, codes[i]);
        both.add(found + read, codes[i]);
    }
    if (both.seconds.empty()) throw std::runtime_error("no code was found");
    fmt::print("| | households | median ms | 99 % within | most | of |\n|---|---|---|---|---|---|\n");
    for (const auto* one : {&find, &card, &both}) one->print();
    if (missed > 0) fmt::print("\n{} codes were not found by the search\n", missed);
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "bench_card: {}\n", error.what());
    return 1;
}
