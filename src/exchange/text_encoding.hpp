#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Bytes of old files into UTF-8 and back. Encodings are named as people name them: "GBK", "936", "UTF-8".
namespace liangdi::exchange {

/// The name under which the encoding is used here: "GB18030" for all of GB2312, GBK, CP936 (it contains
/// them), "UTF-8", or ICU's own name. Empty where no such encoding is known.
std::string encoding_name(std::string_view said);

/// Whether the bytes are text in this encoding; a character cut in half at the end is allowed, because a
/// DBF cuts its fields by bytes.
bool is_text_in(std::string_view bytes, const std::string& encoding);

/// Decodes; a character cut in half at the end is left out, other bad bytes become U+FFFD.
std::string to_utf8(std::string_view bytes, const std::string& encoding);

/// Encodes exactly; nothing where the encoding lacks a character of the text. "GBK" here means GBK itself
/// (CP936), not its superset, since the reader of the file may know no more than that.
std::optional<std::string> from_utf8(std::string_view text, const std::string& encoding);

/// What a Chinese text in UTF-8 was before a program took it for Windows-1252 or ISO-8859-1: "å¼ ä¸" was
/// 张三. Nothing where the text is no such text.
std::optional<std::string> before_latin(std::string_view text);

/// How many characters beyond ASCII there are in valid UTF-8; nothing where it is not valid UTF-8.
std::optional<std::size_t> utf8_beyond_ascii(std::string_view bytes);

}  // namespace liangdi::exchange
