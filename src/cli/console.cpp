#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "cli/verb.hpp"

namespace liangdi::cli {

Console::Bar::Bar(std::stop_token stop)
    : land::Progress(std::move(stop)), terminal_(isatty(STDERR_FILENO) != 0) {}

void Console::Bar::show(std::string_view what, std::int64_t done, std::int64_t total) {
    using namespace std::chrono_literals;
    if (!terminal_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < 100ms) return;
    last_ = now;
    drawn_ = true;
    if (total > 0) {
        constexpr int width = 30;
        const auto filled = static_cast<int>(std::clamp<std::int64_t>(done * width / total, 0, width));
        fmt::print(stderr, "\r\033[K[{}{}] {}/{} {}", std::string(static_cast<std::size_t>(filled), '#'),
                   std::string(static_cast<std::size_t>(width - filled), '.'), done, total, what);
    } else {
        fmt::print(stderr, "\r\033[K{} {}", what, done > 0 ? std::to_string(done) : std::string());
    }
    std::fflush(stderr);
}

void Console::Bar::clear() {
    if (drawn_) fmt::print(stderr, "\r\033[K");
    drawn_ = false;
}

Console::Console(std::stop_token stop) : bar_(std::move(stop)) {}

void Console::line(std::string_view text) {
    end_progress();
    fmt::print("{}\n", text);
}
void Console::note(std::string_view text) {
    end_progress();
    fmt::print(stderr, "{}\n", text);
}
void Console::end_progress() {
    bar_.clear();
}

// ---- what verbs share ---------------------------------------------------------------------------------

void TownOptions::add_to(CLI::App& app) {
    app.add_option("TOWN", town, "the town file")->required();
    app.add_option("--actor", actor, "who does this (default: the system's user)");
    app.add_option("--unlock", unlock, "open the personal records with the passphrase in this file")
        ->type_name("FILE");
    app.add_option("--reason", reason, "why they are opened; kept in the history")->type_name("TEXT");
}

tasks::Project TownOptions::open() const {
    tasks::OpenParams params;
    params.town = town;
    params.actor = actor;
    params.reason = reason;
    if (!unlock.empty()) params.unlock = unlock;
    return tasks::open_project(params);
}

void LanguageOption::add_to(CLI::App& app, const std::string& of_what) {
    app.add_option("--lang", name, of_what)->check(CLI::IsMember({"zh", "en"}))->capture_default_str();
}

void ReportOptions::add_json(CLI::App& app) {
    app.add_flag("--json", json, "print the result as JSON, for programs");
}
void ReportOptions::add_fail_on(CLI::App& app) {
    app.add_option("--fail-on", fail_on, "exit 1 with findings of this severity or above")
        ->check(CLI::IsMember({"note", "warning", "error", "never"}));
}

Exit ReportOptions::exit_for(const std::vector<land::Finding>& findings) const {
    if (fail_on == "never") return Exit::done;
    const auto limit = fail_on == "note"      ? land::Severity::note
                       : fail_on == "warning" ? land::Severity::warning
                                              : land::Severity::error;
    const bool found =
        std::any_of(findings.begin(), findings.end(), [&](const auto& f) { return f.severity >= limit; });
    return found ? Exit::refused : Exit::done;
}

nlohmann::json to_json(const land::Finding& f) {
    nlohmann::json out = {
        {"severity", land::to_text(f.severity)}, {"rule", f.rule}, {"reason", f.reason}, {"mend", f.mend}};
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) out[name] = value;
    };
    add("table", f.table);
    add("source", f.source);
    add("field", f.field);
    add("value", f.value);
    if (f.id) out["id"] = f.id;
    if (f.row) out["row"] = f.row;
    if (f.at) out["at"] = {f.at->x, f.at->y};
    return out;
}

nlohmann::json to_json(const std::vector<land::Finding>& findings) {
    nlohmann::json out = nlohmann::json::array();
    for (const auto& finding : findings) out.push_back(to_json(finding));
    return out;
}

void print_findings(Console& console, const std::vector<land::Finding>& findings, std::int64_t all) {
    constexpr std::size_t shown = 20;
    for (std::size_t i = 0; i < findings.size() && i < shown; ++i) {
        console.line(
            fmt::format("  {}: {}", land::to_text(findings[i].severity), land::to_line(findings[i])));
    }
    if (all > static_cast<std::int64_t>(shown)) {
        console.line(fmt::format("  … {} findings in all; --json lists up to 1000", all));
    }
}

}  // namespace liangdi::cli
