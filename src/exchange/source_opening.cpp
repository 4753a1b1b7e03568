#include "exchange/source_opening.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "exchange/file_nature.hpp"
#include "exchange/source_path.hpp"
#include "exchange/text_encoding.hpp"
#include "geo/error.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace fs = std::filesystem;
namespace {

std::string read_range(std::ifstream& in, std::streamoff from, std::size_t length) {
    std::string bytes(length, '\0');
    in.clear();
    in.seekg(from);
    in.read(bytes.data(), static_cast<std::streamsize>(length));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

std::size_t little(const std::string& bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= std::size_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

/// "<OvCoordType>GCJ02…</OvCoordType>" near the beginning of an OVKML.
bool declares_gcj02(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string head = read_range(in, 0, 64 * 1024);
    const auto at = head.find("<OvCoordType>");
    if (at == std::string::npos) return false;
    const std::string word = head.substr(at + 13, 12);
    return word.find("GCJ") != std::string::npos;
}

/// A text table that breaks off within a row: no line end, and fewer cells than its first line.
bool ends_within_a_row(const fs::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    constexpr std::streamoff looked_at = 64 * 1024;
    const std::streamoff size = in.tellg();
    if (!in || size < 2) return false;
    const std::string head = read_range(in, 0, looked_at),
                      tail = read_range(in, std::max<std::streamoff>(0, size - looked_at), looked_at);
    const auto first_end = head.find('\n'), last_begin = tail.rfind('\n');
    if (first_end == std::string::npos || last_begin == std::string::npos || tail.back() == '\n')
        return false;
    const auto cells = [](std::string_view line, char mark) {
        return std::count(line.begin(), line.end(), mark);
    };
    const std::string_view first = std::string_view(head).substr(0, first_end),
                           last = std::string_view(tail).substr(last_begin + 1);
    char mark = ',';
    for (const char other : {';', '\t'})
        if (cells(first, other) > cells(first, mark)) mark = other;
    return cells(last, mark) < cells(first, mark);
}

void look_into_zip(const fs::path& file, SourceOpening& opening) {
    const std::vector<std::string> names = names_in_zip(file);
    const auto all_in = [&](const char* encoding) {
        return std::all_of(names.begin(), names.end(),
                           [&](const std::string& n) { return is_text_in(n, encoding); });
    };
    const bool beyond = std::any_of(names.begin(), names.end(), [](const std::string& n) {
        return std::any_of(n.begin(), n.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    });
    if (beyond) opening.names_encoding = all_in("UTF-8") ? "UTF-8" : all_in("GB18030") ? "GB18030" : "";
}

}  // namespace

LinkFolder::~LinkFolder() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

LinkFolder& LinkFolder::operator=(LinkFolder&& other) noexcept {
    std::swap(folder_, other.folder_);
    return *this;
}

void LinkFolder::make() {
    std::string pattern = (fs::temp_directory_path() / "liangdi-links-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw Error("not_readable", "no temporary folder can be made", fs::temp_directory_path().string());
    folder_ = pattern;
}

fs::path LinkFolder::unpack(const std::vector<std::string>& inside) {
    constexpr std::size_t most = std::size_t{1} << 30, piece = std::size_t{1} << 20;
    make();
    std::vector<char> buffer(piece);
    std::size_t all = 0;
    fs::path first;
    for (const std::string& name : inside) {
        // The last part only: whatever folders a hostile archive names, the copy lies in ours.
        const fs::path copy = folder_ / fs::path(name).filename();
        VSILFILE* in = VSIFOpenL(name.c_str(), "rb");
        std::ofstream out(copy, std::ios::binary | std::ios::trunc);
        for (std::size_t got = 1; in != nullptr && got > 0 && all <= most;) {
            got = VSIFReadL(buffer.data(), 1, piece, in);
            out.write(buffer.data(), static_cast<std::streamsize>(got));
            all += got;
        }
        if (in != nullptr) VSIFCloseL(in);
        out.close();
        if (in == nullptr || !out || all > most)
            throw Error("not_readable",
                        "it cannot be unpacked here. Unpack it yourself and give what is inside.", name);
        if (first.empty()) first = copy;
    }
    return first;
}

fs::path LinkFolder::link(const fs::path& file, const std::string& extension) {
    make();
    const fs::path main = fs::absolute(file), named = main.stem().string() + extension;
    for (const auto& entry : fs::directory_iterator(main.parent_path())) {
        if (entry.path().stem() != main.stem() || entry.path() == main || entry.path().filename() == named)
            continue;
        fs::create_symlink(entry.path(), folder_ / entry.path().filename());
    }
    const fs::path link = folder_ / named;
    fs::create_symlink(main, link);
    return link;
}

std::vector<std::string> names_in_zip(const fs::path& zip) {
    std::vector<std::string> names;
    std::ifstream in(zip, std::ios::binary | std::ios::ate);
    const std::streamoff size = in.tellg();
    if (!in || size < 22) return names;
    constexpr std::streamoff most_tail = 66 * 1024;
    const std::streamoff from = std::max<std::streamoff>(0, size - most_tail);
    const std::string tail = read_range(in, from, static_cast<std::size_t>(size - from));
    const auto end = tail.rfind("PK\x05\x06");
    if (end == std::string::npos || end + 22 > tail.size()) return names;
    constexpr std::size_t most_directory = 16u << 20;
    const std::size_t length = std::min(little(tail, end + 12, 4), most_directory);
    const std::string directory =
        read_range(in, static_cast<std::streamoff>(little(tail, end + 16, 4)), length);
    for (std::size_t at = 0; at + 46 <= directory.size() && directory.compare(at, 4, "PK\x01\x02") == 0;) {
        const std::size_t name = little(directory, at + 28, 2), extra = little(directory, at + 30, 2),
                          comment = little(directory, at + 32, 2);
        if (at + 46 + name > directory.size()) break;
        names.push_back(directory.substr(at + 46, name));
        at += 46 + name + extra + comment;
    }
    return names;
}

SourceRemark no_index_remark() {
    return {
        "source.no_shx",
        "its .shx file is missing; the index was built anew from the .shp, nothing was written beside the "
        "source",
        "ask the sender for all files of the shapefile, and compare the number of rows"};
}

SourceOpening opening_of(const fs::path& file) {
    SourceOpening opening;
    opening.path = gdal_path(file);
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) return opening;
    const std::string extension = land::small_letters(file.extension().string());
    for (const char* packed : {".bz2", ".7z", ".rar", ".tar", ".tgz"})
        if (extension == packed)
            throw Error("not_readable",
                        "this kind of archive is not opened in place. Unpack it and give what is inside.",
                        file.string());
    if (extension == ".zip" || extension == ".kmz" || extension == ".ovkmz") look_into_zip(file, opening);
    if (extension == ".ovkml" || extension == ".ovkmz") {
        opening.gcj02 = extension == ".ovkml" && declares_gcj02(file);
        opening.path = opening.links.link(file, extension == ".ovkml" ? ".kml" : ".kmz").string();
    }
    if (const std::string ending = ending_to_open(file); !ending.empty()) {
        opening.path = opening.links.link(file, ending).string();
        opening.remarks.push_back(
            {"source.wrong_ending",
             "its name says " + extension + ", but it is a workbook of the kind " + ending,
             "nothing to do; it was read as what it is", land::Severity::note});
    }
    if (extension == ".csv" && ends_within_a_row(file))
        opening.remarks.push_back({"source.cut_line",
                                   "the file ends within a row: its last line has fewer cells than the first",
                                   "compare the number of rows, and ask the sender for a complete copy"});
    if (extension == ".shp") {
        const auto has = [&](const char* side) {
            return fs::exists(fs::path(file).replace_extension(side), ignored);
        };
        if (!has(".shx") && !has(".SHX")) {
            opening.path = opening.links.link(file, ".shp").string();
            opening.restore_index = true;
            opening.remarks.push_back(no_index_remark());
        }
        if (!has(".dbf") && !has(".DBF"))
            opening.remarks.push_back({"source.no_dbf",
                                       "its .dbf file is missing: there are shapes without any attribute",
                                       "ask the sender for all files of the shapefile"});
    }
    return opening;
}

}  // namespace liangdi::exchange
