#pragma once

#include <QRectF>
#include <filesystem>
#include <vector>

namespace liangdi::test {

/// A page of a PDF: its paper, and the box around all that is filled on it, y downwards.
struct PdfPageLook {
    QSizeF mm;
    QRectF filled_mm;
};

std::vector<PdfPageLook> look_at_pdf(const std::filesystem::path& file);

}  // namespace liangdi::test
