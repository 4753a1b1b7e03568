#include "render/png_file.hpp"

#include <png.h>

#include <cstdio>
#include <memory>

#include "geo/file_error.hpp"

namespace liangdi::render {

namespace {

constexpr int level = 3;

/// libpng leaves by longjmp where it cannot write: nothing here has a destructor. False then.
bool write_rows(std::FILE* out, const QImage& rgb) {
    const auto leave = [](png_structp at, png_const_charp /*why*/) { png_longjmp(at, 1); };
    const auto ignore = [](png_structp, png_const_charp) {};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, leave, ignore);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_init_io(png, out);
    png_set_IHDR(png, info, static_cast<png_uint_32>(rgb.width()), static_cast<png_uint_32>(rgb.height()), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(png, info, static_cast<png_uint_32>(rgb.dotsPerMeterX()),
                 static_cast<png_uint_32>(rgb.dotsPerMeterY()), PNG_RESOLUTION_METER);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, level);
    png_write_info(png, info);
    for (int y = 0; y < rgb.height(); ++y) png_write_row(png, rgb.constScanLine(y));
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return true;
}

}  // namespace

void write_png(const QImage& image, const std::filesystem::path& file) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    if (rgb.isNull()) cannot_write("the picture", file);
    const auto close = [](std::FILE* f) { std::fclose(f); };
    std::unique_ptr<std::FILE, decltype(close)> out(std::fopen(file.c_str(), "wb"), close);
    if (!out || !write_rows(out.get(), rgb)) cannot_write("the picture", file);
    if (std::fclose(out.release()) != 0) cannot_write("the picture", file);
}

}  // namespace liangdi::render
