#include "render/style_files.hpp"

#include <fmt/format.h>

#include <QCoreApplication>
#include <QFile>
#include <cstdlib>
#include <string>

#include "geo/error.hpp"
#include "land/program_folder.hpp"
#include "render/sld_reader.hpp"

namespace liangdi::render {

namespace fs = std::filesystem;

namespace {

/// The program's own folder; empty where the system does not say.
fs::path program_directory() {
    if (const fs::path folder = land::program_folder(); !folder.empty()) return folder;
    if (QCoreApplication::instance()) return QCoreApplication::applicationDirPath().toStdString();
    return {};
}

}  // namespace

fs::path style_directory() {
    if (const char* named = std::getenv("LIANGDI_STYLES"); named && *named) {
        if (!fs::is_directory(named))
            throw Error("no_styles", "the folder that LIANGDI_STYLES names does not exist", named);
        return named;
    }
    std::error_code failed;
    const fs::path installed = program_directory() / ".." / "share" / "liangdi" / "styles";
    if (fs::is_directory(installed, failed)) return fs::canonical(installed);
    if (fs::is_directory(LIANGDI_SOURCE_STYLES, failed)) return LIANGDI_SOURCE_STYLES;
    throw Error("no_styles", "the layer styles are not installed. Set LIANGDI_STYLES to their folder.",
                installed.string());
}

std::vector<Style> load_styles(const fs::path& sld_file) {
    QFile file(QString::fromStdString(sld_file.string()));
    if (!file.open(QIODevice::ReadOnly))
        throw Error("no_style", "there is no such style file", sld_file.string());
    return read_sld(file.readAll(), sld_file.filename().string(), sld_file.parent_path());
}

Style load_style(const fs::path& sld_file, std::string_view user_style) {
    for (auto& style : load_styles(sld_file))
        if (style.name == user_style) return style;
    throw Error("no_style", fmt::format("the file has no UserStyle named \"{}\"", user_style),
                sld_file.string());
}

Style layer_style(std::string_view layer, std::string_view user_style) {
    return load_style(style_directory() / fmt::format("{}.sld", layer), user_style);
}

}  // namespace liangdi::render
