#include "tasks/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exchange/ledger_workbook.hpp"
#include "geo/error.hpp"
#include "land/area.hpp"
#include "land/ledger_land.hpp"
#include "land/masked_counts.hpp"
#include "store/ledger_rows.hpp"
#include "tasks/ledger_pages.hpp"

namespace liangdi::tasks {

namespace fs = std::filesystem;

namespace {

/// Columns of the communities' ledger that count sealed groups.
constexpr std::array group_columns{"left_behind_child", "empty_nest_elderly", "disabled",
                                   "allowance_households", "allowance_persons"};

/// Small counts become blank cells; the totals are the town's published figures and stay what they are, as
/// the sum of a row of its own.
void mask_small_counts(land::Ledger& ledger) {
    bool any = false;
    std::vector<land::LedgerCell> rest(ledger.form.columns.size());
    for (const auto* name : group_columns) {
        const auto at = std::ranges::find(ledger.form.columns, std::string(name), &land::LedgerColumn::name);
        if (at == ledger.form.columns.end()) continue;
        const auto column = static_cast<std::size_t>(at - ledger.form.columns.begin());
        std::vector<std::int64_t> counts;
        for (const auto& row : ledger.rows) {
            const auto* n = std::get_if<std::int64_t>(&row[column]);
            counts.push_back(n ? *n : 0);
        }
        const auto masked = land::masked_counts(counts);
        std::int64_t hidden = 0;
        for (std::size_t r = 0; r < masked.size(); ++r) {
            if (!masked[r]) continue;
            hidden += counts[r];
            ledger.rows[r][column] = {};
            any = true;
        }
        if (hidden > 0) rest[column] = hidden;
    }
    if (!any) return;
    rest[1] = std::string("（未分列）");
    ledger.rows.push_back(std::move(rest));
    ledger.notes.push_back(
        {"公开版：少于 5 的人群数不分列，合并在最后一行",
         "Public edition: counts of groups below 5 are not told apart, they stand together in the "
         "last row"});
}

/// Of a sealed ledger while it is locked: what each community counts in clear.
land::Ledger counts_of_allowance(land::Ledger communities) {
    land::Ledger out;
    out.town = communities.town;
    out.date = communities.date;
    out.form = land::ledger_form("allowance");
    const auto households = communities.form.column("allowance_households");
    const auto persons = communities.form.column("allowance_persons");
    const auto name = communities.form.column("name");
    out.form.personal = out.form.sealed = false;
    out.form.columns = {communities.form.columns[name], communities.form.columns[households],
                        communities.form.columns[persons]};
    out.form.figures[0].column = "allowance_households";
    out.form.figures[1].column = "allowance_persons";
    for (const auto& row : communities.rows) out.rows.push_back({row[name], row[households], row[persons]});
    out.notes = std::move(communities.notes);
    return out;
}

land::Ledger filled(Project& project, const LedgerParams& params) {
    land::Ledger out;
    out.form = land::ledger_form(params.kind, params.level);
    const bool by_name = out.form.sealed && project.key && !params.public_edition;
    if (by_name)  // before anything is read: what cannot be logged is not written
        project.store->log_access(project.actor, fmt::format("ledger of {} by name", params.kind),
                                  params.reason);
    const auto town = project.store->snapshot();
    out.town = town->setting("name");
    out.date = town->setting("reference_date");
    if (out.form.sealed && !by_name) {
        land::Ledger communities{land::ledger_form("community"), out.town, out.date, {}, {}};
        communities.rows = store::ledger_rows(town->db(), communities.form, out.date);
        if (params.public_edition) {
            mask_small_counts(communities);
        } else {
            communities.notes.push_back(
                {"个人信息已锁定：只列各社区的数字；解锁后（--unlock）按户列出",
                 "The personal records are locked: counts per community only. Unlocked "
                 "(--unlock), the families are listed"});
        }
        return counts_of_allowance(std::move(communities));
    }
    if (params.kind == "land") {
        const auto land = store::land_register(town->db(), out.date);
        land::fill_land_ledger(out, params.level.empty() ? "household" : params.level, land.facts,
                               land.holders);
    } else if (out.form.sealed) {
        std::int64_t damaged = 0;
        out.rows = store::allowance_rows(town->db(), *project.key, out.date, damaged);
        if (damaged > 0)
            out.notes.push_back(
                {fmt::format("{} 条个人记录打不开，未列入；请运行核对", damaged),
                 fmt::format("{} personal records cannot be opened and are missing; run check", damaged)});
    } else {
        out.rows = store::ledger_rows(town->db(), out.form, out.date);
        if (params.public_edition) mask_small_counts(out);
    }
    return out;
}

std::string figure_text(const land::Ledger& ledger, const land::LedgerFigure& figure) {
    const auto value = land::figure_value(ledger, figure);
    return land::is_area(ledger, figure) ? land::format_hundredths(value) : std::to_string(value);
}

WrittenLedger write_one(Project& project, const LedgerParams& params, const fs::path& file) {
    const auto made = ledger(project, params);
    if (file.extension() == ".pdf") {
        write_ledger_pdf(project, made, params.language, params.public_edition, file);
    } else if (file.extension() == ".csv") {
        exchange::write_ledger_csv(made, params.language, file);
    } else {
        exchange::write_ledger_workbook(made, params.language, file);
    }
    const auto text = land::ledger_text_of(made, params.language);
    WrittenLedger out{params.kind, params.level, file, made.rows.size(), text.figures, {}, text.notes};
    for (const auto& figure : made.form.figures)
        out.named.emplace_back(figure.name, figure_text(made, figure));
    return out;
}

void check_format(const fs::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return static_cast<char>(std::tolower(c)); });
    if (extension == ".xlsx" || extension == ".csv" || extension == ".pdf") return;
    throw Error("unknown_format", "a ledger is written as .xlsx, .csv or .pdf", file.string());
}

}  // namespace

