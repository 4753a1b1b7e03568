#include "render/pdf_finish.hpp"

#include <fmt/format.h>
#include <ogr_spatialref.h>

#include "geo/crs.hpp"
#include "geo/error.hpp"
#include "render/pdf_update.hpp"

namespace liangdi::render {

namespace {

using Object = QPDFObjectHandle;

constexpr double pt_a_mm = 72 / 25.4;

Object number(double value) {
    return Object::newReal(fmt::format("{:.8f}", value));
}
Object numbers(std::initializer_list<double> values) {
    Object array = Object::newArray();
    for (const double value : values) array.appendItem(number(value));
    return array;
}
Object text(const std::string& utf8) {
    return Object::newUnicodeString(utf8);
}

/// GIS programs read the CRS from its WKT of the first edition.
std::string wkt_of(const std::string& crs) {
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(crs.c_str()) != OGRERR_NONE) return {};
    char* wkt = nullptr;
    const char* options[] = {"FORMAT=WKT1_ESRI", nullptr};
    const bool done = reference.exportToWkt(&wkt, options) == OGRERR_NONE;
    std::string out = done && wkt ? wkt : "";
    CPLFree(wkt);
    return out;
}

/// ISO 32000-2, 12.10.2: a viewport with a measure dictionary of geospatial kind. Corners counter-clockwise
/// from the lower left; GPTS are latitude, longitude.
Object viewport(const PdfPage& page, const geo::Transform& to_geographic, const Object& gcs) {
    const QRectF& mm = page.map->mm;
    const geo::Box& ground = page.map->ground;
    Object corners = Object::newArray();
    for (const geo::Point& corner :
         {geo::Point{ground.min_x, ground.min_y}, geo::Point{ground.min_x, ground.max_y},
          geo::Point{ground.max_x, ground.max_y}, geo::Point{ground.max_x, ground.min_y}}) {
        const geo::Point place = to_geographic(corner);
        corners.appendItem(number(place.y));
        corners.appendItem(number(place.x));
    }
    Object dictionary = Object::newDictionary();
    dictionary.replaceKey("/Type", Object::newName("/Measure"));
    dictionary.replaceKey("/Subtype", Object::newName("/GEO"));
    dictionary.replaceKey("/Bounds", numbers({0, 0, 0, 1, 1, 1, 1, 0}));
    dictionary.replaceKey("/LPTS", numbers({0, 0, 0, 1, 1, 1, 1, 0}));
    dictionary.replaceKey("/GPTS", corners);
    dictionary.replaceKey("/GCS", gcs);
    Object port = Object::newDictionary();
    port.replaceKey("/Type", Object::newName("/Viewport"));
    port.replaceKey("/BBox", numbers({mm.left() * pt_a_mm, (page.height_mm - mm.bottom()) * pt_a_mm,
                                      mm.right() * pt_a_mm, (page.height_mm - mm.top()) * pt_a_mm}));
    port.replaceKey("/Measure", dictionary);
    return port;
}

void add_georeferences(PdfUpdate& update, const std::vector<Object>& sheets,
                       const std::vector<PdfPage>& pages, const std::string& crs_text) {
    const std::string wkt = crs_text.empty() ? "" : wkt_of(crs_text);
    if (wkt.empty()) return;
    const geo::Crs crs = geo::Crs::from_text(crs_text);
    Object gcs = Object::newDictionary();
    gcs.replaceKey("/Type", Object::newName(crs.geographic() ? "/GEOGCS" : "/PROJCS"));
    if (crs.epsg() > 0) gcs.replaceKey("/EPSG", Object::newInteger(crs.epsg()));
    gcs.replaceKey("/WKT", Object::newString(wkt));
    gcs = update.add(gcs);
    const geo::Transform to_geographic(crs, geographic_base(crs));
    for (std::size_t i = 0; i < pages.size() && i < sheets.size(); ++i) {
        if (!pages[i].map) continue;
        Object ports = Object::newArray();
        ports.appendItem(viewport(pages[i], to_geographic, gcs));
        Object(sheets[i]).replaceKey("/VP", ports);
        update.change(sheets[i]);
    }
}

void add_bookmarks(PdfUpdate& update, const std::vector<Object>& sheets, const std::vector<PdfPage>& pages) {
    Object outlines = update.add(Object::newDictionary());
    outlines.replaceKey("/Type", Object::newName("/Outlines"));
    Object last;
    int count = 0;
    for (std::size_t i = 0; i < pages.size() && i < sheets.size(); ++i) {
        if (pages[i].title.empty()) continue;
        Object mark = update.add(Object::newDictionary());
        mark.replaceKey("/Title", text(pages[i].title));
        mark.replaceKey("/Parent", outlines);
        Object target = Object::newArray();
        target.appendItem(sheets[i]);
        target.appendItem(Object::newName("/Fit"));
        mark.replaceKey("/Dest", target);
        if (count == 0) {
            outlines.replaceKey("/First", mark);
        } else {
            mark.replaceKey("/Prev", last);
            last.replaceKey("/Next", mark);
        }
        last = mark;
        ++count;
    }
    if (count == 0) return;
    outlines.replaceKey("/Last", last);
    outlines.replaceKey("/Count", Object::newInteger(count));
    Object root = update.pdf().getRoot();
    root.replaceKey("/Outlines", outlines);
    if (count > 1) root.replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

void add_titles(PdfUpdate& update, const PdfTitles& titles) {
    Object info = update.pdf().getTrailer().getKey("/Info");
    if (info.isDictionary()) {
        update.change(info);
    } else {
        info = Object::newDictionary();
        update.pdf().getTrailer().replaceKey("/Info", update.add(info));
    }
    const auto set = [&](const char* key, const std::string& value) {
        if (!value.empty()) info.replaceKey(key, text(value));
    };
    set("/Title", titles.title);
    set("/Author", titles.author);
    set("/Subject", titles.subject);
    set("/Keywords", titles.keywords);
    Object viewer = Object::newDictionary();
    viewer.replaceKey("/DisplayDocTitle", Object::newBool(true));
    // Printed as it is: a viewer that fits the page to the paper breaks the scale.
    viewer.replaceKey("/PrintScaling", Object::newName("/None"));
    update.pdf().getRoot().replaceKey("/ViewerPreferences", viewer);
}

}  // namespace

void finish_pdf(const std::filesystem::path& painted, const std::filesystem::path& to,
                const PdfTitles& titles, const std::vector<PdfPage>& pages, const std::string& crs) {
    try {
        PdfUpdate update(painted);
        const std::vector<Object> sheets = update.pdf().getAllPages();
        update.change(update.pdf().getRoot());
        add_titles(update, titles);
        add_bookmarks(update, sheets, pages);
        add_georeferences(update, sheets, pages, crs);
        update.append();
        std::filesystem::rename(painted, to);
    } catch (const Error&) {
        throw;
    } catch (const std::exception& e) {
        throw Error("cannot_write", fmt::format("the PDF could not be finished: {}", e.what()), to.string());
    }
}

}  // namespace liangdi::render
