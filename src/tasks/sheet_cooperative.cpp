#include "tasks/sheet_cooperative.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "geo/error.hpp"
#include "land/area.hpp"
#include "store/land_views.hpp"
#include "tasks/land_sheets.hpp"

namespace liangdi::tasks {

namespace {

using land::format_hundredths;

std::string role_word(const SheetBook& book, const std::string& role) {
    if (role == "farms") return book.words("共同经营", "farms");
    if (role == "land") return book.words("土地入股", "land");
    if (role == "labour") return book.words("劳务", "labour");
    if (role == "capital") return book.words("出资", "capital");
    return role;
}

/// What a party has put in.
struct Part {
    std::int64_t parcels = 0, mu = 0, rent = 0;
};

struct MemberLine {
    land::Holder party;
    std::vector<std::string> roles;
    Part part;
    bool shares = false;  ///< a parcel that others hold as well
};

/// Each member once, with what is counted for it of each parcel (land_deal): for its family, else for itself
/// as a holder. `others`: what is counted for nobody who is a member.
std::vector<MemberLine> members_of(const land::CooperativeView& cooperative, Part& others) {
    std::vector<MemberLine> lines;
    std::map<std::int64_t, std::size_t> place;
    for (const auto& member : cooperative.members) {
        const auto [at, fresh] = place.try_emplace(member.party.id, lines.size());
        if (fresh) lines.push_back({member.party, {}, {}, false});
        lines[at->second].roles.push_back(member.role);
    }
    for (const auto& parcel : cooperative.parcels) {
        const auto& deal = cooperative.deals.at(parcel.id);
        const auto areas = dealt_parts(parcel.kind == "homestead" ? 0 : registered_of(parcel), deal);
        const auto rents = dealt_parts(parcel.rent, deal);
        std::set<Part*> with;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            auto member = place.find(areas[i].household);
            if (member == place.end()) member = place.find(areas[i].party);
            Part& part = member == place.end() ? others : lines[member->second].part;
            part.mu += areas[i].hundredths;
            part.rent += rents[i].hundredths;
            with.insert(&part);
            if (areas.size() > 1 && member != place.end()) lines[member->second].shares = true;
        }
        for (Part* part : with) ++part->parcels;
    }
    return lines;
}

land::TextTable facts(SheetBook& book, const land::CooperativeView& cooperative,
                      const std::vector<MemberLine>& members) {
    land::TextTable table;
    table.heading = book.words("合作社", "Cooperative");
    table.columns = {{"", false, 0}, {"", true, 0}};
    const auto row = [&](const char* zh, const char* en, const std::string& value) {
        if (!value.empty()) table.rows.push_back({book.words(zh, en), value});
    };
    const auto farming = std::ranges::count_if(
        members, [](const auto& m) { return std::ranges::find(m.roles, "farms") != m.roles.end(); });
    row("名称", "Name", cooperative.name);
    row("统一社会信用代码", "Registration", cooperative.registration);
    row("成立", "Founded", cooperative.founded_on);
    row("成员", "Members", std::to_string(members.size()) + book.words(" 户", ""));
    row("其中共同经营", "Of these farming", std::to_string(farming) + book.words(" 户", ""));
    return table;
}

/// Each kind of land and class with what is registered of it, and the rents a year.
land::TextTable areas(SheetBook& book, const land::CooperativeView& cooperative) {
    land::TextTable table;
    table.heading = book.words("入社土地（登记面积）", "Land (registered areas)");
    table.columns = {{book.words("类别", "Land"), false, 0},
                     {book.words("地块", "Parcels"), true, 0},
                     {book.words("面积", "Area"), true, 0},
                     {book.words("单位", "Unit"), true, 0},
                     {book.words("年租金（元）", "Rent, yuan a year"), true, 0}};
    std::int64_t parcels = 0, rents = 0;
    for (const auto& kind : land_kinds()) {
        std::int64_t count = 0, area = 0, rent = 0;
        for (const auto& parcel : cooperative.parcels) {
            if (parcel.kind != kind) continue;
            ++count;
            area += registered_of(parcel);
            rent += parcel.rent;
        }
        if (count == 0) continue;
        parcels += count;
        rents += rent;
        table.rows.push_back({kind_word(book, kind), std::to_string(count), format_hundredths(area),
                              unit_word(book, kind), format_hundredths(rent)});
    }
    table.total = {book.words("合计", "Total"), std::to_string(parcels), "", "", format_hundredths(rents)};
    return table;
}

/// Names and what was put in, no personal values; the public edition leaves out what each one gets.
land::TextTable members_table(SheetBook& book, const land::CooperativeView& cooperative,
                              const std::vector<MemberLine>& members, const Part& others) {
    const bool rents = !book.for_public();
    land::TextTable table;
    table.heading = book.words("成员表", "Members");
    table.columns = {{book.words("成员", "Member"), false, 0},
                     {book.words("方式", "Part"), false, 0},
                     {book.words("地块", "Parcels"), true, 0},
                     {book.words("亩", "mu"), true, 0}};
    if (rents) table.columns.push_back({book.words("年租金", "Rent"), true, 0});
    Part all{static_cast<std::int64_t>(cooperative.parcels.size()), 0, 0};
    const auto row = [&](const std::string& name, const std::string& roles, const Part& part) {
        const bool none = part.parcels == 0;
        table.rows.push_back({name, roles, none ? "–" : std::to_string(part.parcels),
                              none ? "–" : format_hundredths(part.mu)});
        if (rents) table.rows.back().push_back(none ? "–" : format_hundredths(part.rent));
        all.mu += part.mu;
        all.rent += part.rent;
    };
    for (const auto& member : members) {
        std::string roles;
        for (const auto& role : member.roles)
            roles += (roles.empty() ? "" : book.words("、", ", ")) + role_word(book, role);
        if (member.shares) roles += book.words("（另有共有地块）", " (and jointly)");
        row(name_in(book, member.party), roles, member.part);
    }
    if (others.parcels > 0) row(book.words("非成员承包方", "Holders who are no members"), "", others);
    table.total = {book.words("合计", "Total"), "", std::to_string(all.parcels), format_hundredths(all.mu)};
    if (rents) table.total.push_back(format_hundredths(all.rent));
    if (std::ranges::any_of(members, &MemberLine::shares))
        table.closing = book.words(
            "几户共有的地块各户各计一块，合计只计一次；面积、租金按登记份额计入，承包户的按成员分计，只作汇总"
            "，不是"
            "份额。",
            "A parcel of several members counts for each and once in the total; its area and rent are "
            "counted by "
            "registered shares, a contract household's by its members: for sums only, no share.");
    return table;
}

render::SheetContent::Map map_of(SheetBook& book, const land::CooperativeView& cooperative) {
    render::SheetContent::Map map;
    const auto own = ids_of(cooperative.parcels);
    map.layers.push_back(parcels_without(book, "neighbour", own));
    // All of it is in a cooperative: hatches would tell nothing and hide the classes.
    add_lands(book, map.layers, cooperative.parcels, Hatches::left_out);
    map.layers.push_back(book.layer("barrier"));
    map.layers.push_back(book.layer("street"));
    map.layers.push_back(book.layer("village", "named"));
    map.layers.push_back(parcels_only(book, "cooperative", own));
    map.focus = box_of_features(book.layer("land_status"), own);
    settle(book, map);
    return map;
}

}  // namespace

