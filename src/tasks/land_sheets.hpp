#pragma once

#include <string>
#include <vector>

#include "land/chosen_features.hpp"
#include "land/land_views.hpp"
#include "tasks/sheets.hpp"

/// What the sheets about land have in common: words, masks, and layers of parcels.
namespace liangdi::tasks {

/// "farmland" -> 承包地 or Farmland.
std::string kind_word(const SheetBook& book, const std::string& parcel_kind);
/// "idle" -> 闲置 or Idle; empty -> 未登记 or Not recorded.
std::string status_word(const SheetBook& book, const std::string& status);
/// The statuses in the order of the legend, the empty one last.
const std::vector<std::string>& land_statuses();
/// "farmland", "woodland", "homestead".
const std::vector<std::string>& land_kinds();
/// ㎡ for homesteads, else 亩.
std::string unit_word(const SheetBook& book, const std::string& parcel_kind);

/// What is registered of a parcel in the unit of its kind, whole hundredths.
std::int64_t registered_of(const land::ParcelLine& parcel);
/// The measured area in 亩, whole hundredths.
std::int64_t measured_mu(const land::ParcelLine& parcel);

/// The last five characters.
std::string short_code(const std::string& code);

/// A holder's name as this edition shows it.
std::string name_in(const SheetBook& book, const land::Holder& holder);
/// All of them.
std::string holders_in(const SheetBook& book, const land::ParcelLine& parcel);

/// The village groups that the filter asks for; all where it asks for none. Throws Error{not_found}.
std::vector<land::NamedRow> villages_of(SheetBook& book, const SheetFilter& filter);
/// Subjects of each of these villages, each once; `all` asked for none.
std::vector<SheetSubject> by_village(
    SheetBook& book, const SheetFilter& filter,
    const std::function<std::vector<SheetSubject>(std::optional<std::int64_t> village)>& rows);

std::vector<std::int64_t> ids_of(const std::vector<land::ParcelLine>& parcels, const std::string& kind = {});

/// A column `label` with one text for each parcel.
land::AddedColumns labels_of(const std::map<std::int64_t, std::string>& labels);
/// Parcels in a user style of land_status.sld: only these, or all but these, with columns for their labels.
render::MapLayer parcels_only(SheetBook& book, const std::string& style, const std::vector<std::int64_t>& ids,
                              land::AddedColumns labels = {});
render::MapLayer parcels_without(SheetBook& book, const std::string& style,
                                 const std::vector<std::int64_t>& ids, land::AddedColumns labels = {});

/// Adds the three lands of these parcels with their class fills, and with the hatches of how they are used.
enum class Hatches { shown, left_out };
void add_lands(SheetBook& book, std::vector<render::MapLayer>& layers,
               const std::vector<land::ParcelLine>& parcels, Hatches hatches = Hatches::shown);

/// "青石镇红岩村一组" and "红岩村一组1号" -> 青石镇红岩村一组1号: what both say is said once.
std::string joined_place(const std::string& village, const std::string& name);

/// A layer, with only this row of it or without it.
render::MapLayer only_row(SheetBook& book, const std::string& layer, const std::string& style,
                          std::int64_t id);
render::MapLayer without_row(SheetBook& book, const std::string& layer, const std::string& style,
                             std::int64_t id);

/// All village groups, these marked.
render::SheetContent::Map village_index(SheetBook& book, const std::vector<std::int64_t>& marked);

}  // namespace liangdi::tasks
