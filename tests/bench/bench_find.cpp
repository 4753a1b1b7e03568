// bench_find PROGRAM TOWN [TEXT...]: how long a search takes, within one process and as a process of its own;
// with a table in Markdown. The index is made before anything is measured.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "tasks/find.hpp"
#include "tasks/project.hpp"
#include "timing.hpp"

using namespace liangdi;

int main(int argc, char** argv) try {
    if (argc < 3) throw std::runtime_error("bench_find PROGRAM TOWN [TEXT...]");
    const std::string program = argv[1], town = argv[2];
    std::vector<std::string> texts(argv + 3, argv + argc);
    // One, two, many characters; initials; codes from their beginning, from within, whole; an address.
    if (texts.empty())
        texts = {"甲",      "惠",        "惠泽",       "住户",    "平远新城", "甲0001",
                 "hzsq",    "zh",        "0001",       "JE00001", "5205",     "520524101201JE00001",
                 "5-1-302", "LZ-2024-0", "1号楼1单元", "没有的人"};
    tasks::OpenParams open;
    open.town = town;
    auto project = tasks::open_project(open);
    land::Progress silent;
    const auto search = [&](const std::string& text) {
        tasks::FindParams params;
        params.text = text;
        return tasks::find(project, params, silent);
    };
    bool built = false;
    const double first = bench::seconds([&] { built = search("甲").index_built; });
    fmt::print("first search, {}: {:.1f} s\n\n", built ? "which makes the index" : "index present", first);
    fmt::print("| text | found | in process, ms: median | most | a process, ms: median | most |\n");
    fmt::print("|---|---|---|---|---|---|\n");
    for (const auto& text : texts) {
        std::size_t found = 0;
        std::vector<double> within, whole;
        for (int i = 0; i < 9; ++i) {
            within.push_back(bench::seconds([&] { found = search(text).found.size(); }));
            whole.push_back(bench::seconds_of_process({program, "find", town, text}));
        }
        fmt::print("| {} | {} | {:.1f} | {:.1f} | {:.0f} | {:.0f} |\n", text, found,
                   1000 * bench::median(within), 1000 * *std::max_element(within.begin(), within.end()),
                   1000 * bench::median(whole), 1000 * *std::max_element(whole.begin(), whole.end()));
    }
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "bench_find: {}\n", error.what());
    return 1;
}
