// One rule for whom land is counted: card, ledger, flows and info say the same of every household.
#include <array>
#include <map>

#include "catch.hpp"
#include "land/land_sums.hpp"
#include "sample_project.hpp"
#include "store/residence.hpp"
#include "tasks/household.hpp"
#include "tasks/info.hpp"
#include "tasks/ledger.hpp"
#include "tasks/past.hpp"
#include "tasks/two_places.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

land::Progress silent;
constexpr std::array<const char*, 3> kinds{"homestead", "woodland", "farmland"};

/// Kind of land -> registered and revitalised, in the kind's unit.
struct Sums {
    std::map<std::string, std::array<std::int64_t, 2>> of;
    void add(const std::string& kind, std::int64_t registered, std::int64_t revitalised) {
        if (registered == 0 && revitalised == 0) return;
        of[kind][0] += registered;
        of[kind][1] += revitalised;
    }
    friend bool operator==(const Sums&, const Sums&) = default;
};
using ByCode = std::map<std::string, Sums>;  // real registers give a code twice: those are added up

/// The cards of all households, relocated or not.
ByCode by_cards(tasks::Project& project) {
    const auto town = project.store->snapshot();
    const auto date = town->setting("reference_date");
    auto rows = town->db().prepare("SELECT id FROM household ORDER BY id");
    ByCode out;
    while (rows.step()) {
        const auto view = store::household_view(town->db(), rows.integer(0), date);
        Sums& sums = out[view->code];
        std::map<std::string, std::int64_t> totals;
        for (const auto& land : view->lands) {
            totals[land.unit] += land.own_hundredths;
            CHECK(land.own_hundredths <= land.holder_hundredths);
            CHECK(land.revitalised_hundredths <= land.own_hundredths);
            if (land.unit == (land.kind == "homestead" ? "m2" : "mu"))
                sums.add(land.kind, land.own_hundredths, land.revitalised_hundredths);
        }
        std::erase_if(totals, [](const auto& entry) { return entry.first.empty(); });
        CHECK(totals == own_totals(*view));
        if (sums.of.empty()) out.erase(view->code);
    }
    return out;
}

/// The ledger's rows of households; `others`: all that is counted for nobody's household.
ByCode by_ledger(tasks::Project& project, Sums& others) {
    tasks::LedgerParams params;
    params.kind = "land";
    const auto made = tasks::ledger(project, params);
    const auto text = [](const land::LedgerCell& cell) {
        const auto* words = std::get_if<std::string>(&cell);
        return words ? *words : std::string();
    };
    ByCode out;
    for (const auto& row : made.rows) {
        Sums sums;
        for (const std::string kind : kinds)
            sums.add(kind, std::get<std::int64_t>(row[made.form.column(kind + "_registered")]),
                     std::get<std::int64_t>(row[made.form.column(kind + "_revitalised")]));
        const bool family = text(row[made.form.column("party_kind")]) == "household";
        for (const auto& [kind, two] : sums.of)
            (family ? out[text(row[made.form.column("household_code")])] : others).add(kind, two[0], two[1]);
    }
    return out;
}

Sums sum_of(const ByCode& all) {
    Sums out;
    for (const auto& [code, sums] : all)
        for (const auto& [kind, two] : sums.of) out.add(kind, two[0], two[1]);
    return out;
}

/// Card = ledger for each household; with the others they are the figures of info and all that is registered.
void check_town(tasks::Project& project) {
    Sums all;
    const ByCode cards = by_cards(project), ledger = by_ledger(project, all);
    REQUIRE(cards.size() == ledger.size());
    for (const auto& [code, sums] : cards) {
        INFO(code);
        REQUIRE(ledger.contains(code));
        CHECK(sums == ledger.at(code));
    }
    for (const auto& [kind, two] : sum_of(cards).of) all.add(kind, two[0], two[1]);
    const auto figures = tasks::info(project).figures;
    CHECK(all.of["homestead"][1] == figures.homestead_revitalised_m2_hundredths);
    CHECK(all.of["woodland"][1] == figures.woodland_revitalised_mu_hundredths);
    CHECK(all.of["farmland"][1] == figures.farmland_revitalised_mu_hundredths);
    const auto town = project.store->snapshot();
    for (const std::string kind : kinds) {
        auto registered = town->db().prepare(
            "SELECT coalesce(sum(value_hundredths),0) FROM area_record a JOIN parcel p ON p.id=a.parcel "
            "WHERE "
            "a.kind='registered' AND p.kind=?1 AND a.unit=?2");
        registered.bind_all(kind, std::string(kind == "homestead" ? "m2" : "mu"));
        REQUIRE(registered.step());
        CHECK(all.of[kind][0] == registered.integer(0));
    }
}

