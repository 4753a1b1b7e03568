#include "land/household_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "land/area.hpp"
#include "land/land_count_words.hpp"
#include "land/land_sums.hpp"

namespace liangdi::land {

namespace {

using Row = std::vector<std::string>;

class Sheet {
  public:
    Sheet(const HouseholdView& household, int year, Language language)
        : h_(household), year_(year), language_(language) {}

    HouseholdSheet make(const std::vector<PersonalLine>* personal) {
        head();
        members();
        lands();
        chain("town_chain", say("城里责任链", "Responsible in town"), h_.town_chain, none_registered());
        chain("origin_chain", say("乡里责任链", "Responsible from the origin"), h_.origin_chain,
              none_registered());
        benefits(personal);
        agreements();
        payments();
        work();
        training();
        school();
        business();
        cooperative();
        houses();
        documents();
        history();
        return std::move(out_);
    }

  private:
    std::string say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }
    std::string word(std::string_view value) const { return value_words("", value, language_); }
    static std::string money(std::optional<std::int64_t> hundredths) {
        return hundredths ? format_hundredths(*hundredths) : std::string();
    }
    std::string area(std::int64_t hundredths, std::string_view unit) const {
        return fmt::format("{} {}", format_hundredths(hundredths), word(unit));
    }
    std::string areas(const std::map<std::string, std::int64_t>& by_unit) const {
        std::string out;
        for (const auto& [unit, hundredths] : by_unit)
            out += (out.empty() ? "" : " + ") + area(hundredths, unit);
        return out;
    }
    std::string term(const std::string& from, const std::string& to) const {
        if (from.empty() && to.empty()) return {};
        return fmt::format("{} – {}", from, to.empty() ? say("长期", "open") : to);
    }
    SheetSection& add(const char* name, std::string title, const std::vector<std::string>& headers,
                      const std::vector<std::size_t>& right = {}) {
        SheetSection section{name, {std::move(title), {}, {}, {}}, {}};
        for (std::size_t i = 0; i < headers.size(); ++i)
            section.table.columns.push_back({headers[i], std::ranges::find(right, i) != right.end(), 0});
        out_.sections.push_back(std::move(section));
        return out_.sections.back();
    }
    void none(SheetSection& section, std::string words) {
        if (section.table.rows.empty()) section.note = std::move(words);
    }
    std::string none_registered() const { return say("无登记", "nothing is registered"); }

