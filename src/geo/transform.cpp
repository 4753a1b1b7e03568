#include <fmt/format.h>

#include <utility>

#include "geo/crs.hpp"
#include "geo/error.hpp"
#include "geo/proj_objects.hpp"

namespace liangdi::geo {

using namespace detail;

namespace {

constexpr std::string_view what_to_do =
    "there are no published parameters for this change of datum here, and a change without them would be "
    "wrong by tens of metres. Give control points known in both systems, or ask the sender for CGCS2000.";

/// A datum operation and the area it was made for, in degrees.
struct Operation {
    PjPtr pj;
    bool everywhere = false;
    double west = 0, south = 0, east = 0, north = 0;

    bool made_for(PJ_COORD lon_lat) const {
        const double lon = lon_lat.lp.lam, lat = lon_lat.lp.phi;
        const bool lon_in = west <= east ? west <= lon && lon <= east : lon >= west || lon <= east;
        return everywhere || (lon_in && south <= lat && lat <= north);
    }
};

PjPtr load(PJ_CONTEXT* context, const Crs& crs) {
    PjPtr pj(crs.known() ? proj_create(context, crs.definition().c_str()) : nullptr);
    if (!pj) throw Error("bad_crs", "The coordinate reference system is not set; set it first.", crs.name());
    return pj;
}

PjPtr normalized(PJ_CONTEXT* context, PjPtr operation) {
    if (!operation) return {};
    return PjPtr(proj_normalize_for_visualization(context, operation.get()));
}

/// All datum operations that can be carried out and are none of PROJ's "ballpark" guesses, best first.
std::vector<Operation> datum_operations(PJ_CONTEXT* context, const PJ* from, const PJ* to) {
    std::vector<Operation> out;
    PJ_OPERATION_FACTORY_CONTEXT* factory = proj_create_operation_factory_context(context, nullptr);
    proj_operation_factory_context_set_allow_ballpark_transformations(context, factory, 0);
    proj_operation_factory_context_set_spatial_criterion(context, factory,
                                                         PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(
        context, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    PJ_OBJ_LIST* list = proj_create_operations(context, from, to, factory);
    for (int i = 0; list && i < proj_list_get_count(list); ++i) {
        PjPtr candidate(proj_list_get(context, list, i));
        if (!candidate || proj_coordoperation_has_ballpark_transformation(context, candidate.get()) != 0)
            continue;
        Operation operation;
        const int known = proj_get_area_of_use(context, candidate.get(), &operation.west, &operation.south,
                                               &operation.east, &operation.north, nullptr);
        operation.everywhere = known == 0 || operation.west <= -1000;
        operation.pj = normalized(context, std::move(candidate));
        if (operation.pj) out.push_back(std::move(operation));
    }
    proj_list_destroy(list);
    proj_operation_factory_context_destroy(factory);
    return out;
}

}  // namespace

struct Transform::Impl {
    ContextPtr context = new_context();
    bool identity = false;
    std::string title;
    PjPtr direct;                       // no change of datum
    std::vector<Operation> operations;  // else these, chosen by the point's place
    PjPtr to_lon_lat;

    Point apply(Point p) const {
        const PJ_COORD in = proj_coord(p.x, p.y, 0, 0);
        PJ* operation = direct.get();
        if (!operation) {
            const PJ_COORD lon_lat = to_lon_lat ? proj_trans(to_lon_lat.get(), PJ_FWD, in) : in;
            for (const Operation& candidate : operations)
                if (candidate.made_for(lon_lat)) {
                    operation = candidate.pj.get();
                    break;
                }
            if (!operation) throw Error("outside_crs", std::string(what_to_do), place(p));
        }
        const PJ_COORD out = proj_trans(operation, PJ_FWD, in);
        if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y))
            throw Error(
                "outside_crs",
                "The point has no image there. Check the CRS, the zone and the order of the coordinates.",
                place(p));
        return {out.xy.x, out.xy.y};
    }

    std::string place(Point p) const { return fmt::format("{}, point ({:.3f}, {:.3f})", title, p.x, p.y); }
};

Transform::Transform(const Crs& from, const Crs& to) : impl_(std::make_unique<Impl>()) {
    PJ_CONTEXT* context = impl_->context.get();
    const PjPtr source = load(context, from), target = load(context, to);
    impl_->title = fmt::format("{} -> {}", from.name(), to.name());
    impl_->identity = from == to || same_grid(context, source.get(), target.get());
    if (impl_->identity) return;

    const bool bound =
        proj_get_type(source.get()) == PJ_TYPE_BOUND_CRS || proj_get_type(target.get()) == PJ_TYPE_BOUND_CRS;
    const bool equal_datum =
        !bound &&
        (same_datum(context, source.get(), target.get()) ||
         (is_wgs84_or_cgcs2000(context, source.get()) && is_wgs84_or_cgcs2000(context, target.get())));
    if (equal_datum) {
        impl_->direct = normalized(context, PjPtr(proj_create_crs_to_crs_from_pj(
                                                context, source.get(), target.get(), nullptr, nullptr)));
        if (!impl_->direct)
            throw Error("no_transform", "PROJ knows no way between these coordinate reference systems.",
                        impl_->title);
        return;
    }

    impl_->operations = datum_operations(context, source.get(), target.get());
    if (impl_->operations.empty()) throw Error("no_transform", std::string(what_to_do), impl_->title);
    const PjPtr base = unbound(context, source.get());
    const PjPtr geographic(proj_crs_get_geodetic_crs(context, base.get()));
    if (!from.geographic() && geographic)
        impl_->to_lon_lat = normalized(
            context,
            PjPtr(proj_create_crs_to_crs_from_pj(context, base.get(), geographic.get(), nullptr, nullptr)));
}

Transform::~Transform() = default;
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;

bool Transform::identity() const {
    return impl_->identity;
}

Point Transform::operator()(Point p) const {
    return impl_->identity ? p : impl_->apply(p);
}

Geometry Transform::operator()(const Geometry& geometry) const {
    Geometry out = geometry;
    if (impl_->identity) return out;
    const auto all = [this](std::vector<Point>& points) {
        for (Point& p : points) p = impl_->apply(p);
    };
    if (auto* point = std::get_if<Point>(&out)) *point = impl_->apply(*point);
    if (auto* lines = std::get_if<MultiLineString>(&out))
        for (LineString& line : *lines) all(line);
    if (auto* polygons = std::get_if<MultiPolygon>(&out))
        for (Polygon& polygon : *polygons) {
            all(polygon.shell);
            for (Ring& hole : polygon.holes) all(hole);
        }
    return out;
}

}  // namespace liangdi::geo
