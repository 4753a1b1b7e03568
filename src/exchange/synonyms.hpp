#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/field_mapping.hpp"

/// The table of synonyms (synonyms.json): what the columns of an office's files are called, by kind of
/// source.
namespace liangdi::exchange {

struct SynonymField {
    FieldRule rule;  ///< without `from`
    std::vector<std::string> names;
    std::string form;     ///< what its values look like: "id", "phone", "date", "number", "homestead" …
    std::string unit;     ///< areas: "m2", "mu", or "auto" where header and values must say
    double weight = 1;    ///< how much a match says for the profile
    bool shares = false;  ///< may read a column that another field reads as well
    bool needed = false;  ///< without it its row is left out
};

struct SynonymRow {
    ChildRule rule;  ///< without fields
    std::vector<SynonymField> fields;
    bool area = false;    ///< one field is enough, the first that is found
    bool needed = false;  ///< without it the profile does not fit
};

struct SynonymProfile {
    std::string name, table;
    std::vector<std::string> captions, key;
    std::vector<land::Cell> set;
    bool geometry = false;
    std::vector<SynonymField> fields;
    std::vector<SynonymRow> rows;
};

const std::vector<SynonymProfile>& synonym_profiles();

/// A header in the form in which headers are compared, and the unit that stood in brackets or at its end.
struct PlainHeader {
    std::string name;  ///< half width, without blanks, brackets and marks, small letters
    std::string unit;  ///< "m2", "mu" or empty
};
PlainHeader plain_header(std::string_view header);

/// 1 for the same name, 0.85 for a name cut short as a DBF cuts it, 0.6 for a name that ends with a synonym,
/// 0 otherwise.
double name_score(const PlainHeader& header, const std::vector<std::string>& names);

/// Which part of the values looks like this form; 1 where there is no value or no form.
double form_share(const std::string& form, const std::vector<std::string>& values);

}  // namespace liangdi::exchange
