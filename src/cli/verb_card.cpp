#include <fmt/format.h>

#include <algorithm>

#include "cli/drawing.hpp"
#include "cli/verb.hpp"
#include "land/ledger.hpp"
#include "tasks/household.hpp"
#include "tasks/household_pages.hpp"

namespace liangdi::cli {

namespace {

nlohmann::ordered_json to_json(const tasks::HouseholdCardAnswer& answer) {
    const auto& sheet = answer.sheet;
    nlohmann::ordered_json out = {{"code", answer.household.code},
                                  {"name", answer.household.name},
                                  {"reference_date", answer.reference_date},
                                  {"unlocked", answer.unlocked},
                                  {"line", sheet.line},
                                  {"town", sheet.town.lines},
                                  {"village", sheet.village.lines}};
    nlohmann::ordered_json sections;
    for (const auto& section : sheet.sections) {
        std::vector<std::string> headers;
        for (const auto& column : section.table.columns) headers.push_back(column.caption);
        nlohmann::ordered_json one = {
            {"title", section.table.heading}, {"columns", headers}, {"rows", section.table.rows}};
        if (!section.table.total.empty()) one["totals"] = section.table.total;
        if (!section.note.empty()) one["note"] = section.note;
        if (!section.table.closing.empty()) one["note"] = section.table.closing;
        sections[section.name] = one;
    }
    out["sections"] = sections;
    return out;
}

std::string padded(const std::string& text, int width, bool right) {
    const std::string gap(static_cast<std::size_t>(std::max(0, width - land::text_width(text))), ' ');
    return right ? gap + text : text + gap;
}

void print(Console& console, const land::SheetSection& section) {
    console.line(fmt::format("\n【{}】", section.table.heading));
    auto lines = section.table.rows;
    if (!section.table.rows.empty()) {
        std::vector<std::string> headers;
        for (const auto& column : section.table.columns) headers.push_back(column.caption);
        lines.insert(lines.begin(), headers);
        if (!section.table.total.empty()) lines.push_back(section.table.total);
    }
    std::vector<int> widths(section.table.columns.size());
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], land::text_width(line[i]));
    for (const auto& line : lines) {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i)
            text += "  " + padded(line[i], widths[i], section.table.columns[i].right);
        text.erase(text.find_last_not_of(' ') + 1);
        console.line(text);
    }
    for (const auto& note : {section.table.closing, section.note})
        if (!note.empty()) console.line("  " + note);
}

class CardVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("HOUSEHOLD", params_.household, "code or name")->required();
        language_.add_to(app, "of captions and words");
        app.add_flag(
            "--unmasked", unmasked_,
            "benefits and personal values in full; who saw them and why goes into the history first");
        app.add_option("--out", out_, "the card on A4 as .pdf or .png, instead of text");
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        params_.language = language_.language();
        params_.disclosure = unmasked_ ? land::Disclosure::open : land::Disclosure::masked;
        params_.reason = town_.reason;
        if (!out_.empty()) return write(console);
        auto project = town_.open();
        const auto answer = tasks::household_card(project, params_);
        if (report_.json) {
            console.line(to_json(answer).dump(2));
            return Exit::done;
        }
        const auto& sheet = answer.sheet;
        console.line(fmt::format("{}  {}", sheet.title, sheet.line));
        for (const auto* place : {&sheet.town, &sheet.village})
            console.line(fmt::format("{}: {}", place->head, fmt::join(place->lines, "; ")));
        for (const auto& section : sheet.sections) print(console, section);
        return Exit::done;
    }

  private:
    Exit write(Console& console) {
        const auto application = drawing_application();
        auto project = town_.open();
        const auto pages = tasks::write_card(project, params_, out_);
        console.line(fmt::format("{}: {} pages", out_.string(), pages));
        return Exit::done;
    }

    TownOptions town_;
    std::filesystem::path out_;
    tasks::CardParams params_;
    LanguageOption language_;
    bool unmasked_ = false;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_card() {
    return std::make_unique<CardVerb>();
}

}  // namespace liangdi::cli
