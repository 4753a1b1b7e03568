#include <fmt/format.h>

#include "sample/parcels.hpp"

namespace liangdi::sample {

Parcel woodland_parcel(const CellPlace& place, const Village& village, int sequence, Random& random) {
    Parcel parcel;
    parcel.kind = "woodland";
    parcel.code = fmt::format("{}JE{:05d}", village.code.substr(0, 12), sequence);
    static const std::vector<std::string> names{"后山", "大坡", "岩上", "松林", "杉树湾", "老林", "垭口"};
    parcel.name = random.pick(names);
    parcel.land_class = place.cell.use == CellUse::shrub || random.chance(80) ? "0305" : "0301";
    parcel.compartment = fmt::format("{:04d}", 100 + std::stoi(village.code.substr(9, 3)));
    parcel.subcompartment = fmt::format("{:05d}", sequence);
    parcel.contract_from = "2008-07-01";  // reform of collective forest rights, 70 years
    parcel.contract_to = "2078-06-30";
    parcel.area = {place.ring, {}};
    return parcel;
}

}  // namespace liangdi::sample
