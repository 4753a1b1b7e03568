#include "render/pdf_book.hpp"

#include <gdal_priv.h>

#include <QString>
#include <cmath>

// std::shared_ptr everywhere, which is what qpdf 11 hands out (qpdf/PointerHolder.hh).
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "../catch.hpp"
#include "../exchange/scratch.hpp"
#include "render/page_map.hpp"

using namespace liangdi;
using namespace liangdi::render;

namespace {

constexpr geo::Point origin{576400, 2950200};

Page page_of(int number, bool with_map) {
    Page page;
    page.mm = {210, 148};
    if (number % 3 != 1) page.title = QStringLiteral("第%1页 网格（甲）").arg(number);  // the rest go on
    if (!with_map) return page;
    PageMap map;
    map.name = "main";
    map.centre = {origin.x + number * 100, origin.y};
    map.scale = 1000;
    map.map.background = Qt::white;
    page.items.push_back({{10, 20, 180, 110}, map});
    return page;
}

}  // namespace

TEST_CASE("a book of any length is read back with its bookmarks, titles and places on the ground") {
    const int count = GENERATE(1, 2, 60);
    const tests::Scratch folder;
    const std::filesystem::path file = folder / "书.pdf";
    PdfBook book(file, {"惠泽社区网格图", "平远新城", "网格图", "public"}, "EPSG:4544");
    for (int i = 0; i < count; ++i) book.add(page_of(i, i % 2 == 0));
    book.close();

    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.c_str());
    auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    REQUIRE(static_cast<int>(pages.size()) == count);
    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    CHECK(info.getKey("/Title").getUTF8Value() == "惠泽社区网格图");
    CHECK(info.getKey("/Author").getUTF8Value() == "平远新城");
    CHECK(info.getKey("/Keywords").getUTF8Value() == "public");
    CHECK(pdf.getRoot().getKey("/ViewerPreferences").getKey("/PrintScaling").getName() == "/None");

    auto marks = QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines();
    std::size_t at = 0;
    for (int i = 0; i < count; ++i) {
        const Page page = page_of(i, false);
        CHECK(pages[static_cast<std::size_t>(i)].getObjectHandle().hasKey("/VP") == (i % 2 == 0));
        if (page.title.isEmpty()) continue;
        REQUIRE(at < marks.size());
        CHECK(marks[at].getTitle() == page.title.toStdString());
        CHECK(marks[at].getDestPage().getObjGen() ==
              pages[static_cast<std::size_t>(i)].getObjectHandle().getObjGen());
        ++at;
    }
    CHECK(at == marks.size());
    CHECK_FALSE(pdf.anyWarnings());
}

TEST_CASE("a GIS program finds the first page of a book where its map says") {
    GDALAllRegister();
    if (!GDALGetDriverByName("PDF")) {
        WARN("this GDAL reads no PDF");
        return;
    }
    const tests::Scratch folder;
    const std::filesystem::path file = folder / "ground.pdf";
    PdfBook book(file, {"底图", "", "", ""}, "EPSG:4544");
    book.add(page_of(0, true));
    book.close();
    auto* dataset = GDALDataset::FromHandle(GDALOpen(file.c_str(), GA_ReadOnly));
    REQUIRE(dataset);
    double t[6];
    REQUIRE(dataset->GetGeoTransform(t) == CE_None);
    const QPointF middle = QRectF(10, 20, 180, 110).center();  // mm on the page
    const double px_a_mm = dataset->GetRasterXSize() / 210.0;
    const double x = t[0] + middle.x() * px_a_mm * t[1], y = t[3] + middle.y() * px_a_mm * t[5];
    CHECK(std::abs(x - origin.x) < 0.5);
    CHECK(std::abs(y - origin.y) < 0.5);
    GDALClose(dataset);
}
