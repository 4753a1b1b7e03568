#pragma once

#include <QImage>
#include <QPainter>
#include <stop_token>

#include "render/map_request.hpp"
#include "render/page.hpp"

namespace liangdi::render {

/// Paints the page from the painter's origin at `dpi` device px an inch: on a picture, a printer, a PDF, an
/// SVG alike. The painter may be translated, but not scaled. Throws Cancelled soon after a stop, and what the
/// sources throw. The report adds up the page's maps.
MapReport paint_page(const Page& page, QPainter& painter, double dpi, std::stop_token stop = {});

/// The page as a picture on white paper.
QImage page_image(const Page& page, double dpi, std::stop_token stop = {}, MapReport* report = nullptr);

}  // namespace liangdi::render
