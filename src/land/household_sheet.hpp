#pragma once

#include <string>
#include <vector>

#include "land/household_view.hpp"
#include "land/text_table.hpp"
#include "land/words.hpp"

/// The household card as it stands on paper and on a terminal: every cell a text, in a fixed order of
/// sections.
namespace liangdi::land {

/// One table of the card; its heading is its title in words.
struct SheetSection {
    std::string name;  ///< stable: "members", "lands", "agreements" …
    TextTable table;
    std::string note;  ///< what stands in the place of rows
};

struct HouseholdSheet {
    std::string title;  ///< name of the household
    std::string line;   ///< code, moved in, how many persons
    struct Place {
        std::string head;
        std::vector<std::string> lines;
    };
    Place town, village;  ///< side by side: where it lives, where it comes from
    std::vector<SheetSection> sections;
    const SheetSection* section(std::string_view name) const;  ///< null where there is none
};

/// A sealed value as it may be shown: masked, or in full to who asked for it and said why.
struct PersonalLine {
    std::string name, field, value;
};

/// `personal` null: the records are locked. `reference_year` gives the ages; only the year of birth is in
/// clear.
HouseholdSheet household_sheet(const HouseholdView& household, int reference_year,
                               const std::vector<PersonalLine>* personal, Language language);

}  // namespace liangdi::land
