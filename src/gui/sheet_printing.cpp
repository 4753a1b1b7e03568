#include "gui/sheet_printing.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <QPrinter>

#include "geo/error.hpp"
#include "render/page_painter.hpp"

namespace liangdi::gui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("liangdi::gui::SheetPrinting", text);
}

QString size_text(const QSizeF& mm) {
    return QStringLiteral("%1 × %2 mm").arg(qRound(mm.width())).arg(qRound(mm.height()));
}

constexpr double tolerance_mm = 0.6;  // papers are rounded to points

}  // namespace

void fit_printer_to(QPrinter& printer, const QSizeF& page_mm) {
    const bool landscape = page_mm.width() > page_mm.height();
    const QSizeF portrait = landscape ? page_mm.transposed() : page_mm;
    printer.setFullPage(true);
    printer.setPageSize(QPageSize(portrait, QPageSize::Millimeter, {}, QPageSize::FuzzyMatch));
    printer.setPageOrientation(landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    if (printer.outputFormat() == QPrinter::PdfFormat)
        printer.setPageMargins({0, 0, 0, 0}, QPageLayout::Millimeter);
}

QString print_complaint(const render::Page& page, const QPrinter& printer) {
    QPageLayout layout = printer.pageLayout();
    layout.setUnits(QPageLayout::Millimeter);
    const QSizeF paper = layout.fullRect(QPageLayout::Millimeter).size();
    if (paper.width() + tolerance_mm < page.mm.width() || paper.height() + tolerance_mm < page.mm.height())
        return say(QT_TRANSLATE_NOOP("liangdi::gui::SheetPrinting",
                                     "The printer's paper, %1, is smaller than the page, %2: what does not "
                                     "fit is cut off. Choose larger paper, or make a PDF and print it "
                                     "elsewhere; the scale is kept in either case."))
            .arg(size_text(paper), size_text(page.mm));
    if (printer.outputFormat() == QPrinter::PdfFormat) return {};
    const QMarginsF least = layout.minimumMargins();
    const QRectF reached =
        QRectF(QPointF(0, 0), paper).adjusted(least.left(), least.top(), -least.right(), -least.bottom());
    for (const auto& item : page.items) {
        if (item.mm.left() + tolerance_mm >= reached.left() &&
            item.mm.top() + tolerance_mm >= reached.top() &&
            item.mm.right() - tolerance_mm <= reached.right() &&
            item.mm.bottom() - tolerance_mm <= reached.bottom())
            continue;
        return say(QT_TRANSLATE_NOOP("liangdi::gui::SheetPrinting",
                                     "The printer does not reach the edge of its paper: something of the "
                                     "page lies in its margin and is cut off. The scale is kept."));
    }
    return {};
}

void print_pages(QPrinter& printer, const std::function<std::optional<render::Page>()>& next,
                 std::stop_token stop) {
    const std::string name = printer.printerName().toStdString();
    QPainter painter;
    try {
        while (const auto page = next()) {
            if (!painter.isActive()) {
                if (!painter.begin(&printer))
                    throw Error("cannot_print",
                                "the printer takes nothing; look whether it is on, or choose another", name);
            } else if (!printer.newPage()) {
                throw Error("cannot_print", "the printer takes no further page", name);
            }
            render::paint_page(*page, painter, printer.resolution(), stop);
        }
    } catch (...) {
        if (painter.isActive()) printer.abort();
        throw;
    }
}

}  // namespace liangdi::gui
