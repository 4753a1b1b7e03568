// LibreOffice opens every ledger and computes its formulas anew: totals and figures are those that were
// written.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "../tasks/sample_project.hpp"
#include "catch.hpp"
#include "tasks/ledger.hpp"

using namespace liangdi;
using namespace liangdi::tests;
namespace fs = std::filesystem;

namespace {

/// A profile in which LibreOffice computes all formulas when it loads a workbook, whatever values it keeps.
void write_profile(const fs::path& profile) {
    fs::create_directories(profile / "user");
    std::ofstream(profile / "user" / "registrymodifications.xcu") << R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>)";
}

void convert(const fs::path& folder, const fs::path& profile) {
    std::string command = fmt::format(
        "soffice --headless -env:UserInstallation=file://{} --convert-to "
        "'csv:Text - txt - csv (StarCalc):44,34,76' --outdir '{}'",
        profile.string(), folder.string());
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".xlsx") command += fmt::format(" '{}'", entry.path().string());
    REQUIRE(std::system((command + " >/dev/null 2>&1").c_str()) == 0);
}

/// No cell of a ledger holds a quote or a line end; one with a comma stands in quotes.
std::vector<std::vector<std::string>> rows_of(const fs::path& csv) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(csv);
    for (std::string line; std::getline(in, line);) {
        std::vector<std::string> cells(1);
        bool quoted = false;
        for (const char c : line) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

}  // namespace

TEST_CASE("LibreOffice recomputes the same totals and figures in every ledger") {
    const TownFolder folder;
    const auto profile = folder / "profile";
    write_profile(profile);

    // That it does compute: a formula with a wrong value beside it.
    const auto proof = folder / "proof";
    fs::create_directories(proof);
    lxw_workbook* book = workbook_new((proof / "proof.xlsx").c_str());
    worksheet_write_formula_num(workbook_add_worksheet(book, nullptr), 0, 0, "=SUM(1,2)", nullptr, 99);
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    convert(proof, profile);
    REQUIRE(rows_of(proof / "proof.csv").at(0).at(0) == "3");

    auto project = open(loaded_town());
    land::Progress silent;
    for (const auto language : {land::Language::zh, land::Language::en}) {
        tasks::LedgerParams params;
        params.kind = "all";
        params.language = language;
        const auto out = folder / (language == land::Language::zh ? "zh" : "en");
        const auto written = tasks::write_ledgers(project, params, out, silent);
        convert(out, profile);
        for (const auto& one : written) {
            INFO(one.file.filename().string());
            auto csv = one.file;
            const auto rows = rows_of(csv.replace_extension(".csv"));
            auto single = params;
            single.kind = one.kind;
            single.level = one.level;
            const auto text = land::ledger_text_of(tasks::ledger(project, single), language);
            REQUIRE(rows.size() > 3 + text.table.rows.size());
            for (std::size_t i = 0; i < text.table.columns.size(); ++i)
                CHECK(rows[2].at(i + 1) == text.table.columns[i].caption);
            if (!text.table.total.empty()) {
                const auto& totals = rows.at(3 + text.table.rows.size());
                for (std::size_t i = 1; i < text.table.total.size(); ++i)
                    CHECK(totals.at(i + 1) == text.table.total[i]);
            }
            for (const auto& figure : text.figures) {
                bool found = false;
                for (std::size_t r = 3 + text.table.rows.size(); r < rows.size(); ++r) {
                    if (rows[r].size() < 3 || rows[r][1] != figure.caption) continue;
                    CHECK(rows[r][2] == figure.value);
                    found = true;
                }
                INFO(figure.caption);
                CHECK(found);
            }
        }
    }
}
