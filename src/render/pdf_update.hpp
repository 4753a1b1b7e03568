#pragma once

#include <filesystem>
#include <vector>

// std::shared_ptr everywhere, which is what qpdf 11 hands out (qpdf/PointerHolder.hh).
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace liangdi::render {

/// Objects that are appended to a PDF, new or changed (ISO 32000-2, 7.5.6, incremental update). To write the
/// whole anew would hold every object of thousands of pages in memory, and so would one call of
/// QPDF::makeIndirectObject. The file must end in a cross-reference table, as Qt writes it.
class PdfUpdate {
  public:
    /// Throws QPDFExc.
    explicit PdfUpdate(const std::filesystem::path& file);

    QPDF& pdf() { return pdf_; }
    /// A new object of the file, which may be filled later too.
    QPDFObjectHandle add(QPDFObjectHandle value);
    /// An indirect object of the file that has been changed, or is going to be.
    void change(const QPDFObjectHandle& object);
    /// Writes them. Throws std::runtime_error.
    void append();

  private:
    std::filesystem::path file_;
    QPDF pdf_;
    int next_;
    std::vector<QPDFObjectHandle> objects_;
};

}  // namespace liangdi::render
