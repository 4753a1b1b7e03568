// Reading all geometry of a town against OGR on the same file, and opening a town with `info` while none of
// its pages is in memory. bench_read PROGRAM BIG_TOWN [SMALL_TOWN] [ROUNDS]
#include <fcntl.h>
#include <fmt/format.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/store.hpp"
#include "timing.hpp"

using namespace liangdi;

namespace {

struct Read {
    std::int64_t features = 0;
    double sum = 0;  ///< over all coordinates, so that both sides must have read the same
};

Read by_liangdi(const std::string& town) {
    store::Store store(town);
    Read read;
    store.features({"parcel", "parcel", "", ""})->each({}, [&](const land::FeatureView& feature) {
        const auto geometry = geo::from_spatialite_blob(feature.blob);
        const auto* polygons = geometry ? std::get_if<geo::MultiPolygon>(&*geometry) : nullptr;
        if (!polygons) return true;
        ++read.features;
        for (const auto& polygon : *polygons)
            for (const auto& point : polygon.shell) read.sum += point.x + point.y;
        return true;
    });
    return read;
}

Read by_ogr(const std::string& town) {
    const char* drivers[] = {"SQLite", nullptr};
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(town.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    OGRLayer* layer = dataset ? dataset->GetLayerByName("parcel") : nullptr;
    if (!layer) throw std::runtime_error("OGR does not find the layer parcel");
    OGRFeatureDefn* definition = layer->GetLayerDefn();
    std::vector<std::string> names;
    for (int i = 0; i < definition->GetFieldCount(); ++i)
        names.emplace_back(definition->GetFieldDefn(i)->GetNameRef());
    std::vector<const char*> ignored;
    for (const auto& name : names) ignored.push_back(name.c_str());
    ignored.push_back(nullptr);
    layer->SetIgnoredFields(ignored.data());
    Read read;
    for (const auto& feature : *layer) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        if (!geometry) continue;
        ++read.features;
        for (const auto* polygon : *geometry->toMultiPolygon())
            for (const auto& point : *polygon->getExteriorRing()) read.sum += point.getX() + point.getY();
    }
    return read;
}

/// Lets the system forget the file's pages; they must be on the disk for that.
void drop_pages(const std::string& file) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) throw std::runtime_error("cannot open " + file);
    ::fsync(fd);
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    ::close(fd);
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 3) throw std::runtime_error("bench_read PROGRAM BIG_TOWN [SMALL_TOWN] [ROUNDS]");
    const std::string program = argv[1], big = argv[2], small = argc > 3 ? argv[3] : "";
    const int rounds = argc > 4 ? std::atoi(argv[4]) : 5;
    GDALAllRegister();
    Read ours, theirs;
    std::vector<double> own, ogr, cold;
    for (int round = 0; round < rounds; ++round) {
        ogr.push_back(bench::seconds([&] { theirs = by_ogr(big); }));
        own.push_back(bench::seconds([&] { ours = by_liangdi(big); }));
        if (small.empty()) continue;
        drop_pages(small);
        cold.push_back(bench::seconds_of_process({program, "info", small}));
    }
    if (ours.features != theirs.features || ours.sum != theirs.sum)
        throw std::runtime_error("the two did not read the same");
    fmt::print("| all geometry of {} parcels, decoded | s, median of {} | times faster |\n|---|---|---|\n",
               ours.features, rounds);
    fmt::print("| OGR, all fields ignored | {:.2f} | 1.00 |\n| liangdi, one thread | {:.2f} | {:.2f} |\n",
               bench::median(ogr), bench::median(own), bench::median(ogr) / bench::median(own));
    if (!cold.empty())
        fmt::print("\n`info` on {}, a new process, none of the file in memory: {:.0f} ms, median of {}\n",
                   small, 1000 * bench::median(cold), rounds);
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "bench_read: {}\n", error.what());
    return 1;
}
