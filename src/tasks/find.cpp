#include "tasks/find.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "geo/error.hpp"
#include "land/id_number.hpp"
#include "store/found_rows.hpp"
#include "store/sealed_rows.hpp"
#include "store/search_index.hpp"
#include "store/side_file.hpp"

namespace liangdi::tasks {

namespace {

std::vector<store::FoundKind> kinds_of(const std::vector<std::string>& names) {
    std::vector<store::FoundKind> out;
    for (const auto& name : names) {
        const auto at = std::ranges::find(find_kinds(), name);
        if (at == find_kinds().end())
            throw Error("bad_kind", fmt::format("there is no kind '{}' to find; there are {}", name,
                                                fmt::join(find_kinds(), ", ")));
        out.push_back(static_cast<store::FoundKind>(at - find_kinds().begin()));
    }
    return out;
}

/// "12-2-3-1" (building, entrance, floor, room) as flats are numbered: "12-2-301". Empty where it is no such
/// text.
std::string with_room_number(const std::string& text) {
    std::array<std::string, 4> parts;
    std::size_t part = 0;
    for (const char c : text) {
        if (c == '-') {
            if (++part == parts.size()) return {};
        } else {
            parts[part] += c;
        }
    }
    const auto is_number = [](const std::string& s) {
        return !s.empty() && s.size() <= 2 &&
               std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (part != 3 || parts[0].empty() || parts[1].empty() || !is_number(parts[2]) || !is_number(parts[3]))
        return {};
    return fmt::format("{}-{}-{}{:0>2}", parts[0], parts[1], parts[2], parts[3]);
}

/// 18 characters of which only the last may be a letter; registers hold such numbers that are not valid, too.
bool looks_like_id_number(const std::string& text) {
    const auto defect = land::id_number_defect(text);
    return land::normalized_id_number(text).size() == 18 && defect != land::IdNumberDefect::length &&
           defect != land::IdNumberDefect::characters;
}

Found found_of(const store::SearchHit& hit, store::FoundRow row) {
    Found out;
    out.kind = store::to_text(hit.kind);
    out.table = hit.table;
    out.field = hit.field;
    out.id = hit.rows.front();
    out.by = store::to_text(hit.by);
    out.matched = hit.text;
    out.caption = std::move(row.caption);
    out.detail = std::move(row.detail);
    out.household = row.household;
    for (auto& place : row.on_map) out.on_map.push_back({std::move(place.layer), place.id});
    out.box = row.box;
    return out;
}

}  // namespace

const std::vector<std::string>& find_kinds() {
    static const std::vector<std::string> kinds = [] {
        std::vector<std::string> out;
        for (int kind = 0; kind < store::found_kind_count; ++kind)
            out.emplace_back(store::to_text(static_cast<store::FoundKind>(kind)));
        return out;
    }();
    return kinds;
}

FindResult find(Project& project, const FindParams& params, land::Progress& progress) {
    FindResult out;
    const store::SearchQuery query{params.text, kinds_of(params.kinds), params.limit};
    const auto town = project.store->snapshot();

    // Identity numbers are sealed: they are looked up whole, through the blind index, and only unlocked. The
    // number itself never enters the search index, and is not repeated: lists are passed on.
    const bool is_number = land::id_number_of_18(params.text).has_value();
    if (project.key && (is_number || looks_like_id_number(params.text))) {
        for (const auto party : store::find_by_id_number(town->db(), *project.key, params.text)) {
            const store::SearchHit hit{store::FoundKind::person,
                                       store::FoundBy::exact,
                                       "person",
                                       "id_number",
                                       land::mask_id_number(params.text),
                                       {party}};
            if (auto row = store::found_row(*town, hit, town->setting("reference_date")))
                out.found.push_back(found_of(hit, std::move(*row)));
        }
        if (is_number || !out.found.empty()) return out;
    } else if (is_number) {
        out.note = "an identity number is looked up only while the personal records are unlocked";
        return out;
    }

    const store::SearchIndex index(*town, project.store->file(),
                                   params.folder.value_or(store::cache_folder()), progress);
    out.index_built = index.opened() == store::SearchIndex::Opened::built;
    auto hits = index.search(query);
    if (const std::string flat = with_room_number(params.text); !flat.empty()) {
        auto more = index.search({flat, query.kinds, params.limit});
        hits.insert(hits.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    if (!params.limit_is_of_kind) {
        std::ranges::stable_sort(hits, {}, &store::SearchHit::by);
        if (hits.size() > params.limit) hits.resize(params.limit);
    }
    const std::string date = town->setting("reference_date");
    for (const auto& hit : hits) {
        if (auto row = store::found_row(*town, hit, date))
            out.found.push_back(found_of(hit, std::move(*row)));
    }
    return out;
}

}  // namespace liangdi::tasks
