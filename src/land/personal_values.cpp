#include "land/personal_values.hpp"

#include <algorithm>
#include <optional>

#include "land/id_number.hpp"

namespace liangdi::land {

namespace {

constexpr int age_of_children = 14;

std::string field_of(const SealedFields& fields, const char* key) {
    const auto found = fields.find(key);
    return found == fields.end() ? std::string() : found->second;
}

/// The latest day on which the person can have been born.
std::optional<Date> latest_birth(const SealedFields& fields, std::int64_t birth_year) {
    std::optional<Date> latest = birth_date_of_id_number(field_of(fields, "id_number"));
    if (birth_year > 0) {
        const std::string year = std::to_string(birth_year);
        auto by_year = parse_iso_date(year + "-" + field_of(fields, "birth_day"));
        if (!by_year) by_year = parse_iso_date(year + "-12-31");
        // Where the two differ one of them is wrong; the child stays hidden until that is mended.
        if (by_year && (!latest || *by_year > *latest)) latest = by_year;
    }
    return latest;
}

}  // namespace

std::vector<PersonalValue> shown_values(const SealedFields& fields, Disclosure disclosure) {
    std::vector<PersonalValue> out;
    if (disclosure == Disclosure::masked) {
        if (const auto id = field_of(fields, "id_number"); !id.empty())
            out.push_back({"id_number", mask_id_number(id), true});
        if (const auto phone = field_of(fields, "phone"); !phone.empty())
            out.push_back({"phone", mask_phone(phone), true});
        return out;
    }
    for (const char* first : {"id_number", "phone"})
        if (const auto value = field_of(fields, first); !value.empty()) out.push_back({first, value, false});
    for (const auto& [key, value] : fields)
        if (key != "of" && key != "id_number" && key != "phone" && !value.empty())
            out.push_back({key, value, false});
    return out;
}

bool may_be_under_14(const SealedFields& fields, std::int64_t birth_year, Date on) {
    const auto born = latest_birth(fields, birth_year);
    return !born || age_on(*born, on) < age_of_children;
}

}  // namespace liangdi::land
