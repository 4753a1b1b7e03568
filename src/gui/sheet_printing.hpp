#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <stop_token>

#include "render/page.hpp"

class QPrinter;

namespace liangdi::gui {

/// Makes the printer take the page as it is: its size where the printer knows it, no margins of its own, no
/// scaling.
void fit_printer_to(QPrinter& printer, const QSizeF& page_mm);

/// Why the page will not come out whole, in words; empty where it will. Something is said of paper that is
/// smaller than the page and of items in the margin that the printer cannot reach.
QString print_complaint(const render::Page& page, const QPrinter& printer);

/// Prints pages at true scale, a mm as a mm, until `next` has none. On any thread. Throws
/// Error{cannot_print}, Cancelled, and what `next` throws; the printer then prints nothing.
void print_pages(QPrinter& printer, const std::function<std::optional<render::Page>()>& next,
                 std::stop_token stop = {});

}  // namespace liangdi::gui