/// The flows of one household are its card; like info they leave out what is in the other unit.
void check_flows(tasks::Project& project, std::int64_t household) {
    const auto view = tasks::household_view(project, household).value();
    Sums card, flows;
    for (const auto& land : view.lands)
        if (land.unit == (land.kind == "homestead" ? "m2" : "mu"))
            card.add(land.kind, land.own_hundredths, land.revitalised_hundredths);
    const auto places = tasks::two_places(project, {land::PlaceKind::household, household},
                                          land::FlowMeasure::households, silent);
    for (const auto& [kind, sum] : places.flows.by_kind)
        flows.add(kind, sum.own_hundredths, sum.revitalised_hundredths);
    CHECK(card == flows);
}

/// Families H1 to H5 with members, contract households K1 to K3, parcels of all kinds.
class Planted {
  public:
    explicit Planted(const std::filesystem::path& file) : project(open(file)) {
        for (const char* code : {"H1", "H2", "H3", "H4", "H5"}) {
            party(code, "household");
            row("household", code, {{"relocated", std::int64_t{code[1] != '5'}}});
        }
    }
    land::Value id(const std::string& code) const { return land::NewId{ids_.at(code)}; }
    void party(const std::string& code, const std::string& kind) {
        row("party", code, {{"kind", kind}, {"code", code}, {"name", code}});
    }
    void person(const std::string& code, std::initializer_list<const char*> households,
                const std::string& died_on = {}) {
        party(code, "person");
        row("person", code,
            {{"sex", std::string("female")},
             {"died_on", died_on.empty() ? land::Value{} : land::Value{died_on}}});
        for (const char* household : households) member(household, code);
    }
    void member(const std::string& of, const std::string& who, land::Share share = {0, 0}) {
        std::vector<land::Cell> cells{{"party", id(of)}, {"member", id(who)}};
        if (share.den != 0) {
            cells.push_back({"share_num", share.num});
            cells.push_back({"share_den", share.den});
        }
        add("party_member", std::move(cells));
    }
    void parcel(const std::string& code, const std::string& kind, std::int64_t hundredths,
                const std::string& unit = {}) {
        row("parcel", code, {{"kind", kind}, {"code", code}});
        add("area_record", {{"parcel", id(code)},
                            {"kind", std::string("registered")},
                            {"value_hundredths", hundredths},
                            {"unit", unit.empty() ? std::string(kind == "homestead" ? "m2" : "mu") : unit}});
    }
    void right(const std::string& parcel, const std::string& party, land::Share share = {1, 1},
               const std::string& kind = "contract") {
        add("parcel_right", {{"parcel", id(parcel)},
                             {"party", id(party)},
                             {"kind", kind},
                             {"share_num", share.num},
                             {"share_den", share.den}});
    }
    void lease(const std::string& parcel, std::int64_t rent, std::int64_t part = 0) {
        std::vector<land::Cell> cells{{"parcel", id(parcel)},
                                      {"kind", std::string("lease")},
                                      {"rent_hundredths", rent},
                                      {"unit", std::string("mu")}};
        if (part > 0) cells.push_back({"area_hundredths", part});
        add("use_agreement", std::move(cells));
    }
    void pay(const std::string& to, std::int64_t planned) {
        add("payment", {{"party", id(to)}, {"kind", std::string("rent")}, {"planned_hundredths", planned}});
    }
    void write() { project.store->apply(edit_by("maker", "plant", std::move(changes_))); }
    land::HouseholdView card(const std::string& code) {
        tasks::CardParams params;
        params.household = code;
        return tasks::household_card(project, params).household;
    }
    std::int64_t own(const std::string& household, const std::string& parcel) {
        std::int64_t sum = 0;
        for (const auto& land : card(household).lands)
            if (land.code == parcel) sum += land.own_hundredths;
        return sum;
    }