    void head() {
        const bool zh = language_ == Language::zh;
        out_.title = h_.name.empty() ? h_.code : h_.name;
        out_.line = zh ? fmt::format("户号 {}，{}，{} 人", h_.code, h_.relocated ? "搬迁户" : "留居户",
                                     h_.members.size())
                       : fmt::format("code {}, {}, {} persons", h_.code,
                                     h_.relocated ? "relocated" : "stayed", h_.members.size());
        if (!h_.moved_on.empty()) out_.line += zh ? "，入住 " + h_.moved_on : ", moved in " + h_.moved_on;
        out_.town.head = say("城 · 现住", "Town · lives");
        for (const auto& home : h_.homes) {
            std::string line;
            for (const auto& part : {home.community, home.grid, home.building_name, home.code})
                if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
            if (home.kind != "main") {
                line += fmt::format("（{}）", word(home.kind));
            } else if (!home.counted) {
                line += say("（又一处主房，户数不计在此）", " (a second main flat, not counted here)");
            }
            out_.town.lines.push_back(std::move(line));
        }
        if (h_.homes.empty()) out_.town.lines.push_back(say("未关联户室", "no flat is linked"));
        out_.village.head = say("乡 · 来自", "Village · comes from");
        out_.village.lines.push_back(h_.origin.empty() ? say("迁出地未登记", "origin not registered")
                                                       : h_.origin);
        const std::string own = areas(own_totals(h_)), revitalised = areas(revitalised_totals(h_));
        out_.village.lines.push_back(zh ? fmt::format("{} 块地 {}", h_.lands.size(), own)
                                        : fmt::format("{} parcels {}", h_.lands.size(), own));
        if (!revitalised.empty())
            out_.village.lines.push_back(say("其中盘活 ", "revitalised ") + revitalised);
    }
    void members() {
        auto& s =
            add("members", say("家庭成员", "Members"),
                {say("关系", "Relation"), say("姓名", "Name"), say("性别", "Sex"), say("年龄", "Age")}, {3});
        for (const auto& m : h_.members)
            s.table.rows.push_back(
                {value_words("relation", m.relation, language_), m.name, word(m.sex),
                 m.birth_year > 0 && year_ > 0 ? std::to_string(year_ - m.birth_year) : ""});
        none(s, say("没有登记成员", "no member is registered"));
    }
    void lands() {
        auto& s = add(
            "lands", say("迁出地土地", "Land in the village"),
            {say("类别", "Kind"), say("地块编码", "Parcel"), say("村组", "Village"), say("全宗面积", "Area"),
             say("权证号", "Certificate"), say("权利人", "Holder"), say("权利人份额", "Holder's share"),
             say("权利人面积", "Holder's area"), say("本户计入", "Counted here"), say("状态", "Status")},
            {3, 6, 7, 8});
        for (const auto& land : h_.lands) {
            const auto of = [&](std::int64_t hundredths) {
                return land.unit.empty() ? std::string() : area(hundredths, land.unit);
            };
            s.table.rows.push_back({word(land.kind), land.code, land.village, of(land.registered_hundredths),
                                    land.certificate, holder_words(land, language_), to_text(land.share),
                                    land.count == LandCount::derived ? "" : of(land.holder_hundredths),
                                    of(land.own_hundredths), word(land.status)});
        }
        if (!h_.lands.empty()) {
            s.table.total.resize(s.table.columns.size());
            s.table.total[0] = say("合计", "Total");
            s.table.total[8] = areas(own_totals(h_));
        }
        s.table.closing = land_count_note(h_, language_);
        none(s, say("没有关联地块", "no land is linked"));
    }
    void agreements() {
        auto& s = add(
            "agreements", say("流转合同", "Agreements"),
            {say("合同编号", "Contract"), say("地块", "Parcel"), say("方式", "Kind"), say("受让方", "Lessee"),
             say("起止", "Term"), say("面积", "Area"), say("年租金（元）", "Rent a year (yuan)"),
             say("本户计入（元）", "Counted here (yuan)"), say("状态", "State")},
            {5, 6, 7});
        std::int64_t own_total = 0;
        for (const auto& a : h_.agreements) {
            if (a.in_force) own_total += a.own_rent_hundredths.value_or(0);
            s.table.rows.push_back(
                {a.contract_no, a.parcel_code, word(a.kind), a.lessee, term(a.from, a.to),
                 a.area_hundredths ? area(*a.area_hundredths, a.unit) : say("全宗", "whole"),
                 money(a.rent_hundredths), money(a.own_rent_hundredths),
                 a.in_force ? say("在期", "in force") : say("不在期", "not in force")});
        }
        if (!h_.agreements.empty()) {
            s.table.total.resize(s.table.columns.size());
            s.table.total[0] = say("在期合计", "In force");
            s.table.total[7] = format_hundredths(own_total);
        }
        none(s, say("没有流转合同", "no agreement"));
    }
    void payments() {
        auto& s = add("payments", say("地租与分红", "Rent and dividends"),
                      {say("类别", "Kind"), say("合同编号", "Contract"), say("收款人", "To"),
                       say("应付日期", "Due"), say("应付（元）", "Planned (yuan)"),
                       say("实付日期", "Paid on"), say("实付（元）", "Paid (yuan)")},
                      {4, 6});
        std::int64_t planned = 0, paid = 0;
        bool shared = false;
        for (const auto& p : h_.payments) {
            s.table.rows.push_back({word(p.kind), p.contract_no,
                                    p.party.empty() ? say("本户", "itself") : p.party, p.due_on,
                                    money(p.planned_hundredths), p.paid_on, money(p.paid_hundredths)});
            shared = shared || p.shared;
            if (p.shared) continue;
            planned += p.planned_hundredths.value_or(0);
            paid += p.paid_hundredths.value_or(0);
        }
        if (!h_.payments.empty()) {
            s.table.total.resize(s.table.columns.size());
            s.table.total[0] = say("合计", "Total");
            s.table.total[4] = format_hundredths(planned);
            s.table.total[6] = format_hundredths(paid);
        }
        if (shared)
            s.table.closing =
                say("付给几户共有的承包户的款项属该承包户，列出但不计入合计。",
                    "What is paid to a contract household of several families belongs to it: it "
                    "is listed, but not in the total.");
        none(s, say("没有付款记录", "no payment is registered"));
    }
    void chain(const char* name, std::string title, const std::vector<HouseholdView::Duty>& duties,
               std::string empty) {
        auto& s = add(name, std::move(title),
                      {say("职责", "Duty"), say("姓名", "Name"), say("单位", "Unit"), say("职务", "Post"),
                       say("范围", "For what")});
        for (const auto& d : duties)
            s.table.rows.push_back({d.role == "pairing" ? say("结对帮扶", "paired") : word(d.role), d.name,
                                    d.unit, d.post,
                                    d.scope.empty() ? say("本户", "this household") : d.scope});
        none(s, std::move(empty));
    }
    std::string field_words(const std::string& field) const {
        if (field == "id_number") return say("证件号码", "identity number");
        if (field == "phone") return say("联系电话", "phone");
        if (field == "bank") return say("银行账号", "bank account");
        if (field == "health") return say("健康", "health");
        if (field == "birth_day") return say("生日", "birthday");
        if (field == "markings") return say("人群", "groups");
        if (field.starts_with("benefit.")) return say("待遇：", "benefit: ") + word(field.substr(8));
        return field;
    }
    /// "disabled,left_behind_child" in words.
    std::string group_words(const std::string& codes) const {
        std::string out, code;
        for (const char c : codes + ",") {
            if (c != ',') {
                code += c;
                continue;
            }
            if (!code.empty()) out += (out.empty() ? "" : say("、", ", ")) + word(code);
            code.clear();
        }
        return out;
    }
    void benefits(const std::vector<PersonalLine>* personal) {
        auto& s = add("benefits", say("待遇与个人信息", "Benefits and personal values"),
                      {say("姓名", "Name"), say("项目", "What"), say("内容", "Value")});
        if (!personal) {
            s.note = say("个人信息已锁定", "the personal records are locked");
            return;
        }
        for (const auto& line : *personal)
            s.table.rows.push_back({line.name, field_words(line.field),
                                    line.field == "markings" ? group_words(line.value) : line.value});
        none(s, none_registered());
    }
    void work() {
        auto& s = add("work", say("就业", "Work"),
                      {say("姓名", "Name"), say("状态", "Status"), say("类型", "Kind"),
                       say("单位", "Employer"), say("地点", "Place"), say("起始", "Since")});
        for (const auto& w : h_.works)
            s.table.rows.push_back({w.name, word(w.status), word(w.kind), w.employer, w.place, w.from});
        none(s, none_registered());
    }
    void training() {
        auto& s = add("training", say("培训", "Training"),
                      {say("姓名", "Name"), say("班次", "Course"), say("工种", "Skill"), say("结业", "Ended"),
                       say("结果", "Result")});
        for (const auto& t : h_.trainings)
            s.table.rows.push_back({t.name, t.course, t.skill, t.held_to, t.result});
        none(s, none_registered());
    }
    void school() {
        auto& s = add("school", say("上学", "School"),
                      {say("姓名", "Name"), say("学段", "Stage"), say("年级", "Grade"), say("学校", "School"),
                       say("入学", "Since")});
        for (const auto& p : h_.pupils)
            s.table.rows.push_back({p.name, word(p.stage), p.grade, p.school, p.from});
        none(s, none_registered());
    }
    void business() {
        if (h_.businesses.empty()) return;
        auto& s = add("business", say("经商", "Business"),
                      {say("名称", "Name"), say("类别", "Kind"), say("业主", "Owner"), say("地址", "Address"),
                       say("开业", "Since")});
        for (const auto& b : h_.businesses)
            s.table.rows.push_back({b.name, word(b.kind), b.owner, b.address, b.from});
    }
    void cooperative() {
        if (h_.memberships.empty()) return;
        auto& s = add("cooperative", say("合作社", "Cooperative"),
                      {say("合作社", "Cooperative"), say("身份", "Role"), say("入社亩数", "Land put in (mu)"),
                       say("入社", "Since")},
                      {2});
        for (const auto& m : h_.memberships)
            s.table.rows.push_back({m.cooperative, word(m.role), money(m.share_hundredths), m.from});
    }
    void houses() {
        if (h_.houses.empty()) return;
        auto& s = add("houses", say("迁出房屋", "House in the village"),
                      {say("宅基地", "Homestead"), say("状态", "State"), say("日期", "On"),
                       say("面积（㎡）", "Area (m²)"), say("补偿（元）", "Compensation (yuan)")},
                      {3, 4});
        for (const auto& o : h_.houses)
            s.table.rows.push_back({o.parcel_code, word(o.state), o.state_on, money(o.area_hundredths),
                                    money(o.compensation_hundredths)});
    }
    void documents() {
        auto& s = add("documents", say("文件", "Documents"),
                      {say("名称", "Name"), say("属于", "Of"), say("类型", "Type"), say("备注", "Note")});
        for (const auto& d : h_.documents)
            s.table.rows.push_back({d.name, d.of,
                                    d.personal ? say("个人文件（封存）", "personal (sealed)") : d.media_type,
                                    d.note});
        none(s, none_registered());
    }
    /// What the history says of an import, in Chinese; other reasons are people's own words or stay as they
    /// are.
    std::string why_words(const std::string& why) const {
        constexpr std::string_view import = "import ";
        if (language_ == Language::zh && why.starts_with(import)) return "导入 " + why.substr(import.size());
        return why;
    }
    void history() {
        auto& s =
            add("history", say("沿革", "History"),
                {say("序号", "Entry"), say("时间", "At"), say("经手", "Who"), say("事由", "What")}, {0});
        for (const auto& p : h_.history)
            s.table.rows.push_back({std::to_string(p.seq), p.at.substr(0, 10), p.actor, why_words(p.why)});
        none(s, none_registered());
    }

    const HouseholdView& h_;
    int year_;
    Language language_;
    HouseholdSheet out_;
};

}  // namespace

const SheetSection* HouseholdSheet::section(std::string_view name) const {
    const auto at = std::ranges::find(sections, name, &SheetSection::name);
    return at == sections.end() ? nullptr : &*at;
}

HouseholdSheet household_sheet(const HouseholdView& household, int reference_year,
                               const std::vector<PersonalLine>* personal, Language language) {
    return Sheet(household, reference_year, language).make(personal);
}

}  // namespace liangdi::land
