#include "tasks/doctor.hpp"

#include "tasks/town_place.hpp"

namespace liangdi::tasks {

exchange::FileHealth doctor(const DoctorParams& params, land::Progress& progress) {
    const exchange::Reader reader(params.source, {params.encoding});
    if (!params.layer.empty()) reader.layer(params.layer);  // throws with the names there are
    if (params.town.empty()) {
        exchange::ExamineOptions options{params.layer, place_of_crs(params.crs), nullptr};
        return exchange::examine(reader, options, progress);
    }
    OpenParams open;
    open.town = params.town;
    const Project project = open_project(open);
    exchange::FileHealth whole;
    for (const exchange::SourceLayer& layer : reader.layers()) {
        if (!params.layer.empty() && layer.name != params.layer) continue;
        const exchange::SourceSample sample = exchange::sample_of(reader, layer);
        exchange::ExamineOptions options{layer.name, town_place(project, layer, sample),
                                         &project.store->shape()};
        exchange::FileHealth one = exchange::examine(reader, options, progress);
        if (whole.file.empty())
            whole.file = one.file, whole.format = one.format, whole.findings = one.findings;
        for (exchange::LayerHealth& health : one.layers) whole.layers.push_back(std::move(health));
    }
    if (whole.file.empty()) {
        exchange::ExamineOptions options{params.layer, place_of_crs(params.crs), nullptr};
        return exchange::examine(reader, options, progress);
    }
    return whole;
}

}  // namespace liangdi::tasks
