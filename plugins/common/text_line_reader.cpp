#include "common/text_line_reader.hpp"

#include <cpl_error.h>

#include <algorithm>

namespace liangdi::plugins {

namespace {
constexpr std::size_t chunk_bytes = 65536;
constexpr std::size_t longest_line_bytes = 65536;
}  // namespace

std::unique_ptr<TextLineReader> TextLineReader::open(const std::string& path, const std::string& encoding) {
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (!file) {
        CPLError(CE_Failure, CPLE_OpenFailed, "%s cannot be opened", path.c_str());
        return nullptr;
    }
    std::string head(chunk_bytes, '\0');
    head.resize(VSIFReadL(head.data(), 1, head.size(), file));
    Sniffed sniffed = sniff_encoding(head);
    if (!encoding.empty()) {
        const auto named = encoding_named(encoding);
        if (!named) {
            VSIFCloseL(file);
            CPLError(CE_Failure, CPLE_IllegalArg,
                     "ENCODING=%s is not known; GBK, GB18030, UTF-8, UTF-16LE are", encoding.c_str());
            return nullptr;
        }
        // A byte order mark is no text, whatever the encoding is said to be.
        sniffed.encoding = *named;
    }
    return std::unique_ptr<TextLineReader>(new TextLineReader(file, sniffed.encoding, sniffed.bom_bytes));
}

TextLineReader::TextLineReader(VSILFILE* file, Encoding encoding, vsi_l_offset start)
    : file_(file),
      decoder_(encoding),
      unit_(encoding == Encoding::utf16le || encoding == Encoding::utf16be ? 2 : 1),
      start_(start),
      buffer_offset_(start) {
    rewind();
}

TextLineReader::~TextLineReader() {
    VSIFCloseL(file_);
}

void TextLineReader::seek(vsi_l_offset offset, std::int64_t line_number) {
    next_number_ = line_number;
    if (offset >= buffer_offset_ && offset < buffer_offset_ + buffer_.size()) {
        at_ = static_cast<std::size_t>(offset - buffer_offset_);
        return;
    }
    VSIFSeekL(file_, offset, SEEK_SET);
    buffer_.clear();
    buffer_offset_ = offset;
    at_ = 0;
}

bool TextLineReader::fill() {
    buffer_offset_ += buffer_.size();
    buffer_.resize(chunk_bytes);
    buffer_.resize(VSIFReadL(buffer_.data(), 1, chunk_bytes, file_));
    at_ = 0;
    return !buffer_.empty();
}

bool TextLineReader::at_unit(char c) const {
    if (at_ + unit_ > buffer_.size()) return false;
    if (unit_ == 1) return buffer_[at_] == c;
    const std::size_t low = decoder_.encoding() == Encoding::utf16le ? at_ : at_ + 1;
    const std::size_t high = decoder_.encoding() == Encoding::utf16le ? at_ + 1 : at_;
    return buffer_[low] == c && buffer_[high] == '\0';
}

std::size_t TextLineReader::find_break() const {
    if (unit_ == 1) return std::min(buffer_.find_first_of("\r\n", at_), buffer_.size());
    const std::size_t low = decoder_.encoding() == Encoding::utf16le ? 0 : 1;
    for (std::size_t i = at_; i + 1 < buffer_.size(); i += 2) {
        const char c = buffer_[i + low];
        if ((c == '\r' || c == '\n') && buffer_[i + 1 - low] == '\0') return i;
    }
    return buffer_.size();
}

bool TextLineReader::next(TextLine& line) {
    raw_.clear();
    if (at_ == buffer_.size() && !fill()) return false;
    line.number = next_number_++;
    line.offset = buffer_offset_ + at_;
    bool too_long = false;
    while (at_ < buffer_.size() || fill()) {
        const std::size_t end = find_break();
        const std::size_t room = longest_line_bytes - raw_.size();
        too_long = too_long || end - at_ > room;
        raw_.append(buffer_, at_, std::min(end - at_, room));
        at_ = end;
        if (at_ == buffer_.size()) continue;
        const bool carriage_return = at_unit('\r');
        at_ += unit_;
        if (carriage_return && (at_ < buffer_.size() || fill()) && at_unit('\n')) at_ += unit_;
        break;
    }
    auto decoded = decoder_.decode(raw_);
    line.text = std::move(decoded.text);
    line.damage.clear();
    if (too_long)
        line.damage = "the line is longer than 64 KiB and was cut";
    else if (decoded.damaged)
        line.damage = std::string("some bytes are no ") + encoding_name(encoding()) + " text";
    else if (decoded.gb_inside_utf8)
        line.damage = "the line is not UTF-8 like the lines before; read as GB18030";
    return true;
}

}  // namespace liangdi::plugins
