#pragma once

#include <QSizeF>
#include <filesystem>
#include <string>

#include "render/page.hpp"
#include "render/pdf_book.hpp"

namespace liangdi::render {

/// How a page that no office printer takes is cut.
struct PosterTiles {
    QSizeF paper_mm{420, 297};  ///< of the printer; turned where that needs fewer sheets
    double margin_mm = 8;       ///< that the printer leaves white
    double glue_mm = 10;        ///< by how much neighbours overlap: what is glued under
};

inline const PosterTiles poster_of_a3{}, poster_of_a4{{297, 210}};

/// Columns and rows of sheets, and the paper as it is turned.
struct PosterGrid {
    int columns = 1, rows = 1;
    QSizeF paper_mm;
    QSizeF step_mm;  ///< from a sheet's picture to the next one's
};
PosterGrid poster_grid(const QSizeF& page_mm, const PosterTiles& tiles);

/// The page in its true size over several sheets: each shows its part, with cutting marks, the edge that is
/// glued under dashed, and its row and column. What the page draws stands once in the file.
/// Throws Error{cannot_write, bad_paper}.
void write_poster(const Page& page, const PosterTiles& tiles, const std::filesystem::path& file,
                  const PdfTitles& titles, std::stop_token stop = {});

}  // namespace liangdi::render
