#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/matching.hpp"

namespace liangdi::cli {

namespace {

nlohmann::ordered_json to_json(const tasks::ReviewLine& line, land::Language language) {
    auto reasons = nlohmann::ordered_json::array();
    for (const auto& reason : line.match.reasons) reasons.push_back(reason.in(language));
    nlohmann::ordered_json out = {{"row", line.line.row},
                                  {"verdict", land::to_text(line.match.certainty)},
                                  {"linked", line.match.linked},
                                  {"reasons", reasons}};
    if (line.match.household != 0) out["household"] = {{"code", line.code}, {"name", line.name}};
    if (!line.target.empty()) out[line.match.flat != 0 ? "flat" : "parcel"] = line.target;
    return out;
}

class MatchVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        app.add_option("LIST", params_.list,
                       "a table (.xlsx, .csv …) with 户号 or 户名, and 户室编码 or 地块编码, in its header")
            ->required();
        app.add_option("--layer", params_.layer, "sheet, where there are several");
        app.add_option("--encoding", params_.encoding, "of a text file that does not say it");
        app.add_option("--review", review_, "writes the list with verdicts and reasons (.xlsx, .csv)");
        app.add_option("--apply", apply_, "links these lines, in one edit")
            ->check(CLI::IsMember({"certain", "probable"}));
        app.add_option("--kind", chosen_.flat_kind, "of the flats: main or additional")
            ->check(CLI::IsMember({"main", "additional"}));
        app.add_option("--right", chosen_.right_kind,
                       "of the parcels (default: use of homesteads, else contract)")
            ->check(CLI::IsMember({"ownership", "qualification", "contract", "operation", "use"}));
        language_.add_to(app, "of the review");
        report_.add_json(app);
        report_.add_fail_on(app);
    }
    Exit run(Console& console) override {
        const auto language = language_.language();
        auto project = town_.open();
        const auto review = tasks::match_list(project, params_, console.progress());
        if (!review_.empty()) tasks::write_review(review, language, review_);
        tasks::AppliedMatches applied;
        if (!apply_.empty()) {
            for (std::size_t i = 0; i < review.lines.size(); ++i) {
                const auto& match = review.lines[i].match;
                const bool wanted = match.certainty == land::Certainty::certain ||
                                    (apply_ == "probable" && match.certainty == land::Certainty::probable);
                if (wanted && !match.linked) chosen_.lines.push_back(i);
            }
            applied = tasks::apply_matches(project, review, chosen_, console.progress());
        }
        console.end_progress();
        if (report_.json) {
            auto lines = nlohmann::ordered_json::array();
            for (const auto& line : review.lines) lines.push_back(to_json(line, language));
            nlohmann::ordered_json out = {{"lines", lines},
                                          {"certain", review.certain},
                                          {"probable", review.probable},
                                          {"none", review.none},
                                          {"linked_already", review.linked}};
            if (!review.note.empty()) out["note"] = review.note;
            if (!apply_.empty()) {
                out["applied"] = {{"entry", applied.seq}, {"linked", applied.linked}};
                out["findings"] = cli::to_json(applied.findings);
            }
            console.line(out.dump(2));
            return report_.exit_for(applied.findings);
        }
        console.line(fmt::format("{}: {} lines, {} certain ({} linked already), {} probable, {} none",
                                 review.list, review.lines.size(), review.certain, review.linked,
                                 review.probable, review.none));
        if (!review.note.empty()) console.note(review.note);
        if (apply_.empty()) {
            for (const auto& line : review.lines) {
                if (line.match.certainty == land::Certainty::certain) continue;
                std::string why;
                for (const auto& reason : line.match.reasons)
                    why += (why.empty() ? "" : "; ") + reason.in(language);
                console.line(fmt::format("  row {} {} {} -> {} {} {}: {}", line.line.row,
                                         line.line.household_code, line.line.household_name,
                                         land::to_text(line.match.certainty), line.code, line.name, why));
            }
        } else {
            console.line(applied.seq
                             ? fmt::format("{} links made (history entry {})", applied.linked, applied.seq)
                             : std::string("no link was new"));
            print_findings(console, applied.findings, static_cast<std::int64_t>(applied.findings.size()));
        }
        return report_.exit_for(applied.findings);
    }

  private:
    TownOptions town_;
    tasks::MatchParams params_;
    tasks::ApplyMatches chosen_;
    std::filesystem::path review_;
    std::string apply_;
    LanguageOption language_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_match() {
    return std::make_unique<MatchVerb>();
}

}  // namespace liangdi::cli