    tasks::Project project;

  private:
    void row(const std::string& table, const std::string& code, std::vector<land::Cell> cells) {
        if (!ids_.contains(code)) ids_[code] = static_cast<std::int64_t>(ids_.size()) + 1;
        std::erase_if(cells, [](const land::Cell& cell) { return land::is_null(cell.value); });
        changes_.push_back(land::Insert{table, land::NewId{ids_[code]}, std::move(cells)});
    }
    void add(const std::string& table, std::vector<land::Cell> cells) {
        changes_.push_back(land::Insert{table, {}, std::move(cells)});
    }
    std::map<std::string, std::int64_t> ids_;
    std::vector<land::Change> changes_;
};

}  // namespace

TEST_CASE("every household's card is its row of the ledger, and all of them are info's figures", "[land]") {
    auto town = open(loaded_town());
    check_town(town);
    check_flows(town, tasks::place_named(town, "household:520524-A-0412").id);
    auto messed = open(messed_town());
    check_town(messed);
}

TEST_CASE("contract households of several families: whole for the holder, parts for the sums", "[land]") {
    const TownFolder folder;
    Planted town(folder.town());
    for (const char* person : {"a1", "a2", "a3"}) town.person(person, {"H1"});
    for (const char* person : {"b1", "b2"}) town.person(person, {"H2"});
    town.person("c1", {"H3"});
    town.person("dead", {"H3"}, "2019-05-05");
    town.person("two", {"H5", "H4"});  // written into two: relocated goes first
    town.person("alone", {});
    for (const char* contract : {"K1", "K2", "K3", "K4", "K5"}) town.party(contract, "contract_household");
    // K1: five of two families, by heads, and one who is dead. K2: two families by shares that leave a sixth
    // over. K3: of one family. K4: a whole household as its member, beside a person. K5: nobody is left.
    for (const char* who : {"a1", "a2", "a3", "b1", "b2", "dead"}) town.member("K1", who);
    town.member("K2", "a1", {1, 3});
    town.member("K2", "c1", {1, 2});
    for (const char* who : {"b1", "b2"}) town.member("K3", who);
    town.member("K4", "H3");
    town.member("K4", "two");
    town.member("K5", "dead");

    town.parcel("even", "farmland", 1001);
    town.right("even", "K1");
    town.lease("even", 7777);
    town.parcel("shares", "farmland", 600);
    town.right("shares", "K2");
    town.parcel("both", "woodland", 999);  // H1 holds through two contract households
    town.right("both", "K1", {1, 3}, "use");
    town.right("both", "K2", {2, 3}, "use");
    town.lease("both", 100, 500);
    town.parcel("thirds", "farmland", 1000);
    for (const char* who : {"H1", "H2", "K3"}) town.right("thirds", who, {1, 3});
    town.parcel("too much", "farmland", 300);
    for (const char* who : {"H1", "H2", "K1"}) town.right("too much", who);
    town.parcel("operated", "farmland", 444);  // the contract counts, not what is derived from it
    town.right("operated", "H2", {1, 1}, "operation");
    town.right("operated", "H1");
    town.parcel("mixed", "farmland", 501);
    town.right("mixed", "K4");
    town.parcel("left", "farmland", 77);
    town.right("left", "K5");
    town.parcel("half", "homestead", 12345);
    town.right("half", "a1", {1, 2}, "use");
    town.parcel("in m2", "farmland", 66700, "m2");
    town.right("in m2", "H4");
    town.parcel("person's", "woodland", 88);
    town.right("person's", "alone");
    town.pay("K1", 5000);
    town.pay("H1", 300);
    town.write();

    check_town(town.project);
    for (const char* code : {"H1", "H2", "H3", "H4", "H5"})
        check_flows(town.project, tasks::place_named(town.project, std::string("household:") + code).id);

    CHECK(town.own("H1", "even") == 601);  // 3/5 of 10.01, in the order of ids
    CHECK(town.own("H2", "even") == 400);
    CHECK(town.own("H3", "even") == 0);
    CHECK(town.own("H1", "shares") == 200);
    CHECK(town.own("H3", "shares") == 300);  // the sixth that is left over stays with K2
    CHECK(town.own("H1", "both") + town.own("H2", "both") + town.own("H3", "both") == 999 - 111);
    CHECK(town.own("H1", "both") == 200 + 222);
    CHECK(town.own("H1", "thirds") + town.own("H2", "thirds") == 1000);
    CHECK(town.own("H2", "thirds") == 334 + 333);
    CHECK(town.own("H1", "too much") + town.own("H2", "too much") == 300);
    CHECK(town.own("H1", "operated") == 444);
    CHECK(town.own("H2", "operated") == 0);
    CHECK(town.own("H3", "mixed") + town.own("H4", "mixed") == 501);
    CHECK(town.own("H5", "mixed") == 0);
    CHECK(town.own("H1", "half") == 6173);

    const auto card = town.card("H1");
    const auto land_of = [&](const std::string& code) {
        return *std::ranges::find(card.lands, code, &land::HouseholdView::Land::code);
    };
    CHECK(land_of("even").count == land::LandCount::part);
    CHECK(land_of("even").holder_hundredths == 1001);  // the holder's whole beside the part
    CHECK(land_of("even").part == land::Share{3, 5});
    CHECK(land_of("thirds").count == land::LandCount::whole);
    CHECK(town.card("H5").lands.front().count == land::LandCount::elsewhere);
    const auto in = [](const land::HouseholdView& view, land::LandCount count) {
        return std::ranges::any_of(view.lands, [&](const auto& land) { return land.count == count; });
    };
    CHECK(in(town.card("H2"), land::LandCount::derived));
    const auto rent =
        std::ranges::find(card.agreements, "even", &land::HouseholdView::Agreement::parcel_code);
    REQUIRE(rent != card.agreements.end());
    CHECK(rent->rent_hundredths == 7777);
    CHECK(rent->own_rent_hundredths == 4666);
}

