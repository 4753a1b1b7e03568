#pragma once

#include <QRectF>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "render/pdf_book.hpp"

namespace liangdi::render {

/// Where the main map lies on the paper and on the ground.
struct PdfMap {
    QRectF mm;
    geo::Box ground;
};
struct PdfPage {
    std::string title;  ///< of its bookmark; empty: it belongs to the page before
    double height_mm = 0;
    std::optional<PdfMap> map;
};

/// Gives a painted PDF what Qt cannot: bookmarks, titles and georeferences, appended to it. The result
/// replaces `to` when it is whole. Throws Error{cannot_write}.
void finish_pdf(const std::filesystem::path& painted, const std::filesystem::path& to,
                const PdfTitles& titles, const std::vector<PdfPage>& pages, const std::string& crs);

}  // namespace liangdi::render
