// What each ledger shows. store/ledger_rows has the query that fills the columns in this order.
#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/ledger.hpp"

namespace liangdi::land {

namespace {

using Columns = std::vector<LedgerColumn>;

LedgerColumn text(const char* name, const char* zh, const char* en) {
    return {name, {zh, en}, CellKind::text, "", false, ""};
}
LedgerColumn word(const char* name, const char* zh, const char* en) {
    return {name, {zh, en}, CellKind::text, "", false, name};
}
LedgerColumn code(const char* name, const char* zh, const char* en) {
    return {name, {zh, en}, CellKind::code, "", false, ""};
}
LedgerColumn date(const char* name, const char* zh, const char* en) {
    return {name, {zh, en}, CellKind::date, "", false, ""};
}
LedgerColumn number(const char* name, const char* zh, const char* en) {  // a number that nobody adds up
    return {name, {zh, en}, CellKind::count, "", false, ""};
}
LedgerColumn sum(const char* name, const char* zh, const char* en) {
    return {name, {zh, en}, CellKind::count, "", true, ""};
}
LedgerColumn area(const char* name, const char* zh, const char* en, const char* unit, bool summed = true) {
    return {name, {zh, en}, CellKind::hundredths, unit, summed, ""};
}

const LedgerColumn community = text("community", "社区", "Community");
const LedgerColumn grid = text("grid", "网格", "Grid");
const LedgerColumn building = text("building", "楼栋", "Building");
const LedgerColumn flat = code("flat", "户室", "Flat");
const LedgerColumn household_code = code("household_code", "户号", "Household no.");
const LedgerColumn household_name = text("household", "户名", "Household");

Columns home() {
    return {community, grid, building, flat};
}
Columns operator+(Columns a, const Columns& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<LedgerForm> town_forms() {
    return {
        {"community",
         {"社区台账", "Communities"},
         false,
         false,
         {code("code", "社区编码", "Code"), text("name", "社区", "Community"),
          sum("counted", "社区数", "Communities"), sum("grids", "网格", "Grids"),
          sum("buildings", "住宅楼", "Buildings"), sum("flats", "户室", "Flats"),
          sum("households", "搬迁户", "Households"), sum("party_groups", "党小组", "Party groups"),
          sum("left_behind_child", "留守儿童", "Left-behind children"),
          sum("empty_nest_elderly", "空巢老人", "Empty-nest elderly"), sum("disabled", "残疾人", "Disabled"),
          sum("allowance_households", "城市低保户", "Allowance households"),
          sum("allowance_persons", "城市低保人数", "Allowance persons")},
         {{"communities", {"社区数", "Communities"}, "counted", "", ""},
          {"left_behind_children", {"留守儿童", "Left-behind children"}, "left_behind_child", "", ""},
          {"empty_nest_elderly", {"空巢老人", "Empty-nest elderly"}, "empty_nest_elderly", "", ""},
          {"disabled", {"残疾人", "Disabled"}, "disabled", "", ""},
          {"urban_allowance_households",
           {"城市低保户", "Allowance households"},
           "allowance_households",
           "",
           ""},
          {"urban_allowance_persons", {"城市低保人数", "Allowance persons"}, "allowance_persons", "", ""}}},
        {"grid",
         {"网格台账", "Grids"},
         false,
         false,
         {code("code", "网格编码", "Code"), text("name", "网格", "Grid"), community,
          text("workers", "网格员", "Grid workers"), sum("buildings", "住宅楼", "Buildings"),
          sum("flats", "户室", "Flats"), sum("households", "搬迁户", "Households")},
         {{"grids", {"网格数", "Grids"}, "", "", ""}}},
        {"building",
         {"楼栋台账", "Buildings"},
         false,
         false,
         {code("code", "楼栋编码", "Code"), text("name", "楼栋", "Building"), word("kind", "用途", "Use"),
          grid, community, number("floors", "层数", "Floors"), sum("flats", "户室", "Flats"),
          sum("households", "搬迁户", "Households"), text("heads", "楼长", "Building heads"),
          date("built_on", "竣工日期", "Built on")},
         {{"buildings", {"住宅楼", "Residential buildings"}, "", "kind", "residential"}}},
        {"facility",
         {"公共设施台账", "Facilities"},
         false,
         false,
         {code("code", "设施编码", "Code"), text("name", "名称", "Name"), word("kind", "类别", "Kind"),
          building, text("address", "地址", "Address")},
         {{"clinics", {"卫生室", "Clinics"}, "", "kind", "clinic"}}},
        {"flat",
         {"户室台账", "Flats"},
         true,
         false,
         Columns{code("code", "户室编码", "Code"), code("unit_number", "不动产单元号", "Unit number"),
                 community, grid, building, word("use", "楼栋用途", "Building's use"),
                 code("number", "室号", "Number"), number("floor", "楼层", "Floor"),
                 number("rooms", "居室", "Rooms"), area("area", "建筑面积", "Area", "m2"), household_code,
                 household_name, sum("residents", "入住户数", "Households in it"),
                 sum("ground_floor", "底层照顾", "Ground floor, for need")},
         {{"flats", {"住宅户室", "Flats"}, "", "use", "residential"},
          {"ground_floor_flats_allocated",
           {"底层照顾分配", "Ground-floor flats allocated"},
           "ground_floor",
           "",
           ""}}},
    };
}

std::vector<LedgerForm> people_forms() {
    return {
        {"household",
         {"住户台账", "Households"},
         true,
         false,
         Columns{household_code, household_name} + home() +
             Columns{text("town", "迁出乡镇", "Origin town"), text("village", "迁出村", "Origin village"),
                     text("grp", "迁出组", "Origin group"), date("moved_on", "入住日期", "Moved in"),
                     sum("persons", "人口", "Persons"), sum("labourers", "劳动力", "Labourers"),
                     sum("employed", "就业", "Employed"),
                     sum("labour_household", "有劳动力户", "With labourers"),
                     sum("zero_employment", "零就业户", "Nobody employed")},
         {{"households", {"搬迁户", "Households"}, "", "", ""},
          {"persons", {"搬迁人口", "Persons"}, "persons", "", ""},
          {"labour_households", {"有劳动力户", "Households with labourers"}, "labour_household", "", ""},
          {"zero_employment_households",
           {"零就业户", "Zero-employment households"},
           "zero_employment",
           "",
           ""}}},
        {"occupancy",
         {"入住台账", "Occupancy"},
         true,
         false,
         Columns{household_code, household_name} + home() +
             Columns{word("kind", "房屋性质", "Kind"), word("allocation", "分配方式", "Allocation"),
                     date("valid_from", "入住日期", "From"), date("valid_to", "退房日期", "To"),
                     area("area", "建筑面积", "Area", "m2")},
         {}},
        {"labour",
         {"劳动力台账", "Labour"},
         true,
         false,
         Columns{code("code", "人员编号", "Person no."), text("name", "姓名", "Name"),
                 word("sex", "性别", "Sex"), number("birth_year", "出生年份", "Born"), household_code} +
             home() +
             Columns{word("status", "就业状态", "Status"), word("kind", "就业类型", "Kind"),
                     text("employer", "就业单位", "Employer"), text("place", "就业地点", "Place"),
                     date("valid_from", "起始日期", "Since"), sum("trainings", "参训次数", "Courses"),
                     sum("after_training", "培训后就业", "Employed after training"),
                     sum("labourer", "计入劳动力", "Counted as labourer"),
                     sum("employed", "计入就业", "Counted as employed"),
                     sum("special_posts", "公益岗", "Special posts")},
         {{"labourers", {"劳动力", "Labourers"}, "labourer", "", ""},
          {"employed", {"就业", "Employed"}, "employed", "", ""},
          {"special_posts", {"公益性岗位", "Special posts"}, "special_posts", "", ""}}},
        {"course",
         {"培训班台账", "Courses"},
         false,
         false,
         {code("code", "班次编码", "Code"), text("name", "班次名称", "Course"),
          text("skill", "工种", "Skill"), text("organiser", "主办", "Organiser"),
          date("held_from", "开班", "From"), date("held_to", "结业", "To"),
          sum("attended", "参训人次", "Attended"),
          sum("after_training", "其中培训后就业", "Employed afterwards")},
         {{"training_courses", {"培训班次", "Courses"}, "", "", ""}}},
        {"training",
         {"参训人员台账", "Persons trained"},
         true,
         false,
         {code("code", "人员编号", "Person no."), text("name", "姓名", "Name"), household_code,
          sum("trainings", "参训次数", "Courses"), text("last_course", "最近班次", "Last course"),
          text("skill", "工种", "Skill"), date("held_to", "结业", "Ended"), text("result", "结果", "Result"),
          word("status", "现就业状态", "Status now"),
          sum("after_training", "培训后就业", "Employed after training")},
         {{"persons_trained", {"参训人数", "Persons trained"}, "", "", ""}}},
        {"allowance",
         {"城市低保台账", "Urban allowance"},
         true,
         true,
         Columns{household_code, household_name} + home() +
             Columns{sum("persons", "低保人数", "Persons covered")},
         {{"urban_allowance_households", {"低保户", "Allowance households"}, "", "", ""},
          {"urban_allowance_persons", {"低保人数", "Allowance persons"}, "persons", "", ""}}},
        {"pupils",
         {"在校学生台账", "Pupils"},
         true,
         false,
         Columns{code("code", "人员编号", "Person no."), text("name", "姓名", "Name"),
                 word("sex", "性别", "Sex"), number("birth_year", "出生年份", "Born"), household_code} +
             home() +
             Columns{word("stage", "学段", "Stage"), text("grade", "年级", "Grade"),
                     text("school", "学校", "School"), date("valid_from", "入学日期", "Since")},
         {{"pupils_kindergarten", {"幼儿园", "Kindergarten"}, "", "stage", "kindergarten"},
          {"pupils_primary", {"小学", "Primary"}, "", "stage", "primary"},
          {"pupils_middle", {"初中", "Middle"}, "", "stage", "middle"}}},
        {"business",
         {"商铺台账", "Businesses"},
         true,
         false,
         {code("code", "商铺编码", "Code"), text("name", "名称", "Name"), word("kind", "类别", "Kind"),
          text("address", "地址", "Address"), code("owner_code", "业主编号", "Owner no."),
          text("owner", "业主", "Owner"), household_code, date("valid_from", "开业日期", "Since"),
          sum("residents", "经商居民", "Residents in business")},
         {{"residents_in_business", {"经商居民", "Residents in business"}, "residents", "", ""}}},
    };
}

std::vector<LedgerForm> money_forms() {
    return {
        {"payment",
         {"地租分红台账", "Rents and dividends"},
         true,
         false,
         {code("contract_no", "合同编号", "Contract"), code("parcel", "地块编码", "Parcel"),
          code("party_code", "收款人编号", "Payee no."), text("party", "收款人", "Payee"),
          word("party_kind", "收款人类别", "Kind of payee"), word("kind", "类别", "Kind"),
          date("due_on", "应付日期", "Due"), area("planned", "应付（元）", "Planned (yuan)", ""),
          date("paid_on", "实付日期", "Paid on"), area("paid", "实付（元）", "Paid (yuan)", "")},
         {}},
        {"origin_house",
         {"迁出房屋台账", "Houses in the villages"},
         true,
         false,
         {household_code, household_name, code("parcel", "宗地代码", "Homestead"),
          word("state", "房屋状态", "State"), date("state_on", "状态日期", "On"),
          area("area", "建筑面积", "Area", "m2"),
          area("compensation", "补偿（元）", "Compensation (yuan)", "")},
         {}},
    };
}

std::vector<LedgerForm> office_forms() {
    return {
        {"officer",
         {"干部职责台账", "Officers and duties"},
         true,
         false,
         {code("code", "干部编号", "Officer no."), text("name", "姓名", "Name"), text("unit", "单位", "Unit"),
          text("post", "职务", "Post"), word("role", "职责", "Duty"), text("scope", "范围", "For what"),
          date("valid_from", "起始日期", "Since"), sum("counted", "计人", "Counted")},
         {{"grid_workers", {"网格员", "Grid workers"}, "counted", "role", "grid_worker"},
          {"building_heads", {"楼长", "Building heads"}, "counted", "role", "building_head"},
          {"party_members", {"党员", "Party members"}, "counted", "role", "party_member"},
          {"delegates", {"两代表一委员", "Delegates"}, "counted", "role", "delegate"}}},
        {"party_group",
         {"党小组台账", "Party groups"},
         true,
         false,
         {code("code", "党小组编码", "Code"), text("name", "党小组", "Party group"), community,
          sum("members", "党员", "Members")},
         {{"party_groups", {"党小组", "Party groups"}, "", "", ""}}},
        {"cooperative",
         {"合作社社员台账", "Cooperatives"},
         true,
         false,
         {code("cooperative_code", "合作社编码", "Cooperative no."),
          text("cooperative", "合作社", "Cooperative"), code("party_code", "社员编号", "Member no."),
          text("party", "社员", "Member"), word("role", "身份", "Role"),
          area("shares", "入社亩数", "Land put in", "mu"), date("valid_from", "入社日期", "Since"),
          sum("farming", "共同经营户", "Households that farm")},
         {{"cooperative_households", {"共同经营户", "Cooperative households"}, "farming", "", ""}}},
    };
}

const Columns land_sums{sum("homesteads", "宅基地宗数", "Homesteads"),
                        area("homestead_registered", "宅基地登记面积", "Homestead registered", "m2"),
                        area("homestead_revitalised", "宅基地盘活面积", "Homestead revitalised", "m2"),
                        sum("woodlands", "林地宗数", "Woodland parcels"),
                        area("woodland_registered", "林地登记面积", "Woodland registered", "mu"),
                        area("woodland_revitalised", "林地盘活面积", "Woodland revitalised", "mu"),
                        sum("farmlands", "承包地块数", "Farmland parcels"),
                        area("farmland_registered", "承包地登记面积", "Farmland registered", "mu"),
                        area("farmland_revitalised", "承包地盘活面积", "Farmland revitalised", "mu")};

LedgerForm land_form(std::string_view level) {
    LedgerForm form{"land", {"三块地台账", "Land"}, false, false, {}, {}};
    const Words homestead{"宅基地盘活（㎡）", "Homestead revitalised (m²)"},
        woodland{"林地盘活（亩）", "Woodland revitalised (mu)"},
        farmland{"承包地盘活（亩）", "Farmland revitalised (mu)"};
    form.figures = {{"homestead_revitalised_m2", homestead, "homestead_revitalised", "", ""},
                    {"woodland_revitalised_mu", woodland, "woodland_revitalised", "", ""},
                    {"farmland_revitalised_mu", farmland, "farmland_revitalised", "", ""}};
    const Columns place{text("town", "乡镇", "Town"), text("village", "村", "Village"),
                        text("grp", "组", "Group")};
    if (level == "parcel") {
        form.title = {"三块地台账（按地块）", "Land by parcel"};
        form.personal = true;
        form.columns = Columns{code("code", "地块编码", "Parcel"), word("kind", "类别", "Kind")} + place +
                       Columns{code("land_class", "地类", "Land class"),
                               text("holders", "权利人", "Holders"),
                               word("use", "利用状态", "Use"),
                               word("unit", "单位", "Unit"),
                               area("registered", "登记面积", "Registered", "", false),
                               area("revitalised", "盘活面积", "Revitalised", "", false)};
        for (auto& figure : form.figures) {
            figure.where = "kind";
            figure.value = figure.column.substr(0, figure.column.find('_'));
            figure.column = "revitalised";
        }
    } else if (level == "household") {
        form.title = {"三块地台账（按户）", "Land by household"};
        form.personal = true;
        form.columns =
            Columns{household_code, household_name, word("party_kind", "权利人类别", "Kind of holder")} +
            place + land_sums;
    } else if (level == "group") {
        form.title = {"三块地台账（按组）", "Land by village group"};
        form.columns = Columns{code("village_code", "村组编码", "Group code")} + place + land_sums;
    } else if (level == "village") {
        form.title = {"三块地台账（按村）", "Land by village"};
        form.columns = Columns{place[0], place[1]} + land_sums;
    } else if (level == "town") {
        form.title = {"三块地台账（按乡镇）", "Land by town"};
        form.columns = Columns{place[0]} + land_sums;
    } else {
        throw Error(
            "bad_level",
            fmt::format("land is listed by parcel, household, group, village or town, not by '{}'", level));
    }
    return form;
}

}  // namespace

const std::vector<LedgerForm>& ledger_forms() {
    static const std::vector<LedgerForm> forms = [] {
        std::vector<LedgerForm> all = town_forms();
        for (auto& form : people_forms()) all.push_back(std::move(form));
        all.push_back(land_form("household"));
        for (auto& form : money_forms()) all.push_back(std::move(form));
        for (auto& form : office_forms()) all.push_back(std::move(form));
        return all;
    }();
    return forms;
}

LedgerForm ledger_form(std::string_view kind, std::string_view level) {
    if (kind == "land") return land_form(level.empty() ? "household" : level);
    const auto at = std::ranges::find(ledger_forms(), kind, &LedgerForm::kind);
    if (at == ledger_forms().end()) {
        std::vector<std::string> kinds;
        for (const auto& form : ledger_forms()) kinds.push_back(form.kind);
        throw Error("bad_kind",
                    fmt::format("there is no ledger '{}'; there are {}", kind, fmt::join(kinds, ", ")));
    }
    if (!level.empty())
        throw Error("bad_level",
                    fmt::format("only the ledger of land is listed by a level, not that of {}", kind));
    return *at;
}

}  // namespace liangdi::land
