#include "tasks/matching.hpp"

#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "catch.hpp"
#include "exchange/reader.hpp"
#include "sample_project.hpp"
#include "tasks/past.hpp"

using namespace liangdi;
using namespace liangdi::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

using Pairs = std::set<std::pair<std::int64_t, std::int64_t>>;

/// Names as a town has them, so that hundreds are borne twice; plainly invented.
class Names {
  public:
    std::string next() {
        static constexpr std::array surnames{"张", "陈", "杨", "刘", "赵", "吴", "黄", "马",
                                             "孙", "罗", "郑", "谢", "韩", "冯", "叶", "苏",
                                             "卢", "钟", "邓", "王", "李", "周", "田", "何"};
        return surnames[random_() % surnames.size()] + given() + given();
    }
    std::string given() {
        static constexpr std::array stems{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬",
                                          "癸", "子", "丑", "寅", "卯", "辰", "巳", "午", "未"};
        return stems[random_() % stems.size()];
    }
    std::mt19937& random() { return random_; }

  private:
    std::mt19937 random_{20251125};
};

std::string traditional(std::string name) {
    static const std::array<std::pair<const char*, const char*>, 19> forms{{{"张", "張"},
                                                                            {"陈", "陳"},
                                                                            {"杨", "楊"},
                                                                            {"刘", "劉"},
                                                                            {"赵", "趙"},
                                                                            {"吴", "吳"},
                                                                            {"黄", "黃"},
                                                                            {"马", "馬"},
                                                                            {"孙", "孫"},
                                                                            {"罗", "羅"},
                                                                            {"郑", "鄭"},
                                                                            {"谢", "謝"},
                                                                            {"韩", "韓"},
                                                                            {"冯", "馮"},
                                                                            {"叶", "葉"},
                                                                            {"苏", "蘇"},
                                                                            {"卢", "盧"},
                                                                            {"钟", "鐘"},
                                                                            {"邓", "鄧"}}};
    for (const auto& [plain, written] : forms)
        if (name.starts_with(plain)) return written + name.substr(std::string_view(plain).size());
    return name;
}
std::string full_width(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c < '!' || c > '~') {
            out += c;
            continue;
        }
        const unsigned code = 0xFEE0U + static_cast<unsigned char>(c);
        out += static_cast<char>(0xE0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
    return out;
}

struct Line {
    std::string code, name, place, flat, fault;
    std::int64_t truth = 0;  ///< household
};

/// The sample town with such names and nobody in a flat, and the list that an office has of who lives where.
struct ListedTown {
    TownFolder folder;
    tasks::Project project = open(town_copy(folder), "clerk");
    std::vector<Line> lines;
    Pairs homes;  ///< household, flat: as it is true

    ListedTown() {
        Names names;
        land::Edit rename{project.head("names"), {}};
        std::map<std::int64_t, std::vector<std::int64_t>> members;
        std::map<std::int64_t, std::string> name_of;
        {
            const auto town = project.store->snapshot();
            auto rows = town->db().prepare(
                "SELECT p.id, p.name, m.party FROM party p LEFT JOIN party_member m ON m.member=p.id AND "
                "m.relation<>'02' "
                "AND m.valid_to IS NULL WHERE p.kind IN ('household','person') ORDER BY p.id");
            std::set<std::int64_t> seen;
            while (rows.step()) {
                const auto id = rows.integer(0);
                if (!seen.insert(id).second) continue;
                name_of[id] = names.next();
                rename.changes.push_back(
                    land::Update{"party", id, {{"name", std::string(rows.text(1)), name_of[id]}}});
                if (!rows.is_null(2)) members[rows.integer(2)].push_back(id);
            }
            auto homes_of = town->db().prepare(
                "SELECT h.id, p.code, v.town||v.village||v.grp, min(o.id), o.flat, f.code FROM household h "
                "JOIN party p ON "
                "p.id=h.id JOIN village v ON v.id=h.origin JOIN occupancy o ON o.household=h.id AND "
                "o.kind='main' AND "
                "o.valid_to IS NULL JOIN flat f ON f.id=o.flat WHERE h.relocated=1 AND h.registered_to IS "
                "NULL GROUP BY "
                "h.id ORDER BY h.id");
            while (homes_of.step()) {
                const auto id = homes_of.integer(0);
                lines.push_back({std::string(homes_of.text(1)), name_of[id], std::string(homes_of.text(2)),
                                 std::string(homes_of.text(5)), "", id});
                homes.emplace(id, homes_of.integer(4));
            }
            auto all = town->db().prepare("SELECT id FROM occupancy");
            while (all.step()) rename.changes.push_back(land::Delete{"occupancy", all.integer(0), {}});
        }
        plant(names, members, name_of, rename);
        const auto applied = project.store->apply(rename);
        for (const auto& [at, id] : founded_) lines[at].truth = applied.id_of(id);
    }

