#include "tasks/picture_file.hpp"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>

#include "geo/file_error.hpp"

namespace liangdi::tasks {

namespace {

void paint_on(QPaintDevice& device, const std::filesystem::path& file,
              const std::function<void(QPainter&)>& paint) {
    QPainter painter(&device);
    if (!painter.isActive()) cannot_write("the picture", file);
    paint(painter);
    if (!painter.end())
        throw Error("cannot_write", "the picture could not be finished; is the disk full?", file.string());
}

}  // namespace

PictureKind picture_kind(const std::filesystem::path& file) {
    std::string end = file.extension().string();
    std::transform(end.begin(), end.end(), end.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (end == ".svg") return PictureKind::svg;
    if (end == ".pdf") return PictureKind::pdf;
    if (end == ".png" || end == ".jpg" || end == ".jpeg") return PictureKind::raster;
    throw Error("bad_format", "a picture ends in .png, .jpg, .svg or .pdf", file.string());
}

void check_picture_size(QSize size_px) {
    if (size_px.width() < 16 || size_px.height() < 16 || size_px.width() > 30000 || size_px.height() > 30000)
        throw Error("bad_size", "a picture is 16 to 30000 px wide and high");
}

void write_vector_picture(const std::filesystem::path& file, QSize size_px, double dpi,
                          const std::function<void(QPainter&)>& paint) {
    const QString name = QString::fromStdString(file.string());
    if (picture_kind(file) == PictureKind::svg) {
        QSvgGenerator device;
        device.setFileName(name);
        device.setSize(size_px);
        device.setViewBox(QRect(QPoint(0, 0), size_px));
        device.setResolution(static_cast<int>(dpi));
        paint_on(device, file, paint);
        return;
    }
    QPdfWriter device(name);
    device.setResolution(static_cast<int>(dpi));
    device.setPageMargins(QMarginsF(0, 0, 0, 0));
    device.setPageSize(
        QPageSize(QSizeF(size_px) * 25.4 / dpi, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    paint_on(device, file, paint);
}

void write_raster_picture(const std::filesystem::path& file, const QImage& image) {
    if (!image.save(QString::fromStdString(file.string()))) cannot_write("the picture", file);
}

}  // namespace liangdi::tasks
