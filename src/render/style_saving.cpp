// Writing style files: the drawings that a style names go with it.
#include <fmt/format.h>

#include <QFile>
#include <QSaveFile>

#include "geo/file_error.hpp"
#include "render/sld_writer.hpp"
#include "render/style_files.hpp"

namespace liangdi::render {

namespace fs = std::filesystem;

namespace {

void write_whole(const fs::path& file, const QByteArray& bytes) {
    QSaveFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        cannot_write("the style", file);
}

/// Whether it lies there; nothing where the name is free.
std::optional<bool> is_there(const fs::path& file, const QByteArray& bytes) {
    QFile there(QString::fromStdString(file.string()));
    if (!there.exists()) return {};
    return there.open(QIODevice::ReadOnly) && there.readAll() == bytes;
}

/// The name says nothing of folders above: a style of somebody else must not write where it likes.
std::string put_drawing(const fs::path& folder, const std::string& name, const QByteArray& svg) {
    const fs::path wanted = fs::path(name).filename();
    fs::path to = wanted;
    for (int n = 2;; ++n) {
        const auto there = is_there(folder / "marks" / to, svg);
        if (!there) write_whole(folder / "marks" / to, svg);
        if (!there || *there) return "marks/" + to.string();
        to = fmt::format("{}-{}{}", wanted.stem().string(), n, wanted.extension().string());
    }
}

template <typename Do>
void each_drawing(std::vector<Style>& styles, const Do& act) {
    const auto take = [&](std::optional<Graphic>& graphic) {
        if (graphic && !graphic->svg.isEmpty()) act(*graphic);
    };
    for (auto& style : styles)
        for (auto& pass : style.passes)
            for (auto& rule : pass.rules)
                for (auto& symbolizer : rule.symbolizers) {
                    if (auto* area = std::get_if<PolygonSymbol>(&symbolizer); area && area->fill)
                        take(area->fill->pattern);
                    if (auto* text = std::get_if<TextSymbol>(&symbolizer)) take(text->behind);
                    if (auto* point = std::get_if<PointSymbol>(&symbolizer);
                        point && !point->graphic.svg.isEmpty())
                        act(point->graphic);
                }
}

}  // namespace

void save_styles(const fs::path& sld_file, std::vector<Style> styles) {
    write_sld(styles);  // refuses before anything is on disk
    const fs::path folder = sld_file.parent_path();
    std::error_code failed;
    bool any = false;
    each_drawing(styles, [&](Graphic& graphic) {
        if (!any) fs::create_directories(folder / "marks", failed);
        any = true;
        graphic.svg_name = put_drawing(folder, graphic.svg_name, graphic.svg);
    });
    if (!any) fs::create_directories(folder, failed);
    write_whole(sld_file, write_sld(styles));
}

}  // namespace liangdi::render
