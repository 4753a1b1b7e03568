#include "tasks/sheet_templates.hpp"

#include <fmt/format.h>

#include <QStandardPaths>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "geo/file_error.hpp"

namespace liangdi::tasks {

namespace fs = std::filesystem;

namespace {

SheetTemplate about(const fs::path& file, bool own) {
    SheetTemplate out{file.stem().string(), {}, {}, file, own, {}};
    try {
        const auto sheet = render::load_template(file);
        out.title = sheet.title;
        out.subject = sheet.subject;
    } catch (const Error& error) {
        out.why_not = error.what();
    }
    if (out.title.zh.empty()) out.title.zh = out.name;
    if (out.title.en.empty()) out.title.en = out.title.zh;
    return out;
}

std::vector<fs::path> own_files() {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(own_template_folder(), ignored))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

}  // namespace

fs::path own_template_folder() {
    if (const char* named = std::getenv("LIANGDI_SHEETS"); named && *named) return named;
    return fs::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString()) /
           "liangdi" / "liangdi" / "sheets";
}

std::vector<SheetTemplate> sheet_templates() {
    std::vector<SheetTemplate> out;
    for (const auto& file : own_files()) out.push_back(about(file, true));
    for (const auto& file : render::template_files()) out.push_back(about(file, false));
    return out;
}

fs::path free_template_file(const std::string& stem) {
    const auto taken = [](const std::string& name) {
        return std::ranges::any_of(sheet_templates(),
                                   [&](const SheetTemplate& known) { return known.name == name; });
    };
    std::string name = stem;
    for (int n = 2; taken(name); ++n) name = fmt::format("{} {}", stem, n);
    return own_template_folder() / (name + ".json");
}

std::string template_text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error("no_template", "the template cannot be read", file.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void write_template(const fs::path& file, const std::string& text) {
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    const fs::path part = file.string() + ".part";
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (out) fs::rename(part, file, failed);
    if (out && !failed) return;
    std::error_code ignored;
    fs::remove(part, ignored);
    cannot_write("the template", file);
}

std::string take_image(const fs::path& file) {
    const fs::path folder = own_template_folder();
    std::error_code failed;
    fs::create_directories(folder, failed);
    fs::path to = folder / file.filename();
    for (int n = 2; fs::exists(to); ++n)
        to = folder / fmt::format("{} {}{}", file.stem().string(), n, file.extension().string());
    if (!fs::copy_file(file, to, failed) || failed)
        throw Error("cannot_write", "the image cannot be copied beside the templates", to.string());
    return to.filename().string();
}

}  // namespace liangdi::tasks
