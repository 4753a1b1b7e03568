// bench_pages PROGRAM SAMPLE_TOWN BENCH_TOWN OUT_DIR [PEER_RESULTS]: atlases against a QGIS layout's, the
// size of a PDF with 20 000 parcels, and memory over thousands of pages; with tables in Markdown.
// PEER_RESULTS holds what atlas_peer.py printed.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QGuiApplication>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "render/page_map.hpp"
#include "render/pdf_book.hpp"
#include "tasks/sheet_book.hpp"
#include "timing.hpp"

using namespace liangdi;
namespace fs = std::filesystem;

namespace {

struct Run {
    double wall_s = 0, processor_s = 0, most_mb = 0;
};

/// A program's time and the most memory it held.
Run run(const std::vector<std::string>& words) {
    Run result;
    rusage usage{};
    result.wall_s = bench::seconds([&] {
        std::fflush(stdout);  // else the child would print it again
        const pid_t child = fork();
        if (child == 0) {
            std::vector<char*> argv;
            for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
            argv.push_back(nullptr);
            if (!std::freopen("/dev/null", "w", stdout)) _exit(126);
            execv(argv[0], argv.data());
            _exit(127);
        }
        int status = 0;
        if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
            throw std::runtime_error("failed: " + words[1]);
    });
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    result.processor_s = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    result.most_mb = static_cast<double>(usage.ru_maxrss) / 1024;
    return result;
}

std::map<std::string, std::pair<double, double>> peer_results(const char* file) {
    std::map<std::string, std::pair<double, double>> out;
    if (!file) return out;
    std::ifstream in(file);
    std::string line;
    while (std::getline(in, line)) {
        std::istringstream words(line);
        std::string name;
        double wall = 0, processor = 0;
        if (words >> name >> wall >> processor) out[name] = {wall, processor};
    }
    return out;
}

void atlases(const std::string& program, const std::string& town, const fs::path& out,
             const char* peer_file) {
    const auto peers = peer_results(peer_file);
    fmt::print(
        "| atlas of 109 buildings, A3 | wall s | processor s | QGIS wall s | QGIS processor s | ratio "
        "|\n|---|---|---|---|---|---|\n");
    for (const std::string format : {"pdf", "png"}) {
        std::vector<std::string> words{program,          "atlas",     town,    "--sheet",
                                       "building_board", "--edition", "public"};
        if (format == "pdf") {
            words.insert(words.end(), {"--out", (out / "buildings.pdf").string()});
        } else {
            words.insert(words.end(), {"--separate", "--format", "png", "--dpi", "300", "--out",
                                       (out / "buildings").string()});
        }
        const Run own = run(words);
        const auto peer = peers.find(format);
        const std::string theirs = peer == peers.end()
                                       ? "– | – | –"
                                       : fmt::format("{:.1f} | {:.1f} | {:.1f}", peer->second.first,
                                                     peer->second.second, peer->second.first / own.wall_s);
        fmt::print("| {} | {:.2f} | {:.2f} | {} |\n", format == "pdf" ? "PDF, vector" : "PNG, 300 dpi",
                   own.wall_s, own.processor_s, theirs);
    }
}

/// One A3 page whose map shows about `wanted` parcels of the bench town.
void large_page(const std::string& town, const fs::path& out, std::int64_t wanted) {
    tasks::OpenParams open;
    open.town = town;
    auto project = tasks::open_project(open);
    tasks::SheetBook book(project, {});
    render::PageMap map;
    map.name = "main";
    map.map.background = Qt::white;
    map.map.layers.push_back(book.layer("farmland"));
    const geo::Box all = map.map.layers.front().source->extent();
    const QRectF mm(8, 8, 404, 281);
    const double share =
        static_cast<double>(wanted) / static_cast<double>(map.map.layers.front().source->count());
    map.centre = all.centre();
    map.scale = std::sqrt(all.width() * all.height() * share / (mm.width() * mm.height())) * 1000;
    render::Page page;
    page.items.push_back({mm, map});
    render::MapReport report;
    const fs::path file = out / "parcels.pdf";
    const double seconds = bench::seconds([&] {
        render::PdfBook book_file(file, {"20 000 parcels", "", "", ""}, "EPSG:4544");
        report = book_file.add(page);
        book_file.close();
    });
    fmt::print("\nA3, {} parcels at 1:{:.0f}, {} labels: {:.2f} MB, {:.2f} s\n", report.features, map.scale,
               report.labels_placed, static_cast<double>(fs::file_size(file)) / 1e6, seconds);
}

void memory(const std::string& program, const std::string& town, const fs::path& out) {
    fmt::print("\n| household cards in one PDF | wall s | most memory MB | file MB |\n|---|---|---|---|\n");
    for (const std::string community : {"惠泽社区", ""}) {
        const fs::path file = out / "cards.pdf";
        std::vector<std::string> words{program,          "atlas", town,         "--sheet",
                                       "household_card", "--out", file.string()};
        if (!community.empty()) words.insert(words.end(), {"--community", community});
        const Run own = run(words);
        fmt::print("| {} | {:.1f} | {:.0f} | {:.1f} |\n",
                   community.empty() ? "all 4958 households" : "one community, 1604 households", own.wall_s,
                   own.most_mb, static_cast<double>(fs::file_size(file)) / 1e6);
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 5)
        throw std::runtime_error("bench_pages PROGRAM SAMPLE_TOWN BENCH_TOWN OUT_DIR [PEER_RESULTS]");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const fs::path out = argv[4];
    fs::create_directories(out);
    atlases(argv[1], argv[2], out, argc > 5 ? argv[5] : nullptr);
    large_page(argv[3], out, 20000);
    memory(argv[1], argv[2], out);
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "bench_pages: {}\n", error.what());
    return 1;
}
