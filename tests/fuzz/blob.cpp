#include <cmath>
#include <cstdlib>

#include "geo/spatialite_blob.hpp"
#include "targets.hpp"

namespace liangdi::fuzz {

namespace {
class Counting final : public geo::BlobSink {
  public:
    void point(geo::Point) override { ++points; }
    void line(std::span<const geo::Point> line) override { points += line.size(); }
    void ring(std::span<const geo::Point> ring, bool) override { points += ring.size(); }
    std::size_t points = 0;
};

/// Numbers that are not finite compare unequal to themselves; the bytes do not.
std::string text_of(const geo::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
}  // namespace

void blob(Input bytes) {
    const geo::ByteView view(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size());
    Counting sink;
    const bool visited = geo::visit_spatialite_blob(view, sink);
    const auto geometry = geo::from_spatialite_blob(view);
    (void)geo::box_of_spatialite_blob(view);
    const auto srid = geo::srid_of_spatialite_blob(view);
    // A count that the bytes cannot hold must not be believed.
    if (sink.points > bytes.size() / 8) std::abort();
    if (!geometry || geo::is_empty(*geometry)) return;
    if (!visited || !srid || geo::point_count(*geometry) > bytes.size() / 8) std::abort();
    // What was read can be written, and reads back as the same bytes.
    const auto written = geo::to_spatialite_blob(*geometry, *srid);
    const auto again = geo::from_spatialite_blob(written);
    if (!again || text_of(geo::to_spatialite_blob(*again, *srid)) != text_of(written)) std::abort();
}

std::vector<std::string> blob_seeds() {
    const geo::Polygon outer = geo::rectangle({576000, 2950000, 576100, 2950080});
    geo::Polygon holed = geo::rectangle({576200, 2950000, 576400, 2950200});
    holed.holes.push_back(geo::rectangle({576250, 2950050, 576300, 2950100}).shell);
    std::vector<std::string> out;
    for (const geo::Geometry& geometry :
         {geo::Geometry(geo::Point{576000, 2950000}), geo::Geometry(geo::MultiPolygon{outer, holed}),
          geo::Geometry(geo::MultiLineString{{{576000, 2950000}, {576010, 2950020}}})}) {
        out.push_back(text_of(geo::to_spatialite_blob(geometry, 4544)));
    }
    return out;
}

}  // namespace liangdi::fuzz