std::vector<SheetSubject> cooperative_subjects(SheetBook& book, const SheetFilter& filter) {
    auto all = store::named_cooperatives(book.town().db());
    if (filter.village.empty()) return all;
    std::set<std::int64_t> villages;
    for (const auto& village : villages_of(book, filter)) villages.insert(village.id);
    std::erase_if(all, [&](const SheetSubject& subject) {
        const auto cooperative = store::cooperative_view(book.town().db(), subject.id, book.date());
        return !cooperative || std::ranges::none_of(cooperative->parcels, [&](const auto& parcel) {
            return villages.contains(parcel.village);
        });
    });
    return all;
}

render::SheetContent cooperative_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                       std::int64_t count) {
    const auto cooperative = store::cooperative_view(book.town().db(), subject.id, book.date());
    if (!cooperative)
        throw Error("not_found", "this cooperative is no longer in the town file", subject.name);
    Part others;
    const auto members = members_of(*cooperative, others);
    render::SheetContent page = book.page(cooperative->name, number, count);
    page.words["name"] = cooperative->name;
    page.words["code"] = cooperative->code;
    page.tables["facts"] = facts(book, *cooperative, members);
    page.tables["areas"] = areas(book, *cooperative);
    page.tables["members"] = members_table(book, *cooperative, members, others);
    if (!cooperative->parcels.empty()) page.maps["main"] = map_of(book, *cooperative);
    std::vector<std::int64_t> villages;
    for (const auto& parcel : cooperative->parcels) villages.push_back(parcel.village);
    page.maps["index"] = village_index(book, villages);
    return page;
}

}  // namespace liangdi::tasks
