#include "render/pdf_update.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <stdexcept>

namespace liangdi::render {

namespace {

/// Where the cross-reference table begins: the number after the last "startxref".
long long table_offset(const std::filesystem::path& file) {
    constexpr std::uintmax_t tail = 64;
    const std::uintmax_t size = std::filesystem::file_size(file), length = std::min(tail, size);
    std::ifstream in(file, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(size - length));
    std::string end(length, '\0');
    in.read(end.data(), static_cast<std::streamsize>(length));
    constexpr std::string_view word = "startxref";
    const std::size_t at = end.rfind(word);
    const std::size_t digits = at == std::string::npos ? at : end.find_first_of("0123456789", at);
    long long offset = 0;
    if (!in || digits == std::string::npos ||
        std::from_chars(end.data() + digits, end.data() + end.size(), offset).ec != std::errc())
        throw std::runtime_error("its end does not say where its objects are");
    return offset;
}

}  // namespace

PdfUpdate::PdfUpdate(const std::filesystem::path& file) : file_(file) {
    pdf_.processFile(file.c_str());
    next_ = static_cast<int>(pdf_.getTrailer().getKey("/Size").getIntValue());
}

QPDFObjectHandle PdfUpdate::add(QPDFObjectHandle value) {
    pdf_.replaceObject(next_, 0, value);
    change(pdf_.getObjectByID(next_++, 0));
    return objects_.back();
}

void PdfUpdate::change(const QPDFObjectHandle& object) {
    objects_.push_back(object);
}

void PdfUpdate::append() {
    const long long before = table_offset(file_);
    std::ofstream out(file_, std::ios::binary | std::ios::app);
    out.seekp(0, std::ios::end);
    std::map<int, long long> offsets;  // by object number
    out << "\n";
    for (auto& object : objects_) {
        if (!offsets.emplace(object.getObjectID(), out.tellp()).second) continue;
        out << object.getObjectID() << " 0 obj\n" << object.unparseResolved() << "\nendobj\n";
    }
    const long long table = out.tellp();
    out << "xref\n";
    for (const auto& [number, offset] : offsets)
        out << fmt::format("{} 1\n{:010} 00000 n \n", number, offset);
    QPDFObjectHandle trailer = pdf_.getTrailer();
    trailer.replaceKey("/Size", QPDFObjectHandle::newInteger(next_));
    trailer.replaceKey("/Prev", QPDFObjectHandle::newInteger(before));
    out << "trailer\n" << trailer.unparse() << "\nstartxref\n" << table << "\n%%EOF\n";
    out.close();
    if (!out) throw std::runtime_error("no room is left on the disk");
}

}  // namespace liangdi::render
