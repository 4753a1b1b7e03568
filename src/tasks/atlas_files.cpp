#include "tasks/atlas_files.hpp"

#include <fmt/format.h>

#include <QSvgGenerator>
#include <functional>
#include <thread>

#include "geo/file_error.hpp"
#include "land/ledger_text.hpp"
#include "render/geo_tiff.hpp"
#include "render/page_painter.hpp"
#include "render/pdf_book.hpp"
#include "render/png_file.hpp"
#include "store/history.hpp"

namespace liangdi::tasks {

namespace {

constexpr const char* extensions[] = {".pdf", ".png", ".svg", ".tif"};

/// What the pages depend on; another atlas in the same folder, or a town that has changed, begins anew.
std::string key_of(SheetBook& book, const render::PageTemplate& sheet, const AtlasParams& params) {
    const auto last = store::history_entries(book.town().db(), 1);
    return fmt::format("{} {} {} {:x} {} {} {} {} {} {}", book.town().setting("file_id"),
                       last.empty() ? 0 : last.front().seq, sheet.name, std::hash<std::string>()(sheet.text),
                       land::language_name(params.sheets.language), params.sheets.edition,
                       params.sheets.scale.value_or(0), params.dpi,
                       extensions[static_cast<int>(params.format)], params.sheets.approved);
}

std::string stem_of(std::int64_t number, const SheetSubject& subject) {
    return fmt::format("{:04} {}", number, file_name_of(subject.name.empty() ? subject.code : subject.name));
}

std::string page_name(const std::string& stem, std::size_t page) {
    return page == 0 ? stem : fmt::format("{} ({})", stem, page + 1);
}

/// Written beside the file and put in its place when it is whole; the extension stays, it names the format.
void whole(const std::filesystem::path& file,
           const std::function<void(const std::filesystem::path&)>& write) {
    std::filesystem::path part = file;
    part.replace_extension(".part" + file.extension().string());
    try {
        write(part);
        std::filesystem::rename(part, file);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

}  // namespace

std::string file_name_of(std::string_view text) {
    std::string out;
    int characters = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (land::begins_character(c) && ++characters > 60) break;
        const bool refused =
            byte < 0x20 || byte == 0x7F || std::string_view(R"(/\:*?"<>|)").find(c) != std::string_view::npos;
        out += refused ? '_' : c;
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '.')) out.pop_back();
    if (!out.empty() && out.front() == '.') out.front() = '_';
    return out.empty() ? "_" : out;
}

AtlasFiles::AtlasFiles(SheetBook& book, const render::PageTemplate& sheet, const AtlasParams& params)
    : book_(book), params_(params), extension_(extensions[static_cast<int>(params.format)]) {
    std::error_code error;
    std::filesystem::create_directories(params_.out, error);
    if (error) cannot_write("the page", params_.out);
    const std::string key = key_of(book, sheet, params);
    std::string line;
    bool same = false;
    if (params_.resume) {
        std::ifstream before(note());
        same = std::getline(before, line) && line == key;
        while (same && std::getline(before, line)) {
            // stem, tab, file name; a line that was cut off names no file
            const auto tab = line.find('\t');
            if (tab == std::string::npos || !std::filesystem::exists(params_.out / line.substr(tab + 1)))
                continue;
            done_.emplace(line.substr(0, tab), params_.out / line.substr(tab + 1));
        }
    }
    written_.open(note(), same ? std::ios::app : std::ios::trunc);
    if (!written_) cannot_write("the page", note());
    if (!same) written_ << key << std::endl;
}

bool AtlasFiles::keeps(std::int64_t number, const SheetSubject& subject) {
    const auto [first, last] = done_.equal_range(stem_of(number, subject));
    for (auto file = first; file != last; ++file) files_.push_back(file->second);
    return first != last;
}

render::MapReport AtlasFiles::write(std::int64_t number, const SheetSubject& subject,
                                    const std::vector<render::Page>& pages, std::stop_token stop) {
    const std::string stem = stem_of(number, subject);
    if (params_.format == AtlasFormat::png) return write_pictures(stem, pages, stop);
    render::MapReport report;
    std::vector<std::filesystem::path> made;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        made.push_back(params_.out / (page_name(stem, i) + extension_));
        whole(made.back(),
              [&](const std::filesystem::path& part) { report += write_page(pages[i], part, stop); });
    }
    record(stem, made);
    return report;
}

render::MapReport AtlasFiles::write_pictures(const std::string& stem, const std::vector<render::Page>& pages,
                                             std::stop_token stop) {
    render::MapReport report;
    std::vector<QImage> images;
    Pending next;
    next.stem = stem;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        render::MapReport own;
        images.push_back(render::page_image(pages[i], params_.dpi, stop, &own));
        report += own;
        next.files.push_back(params_.out / (page_name(stem, i) + extension_));
    }
    settle(std::max(1U, std::thread::hardware_concurrency()) - 1);
    next.written = std::async(std::launch::async, [images = std::move(images), files = next.files] {
        for (std::size_t i = 0; i < files.size(); ++i)
            whole(files[i], [&](const std::filesystem::path& part) { render::write_png(images[i], part); });
    });
    pending_.push_back(std::move(next));
    return report;
}

AtlasFiles::~AtlasFiles() {
    try {
        settle(0);
    } catch (...) {  // the error that ended the atlas is the one to be told
    }
}

void AtlasFiles::settle(std::size_t most) {
    while (pending_.size() > most) {
        Pending first = std::move(pending_.front());
        pending_.pop_front();
        first.written.get();
        record(first.stem, first.files);
    }
}

void AtlasFiles::record(const std::string& stem, const std::vector<std::filesystem::path>& files) {
    for (const auto& file : files) written_ << stem << '\t' << file.filename().string() << '\n';
    written_.flush();
    files_.insert(files_.end(), files.begin(), files.end());
}

render::MapReport AtlasFiles::write_page(const render::Page& page, const std::filesystem::path& file,
                                         std::stop_token stop) {
    render::MapReport report;
    switch (params_.format) {
        case AtlasFormat::pdf: {
            const std::string title = page.title.toStdString();
            if (params_.poster) {
                render::write_poster(page, *params_.poster, file,
                                     {title, book_.town().setting("name"), "", ""}, stop);
                break;
            }
            report = render::write_pdf({page}, file, {title, book_.town().setting("name"), "", ""},
                                       book_.crs().definition(), stop);
            break;
        }
        case AtlasFormat::svg: {
            QSvgGenerator device;
            device.setFileName(QString::fromStdString(file.string()));
            device.setResolution(96);
            const QSizeF px = page.mm * (96 / 25.4);
            device.setSize(px.toSize());
            device.setViewBox(QRectF(QPointF(0, 0), px));
            device.setTitle(page.title);
            QPainter painter(&device);
            if (!painter.isActive()) cannot_write("the page", file);
            report = render::paint_page(page, painter, 96, stop);
            if (!painter.end()) cannot_write("the page", file);
            break;
        }
        case AtlasFormat::png:  // write_pictures
            break;
        case AtlasFormat::tif:
            render::write_geotiff(render::page_image(page, params_.dpi, stop, &report), page,
                                  book_.crs().definition(), file);
            break;
    }
    return report;
}

std::vector<std::filesystem::path> AtlasFiles::close() {
    settle(0);
    written_.close();
    std::error_code ignored;
    std::filesystem::remove(note(), ignored);
    return std::move(files_);
}

}  // namespace liangdi::tasks
