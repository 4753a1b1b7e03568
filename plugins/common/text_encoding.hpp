#pragma once

#include <iconv.h>

#include <optional>
#include <string>
#include <string_view>

namespace liangdi::plugins {

/// GBK and GB2312 are read as GB18030, which contains them byte for byte.
enum class Encoding { utf8, gb18030, utf16le, utf16be };

const char* encoding_name(Encoding encoding);

/// GBK, GB2312, GB18030, CP936, 936, UTF-8, UTF8, 65001, UTF-16LE, UTF-16BE in any case; else nothing.
std::optional<Encoding> encoding_named(std::string_view name);

struct Sniffed {
    Encoding encoding = Encoding::utf8;
    std::size_t bom_bytes = 0;
};

/// From the first bytes of a file: a byte order mark; else zero bytes beside ASCII (UTF-16 without a mark);
/// else well-formed UTF-8, which GBK text is practically never; else GB18030. Pure ASCII is called UTF-8.
/// A character cut off by the end of `head` does not count against UTF-8.
Sniffed sniff_encoding(std::string_view head);

bool is_ascii(std::string_view text);
bool is_utf8(std::string_view text, bool may_end_inside = false);

/// One direction of iconv, opened once.
class Recoder {
  public:
    Recoder(const char* to, const char* from);
    ~Recoder();
    Recoder(const Recoder&) = delete;
    Recoder& operator=(const Recoder&) = delete;

    /// Nothing if a single character has no counterpart or the bytes are malformed.
    std::optional<std::string> exact(std::string_view text) const;
    /// U+FFFD stands for what could not be read (the target must be UTF-8); `damaged` is set then.
    std::string lenient(std::string_view text, bool& damaged) const;

  private:
    /// Appends to `out`; answers how many bytes of `text` were taken.
    std::size_t convert(std::string_view text, std::string& out) const;

    iconv_t handle_;
};

/// Bytes of a file to UTF-8, a line at a time.
class Decoder {
  public:
    explicit Decoder(Encoding encoding);
    Encoding encoding() const { return encoding_; }

    struct Result {
        std::string text;
        bool damaged =
            false;  ///< some bytes are no characters in the file's encoding; U+FFFD stands for them
        bool gb_inside_utf8 = false;  ///< the line is no UTF-8 but sound GB18030, and was read as that
    };
    Result decode(std::string_view bytes) const;

  private:
    Encoding encoding_;
    Recoder from_gb_;
    Recoder from_own_;
};

}  // namespace liangdi::plugins
