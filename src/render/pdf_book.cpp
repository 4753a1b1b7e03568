#include "render/pdf_book.hpp"

#include <QPageSize>
#include <QPdfWriter>
#include <fstream>
#include <system_error>

#include "geo/file_error.hpp"
#include "render/page_map.hpp"
#include "render/page_painter.hpp"
#include "render/pdf_finish.hpp"

namespace liangdi::render {

struct PdfBook::Impl {
    std::filesystem::path file, painted;  ///< painted: as Qt writes it
    PdfTitles titles;
    std::string crs;
    std::unique_ptr<QPdfWriter> writer;
    std::unique_ptr<QPainter> painter;
    std::vector<PdfPage> pages;
};

PdfBook::PdfBook(std::filesystem::path file, PdfTitles titles, std::string crs)
    : impl_(std::make_unique<Impl>()) {
    impl_->painted = file;
    impl_->painted += ".part";
    impl_->file = std::move(file);
    impl_->titles = std::move(titles);
    impl_->crs = std::move(crs);
    if (!std::ofstream(impl_->painted)) cannot_write("the PDF", impl_->file);  // before Qt says so on its own
    impl_->writer = std::make_unique<QPdfWriter>(QString::fromStdString(impl_->painted.string()));
    impl_->writer->setResolution(static_cast<int>(dpi));
    impl_->writer->setTitle(QString::fromStdString(impl_->titles.title));
    impl_->writer->setCreator(QStringLiteral("Liangdi"));
    impl_->writer->setPageMargins(QMarginsF(0, 0, 0, 0));
}

PdfBook::~PdfBook() {
    if (impl_->painter) impl_->painter->end();
    impl_->painter.reset();
    impl_->writer.reset();
    std::error_code ignored;
    std::filesystem::remove(impl_->painted, ignored);
}

MapReport PdfBook::add(const Page& page, std::stop_token stop) {
    impl_->writer->setPageSize(QPageSize(page.mm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    if (!impl_->painter) {
        impl_->painter = std::make_unique<QPainter>(impl_->writer.get());
        if (!impl_->painter->isActive()) cannot_write("the PDF", impl_->file);
    } else if (!impl_->writer->newPage()) {
        cannot_write("the PDF", impl_->file);
    }
    PdfPage made;
    made.title = page.title.toStdString();
    made.height_mm = page.mm.height();
    for (const auto& item : page.items) {
        const auto* map = std::get_if<PageMap>(&item.what);
        if (!map || map->name != "main") continue;
        made.map = PdfMap{map_box_mm(item.mm, *map), map_ground(item.mm, *map)};
    }
    impl_->pages.push_back(std::move(made));
    return paint_page(page, *impl_->painter, dpi, std::move(stop));
}

void PdfBook::close() {
    if (impl_->pages.empty()) throw Error("no_pages", "there is nothing to be printed", impl_->file.string());
    if (!impl_->painter->end()) cannot_write("the PDF", impl_->file);
    impl_->painter.reset();
    impl_->writer.reset();
    finish_pdf(impl_->painted, impl_->file, impl_->titles, impl_->pages, impl_->crs);
}

MapReport write_pdf(const std::vector<Page>& pages, const std::filesystem::path& file,
                    const PdfTitles& titles, const std::string& crs, std::stop_token stop) {
    PdfBook book(file, titles, crs);
    MapReport all;
    for (const auto& page : pages) all += book.add(page, stop);
    book.close();
    return all;
}

}  // namespace liangdi::render
