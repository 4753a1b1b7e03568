#include <fmt/format.h>

#include "sample/parcels.hpp"

namespace liangdi::sample {

Parcel farmland_parcel(const CellPlace& place, const Village& village, int sequence, Random& random) {
    Parcel parcel;
    parcel.kind = "farmland";
    parcel.code = fmt::format("{}{:05d}", village.code, sequence);  // DKBM, NY/T 2539
    static const std::vector<std::string> field_names{"大田", "门口田", "河边田", "坡上", "弯田", "长田",
                                                      "岩脚", "井边",   "背后坡", "坪子", "沟边", "湾湾"};
    parcel.name = random.pick(field_names);
    // An orchard or a fallow meadow here and there between the fields.
    const bool orchard = random.chance(35), meadow = !orchard && random.chance(30);
    parcel.land_class = orchard ? "0201" : meadow ? "0404" : place.cell.use == CellUse::dry ? "0103" : "0101";
    if (parcel.land_class == "0101" && random.chance(60)) parcel.land_class = "0103";
    parcel.grade = fmt::format("{:02d}", place.cell.terrace ? random.between(5, 8) : random.between(3, 6));
    parcel.basic_farmland = parcel.land_class == "0101" ? random.chance(850) : random.chance(300);
    parcel.contract_from = "1998-01-01";  // second round of contracting, 30 years
    parcel.contract_to = "2027-12-31";
    parcel.terrace = place.cell.terrace;
    parcel.area = {place.ring, {}};
    return parcel;
}

}  // namespace liangdi::sample
