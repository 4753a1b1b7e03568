#include "exchange/file_nature.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "geo/error.hpp"
#include "land/ledger_text.hpp"

namespace liangdi::exchange {
namespace fs = std::filesystem;
namespace {

constexpr std::streamoff looked_at = 64 * 1024;

std::string bytes_at(std::ifstream& in, std::streamoff from) {
    std::string bytes(looked_at, '\0');
    in.clear();
    in.seekg(from);
    in.read(bytes.data(), looked_at);
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

bool is_web_page(const std::string& head) {
    const auto first = head.find_first_not_of(std::string_view("\xEF\xBB\xBF \t\r\n"));
    if (first == std::string::npos || head[first] != '<') return false;
    std::string begin = head.substr(first, 2048);
    std::transform(begin.begin(), begin.end(), begin.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return begin.find("<html") != std::string::npos || begin.find("<table") != std::string::npos;
}

/// Stream name in the directory of an OLE file, UTF-16.
const std::string& encrypted_package() {
    static const std::string name = [] {
        std::string out;
        for (const char c : std::string_view("EncryptedPackage")) out += {c, '\0'};
        return out;
    }();
    return name;
}

struct Unread {
    const char* ending;
    const char* why;
};

/// What an office sends and no driver here reads, with what to ask for instead.
constexpr std::array unread{
    Unread{".vct", "VCT is not read. Ask for the same data as shapefile or FileGDB"},
    Unread{".mdb", "a personal geodatabase needs Access. Ask for a FileGDB, a GeoPackage or shapefiles"},
    Unread{".et", "this is a WPS workbook. Open it in WPS and save it as .xlsx"},
    Unread{".doc", "a text document is no table. Copy the table into a workbook and save it as .xlsx"},
    Unread{".docx", "a text document is no table. Copy the table into a workbook and save it as .xlsx"},
    Unread{".wps", "a text document is no table. Copy the table into a workbook and save it as .xlsx"},
    Unread{".pdf", "a printed page holds no data. Ask for the file that it was printed from"},
    Unread{".jpg", "a picture holds no data. Ask for the file that it was made from"},
    Unread{".png", "a picture holds no data. Ask for the file that it was made from"},
    Unread{".dwg", "DWG is read up to release 2000 only. Save the drawing as DXF, or ask for a DXF"},
    Unread{".xls", "the workbook is damaged or cut short. Ask the sender for a complete copy"},
    Unread{".xlsx", "the workbook is damaged or cut short. Ask the sender for a complete copy"},
    Unread{".mpj", "this is a MapGIS project. Ask for shapefiles"},
    Unread{".wt", "this is a MapGIS file. Ask for shapefiles"},
    Unread{".wl", "this is a MapGIS file. Ask for shapefiles"},
    Unread{".wp", "this is a MapGIS file. Ask for shapefiles"},
    Unread{".smu", "this is a SuperMap workspace. Ask for shapefiles"},
    Unread{".udb", "this is a SuperMap data source. Ask for shapefiles"},
    Unread{".mxd", "this is a map that only points at data. Ask for the data: shapefile or FileGDB"},
    Unread{".qgz", "this is a map that only points at data. Ask for the data: shapefile or GeoPackage"},
    Unread{".lyr", "this is a style that only points at data. Ask for the data: shapefile or FileGDB"},
};

}  // namespace

FileNature nature_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = in.tellg();
    if (!in || size < 0) return FileNature::other;
    if (size == 0) return FileNature::empty;
    const std::string head = bytes_at(in, 0);
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
        const std::string tail = bytes_at(in, std::max<std::streamoff>(0, size - looked_at));
        return tail.find("PK\x05\x06") == std::string::npos ? FileNature::cut_zip : FileNature::zip;
    }
    if (head.starts_with("\xD0\xCF\x11\xE0")) {
        const bool locked =
            head.find(encrypted_package()) != std::string::npos ||
            bytes_at(in, std::max<std::streamoff>(0, size - looked_at)).find(encrypted_package()) !=
                std::string::npos;
        return locked ? FileNature::locked_workbook : FileNature::ole;
    }
    return is_web_page(head) ? FileNature::web_page : FileNature::other;
}

std::string ending_to_open(const fs::path& file) {
    const std::string ending = land::small_letters(file.extension().string());
    const auto refuse = [&](const std::string& why) {
        throw Error("not_readable", why + ".", file.string());
    };
    const FileNature nature = nature_of(file);
    if (nature == FileNature::empty)
        refuse("the file is empty, it has 0 bytes. Copy it again from where it came, or ask the sender");
    const bool workbook = ending == ".xlsx" || ending == ".xls" || ending == ".xlsm";
    const bool packed =
        workbook || ending == ".zip" || ending == ".ods" || ending == ".kmz" || ending == ".ovkmz";
    if (packed && nature == FileNature::cut_zip)
        refuse(
            "the file is cut short: its end is missing. Copy it again, or ask the sender for a complete "
            "copy");
    if (packed && nature == FileNature::locked_workbook)
        refuse("the workbook is locked by a password. Open it, take the password off and save it again");
    if (workbook && nature == FileNature::web_page)
        refuse(
            "this is a web page that calls itself a workbook. Open it in the spreadsheet program and save it "
            "as .xlsx");
    if (workbook && nature == FileNature::other)
        refuse(
            "this is no workbook, or a damaged one. Open it in the spreadsheet program and save it as .xlsx, "
            "or ask the sender");
    if (ending == ".zip" && nature != FileNature::zip)
        refuse("this is no zip archive, or a damaged one. Ask the sender for a complete copy");
    if (ending == ".xls" && nature == FileNature::zip) return ".xlsx";
    if ((ending == ".xlsx" || ending == ".xlsm") && nature == FileNature::ole) return ".xls";
    return {};
}

std::string instead_of(const fs::path& file) {
    const std::string ending = land::small_letters(file.extension().string());
    for (const Unread& format : unread)
        if (ending == format.ending) return format.why;
    return {};
}

}  // namespace liangdi::exchange
