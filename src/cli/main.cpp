#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

#include "cli/verb.hpp"
#include "geo/error.hpp"
#include "version.hpp"

namespace {

using liangdi::cli::Exit;

/// Ctrl+C asks the running verb to stop; it then leaves nothing half done. A second Ctrl+C ends the program.
std::stop_source& stop_source() {
    static std::stop_source source;
    return source;
}

void watch_interrupt() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);  // threads inherit it; one waits for the signal
    std::thread([set] {
        int signal_number = 0;
        sigwait(&set, &signal_number);
        stop_source().request_stop();
        sigwait(&set, &signal_number);
        _Exit(static_cast<int>(Exit::cancelled));
    }).detach();
}

/// One line, whatever the message lists: programs read stderr by lines.
std::string one_line(std::string_view message) {
    std::string out;
    for (std::size_t at = 0; at < message.size(); ++at) {
        if (message[at] != '\n') {
            out += message[at];
            continue;
        }
        while (at + 1 < message.size() && message[at + 1] == ' ') ++at;
        out += out.ends_with(':') || out.ends_with(';') || out.ends_with('.') ? " " : "; ";
    }
    return out;
}

int fail(std::string_view message, Exit exit = Exit::refused) {
    fmt::print(stderr, "liangdi: {}\n", one_line(message));
    return static_cast<int>(exit);
}

/// The words of the command were wrong, not the file or the town: another command would have done.
Exit exit_of(const liangdi::Error& error) {
    constexpr std::array codes{"bad_box",  "bad_kind",  "bad_level",  "bad_crs",       "bad_encoding",
                               "bad_size", "no_holder", "no_columns", "no_layer",      "no_mapping",
                               "no_place", "no_sheet",  "no_table",   "no_passphrase", "no_template"};
    const bool usage =
        std::any_of(codes.begin(), codes.end(), [&](const char* code) { return error.code() == code; });
    return usage ? Exit::usage : Exit::refused;
}

}  // namespace

int main(int argc, char** argv) {
    watch_interrupt();

    CLI::App app("Liangdi 两地: the flat in town and the land in the village on one map, in one file.",
                 "liangdi");
    app.set_version_flag("--version", std::string("liangdi ") + liangdi::version);
    app.require_subcommand(1);
    std::vector<std::pair<CLI::App*, std::unique_ptr<liangdi::cli::Verb>>> verbs;
    const auto add = [&](const char* name, const char* what, std::unique_ptr<liangdi::cli::Verb> verb) {
        CLI::App* sub = app.add_subcommand(name, what);
        verb->setup(*sub);
        verbs.emplace_back(sub, std::move(verb));
    };
    using namespace liangdi::cli;
    add("sample", "write the sample town's source files", make_sample());
    add("create", "make a new town file", make_create());
    add("load", "a folder of sources with a load.json: the whole town", make_load());
    add("import", "one source into one table, in one transaction", make_import());
    add("doctor", "what is wrong with a file, before it is imported", make_doctor());
    add("export", "tables of the town as files of other programs", make_export());
    add("formats", "what is read and written", make_formats());
    add("styles", "how layers look in this town: own SLD files", make_styles());
    add("info", "counts, areas, the town's figures, CRS, history", make_info());
    add("find", "people, homes, land, certificates: by any part of a name or code", make_find());
    add("check", "what is wrong in the town, by rules that can be added to", make_check());
    add("link", "link a household with its flat or its land", make_link());
    add("unlink", "end such a link, or take a mistaken one out", make_unlink());
    add("match", "match a list of households with their flats or land, and link them", make_match());
    add("card", "a household with its flat and its land, whole", make_card());
    add("ledger", "ledgers as workbooks, whose totals are those of info", make_ledger());
    add("keys", "who may unlock the personal records", make_keys());
    add("personal", "personal values of a household or person, masked unless asked", make_personal());
    add("statistics", "households, people, work and land by community, grid, building or group",
        make_statistics());
    add("board", "a building's board: officers, families, counts; or its public edition", make_board());
    add("groundfloor", "families who should live on the ground floor and do not", make_ground_floor());
    add("pairing", "1+X: who helps how many, and how to make it even", make_pairing());
    add("history", "what happened", make_history());
    add("undo", "take the last edit back", make_undo());
    add("redo", "do it again", make_redo());
    add("render", "draw the map into a picture", make_render());
    add("atlas", "sheets: a map book as PDF, or a file for each page", make_atlas());

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);  // --help, --version
        const auto parsed = app.get_subcommands();
        return fail(fmt::format("{}; see liangdi {}--help", e.what(),
                                parsed.empty() ? "" : parsed.front()->get_name() + " "),
                    Exit::usage);
    }

    Console console(stop_source().get_token());
    try {
        for (const auto& [sub, verb] : verbs) {
            if (sub->parsed()) {
                const Exit exit = verb->run(console);
                console.end_progress();
                return static_cast<int>(exit);
            }
        }
    } catch (const liangdi::Cancelled&) {
        console.end_progress();
        fmt::print(stderr, "liangdi: cancelled; nothing was changed\n");
        return static_cast<int>(Exit::cancelled);
    } catch (const liangdi::Error& e) {
        console.end_progress();
        return fail(e.what(), exit_of(e));
    } catch (const std::exception& e) {
        console.end_progress();
        return fail(fmt::format("unexpected: {}", e.what()));
    }
    return static_cast<int>(Exit::usage);
}
