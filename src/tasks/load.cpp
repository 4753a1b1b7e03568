#include "tasks/load.hpp"

#include <fmt/format.h>

#include "exchange/load_plan.hpp"
#include "geo/error.hpp"
#include "store/partial_file.hpp"
#include "tasks/create.hpp"

namespace liangdi::tasks {

std::int64_t LoadOutcome::findings() const {
    std::int64_t n = 0;
    for (const auto& source : sources) n += source.import.report.findings_count;
    return n;
}

namespace {

/// Name and date of the plan, where the town says otherwise.
void apply_settings(Project& project, const exchange::LoadPlan& plan, const std::string& batch) {
    land::Edit edit{project.head("load: settings", batch), {}};
    {
        const auto town = project.store->snapshot();
        const auto set = [&](const char* name, const std::string& value) {
            if (value.empty() || town->setting(name) == value) return;
            const auto ids = town->ids_of("setting", "name", name);
            if (!ids.empty())
                edit.changes.push_back(
                    land::Update{"setting", ids.front(), {{"value", town->setting(name), value}}});
        };
        set("name", plan.name);
        set("reference_date", plan.reference_date);
    }
    project.store->apply(edit);
}

/// A new town is built beside its place (`partial`), where nobody sees it until all is in it.
Project open_or_create(const LoadParams& params, const exchange::LoadPlan& plan,
                       const std::filesystem::path& partial, LoadOutcome& outcome) {
    if (!partial.empty()) {
        CreateParams create_params;
        create_params.town = partial;
        create_params.unshared = true;
        create_params.name = plan.name.empty() ? params.town.stem().string() : plan.name;
        create_params.crs = plan.crs;
        create_params.reference_date = plan.reference_date;
        if (!plan.passphrase_file.empty()) create_params.passphrase = read_passphrase(plan.passphrase_file);
        create_params.actor = params.actor;
        outcome.recovery_key = create(create_params).recovery_key;
        outcome.created = true;
    }
    OpenParams open;
    open.town = partial.empty() ? params.town : partial;
    open.unshared = !partial.empty();
    open.actor = params.actor;
    Project project = open_project(open);
    if (!plan.passphrase_file.empty() && store::has_key(project.store->snapshot()->db())) {
        unlock(project, read_passphrase(plan.passphrase_file), "load");
    }
    return project;
}

void load_sources(Project& project, const exchange::LoadPlan& plan, LoadOutcome& outcome,
                  land::Progress& progress, bool take_back) try {
    apply_settings(project, plan, outcome.batch);
    for (const auto& source : plan.sources) {
        progress.at(source.file.filename().string(), static_cast<std::int64_t>(outcome.sources.size()),
                    static_cast<std::int64_t>(plan.sources.size()));
        ImportParams import;
        import.source = source.file;
        import.layer = source.layer;
        import.encoding = source.encoding;
        import.crs = source.crs;
        import.mapping = source.mapping;
        import.batch = outcome.batch;
        outcome.sources.push_back(
            {source.file.filename().string(), import_source(project, import, progress)});
    }
} catch (...) {
    const auto done = store::batch_roots(project.store->snapshot()->db(), outcome.batch, /*in_effect=*/true);
    if (take_back && !done.empty()) {
        land::Progress silent;
        store::ReverseRequest back;
        back.head = project.head("load stopped");
        back.entry = done.back();
        back.batch = true;
        project.store->undo(back, silent);
    }
    throw;
}

}  // namespace

LoadOutcome load(const LoadParams& params, land::Progress& progress) {
    const auto plan = exchange::read_load_plan(params.folder);
    LoadOutcome outcome;
    const bool is_new = !std::filesystem::exists(params.town);
    const std::filesystem::path partial = is_new ? store::partial_for(params.town) : "";
    try {
        Project project = open_or_create(params, plan, partial, outcome);
        outcome.batch = fmt::format("load {}", project.store->data_version() + 1);
        load_sources(project, plan, outcome, progress, /*take_back=*/!is_new);
        if (is_new) {
            project.store.reset();
            store::put_in_place(partial, params.town);
        }
    } catch (...) {
        if (is_new) store::remove_partial(partial);
        throw;
    }
    return outcome;
}

}  // namespace liangdi::tasks
