#pragma once

#include <QImage>
#include <filesystem>
#include <functional>

class QPainter;

namespace liangdi::tasks {

enum class PictureKind { raster, svg, pdf };
/// By the name's end. Throws Error{bad_format}.
PictureKind picture_kind(const std::filesystem::path& file);

/// Throws Error{bad_size} for what is smaller than 16 px or larger than 30000.
void check_picture_size(QSize size_px);

/// A picture of lines and letters: svg or pdf. Throws Error{cannot_write}.
void write_vector_picture(const std::filesystem::path& file, QSize size_px, double dpi,
                          const std::function<void(QPainter&)>& paint);
void write_raster_picture(const std::filesystem::path& file, const QImage& image);

}  // namespace liangdi::tasks
