// Every shipped sheet as PDF: what stands on its pages is found by a reader's search. A new template is
// covered by being there.
#include <set>

#include "catch.hpp"
#include "geo/error.hpp"
#include "land/ledger_text.hpp"
#include "pdf_words.hpp"
#include "sample_project.hpp"
#include "tasks/atlas.hpp"
#include "tasks/check.hpp"
#include "tasks/ledger.hpp"
#include "tasks/sheet_templates.hpp"

using namespace liangdi;
using namespace liangdi::tests;

namespace {

land::Progress silent;

/// All words of a page: titles, texts, tables, legends, charts, captions. Names on the maps are not among
/// them.
std::vector<std::string> words_on(const render::Page& page) {
    std::vector<std::string> out;
    const auto add = [&](const auto& text) {
        if constexpr (requires { text.toStdString(); }) {
            out.push_back(text.toStdString());
        } else {
            out.push_back(text);
        }
    };
    for (const auto& item : page.items) {
        if (const auto* text = std::get_if<render::PageText>(&item.what)) add(text->text);
        if (const auto* north = std::get_if<render::PageNorth>(&item.what)) add(north->note);
        if (const auto* image = std::get_if<render::PageImage>(&item.what)) add(image->caption);
        if (const auto* legend = std::get_if<render::PageLegend>(&item.what)) {
            add(legend->heading);
            for (const auto& entry : legend->entries) add(entry.title);
        }
        if (const auto* chart = std::get_if<render::PageChart>(&item.what)) {
            add(chart->heading);
            for (const auto& bar : chart->bars) {
                add(bar.label);
                add(bar.figure);
            }
        }
        const auto* part = std::get_if<render::PageTable>(&item.what);
        if (!part) continue;
        add(part->table.heading);
        add(part->table.closing);
        for (const auto& column : part->table.columns) add(column.caption);
        for (const auto& row : part->table.rows)
            for (const auto& cell : row) add(cell);
        for (const auto& cell : part->table.total) add(cell);
    }
    return out;
}

/// A few of them from the whole range, and those that are known to hold much.
std::vector<std::string> some_of(const std::vector<tasks::SheetSubject>& all) {
    std::set<std::string> out;
    constexpr std::size_t most = 4;
    for (std::size_t i = 0; i < most && i < all.size(); ++i) {
        const auto& subject = all[i * (all.size() - 1) / std::max<std::size_t>(1, most - 1)];
        out.insert(subject.code.empty() ? subject.name : subject.code);
    }
    for (const auto& subject : all)
        if (subject.code == "520524-A-0412") out.insert(subject.code);
    return {out.begin(), out.end()};
}

/// The town with findings that were kept: their sheets have subjects only then.
struct CheckedTown {
    TownFolder folder;
    tasks::Project project{open(town_copy(folder))};
    CheckedTown() {
        project.store->apply(edit_by(
            "tester", "break",
            {land::Insert{
                "building", {}, {{"name", std::string("无格楼")}, {"kind", std::string("residential")}}}}));
        tasks::CheckParams check;
        check.keep = true;
        check.rules = {"building_without_grid"};
        tasks::check(project, check, silent);
    }
};

/// A wide blank sets two texts apart: a reader may put others between them.
bool holds(const std::string& words, const std::string& text) {
    const std::string wide = "\u3000";
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find(wide, from), text.size());
        if (words.find(without_blanks(text.substr(from, to - from))) == std::string::npos) return false;
        from = to + wide.size();
    }
    return true;
}

std::vector<std::string> shipped() {
    std::vector<std::string> names;
    for (const auto& sheet : tasks::sheet_templates())
        if (!sheet.own) names.push_back(sheet.name);
    return names;
}

void check_words(CheckedTown& town, const std::string& name, const std::string& edition,
                 land::Language language) {
    INFO(name << " " << edition << " " << land::language_name(language));
    tasks::AtlasParams params;
    params.sheet = name;
    params.out = town.folder / "sheets.pdf";
    params.sheets.edition = edition;
    params.sheets.language = language;
    tasks::SheetBook book(town.project, params.sheets);
    const auto sheet = tasks::find_template(name);
    const auto& kind = tasks::find_sheet_kind(sheet.subject);
    try {
        params.filter.of = some_of(tasks::chosen_subjects(book, kind, {}));
        REQUIRE_FALSE(params.filter.of.empty());
        tasks::write_atlas(town.project, params, silent);
    } catch (const Error& error) {
        REQUIRE(error.code() == "not_public");
        REQUIRE(edition == "public");
        return;
    }
    const std::string words = words_of(params.out);
    const auto subjects = tasks::chosen_subjects(book, kind, params.filter);
    std::int64_t number = 0, checked = 0;
    for (const auto& subject : subjects) {
        INFO(subject.code << " " << subject.name);
        for (const auto& page :
             tasks::sheet_pages(book, sheet, subject, ++number, static_cast<std::int64_t>(subjects.size())))
            for (const auto& text : words_on(page)) {
                ++checked;
                if (!holds(words, text)) FAIL_CHECK(text);
            }
    }
    CHECK(checked > 5);
}

}  // namespace

TEST_CASE("titles and names of every shipped sheet can be searched", "[sheet_words]") {
    if (!can_read_pdf()) return;
    CheckedTown town;
    const auto names = shipped();
    REQUIRE(names.size() >= 12);
    for (const auto& name : names) {
        if (tasks::find_template(name).subject == "ledger") continue;  // below, with what it lists
        for (const char* edition : {"staff", "public"})
            for (const auto language : {land::Language::zh, land::Language::en})
                check_words(town, name, edition, language);
    }
}

TEST_CASE("every row of a ledger on paper can be searched", "[sheet_words]") {
    if (!can_read_pdf()) return;
    auto project = open(loaded_town());
    const TownFolder folder;
    for (const auto& kind : tasks::ledger_kinds()) {
        tasks::LedgerParams params;
        params.kind = kind;
        params.level = kind == "land" ? "village" : "";
        const auto made = tasks::ledger(project, params);
        if (made.rows.size() > 400) continue;  // the same pages, only more of them
        INFO(kind);
        for (const auto language : {land::Language::zh, land::Language::en}) {
            params.language = language;
            tasks::write_ledgers(project, params, folder / "ledger.pdf", silent);
            const auto words = words_of(folder / "ledger.pdf");
            const auto text = land::ledger_text_of(made, language);
            const auto found = [&](const std::string& wanted) {
                if (!holds(words, wanted)) FAIL_CHECK(wanted);
            };
            found(text.title);
            for (const auto& column : text.table.columns) found(column.caption);
            for (const auto& row : text.table.rows)
                for (const auto& cell : row) found(cell);
            for (const auto& cell : text.table.total) found(cell);
        }
    }
}
