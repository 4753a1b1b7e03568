#pragma once

#include <cpl_vsi.h>

#include <cstdint>
#include <memory>
#include <string>

#include "common/text_encoding.hpp"

namespace liangdi::plugins {

struct TextLine {
    std::string text;         ///< UTF-8, without its line end
    std::int64_t number = 0;  ///< from 1
    vsi_l_offset offset = 0;  ///< of its first byte
    std::string damage;       ///< what is wrong with its bytes, in words; empty if nothing
};

/// Lines of a text file of any size through GDAL's file layer: LF, CRLF or CR; one buffer in memory. A line
/// of more than 64 KiB is cut there (no such line occurs in survey text) and says so.
class TextLineReader {
  public:
    /// `encoding` overrides the sniffing; empty means sniff. Nothing (with a CPLError) if the file cannot be
    /// opened or the encoding is not known.
    static std::unique_ptr<TextLineReader> open(const std::string& path, const std::string& encoding);
    ~TextLineReader();
    TextLineReader(const TextLineReader&) = delete;
    TextLineReader& operator=(const TextLineReader&) = delete;

    bool next(TextLine& line);
    /// Goes on at a line that `next` has given before.
    void seek(vsi_l_offset offset, std::int64_t line_number);
    void rewind() { seek(start_, 1); }
    Encoding encoding() const { return decoder_.encoding(); }

  private:
    TextLineReader(VSILFILE* file, Encoding encoding, vsi_l_offset start);
    bool fill();
    std::size_t find_break() const;
    bool at_unit(char c) const;

    VSILFILE* file_;
    Decoder decoder_;
    std::size_t unit_;  ///< bytes of a code unit
    vsi_l_offset start_;
    std::string buffer_;
    vsi_l_offset buffer_offset_;
    std::size_t at_ = 0;
    std::int64_t next_number_ = 1;
    std::string raw_;
};

}  // namespace liangdi::plugins
