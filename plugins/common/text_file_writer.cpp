#include "common/text_file_writer.hpp"

#include <cpl_error.h>

namespace liangdi::plugins {

std::unique_ptr<TextFileWriter> TextFileWriter::create(const std::string& path, const std::string& encoding) {
    const char* name = "GBK";
    if (!encoding.empty()) {
        const auto named = encoding_named(encoding);
        if (!named || *named == Encoding::utf16be) {
            CPLError(CE_Failure, CPLE_IllegalArg,
                     "ENCODING=%s cannot be written; GBK, GB18030, UTF-8, UTF-16LE can", encoding.c_str());
            return nullptr;
        }
        const bool all_of_gb = encoding.find("18030") != std::string::npos;
        name = *named == Encoding::gb18030 && !all_of_gb ? "GBK" : encoding_name(*named);
    }
    VSIStatBufL status;
    if (VSIStatL(path.c_str(), &status) == 0) {
        CPLError(CE_Failure, CPLE_AppDefined, "%s exists already", path.c_str());
        return nullptr;
    }
    VSILFILE* file = VSIFOpenL(path.c_str(), "wb");
    if (!file) {
        CPLError(CE_Failure, CPLE_OpenFailed, "%s cannot be made", path.c_str());
        return nullptr;
    }
    return std::unique_ptr<TextFileWriter>(new TextFileWriter(file, name));
}

TextFileWriter::TextFileWriter(VSILFILE* file, const char* encoding)
    : file_(file), encoding_(encoding), to_file_(encoding, "UTF-8") {
    if (encoding_ == "UTF-16LE") VSIFWriteL("\xFF\xFE", 1, 2, file_);
}

TextFileWriter::~TextFileWriter() {
    VSIFCloseL(file_);
}

std::string TextFileWriter::first_unwritable(const std::string& text) const {
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
        const std::string character = text.substr(i, end - i);
        if (!to_file_.exact(character)) return character;
        i = end;
    }
    return {};
}

bool TextFileWriter::write(const std::string& text, const std::string& what) {
    std::string lines;
    for (const char c : text) {
        if (c == '\n') lines += '\r';
        lines += c;
    }
    const auto bytes = to_file_.exact(lines);
    if (!bytes) {
        CPLError(CE_Failure, CPLE_AppDefined,
                 "%s: the character %s cannot be written in %s; ENCODING=GB18030 can", what.c_str(),
                 first_unwritable(text).c_str(), encoding_.c_str());
        return false;
    }
    if (VSIFWriteL(bytes->data(), 1, bytes->size(), file_) != bytes->size()) {
        CPLError(CE_Failure, CPLE_FileIO, "%s: the file cannot be written (is the disk full?)", what.c_str());
        return false;
    }
    return true;
}

}  // namespace liangdi::plugins
