#include "exchange/import_frame.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"

namespace liangdi::exchange {
namespace {

land::Finding finding(land::Severity severity, std::string rule, std::string value, std::string reason,
                      std::string mend) {
    return {severity,          std::move(rule), "", 0, "", 0, "", std::move(value),
            std::move(reason), std::move(mend), {}};
}

void note_fit(const PlaneFit& fit, const std::function<void(land::Finding)>& note) {
    std::string residuals;
    for (const Residual& r : fit.residuals)
        residuals += fmt::format("{}{} {:.3f} m", residuals.empty() ? "" : ", ", r.name, r.length_m());
    const bool exact = fit.kind == FitKind::similarity ? fit.residuals.size() < 3 : fit.residuals.size() < 4;
    constexpr double boundary_point_limit_m = 0.2;  // twice the 10 cm of the weakest boundary points
    const bool poor = fit.rmse_m > boundary_point_limit_m;
    note(finding(poor || exact ? land::Severity::warning : land::Severity::note, "import.control_points", "",
                 fmt::format("参数转换: {} control points, RMSE {:.3f} m, residuals {}", fit.residuals.size(),
                             fit.rmse_m, residuals),
                 exact  ? "there are too few points to show an error; give at least one more"
                 : poor ? "look at the point with the largest residual"
                        : "look at the map whether it lies right"));
}

}  // namespace

SourceFrame import_frame(const Reader& reader, const SourceLayer& layer, const SourceSample& sample,
                         const SourceFrame& accepted, const TownPlace& place,
                         const std::function<void(land::Finding)>& note) {
    const CrsDoctor doctor(place);
    const std::string source = reader.file().filename().string();
    if (accepted.fit) {
        note_fit(*accepted.fit, note);
        return accepted;
    }
    SourceFrame frame = accepted;
    if (!frame.crs.known() && frame.swapped) frame.crs = layer.crs;
    if (frame.crs.known()) {
        if (layer.crs.known() && !(layer.crs == frame.crs))
            note(finding(land::Severity::note, "import.crs_overridden", layer.crs.name(),
                         "the source names " + layer.crs.name() + ", taken was " + frame.name(),
                         "look at the map whether it lies right"));
        const ToTown possible(frame, place.crs);  // throws where there is no way
        if (!sample.points.empty() && !doctor.lands(frame, sample.points))
            note(finding(land::Severity::warning, "import.crs_elsewhere", frame.name(),
                         "in this frame the source lies elsewhere than the town",
                         "look at the map; liangdi doctor says what the coordinates look like"));
        return frame;
    }
    if (reader.says_gcj02()) {
        FrameReport report;
        report.state = FrameState::shifted;
        report.reason = "The source declares GCJ-02, the offset coordinates of web maps.";
        FrameProposal proposal;
        proposal.what = "what it says";
        proposal.evidence = "<OvCoordType> in the file";
        proposal.accept = "--crs GCJ-02";
        report.proposals.push_back(proposal);
        throw Error(report.code(), report.message(), source);
    }
    const FrameReport report = doctor.look(layer.crs, sample.points, sample.boxes);
    if (report.stops()) throw Error(report.code(), report.message(), source);
    for (const land::Finding& f : report.notes) note(f);
    frame.crs = layer.crs;
    return frame;
}

}  // namespace liangdi::exchange
