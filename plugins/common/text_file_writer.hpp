#pragma once

#include <cpl_vsi.h>

#include <memory>
#include <string>

#include "common/text_encoding.hpp"

namespace liangdi::plugins {

/// Writes lines with CRLF in an encoding. GBK is the strict one: a character that it lacks is refused.
class TextFileWriter {
  public:
    /// `encoding`: GBK, GB18030, UTF-8, UTF-16LE or empty for GBK; UTF-16LE begins with its mark. Nothing,
    /// with a CPLError, if the encoding is not known, the file exists already or cannot be made.
    static std::unique_ptr<TextFileWriter> create(const std::string& path, const std::string& encoding);
    ~TextFileWriter();
    TextFileWriter(const TextFileWriter&) = delete;
    TextFileWriter& operator=(const TextFileWriter&) = delete;

    /// All lines of `text` (UTF-8, "\n" between them, one at the end) or, if a character cannot be written or
    /// the disk is full, none: false, with a CPLError that begins with `what`.
    bool write(const std::string& text, const std::string& what);

  private:
    TextFileWriter(VSILFILE* file, const char* encoding);
    std::string first_unwritable(const std::string& text) const;

    VSILFILE* file_;
    std::string encoding_;
    Recoder to_file_;
};

}  // namespace liangdi::plugins
