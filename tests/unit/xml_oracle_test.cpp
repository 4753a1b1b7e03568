// The test suites of GEOS and JTS (C-oracle-geos-xml) run through our own functions.
#include <cpl_minixml.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "catch.hpp"
#include "geo/areas.hpp"
#include "geo/topology.hpp"
#include "geos_reading.hpp"
#include "test_data.hpp"

using namespace liangdi;
using namespace liangdi::geo;
using namespace liangdi::tests;

namespace {

struct XmlDeleter {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};

struct Operation {
    std::string name, arg1, arg2, result, description;
    std::optional<MultiPolygon> a, b;
};

void each_operation(const CPLXMLNode* run, const GeosReading& reading,
                    const std::function<void(const Operation&)>& visit) {
    for (const CPLXMLNode* node = run->psChild; node; node = node->psNext) {
        if (node->eType != CXT_Element || std::string_view(node->pszValue) != "case") continue;
        Operation operation;
        operation.description = CPLGetXMLValue(node, "desc", "");
        operation.a = reading.polygons(CPLGetXMLValue(node, "a", ""));
        operation.b = reading.polygons(CPLGetXMLValue(node, "b", ""));
        for (const CPLXMLNode* test = node->psChild; test; test = test->psNext) {
            if (test->eType != CXT_Element || std::string_view(test->pszValue) != "test") continue;
            operation.name = CPLGetXMLValue(test, "op.name", "");
            operation.arg1 = CPLGetXMLValue(test, "op.arg1", "A");
            operation.arg2 = CPLGetXMLValue(test, "op.arg2", "");
            operation.result = CPLGetXMLValue(test, "op", "");
            visit(operation);
        }
    }
}

bool same_letter(const std::string& argument, char letter) {
    return argument.size() == 1 && (argument[0] | 0x20) == letter;
}

}  // namespace

TEST_CASE("validity, overlay and inner points agree with the suites of GEOS and JTS") {
    const auto folder = test_data("C-oracle-geos-xml");
    if (!folder) return;
    const GeosReading reading;
    int valid = 0, overlays = 0, inner = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
        if (entry.path().extension() != ".xml") continue;
        const std::unique_ptr<CPLXMLNode, XmlDeleter> document(CPLParseXMLFile(entry.path().c_str()));
        REQUIRE(document);
        const CPLXMLNode* run = CPLGetXMLNode(document.get(), "=run");
        REQUIRE(run);
        // Cases on a fixed grid round their input, which our overlays never do.
        if (std::string(CPLGetXMLValue(run, "precisionModel.scale", "")) != "") continue;
        each_operation(run, reading, [&](const Operation& op) {
            INFO(entry.path().filename().string() << ": " << op.description << ", " << op.name);
            const auto* first = same_letter(op.arg1, 'a') ? &op.a : &op.b;
            if (!*first) return;
            const MultiPolygon& a = **first;
            if (op.name == "isValid") {
                CHECK(!invalidity(a) == (op.result.find("true") != std::string::npos));
                ++valid;
            } else if (op.name == "getInteriorPoint" && !a.empty()) {
                CHECK(covers(a, point_on_surface(a)));
                ++inner;
            } else if (op.name == "intersection" || op.name == "union" || op.name == "difference") {
                const auto* second = same_letter(op.arg2, 'a') ? &op.a : &op.b;
                const auto expected = reading.polygons(op.result, false);
                if (!*second || !expected) return;
                const MultiPolygon& b = **second;
                const MultiPolygon ours = op.name == "intersection" ? intersection(a, b)
                                          : op.name == "union"      ? union_of(a, b)
                                                                    : difference(a, b);
                const double size = std::max(planar_area_m2(a), planar_area_m2(b));
                CHECK(std::abs(planar_area_m2(ours) - planar_area_m2(*expected)) <= 1e-9 * size);
                CHECK(planar_area_m2(difference(ours, *expected)) <= 1e-9 * size);
                CHECK(planar_area_m2(difference(*expected, ours)) <= 1e-9 * size);
                ++overlays;
            }
        });
    }
    // The suites are large; a reader that finds nothing must not pass.
    CHECK(valid > 300);
    CHECK(overlays > 40);
    CHECK(inner > 3);
}
