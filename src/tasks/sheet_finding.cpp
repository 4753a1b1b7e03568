#include "tasks/sheet_finding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/error.hpp"
#include "land/chosen_features.hpp"
#include "land/layer_twins.hpp"
#include "land/made_features.hpp"
#include "store/finding_rows.hpp"
#include "tasks/check.hpp"
#include "tasks/feature_card.hpp"
#include "tasks/land_sheets.hpp"
#include "tasks/row_place.hpp"

namespace liangdi::tasks {

namespace {

constexpr double around_m = 30;

std::string severity_word(const SheetBook& book, const std::string& severity) {
    if (severity == "error") return book.words("错误", "error");
    if (severity == "warning") return book.words("警告", "warning");
    return book.words("提示", "note");
}

/// The rule that it comes from; nothing where the rule is no longer there.
std::optional<RuleListed> rule_of(const land::FindingView& finding) {
    for (auto& rule : list_rules({}))
        if (finding.rule == "check." + rule.name || finding.rule == rule.name) return std::move(rule);
    return {};
}

land::TextTable facts(SheetBook& book, const land::FindingView& finding, const RowPlace& place) {
    land::TextTable table;
    table.columns = {{"", false, 7}, {"", false, 0}};
    const auto row = [&](const char* zh, const char* en, const std::string& value) {
        if (!value.empty()) table.rows.push_back({book.words(zh, en), value});
    };
    const auto rule = rule_of(finding);
    if (rule) row("问题", "Finding", book.words(rule->caption_zh, rule->caption_en));
    row("数据", "What it says", finding.reason);
    row("级别", "Severity", severity_word(book, finding.severity));
    for (const auto& [layer, ids] : place.on_map.ids)
        for (const auto id : ids)
            if (const auto card = feature_card(book.project(), layer, id))
                row("所在", "At",
                    card->name.empty() || card->name == card->code ? card->code
                                                                   : card->name + " " + card->code);
    row("处理办法", "Mend", rule ? book.words(rule->mend_zh, rule->mend_en) : finding.mend);
    row("规则", "Rule", finding.rule);
    row("发现日期", "Found on", finding.found_on);
    table.closing = book.words(
        "处理结果：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿\n\n经办：＿＿＿＿＿＿　日期：＿＿＿＿＿＿",
        "What was done: ______________________________________\n\nBy: ______________  Date: ______________");
    return table;
}

render::SheetContent::Map map_of(SheetBook& book, const land::FindingView& finding, const RowPlace& place) {
    render::SheetContent::Map map;
    for (const auto& spec : land::town_layers()) {
        if (land::draws_again(spec.name) || spec.name == "entrance") continue;
        render::MapLayer layer = book.layer(spec.name);
        if (const auto own = place.on_map.ids.find(spec.name); own != place.on_map.ids.end())
            layer.highlighted = own->second;
        map.layers.push_back(std::move(layer));
    }
    geo::Box box = place.box;
    if (finding.at) {
        render::MapLayer mark;
        mark.name = "finding";
        mark.style = book.style("boundary_point", "finding");
        mark.source = land::made_features({{}, {{*finding.at, {}}}});
        map.layers.push_back(std::move(mark));
        box.add(*finding.at);
    }
    map.focus = box.grown(around_m);
    settle(book, map);
    return map;
}

}  // namespace

std::vector<SheetSubject> finding_subjects(SheetBook& book, const SheetFilter&) {
    return store::named_findings(book.town().db());
}

render::SheetContent finding_sheet(SheetBook& book, const SheetSubject& subject, std::int64_t number,
                                   std::int64_t count) {
    if (book.for_public())
        throw Error("not_public", "findings are the office's own; there is no public edition of them");
    const auto finding = store::finding_view(book.town().db(), subject.id);
    if (!finding) throw Error("not_found", "this finding is no longer in the town file", subject.name);
    const RowPlace place =
        finding->table.empty() ? RowPlace{} : row_place(book.project(), finding->table, finding->row);
    const auto rule = rule_of(*finding);
    const std::string title = rule ? book.words(rule->caption_zh, rule->caption_en) : finding->rule;
    render::SheetContent page = book.page(title, number, count);
    page.tables["facts"] = facts(book, *finding, place);
    if (finding->at || !place.box.empty()) page.maps["main"] = map_of(book, *finding, place);
    return page;
}

}  // namespace liangdi::tasks