    void plant(Names& names, const std::map<std::int64_t, std::vector<std::int64_t>>& members,
               std::map<std::int64_t, std::string>& name_of, land::Edit& rename) {
        auto& random = names.random();
        land::NewIds ids;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (random() % 5 != 0) continue;
            Line& line = lines[i];
            const auto digit = line.code.size() - 4 + random() % 4;
            switch (random() % 11) {
                case 0: {
                    line.fault = "typing error in the name";
                    const std::string other = names.given();
                    line.name = line.name.substr(0, 3) + (line.name.substr(3, 3) == other ? "样" : other) +
                                line.name.substr(6);
                    break;
                }
                case 1:
                    line.fault = "variant characters";
                    line.name = traditional(line.name);
                    break;
                case 2:
                    line.fault = "missing digit";
                    line.code.erase(digit, 1);
                    break;
                case 3:
                    line.fault = "transposed digits";
                    std::swap(line.code[line.code.size() - 2], line.code[line.code.size() - 3]);
                    break;
                case 4:
                    line.fault = "swapped columns";
                    std::swap(line.code, line.name);
                    break;
                case 5:
                    line.fault = "wrong village";
                    line.place = lines[random() % lines.size()].place;
                    break;
                case 6:
                    line.fault = "name alone";
                    line.code.clear();
                    if (random() % 2 == 0) line.place.clear();
                    break;
                case 7: {
                    line.fault = "a member's name";
                    const auto family = members.find(line.truth);
                    if (family != members.end()) line.name = name_of[family->second.front()];
                    break;
                }
                case 8: {  // a member founded a household of his own; the list still has the old code
                    const auto family = members.find(line.truth);
                    if (family == members.end()) break;
                    line.fault = "split household";
                    line.name = name_of[family->second.back()];
                    const auto id = ids.next();
                    rename.changes.push_back(land::Insert{"party",
                                                          id,
                                                          {{"kind", std::string("household")},
                                                           {"code", line.code + "F"},
                                                           {"name", line.name}}});
                    rename.changes.push_back(
                        land::Insert{"household",
                                     id,
                                     {{"relocated", std::int64_t{1}}, {"origin", origin_of(line.truth)}}});
                    founded_.emplace_back(i, id);
                    break;
                }
                case 9:
                    line.fault = "full width and blanks";
                    line.code = " " + full_width(line.code);
                    line.name = line.name.substr(0, 3) + "　" + line.name.substr(3);
                    break;
                default:
                    line.fault = "another household's code";
                    line.code = lines[random() % lines.size()].code;
                    break;
            }
        }
    }
    land::Value origin_of(std::int64_t household) {
        return project.store->snapshot()->row("household", household, {"origin"})->front();
    }
    std::filesystem::path write() const {
        std::ofstream out(folder / "入住名单.csv");
        out << "户号,户主姓名,迁出村组,安置房号\n";
        for (const auto& line : lines)
            out << line.code << ',' << line.name << ',' << line.place << ',' << line.flat << '\n';
        return folder / "入住名单.csv";
    }
    std::vector<std::pair<std::size_t, land::NewId>> founded_;
    Pairs occupied() {
        Pairs out;
        const auto town = project.store->snapshot();
        auto rows = town->db().prepare("SELECT household, flat FROM occupancy");
        while (rows.step()) out.emplace(rows.integer(0), rows.integer(1));
        return out;
    }
};

}  // namespace

