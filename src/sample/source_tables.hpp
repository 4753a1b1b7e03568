#pragma once

#include <vector>

#include "sample/sample_town.hpp"
#include "sample/source_table.hpp"

/// The tables an office would hand over, in the order in which they depend on one another. They refer to the
/// town, which must outlive them.
namespace liangdi::sample {

std::vector<SourceTable> town_tables(const SampleTown& town);      ///< communities to flats
std::vector<SourceTable> people_tables(const SampleTown& town);    ///< households to flats they live in
std::vector<SourceTable> land_tables(const SampleTown& town);      ///< village groups, parcels
std::vector<SourceTable> right_tables(const SampleTown& town);     ///< rights, agreements, cooperatives
std::vector<SourceTable> document_tables(const SampleTown& town);  ///< of the agreements
std::vector<SourceTable> payment_tables(const SampleTown& town);   ///< payments, houses in the villages
std::vector<SourceTable> care_tables(const SampleTown& town);      ///< sealed groups, work, school
std::vector<SourceTable> office_tables(const SampleTown& town);    ///< officers and duties

/// A whole number of hundredths as the number an office writes.
inline land::Value in_units(std::int64_t hundredths) {
    return static_cast<double>(hundredths) / 100.0;
}
inline land::Value whole(int n) {
    return std::int64_t{n};
}
inline land::Value text(const std::string& s) {
    return land::text_or_null(s);
}
template <class Rows>
land::Value code_of(const Rows& rows, int index) {
    return index < 0 ? land::Value{} : land::Value{rows[static_cast<std::size_t>(index)].code};
}

}  // namespace liangdi::sample
