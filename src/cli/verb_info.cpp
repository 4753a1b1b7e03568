#include <fmt/format.h>

#include "cli/verb.hpp"
#include "tasks/info.hpp"

namespace liangdi::cli {

namespace {

nlohmann::json to_json(const tasks::TownInfo& info) {
    nlohmann::ordered_json figures;
    for (const auto& figure : land::named(info.figures)) {
        std::visit([&](const auto& value) { figures[figure.name] = value; }, figure.value);
    }
    nlohmann::ordered_json counts;
    for (const auto& [table, n] : info.counts) counts[table] = n;
    nlohmann::ordered_json out = {{"town", info.file},
                                  {"name", info.name},
                                  {"file_id", info.file_id},
                                  {"schema_version", info.schema_version},
                                  {"crs", info.crs},
                                  {"crs_name", info.crs_name},
                                  {"reference_date", info.reference_date},
                                  {"has_key", info.has_key},
                                  {"figures", figures},
                                  {"counts", counts},
                                  {"history",
                                   {{"entries", info.history_entries},
                                    {"last", info.data_version},
                                    {"at", info.last_edit_at},
                                    {"actor", info.last_edit_by},
                                    {"why", info.last_edit_why}}}};
    return out;
}

class InfoVerb final : public Verb {
  public:
    void setup(CLI::App& app) override {
        town_.add_to(app);
        report_.add_json(app);
    }
    Exit run(Console& console) override {
        auto project = town_.open();
        const auto info = tasks::info(project);
        if (!info.upgraded_copy.empty())
            console.note("upgraded from an older version; the file as it was: " + info.upgraded_copy);
        if (report_.json) {
            console.line(to_json(info).dump(2));
            return Exit::done;
        }
        console.line(fmt::format("{} ({})", info.name, info.file));
        console.line(
            fmt::format("CRS {} {}, figures as of {}", info.crs, info.crs_name, info.reference_date));
        console.line(fmt::format("schema {}, {} history entries{}", info.schema_version, info.history_entries,
                                 info.last_edit_at.empty()
                                     ? ""
                                     : fmt::format(", last {} by {}: {}", info.last_edit_at.substr(0, 19),
                                                   info.last_edit_by, info.last_edit_why)));
        console.line(info.has_key ? "personal records: sealed"
                                  : "personal records: none can be kept (no passphrase)");
        for (const auto& figure : land::named(info.figures)) {
            console.line(
                fmt::format("  {:<30} {:>10}", figure.name,
                            std::visit([](const auto& v) { return fmt::format("{}", v); }, figure.value)));
        }
        std::string counts;
        for (const auto& [table, n] : info.counts)
            counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", table, n);
        console.line("rows: " + counts);
        return Exit::done;
    }

  private:
    TownOptions town_;
    ReportOptions report_;
};

}  // namespace

std::unique_ptr<Verb> make_info() {
    return std::make_unique<InfoVerb>();
}

}  // namespace liangdi::cli