TEST_CASE(
    "a list of 4958 households with faults in a fifth: certain is right, all of it, and is most of it") {
    ListedTown town;
    REQUIRE(town.lines.size() >= 4950);
    land::Progress silent;
    tasks::MatchParams params;
    params.list = town.write();
    const auto review = tasks::match_list(town.project, params, silent);
    REQUIRE(review.lines.size() == town.lines.size());

    struct Count {
        int all = 0, certain = 0, certain_right = 0, probable = 0, probable_right = 0;
    };
    std::map<std::string, Count> by_fault;
    Count whole, clean, faulted;
    for (std::size_t i = 0; i < town.lines.size(); ++i) {
        const auto& line = town.lines[i];
        const auto& match = review.lines[i].match;
        const bool right = match.household == line.truth;
        for (auto* count : {&by_fault[line.fault], &whole, line.fault.empty() ? &clean : &faulted}) {
            ++count->all;
            if (match.certainty == land::Certainty::certain) ++count->certain, count->certain_right += right;
            if (match.certainty == land::Certainty::probable)
                ++count->probable, count->probable_right += right;
        }
        if (match.certainty == land::Certainty::certain && !right)
            UNSCOPED_INFO("wrong: " << line.code << " " << line.name << " " << line.place << " ["
                                    << line.fault << "]");
    }
    for (const auto& [fault, n] : by_fault)
        std::cout << fmt::format(
            "  {:<26} {:>5} lines, certain {:>5} (right {}), probable {:>4} (right {})\n",
            fault.empty() ? "as it should be" : fault, n.all, n.certain, n.certain_right, n.probable,
            n.probable_right);
    std::cout << fmt::format(
        "  certain: clean {:.1f} %, faulted {:.1f} %; probable: precision {:.1f} %; certain and probable: "
        "recall {:.1f} %\n",
        100.0 * clean.certain / clean.all, 100.0 * faulted.certain / faulted.all,
        100.0 * whole.probable_right / std::max(whole.probable, 1),
        100.0 * (whole.certain_right + whole.probable_right) / whole.all);
    CHECK(whole.certain_right == whole.certain);
    CHECK(clean.certain >= 0.85 * clean.all);
    CHECK(faulted.all > 0.18 * whole.all);
    CHECK(faulted.certain >= 0.5 * faulted.all);

    // All of it is one edit; what it wrote is true, and one undo takes it back.
    const auto before = town.project.store->data_version();
    tasks::ApplyMatches chosen;
    chosen.lines = tasks::certain_lines(review);
    const auto applied = tasks::apply_matches(town.project, review, chosen, silent);
    CHECK(applied.linked == static_cast<std::int64_t>(chosen.lines.size()));
    CHECK(town.project.store->data_version() == before + 1);
    const auto made = town.occupied();
    CHECK(made.size() == chosen.lines.size());
    for (const auto& home : made) CHECK(town.homes.contains(home));
    const auto again = tasks::match_list(town.project, params, silent);
    CHECK(again.linked == again.certain);
    CHECK(tasks::certain_lines(again).empty());
    tasks::undo(town.project, {}, silent);
    CHECK(town.occupied().empty());
}

