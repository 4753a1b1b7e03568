#include "tasks/land_sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "geo/error.hpp"
#include "land/area.hpp"
#include "land/ledger_text.hpp"
#include "land/masked_name.hpp"
#include "land/words.hpp"
#include "store/land_views.hpp"

namespace liangdi::tasks {

namespace {

/// As a table begins its rows with it.
std::string word_in(const SheetBook& book, const std::string& name) {
    std::string word = land::value_words("", name, book.english() ? land::Language::en : land::Language::zh);
    if (!word.empty() && word.front() >= 'a' && word.front() <= 'z')
        word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

}  // namespace

std::string kind_word(const SheetBook& book, const std::string& parcel_kind) {
    return word_in(book, parcel_kind);
}
std::string status_word(const SheetBook& book, const std::string& status) {
    return status.empty() ? book.words("未登记", "Not recorded") : word_in(book, status);
}
const std::vector<std::string>& land_statuses() {
    static const std::vector<std::string> names{"self_farmed", "idle",      "leased", "in_cooperative",
                                                "returned",    "reclaimed", ""};
    return names;
}
const std::vector<std::string>& land_kinds() {
    static const std::vector<std::string> names{"farmland", "woodland", "homestead"};
    return names;
}
std::string unit_word(const SheetBook& book, const std::string& parcel_kind) {
    return parcel_kind == "homestead" ? "㎡" : book.words("亩", "mu");
}

std::int64_t registered_of(const land::ParcelLine& parcel) {
    return parcel.kind == "homestead" ? parcel.registered_m2 : parcel.registered_mu;
}
std::int64_t measured_mu(const land::ParcelLine& parcel) {
    return parcel.measured_m2 ? land::mu_hundredths_of_m2(static_cast<double>(*parcel.measured_m2) / 100) : 0;
}

std::string short_code(const std::string& code) {
    std::size_t from = code.size();
    for (int left = 5; from > 0 && left > 0; --left) do
            --from;
        while (from > 0 && !land::begins_character(code[from]));
    return code.substr(from);
}

std::string name_in(const SheetBook& book, const land::Holder& holder) {
    return book.for_public() && land::is_personal(holder.party_kind) ? land::mask_name(holder.name)
                                                                     : holder.name;
}

std::string holders_in(const SheetBook& book, const land::ParcelLine& parcel) {
    std::string all;
    for (const auto& holder : parcel.holders)
        all += (all.empty() ? "" : book.words("、", ", ")) + name_in(book, holder);
    return all;
}

std::vector<land::NamedRow> villages_of(SheetBook& book, const SheetFilter& filter) {
    auto villages = store::named_villages(book.town().db(), filter.village);
    if (villages.empty() && !filter.village.empty())
        throw Error("not_found", "there is no such village or group in this town file", filter.village);
    return villages;
}

std::vector<SheetSubject> by_village(
    SheetBook& book, const SheetFilter& filter,
    const std::function<std::vector<SheetSubject>(std::optional<std::int64_t> village)>& rows) {
    if (filter.village.empty()) return rows({});
    std::vector<SheetSubject> out;
    std::set<std::int64_t> known;
    for (const auto& village : villages_of(book, filter))
        for (auto& row : rows(village.id))
            if (known.insert(row.id).second) out.push_back(std::move(row));
    return out;
}

std::vector<std::int64_t> ids_of(const std::vector<land::ParcelLine>& parcels, const std::string& kind) {
    std::vector<std::int64_t> ids;
    for (const auto& parcel : parcels)
        if (kind.empty() || parcel.kind == kind) ids.push_back(parcel.id);
    return ids;
}

land::AddedColumns labels_of(const std::map<std::int64_t, std::string>& labels) {
    land::AddedColumns added{{"label"}, {}};
    for (const auto& [id, label] : labels) added.values[id] = {label};
    return added;
}

render::MapLayer parcels_only(SheetBook& book, const std::string& style, const std::vector<std::int64_t>& ids,
                              land::AddedColumns labels) {
    render::MapLayer layer = book.layer("land_status", style);
    layer.source = land::with_columns(land::only_features(layer.source, ids), std::move(labels));
    return layer;
}

render::MapLayer parcels_without(SheetBook& book, const std::string& style,
                                 const std::vector<std::int64_t>& ids, land::AddedColumns labels) {
    render::MapLayer layer = book.layer("land_status", style);
    layer.source = land::with_columns(land::features_without(layer.source, ids), std::move(labels));
    return layer;
}

void add_lands(SheetBook& book, std::vector<render::MapLayer>& layers,
               const std::vector<land::ParcelLine>& parcels, Hatches hatches) {
    for (const char* kind : {"woodland", "farmland", "homestead"}) {
        render::MapLayer layer = book.layer(kind);
        layer.source = land::only_features(layer.source, ids_of(parcels, kind));
        layers.push_back(std::move(layer));
    }
    if (hatches == Hatches::left_out) return;
    render::MapLayer status = book.layer("land_status");
    status.source = land::only_features(status.source, ids_of(parcels));
    layers.push_back(std::move(status));
}

std::string joined_place(const std::string& village, const std::string& name) {
    for (std::size_t shared = std::min(village.size(), name.size()); shared > 0; --shared)
        if (village.ends_with(std::string_view(name).substr(0, shared))) return village + name.substr(shared);
    return village + name;
}

render::MapLayer only_row(SheetBook& book, const std::string& name, const std::string& style,
                          std::int64_t id) {
    render::MapLayer layer = book.layer(name, style);
    layer.source = land::only_features(layer.source, {id});
    return layer;
}

render::MapLayer without_row(SheetBook& book, const std::string& name, const std::string& style,
                             std::int64_t id) {
    render::MapLayer layer = book.layer(name, style);
    layer.source = land::features_without(layer.source, {id});
    return layer;
}

render::SheetContent::Map village_index(SheetBook& book, const std::vector<std::int64_t>& marked) {
    render::SheetContent::Map map;
    map.layers.push_back(book.layer("village", "land_index"));
    render::MapLayer own = book.layer("village", "index_own");
    own.source = land::only_features(own.source, marked);
    map.layers.push_back(std::move(own));
    map.focus = book.layer("village").source->extent();
    return map;
}

}  // namespace liangdi::tasks
