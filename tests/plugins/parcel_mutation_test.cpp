// Damaged files of both formats: no crash, no endless loop, geometry that other code can take.
#include <random>
#include <string>

#include "plugin_files.hpp"

using namespace liangdi::tests;

namespace {

void mutate(std::string& bytes, std::mt19937& random) {
    const auto at = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n)(random); };
    static const std::string pieces[] = {",",
                                         "\n",
                                         "\r",
                                         "@",
                                         "=",
                                         "[",
                                         "]",
                                         "\xFF",
                                         "\0",
                                         "-",
                                         "1e9",
                                         ".",
                                         "nan",
                                         "面",
                                         "点",
                                         "线",
                                         "，",
                                         "\x81",
                                         "9999999999999999999",
                                         "[地块坐标]\n"};
    for (std::size_t edits = 1 + at(6); edits > 0 && !bytes.empty(); --edits) {
        const std::size_t place = at(bytes.size() - 1);
        switch (at(5)) {
            case 0:
                bytes[place] = static_cast<char>(at(255));
                break;
            case 1:
                bytes.erase(place, 1 + at(30));
                break;
            case 2:
                bytes.insert(place, pieces[at(std::size(pieces) - 1)]);
                break;
            case 3:
                bytes.insert(at(bytes.size() - 1), bytes.substr(place, at(80)));
                break;
            case 4:
                bytes.insert(place, gbk(pieces[13 + at(2)]));
                break;
            default:
                bytes.resize(place);
                break;
        }
    }
}

/// Opens, reads twice and touches everything; answers how many features there were.
std::size_t exercise(const char* driver, const std::string& path) {
    const auto dataset = open_with(driver, path);
    if (!dataset) return 0;
    const auto features = all_features(*dataset);
    for (const auto& feature : features) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        if (!geometry) continue;
        OGREnvelope box;
        geometry->getEnvelope(&box);
        CHECK(std::isfinite(box.MinX + box.MaxX + box.MinY + box.MaxY));
        CHECK(geometry->WkbSize() > 0);
    }
    CHECK(static_cast<std::size_t>(dataset->GetLayer(0)->GetFeatureCount()) == features.size());
    CHECK(all_features(*dataset).size() == features.size());
    if (!features.empty())
        Feature(dataset->GetLayer(0)->GetFeature(static_cast<GIntBig>(features.size() - 1)));
    return features.size();
}

}  // namespace

TEST_CASE("2000 damaged parcel files and point files", "[plugins]") {
    PluginFolder folder;
    Messages messages;
    const std::string parcels = parcel_file(
        "10,0.49,1,地块1,面,,旱地,0103,@\n" + square_rows(1) +
        "J5,2,2950150,35576610\nJ6,2,2950150,35576620\nJ7,2,2950160,35576620\nJ5,2,2950150,35576610\n"
        "2,,2,沟,线,,,,a,b,@\n1,1,2950100,35576600\n2,1,2950110,35576600\n"
        "1,,3,桩,点,,,,@\n1,1,2950100,35576600\n5,0.5,4,西坡,面,,,,@\n" +
        square_rows(1));
    const std::string points =
        "# c\n1,,35576600.000,2950100.000,1320.5\r\n2,302001,35576650,2950100,\r\n"
        "3,界址,35576660,2950100,1.5\n4,,35576670,2950100,2\n5,,35576680,2950100,3\n";
    const std::string originals[] = {parcels, gbk(parcels), "\xFF\xFE" + utf16le(parcels), points,
                                     gbk(points)};
    std::size_t read = 0;
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::size_t which = seed % std::size(originals);
        std::string bytes = originals[which];
        mutate(bytes, random);
        const bool is_points = which >= 3;
        read += exercise(is_points ? "CASSDAT" : "CNParcelTXT",
                         folder.write(is_points ? "m.dat" : "m.txt", bytes));
        messages.all.clear();
    }
    // Most of the content survives most of the damage.
    CHECK(read > 2000);
}

TEST_CASE("very long lines and very many rings", "[plugins]") {
    PluginFolder folder;
    Messages messages;
    CHECK(exercise("CNParcelTXT", folder.write("long.txt", parcel_file("1,1,1," + std::string(1 << 20, 'x') +
                                                                       ",面,,,,@\n" + square_rows()))) <= 1);
    CHECK(messages.has({"longer than 64 KiB"}));
    std::string rings = ",,1,n,面,,,,@\n";
    for (int i = 0; i < 2000; ++i) {
        const std::string r = std::to_string(i + 1);
        const std::string n = std::to_string(2900000 + 10 * i);
        rings += "1," + r + "," + n + ",35500000\n2," + r + "," + n + "5,35500000\n3," + r + "," + n +
                 ",35500005\n";
    }
    CHECK(exercise("CNParcelTXT", folder.write("rings.txt", parcel_file(rings))) == 1);
}
