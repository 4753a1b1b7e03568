#include "exchange/mapping_guess.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exchange/profile_match.hpp"

namespace liangdi::exchange {
namespace {

std::string name_of(const FieldMapping& mapping) {
    std::string out = mapping.table;
    for (const land::Cell& cell : mapping.set)
        if (cell.column == "kind") out += " " + land::to_display(cell.value);
    return out;
}

bool same_aim(const FieldMapping& a, const FieldMapping& b) {
    return name_of(a) == name_of(b) && a.key == b.key;
}

}  // namespace

MappingGuess guess_mapping(const Reader& reader, const SourceLayer& layer, const SourceSample& sample,
                           const land::TownShape& town, const std::string& table) {
    const SourceView view = view_of(reader, layer, sample);
    std::vector<MappingGuess> guesses;
    for (const SynonymProfile& profile : synonym_profiles())
        if (table.empty() || profile.table == table)
            if (auto guess = match_profile(profile, view, town)) guesses.push_back(*std::move(guess));
    if (guesses.empty()) return {};
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    MappingGuess best = guesses.front();
    constexpr double least_score = 3, least_margin = 0.75;
    const auto next = std::find_if(guesses.begin() + 1, guesses.end(),
                                   [&](const MappingGuess& g) { return !same_aim(g.mapping, best.mapping); });
    if (next != guesses.end()) {
        best.runner_up = name_of(next->mapping);
        if (best.score - next->score < least_margin)
            best.sure = false, best.doubts.push_back("it could as well be " + best.runner_up);
    }
    if (best.score < least_score && table.empty())
        best.sure = false, best.doubts.push_back("too few columns are known to be sure of the table");
    return best;
}

std::vector<std::string> lines_of(const MappingGuess& guess) {
    std::vector<std::string> out;
    if (guess.mapping.table.empty()) return {"no table of the town fits the columns of this source"};
    std::string key;
    for (const std::string& column : guess.mapping.key) key += (key.empty() ? "" : " + ") + column;
    out.push_back(fmt::format("{}, key {}{}{}", name_of(guess.mapping), key,
                              guess.mapping.geometry ? ", with geometry" : "",
                              guess.sure ? "" : " - not sure"));
    for (const GuessedField& field : guess.fields)
        out.push_back(fmt::format("  {} -> {} ({})", field.from, field.to, field.why));
    std::string unused;
    for (const std::string& name : guess.unused) unused += (unused.empty() ? "" : ", ") + name;
    if (!unused.empty()) out.push_back("  left out: " + unused);
    for (const std::string& doubt : guess.doubts) out.push_back("  doubt: " + doubt);
    return out;
}

std::filesystem::path mapping_file_beside(const Reader& reader, const SourceLayer& layer) {
    return mapping_file_beside(reader.file(), reader.layers().size() > 1 ? layer.name : "");
}

std::filesystem::path mapping_file_beside(const std::filesystem::path& file, const std::string& layer) {
    std::string name = file.filename().string();
    if (!layer.empty()) name += "." + layer;
    std::replace(name.begin(), name.end(), '/', '_');
    return file.parent_path() / (name + ".liangdi-map.json");
}

}  // namespace liangdi::exchange
