#include "render/poster.hpp"

#include <fmt/format.h>

#include <cmath>

// std::shared_ptr everywhere, which is what qpdf 11 hands out (qpdf/PointerHolder.hh).
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "geo/error.hpp"

namespace liangdi::render {

namespace {

using Object = QPDFObjectHandle;

constexpr double pt = 72 / 25.4;  ///< a mm

int sheets_for(double length, double shown, double step) {
    return length <= shown ? 1 : 1 + static_cast<int>(std::ceil((length - shown) / step - 1e-9));
}

std::optional<PosterGrid> grid_on(const QSizeF& page, const QSizeF& paper, const PosterTiles& tiles) {
    const QSizeF shown = paper - QSizeF(2 * tiles.margin_mm, 2 * tiles.margin_mm);
    const QSizeF step = shown - QSizeF(tiles.glue_mm, tiles.glue_mm);
    if (step.width() < 20 || step.height() < 20) return {};
    return PosterGrid{sheets_for(page.width(), shown.width(), step.width()),
                      sheets_for(page.height(), shown.height(), step.height()), paper, step};
}

/// What is drawn on one sheet: the page's part clipped to the frame, then the marks. PDF's y runs up.
std::string tile_content(const QSizeF& page, const PosterTiles& tiles, const PosterGrid& grid, int column,
                         int row) {
    const double width = grid.paper_mm.width(), height = grid.paper_mm.height(), m = tiles.margin_mm;
    const double left = column * grid.step_mm.width(), top = row * grid.step_mm.height();
    const double shown_w = std::min(width - 2 * m, page.width() - left);
    const double shown_h = std::min(height - 2 * m, page.height() - top);
    const auto line = [](double x1, double y1, double x2, double y2) {
        return fmt::format("{:.4f} {:.4f} m {:.4f} {:.4f} l S\n", x1 * pt, y1 * pt, x2 * pt, y2 * pt);
    };
    const double right = m + shown_w, bottom = height - m - shown_h, upper = height - m;
    std::string out = fmt::format("q {:.4f} {:.4f} {:.4f} {:.4f} re W n\n", m * pt, bottom * pt, shown_w * pt,
                                  shown_h * pt);
    // The page's lower left corner on this sheet.
    out += fmt::format("1 0 0 1 {:.4f} {:.4f} cm /Page Do Q\n", (m - left) * pt,
                       (upper + top - page.height()) * pt);
    out += "q 0.5 G 0.3 w\n";
    for (const double x : {m, right})
        out += line(x, upper + 1, x, upper + 5) + line(x, bottom - 1, x, bottom - 5);
    for (const double y : {upper, bottom}) out += line(m - 1, y, m - 5, y) + line(right + 1, y, right + 5, y);
    // The edge that the next sheet is glued over.
    out += "[4 3] 0 d\n";
    if (column + 1 < grid.columns) out += line(right - tiles.glue_mm, upper, right - tiles.glue_mm, bottom);
    if (row + 1 < grid.rows) out += line(m, bottom + tiles.glue_mm, right, bottom + tiles.glue_mm);
    out += "Q\n";
    out += fmt::format("q 0.3 g BT /F 9 Tf {:.4f} {:.4f} Td ({}-{}  of {}x{}) Tj ET Q\n", (m + 6) * pt,
                       (bottom - 5) * pt, row + 1, column + 1, grid.rows, grid.columns);
    return out;
}

void cut(const std::filesystem::path& whole, const QSizeF& page, const PosterTiles& tiles,
         const PosterGrid& grid, const std::filesystem::path& to) {
    QPDF pdf;
    pdf.processFile(whole.c_str());
    QPDFPageDocumentHelper pages(pdf);
    QPDFPageObjectHelper first = pages.getAllPages().front();
    const Object form = pdf.makeIndirectObject(first.getFormXObjectForPage());
    Object font =
        pdf.makeIndirectObject(Object::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            Object sheet = pdf.makeIndirectObject(Object::newDictionary());
            sheet.replaceKey("/Type", Object::newName("/Page"));
            sheet.replaceKey("/MediaBox",
                             Object::parse(fmt::format("[0 0 {:.4f} {:.4f}]", grid.paper_mm.width() * pt,
                                                       grid.paper_mm.height() * pt)));
            Object resources = Object::parse("<< /XObject << >> /Font << >> >>");
            resources.getKey("/XObject").replaceKey("/Page", form);
            resources.getKey("/Font").replaceKey("/F", font);
            sheet.replaceKey("/Resources", resources);
            sheet.replaceKey("/Contents", pdf.newStream(tile_content(page, tiles, grid, column, row)));
            pages.addPage(QPDFPageObjectHelper(sheet), false);
        }
    }
    pages.removePage(first);
    pdf.getRoot().removeKey("/Outlines");
    QPDFWriter writer(pdf, to.c_str());
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
}

}  // namespace

PosterGrid poster_grid(const QSizeF& page_mm, const PosterTiles& tiles) {
    const auto upright = grid_on(page_mm, tiles.paper_mm, tiles);
    const auto turned = grid_on(page_mm, tiles.paper_mm.transposed(), tiles);
    if (!upright || !turned)
        throw Error("bad_paper",
                    "the paper is too small for these margins and glue edges; take A4 or larger");
    return turned->columns * turned->rows < upright->columns * upright->rows ? *turned : *upright;
}

void write_poster(const Page& page, const PosterTiles& tiles, const std::filesystem::path& file,
                  const PdfTitles& titles, std::stop_token stop) {
    const PosterGrid grid = poster_grid(page.mm, tiles);
    std::filesystem::path whole = file, cut_file = file;
    whole += ".page";
    cut_file += ".part";
    struct Remove {
        std::filesystem::path a, b;
        ~Remove() {
            std::error_code ignored;
            std::filesystem::remove(a, ignored);
            std::filesystem::remove(b, ignored);
        }
    } const remove{whole, cut_file};
    PdfBook book(whole, titles, "");
    book.add(page, std::move(stop));
    book.close();
    try {
        cut(whole, page.mm, tiles, grid, cut_file);
        std::filesystem::rename(cut_file, file);
    } catch (const std::exception& e) {
        throw Error("cannot_write", fmt::format("the poster could not be written: {}", e.what()),
                    file.string());
    }
}

}  // namespace liangdi::render
