#include "pdf_look.hpp"

#include <QPolygonF>
#include <QTransform>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace liangdi::test {

namespace {

constexpr double mm_a_pt = 25.4 / 72;

/// Follows the operators that place and fill paths; text and clips do not matter here.
class Fills final : public QPDFObjectHandle::ParserCallbacks {
  public:
    QRectF box;

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        const std::string op = object.getOperatorValue();
        if (op == "q") {
            saved_.push_back(now_);
        } else if (op == "Q" && !saved_.empty()) {
            now_ = saved_.back();
            saved_.pop_back();
        } else if (op == "cm") {
            now_ = QTransform(at(0), at(1), at(2), at(3), at(4), at(5)) * now_;
        } else if (op == "re") {
            for (const QPointF corner : {QPointF(at(0), at(1)), QPointF(at(0) + at(2), at(1) + at(3))})
                path_ << now_.map(corner);
        } else if (op == "m" || op == "l") {
            path_ << now_.map(QPointF(at(0), at(1)));
        } else if (op == "f" || op == "f*" || op == "B" || op == "B*") {
            box |= path_.boundingRect();
            path_.clear();
        } else if (op == "n" || op == "S" || op == "s") {
            path_.clear();
        }
        operands_.clear();
    }
    void handleEOF() override {}

  private:
    double at(std::size_t i) { return i < operands_.size() ? operands_[i].getNumericValue() : 0; }

    std::vector<QPDFObjectHandle> operands_;
    std::vector<QTransform> saved_;
    QTransform now_;
    QPolygonF path_;
};

}  // namespace

std::vector<PdfPageLook> look_at_pdf(const std::filesystem::path& file) {
    std::vector<PdfPageLook> out;
    QPDF pdf;
    pdf.processFile(file.c_str());
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFObjectHandle media = page.getObjectHandle().getKey("/MediaBox");
        const QSizeF paper(media.getArrayItem(2).getNumericValue(), media.getArrayItem(3).getNumericValue());
        Fills fills;
        page.parseContents(&fills);
        QRectF box = fills.box;
        box.moveTop(paper.height() - fills.box.bottom());
        out.push_back({paper * mm_a_pt, QRectF(box.topLeft() * mm_a_pt, box.size() * mm_a_pt)});
    }
    return out;
}

}  // namespace liangdi::test
