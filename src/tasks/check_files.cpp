#include "tasks/check_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "geo/error.hpp"
#include "land/program_folder.hpp"

namespace liangdi::tasks {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_rules = 1000;
constexpr std::uintmax_t most_bytes = 256 << 10;

/// Letters, digits, '_' and '-', or any character beyond ASCII: it is typed after --rule.
bool is_rule_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c & 0x80) != 0 || c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z');
    });
}

land::CheckRule read_rule(const fs::path& file) {
    std::error_code failed;
    // A pipe or a device would never end.
    if (!fs::is_regular_file(file, failed) || fs::file_size(file, failed) > most_bytes || failed)
        throw Error("bad_rule", "a rule is a text file of at most 256 KiB", file.string() + ":1");
    const std::string name = file.stem().string();
    if (!is_rule_name(name))
        throw Error("bad_rule", "the name of a rule has letters, digits, '_' and '-' only; rename the file",
                    file.string() + ":1");
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (in.bad() || !in.is_open()) throw Error("not_readable", "the rule cannot be read", file.string());
    return land::parse_check_rule(name, file.string(), std::move(text));
}

}  // namespace

fs::path check_directory() {
    if (const char* named = std::getenv("LIANGDI_CHECKS"); named && *named) {
        if (!fs::is_directory(named))
            throw Error("no_rules", "the folder that LIANGDI_CHECKS names does not exist", named);
        return named;
    }
    const fs::path program = land::program_folder();
    const fs::path beside = program.empty() ? fs::path() : program / ".." / "share" / "liangdi" / "checks";
    std::error_code failed;
    if (fs::is_directory(beside, failed)) return fs::canonical(beside);
#ifdef LIANGDI_SOURCE_CHECKS  // a test program of the build, which stands elsewhere
    if (fs::is_directory(LIANGDI_SOURCE_CHECKS, failed)) return LIANGDI_SOURCE_CHECKS;
#endif
    throw Error("no_rules", "the check rules are not installed. Set LIANGDI_CHECKS to their folder.",
                beside.string());
}

std::vector<land::CheckRule> read_check_rules(const fs::path& folder) {
    std::error_code failed;
    std::vector<fs::path> files;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->path().extension() == ".sql") files.push_back(at->path());
        if (files.size() > most_rules)
            throw Error("no_rules", fmt::format("more than {} rules lie there", most_rules), folder.string());
    }
    if (failed) throw Error("no_rules", "the folder of rules cannot be read", folder.string());
    std::sort(files.begin(), files.end());
    std::vector<land::CheckRule> rules;
    for (const fs::path& file : files) rules.push_back(read_rule(file));
    return rules;
}

}  // namespace liangdi::tasks
