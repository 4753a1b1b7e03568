#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/import_binding.hpp"
#include "land/finding.hpp"
#include "land/register.hpp"
#include "land/sealer.hpp"

namespace liangdi::exchange {

/// A cell that a source row gives to the town. It points into the BoundRow and the SourceRow it was made of:
/// nothing but its value is copied.
struct PlannedCell {
    const land::TableShape* table = nullptr;
    const land::ColumnShape* column = nullptr;
    land::Value value;
    bool stated = true;                   ///< false: the source cell is empty and says nothing
    const FieldRule* rule = nullptr;      ///< null for a constant
    const land::Value* source = nullptr;  ///< the source's cell; null for a constant

    /// For findings: the source's column, or the town's; the source's text, or the value.
    const std::string& field() const { return rule ? rule->from : column->name; }
    std::string said() const { return land::to_display(source ? *source : value); }
};

struct PlannedRow {
    std::vector<PlannedCell> cells;
    land::SealedFields sealed;
    bool any_field = false;  ///< a mapped source cell is not empty
    const PlannedCell* cell(std::string_view column) const;
    const PlannedCell* cell(const land::ColumnShape* column) const;
    land::Value value(std::string_view column) const;
    bool empty(std::string_view column) const;
};

/// Why a row is refused; becomes a Finding.
struct Refusal {
    std::string rule, field, value, reason, mend;
    std::optional<geo::Point> at = {};
};

/// Finds rows of the town by their codes and remembers what was asked; rows that this very run has added
/// are found as well.
class Lookup {
  public:
    explicit Lookup(land::Register& town) : town_(&town) {}
    /// One value where exactly one row has the code; else null and `hits` says how many.
    land::Value find(const std::string& table, const std::string& column, const std::string& text,
                     std::size_t& hits);
    void remember(const std::string& table, const std::string& column, const std::string& text,
                  land::Value id);
    void forget(const std::string& table, const std::string& column, const std::string& text);
    land::Register& town() { return *town_; }

  private:
    land::Register* town_;
    std::unordered_map<std::string, std::vector<std::int64_t>> asked_;
    std::unordered_map<std::string, land::Value> added_;
};

/// Reads a source row's cells for one bound row. Throws Refusal at the first cell that cannot be taken.
PlannedRow plan_cells(const BoundRow& bound, const SourceRow& source, Lookup& lookup);

/// Rows of the town with this key: an id, null where there is none. Throws Refusal where there are several.
/// `parent`: the main row's id, for child rows.
land::Value existing_row(const BoundRow& bound, const PlannedRow& row, Lookup& lookup,
                         const land::Value& parent);

/// Makes `text` the key, for telling a source's rows apart.
void put_key_text(const BoundRow& bound, const PlannedRow& row, std::string& text);

bool same_value(const land::Value& a, const land::Value& b);  ///< 3 and 3.0 are the same

}  // namespace liangdi::exchange
