#include "tasks/sealed_groups.hpp"

#include "geo/error.hpp"
#include "land/group_counts.hpp"
#include "store/help_rows.hpp"

namespace liangdi::tasks {

std::map<std::int64_t, std::map<std::string, std::int64_t>> groups_of_households(const store::Database& db,
                                                                                 const std::string& date,
                                                                                 std::int64_t building,
                                                                                 const land::Sealer& key) {
    std::map<std::int64_t, std::map<std::string, std::int64_t>> out;
    store::each_sealed_member(db, date, building, [&](const store::SealedMember& member) {
        if (member.body.empty()) return;
        try {
            // The same counting as that of the clear counts per community.
            land::SealedFields marks;
            auto fields = key.open(member.body);
            if (const auto found = fields.find("markings"); found != fields.end()) marks.insert(*found);
            for (const auto& [group, n] : land::group_deltas({}, marks)) out[member.household][group] += n;
        } catch (const Error&) {
        }
    });
    return out;
}

}  // namespace liangdi::tasks
