#pragma once

#include <QPainter>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/page.hpp"

namespace liangdi::render {

struct PdfTitles {
    std::string title, author, subject, keywords;
};

/// One PDF of many pages: vector, text as text, a bookmark for each first page of a subject, and the place on
/// the ground of each page's main map (ISO 32000-2, 12.10), so that GIS programs open it as a map.
/// Written beside the file and put in its place whole; nothing is left where it is not closed.
class PdfBook {
  public:
    static constexpr double dpi = 600;

    /// `crs`: of the maps' coordinates, "EPSG:4544"; empty: no georeferences. Throws Error{cannot_write}.
    PdfBook(std::filesystem::path file, PdfTitles titles, std::string crs);
    ~PdfBook();
    PdfBook(const PdfBook&) = delete;

    /// Paints the page as the next one. Throws what paint_page throws.
    MapReport add(const Page& page, std::stop_token stop = {});

    /// Throws Error{cannot_write}; an empty book is an error too.
    void close();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// All pages as one book.
MapReport write_pdf(const std::vector<Page>& pages, const std::filesystem::path& file,
                    const PdfTitles& titles, const std::string& crs, std::stop_token stop = {});

}  // namespace liangdi::render