TEST_CASE(
    "a list of parcels: shares are linked in one edit, and what does not add up is said once a parcel") {
    const TownFolder folder;
    auto project = open(folder.town());
    const auto text = [](const char* s) { return land::Value{std::string(s)}; };
    land::Edit edit =
        edit_by("maker", "town",
                {land::Insert{"village",
                              land::NewId{9},
                              {{"town", text("甲镇")}, {"village", text("乙村")}, {"grp", text("一组")}}}});
    for (std::int64_t n = 1; n <= 3; ++n) {
        const auto code = fmt::format("H{}", n), name = fmt::format("张样{}", n == 1   ? "一"
                                                                              : n == 2 ? "二"
                                                                                       : "三");
        edit.changes.push_back(land::Insert{
            "party", land::NewId{n}, {{"kind", text("household")}, {"code", code}, {"name", name}}});
        edit.changes.push_back(land::Insert{
            "household", land::NewId{n}, {{"relocated", std::int64_t{1}}, {"origin", land::NewId{9}}}});
    }
    for (std::int64_t n = 4; n <= 5; ++n)
        edit.changes.push_back(land::Insert{"parcel",
                                            land::NewId{n},
                                            {{"kind", text(n == 4 ? "woodland" : "homestead")},
                                             {"code", fmt::format("P{}", n)},
                                             {"village", land::NewId{9}}}});
    project.store->apply(edit);
    std::ofstream(folder / "地.csv")
        << "户号,户名,地块编码,份额\nH1,张样一,P4,1/3\nH2,张样二,P4,33%\nH3,张样三,P4,1/3\nH1,张样一,P5,1/"
           "2\nH1,张样一,P5,1/3\nH2,张样二,P9,1/1\nH9,李样九,P5,1/1\n";
    land::Progress silent;
    tasks::MatchParams params;
    params.list = folder / "地.csv";
    const auto review = tasks::match_list(project, params, silent);
    REQUIRE(review.lines.size() == 7);
    CHECK(review.certain == 5);
    CHECK(review.none == 2);
    tasks::ApplyMatches chosen;
    for (std::size_t i = 0; i < review.lines.size(); ++i) chosen.lines.push_back(i);
    const auto before = project.store->data_version();
    const auto applied = tasks::apply_matches(project, review, chosen, silent);
    CHECK(applied.linked == 4);  // the other share of P5, P9 and H9 are refused
    CHECK(project.store->data_version() == before + 1);
    std::map<std::string, int> rules;
    for (const auto& finding : applied.findings) {
        ++rules[finding.rule];
        UNSCOPED_INFO(land::to_line(finding));
    }
    CHECK(rules == std::map<std::string, int>{{"match.already_linked", 1},
                                              {"match.nothing_found", 2},
                                              {"parcel_right.shares_below_whole", 2}});
    const auto town = project.store->snapshot();
    CHECK(town->db().text("SELECT group_concat(kind||' '||share_num||'/'||share_den, ', ') FROM (SELECT * "
                          "FROM parcel_right ORDER BY id)") ==
          "contract 1/3, contract 33/100, contract 1/3, use 1/2");

    // The review goes out as a workbook and stays text where it is a code.
    tasks::write_review(review, land::Language::zh, folder / "审核.xlsx");
    CHECK(std::filesystem::file_size(folder / "审核.xlsx") > 4000);
    CHECK(code_of([&] { tasks::write_review(review, land::Language::zh, folder / "审核.doc"); }) ==
          "unknown_format");
    std::ofstream(folder / "无.csv") << "甲,乙\n1,2\n";
    params.list = folder / "无.csv";
    std::string words;
    CHECK(code_of([&] { tasks::match_list(project, params, silent); }, &words) == "no_columns");
    CHECK_THAT(words, ContainsSubstring("户号"));
}

TEST_CASE("identity numbers of a list are looked up only while unlocked, through the blind index") {
    const TownFolder folder;
    const auto file = town_copy(folder);
    auto unlocked = open_unlocked(file);
    // The number of a head, from the office's own source of the sample.
    const exchange::Reader reader(sample_folder() / "人员.xlsx");
    const auto& layer = reader.layer("人员");
    std::string number, code;
    reader.each(layer, [&](const exchange::SourceRow& row) {
        number = land::to_display(row.cells.at(static_cast<std::size_t>(layer.field("证件号码"))));
        code = land::to_display(row.cells.at(static_cast<std::size_t>(layer.field("户号"))));
        return number.size() < 15;
    });
    REQUIRE(number.size() >= 15);
    const auto name =
        unlocked.store->snapshot()->db().text("SELECT name FROM party WHERE code='" + code + "'");
    std::ofstream(folder / "名单.csv") << "户名,身份证号,房号\n" << name << ',' << number << ",B001-1-101\n";
    land::Progress silent;
    tasks::MatchParams params;
    params.list = folder / "名单.csv";
    const auto seen = tasks::match_list(unlocked, params, silent);
    REQUIRE(seen.lines.size() == 1);
    CHECK(seen.lines[0].code == code);
    CHECK(seen.note.empty());
    CHECK_FALSE(seen.lines[0].line.by_id_number.empty());
    auto locked = open(file);
    const auto blind = tasks::match_list(locked, params, silent);
    CHECK_FALSE(blind.note.empty());
    CHECK(blind.lines[0].line.by_id_number.empty());
}