TEST_CASE("a part of a contract household's land never looks like a right of the family", "[land]") {
    const TownFolder folder;
    Planted town(folder.town());
    for (const char* person : {"a1", "a2"}) town.person(person, {"H1"});
    town.person("b1", {"H2"});
    town.party("K1", "contract_household");
    for (const char* who : {"a1", "a2", "b1"}) town.member("K1", who);
    town.parcel("even", "farmland", 300);
    town.right("even", "K1");
    town.pay("K1", 5000);
    town.pay("H1", 300);
    town.write();
    tasks::CardParams params;
    params.household = "H1";
    const auto sheet = tasks::household_card(town.project, params).sheet;
    const auto& lands = sheet.section("lands")->table;
    REQUIRE(lands.rows.size() == 1);
    const auto& row = lands.rows[0];
    CHECK(row[5] == "K1（2 户共有，本户计 2/3）");
    CHECK(row[6] == "1/1");      // of the holder
    CHECK(row[7] == "3.00 亩");  // of the holder
    CHECK(row[8] == "2.00 亩");
    CHECK(lands.total[8] == "2.00 亩");
    CHECK_THAT(lands.closing, ContainsSubstring("不是份额"));
    const auto& payments = sheet.section("payments")->table;
    CHECK(payments.rows.size() == 2);
    CHECK(payments.total[4] == "3.00");  // what the contract household gets is not the family's
    CHECK_THAT(payments.closing, ContainsSubstring("不计入合计"));
    // By parcel the ledger names the registered holder, with the share that is registered.
    tasks::LedgerParams by_parcel;
    by_parcel.kind = "land";
    by_parcel.level = "parcel";
    const auto ledger = tasks::ledger(town.project, by_parcel);
    REQUIRE(ledger.rows.size() == 1);
    CHECK(std::get<std::string>(ledger.rows[0][ledger.form.column("holders")]) == "K1");
}
