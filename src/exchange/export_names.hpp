#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Under which names tables and columns leave the town (export_names.json).
namespace liangdi::exchange {

enum class NameStyle {
    town,     ///< as in the town file: "parcel", "land_class"
    chinese,  ///< "地块", "地类"
    nyt2539   ///< NY/T 2539-2016 and the names of the real-estate register: "DK", "TDLYLX"
};

std::optional<NameStyle> name_style(std::string_view said);  ///< "town", "chinese", "nyt2539"

/// The town's own name where the style has none.
std::string table_name(NameStyle style, std::string_view table);
/// `base`: the table that this one extends, whose columns it shows as well; "" for none.
std::string column_name(NameStyle style, std::string_view table, std::string_view base,
                        std::string_view column);

}  // namespace liangdi::exchange