std::vector<std::string> ledger_kinds() {
    std::vector<std::string> kinds;
    for (const auto& form : land::ledger_forms()) kinds.push_back(form.kind);
    return kinds;
}

std::vector<std::string> ledger_levels() {
    return {"parcel", "household", "group", "village", "town"};
}

land::Ledger ledger(Project& project, const LedgerParams& params) {
    const auto form = land::ledger_form(params.kind, params.level);
    if (params.public_edition && form.personal && !form.sealed)
        throw Error(
            "not_public",
            fmt::format("the ledger of {} names families or persons, a public edition has none of it; "
                        "leave --public out for office use, or take land by group, village or town",
                        params.kind));
    return filled(project, params);
}

std::vector<WrittenLedger> write_ledgers(Project& project, const LedgerParams& params, const fs::path& out,
                                         land::Progress& progress) {
    std::vector<WrittenLedger> written;
    if (params.kind != "all") {
        check_format(out);
        written.push_back(write_one(project, params, out));
        return written;
    }
    if (out.has_extension() && !fs::is_directory(out))
        throw Error("unknown_format", "all ledgers go into a folder, not into one file", out.string());
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& kind : ledger_kinds()) {
        if (kind != "land") {
            all.emplace_back(kind, "");
            continue;
        }
        for (const auto& level : ledger_levels()) all.emplace_back(kind, level);
    }
    fs::create_directories(out);
    std::int64_t done = 0;
    for (const auto& [kind, level] : all) {
        progress.at(kind, done++, static_cast<std::int64_t>(all.size()));
        LedgerParams one = params;
        one.kind = kind;
        one.level = level;
        const auto form = land::ledger_form(kind, level);
        if (params.public_edition && form.personal && !form.sealed) continue;
        written.push_back(write_one(project, one, out / (form.title.in(params.language) + ".xlsx")));
    }
    return written;
}

}  // namespace liangdi::tasks
