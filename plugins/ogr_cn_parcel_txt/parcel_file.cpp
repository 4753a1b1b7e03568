#include "parcel_file.hpp"

#include <algorithm>

#include "common/text_fields.hpp"

namespace liangdi::plugins {

namespace {

constexpr std::size_t most_section_bytes = 1 << 20;

class Summary {
  public:
    explicit Summary(Complaints& complaints) : complaints_(complaints) {}

    void take(const TextLine& line) {
        if (const auto name = section_name(line.text)) {
            enter(*name, line);
            return;
        }
        switch (place_) {
            case Place::header:
                header_line(line);
                break;
            case Place::body:
                body_line(line);
                break;
            case Place::other:
                other_line(line);
                break;
            case Place::none:
                if (!trim(line.text).empty())
                    complaints_.line(line.number, "stands before the first section");
                break;
        }
    }

    ParcelFileSummary summary;

  private:
    enum class Place { none, header, body, other };

    void enter(const std::string& name, const TextLine& line) {
        if (name == header_section)
            place_ = Place::header;
        else if (name == body_section)
            place_ = Place::body;
        else {
            place_ = Place::other;
            summary.sections.emplace_back(name, "");
            section_cut_ = false;
        }
        if (!line.damage.empty()) complaints_.line(line.number, line.damage);
        in_block_ = false;
    }

    void header_line(const TextLine& line) {
        if (trim(line.text).empty()) return;
        if (auto item = parse_header_line(line.text)) {
            item->line = line.number;
            summary.header.push_back(std::move(*item));
            if (!line.damage.empty()) complaints_.line(line.number, line.damage);
        } else {
            complaints_.line(line.number, "is no key=value of the header");
        }
    }

    void other_line(const TextLine& line) {
        std::string& text = summary.sections.back().second;
        if (text.size() + line.text.size() < most_section_bytes) {
            text += line.text + "\n";
        } else if (!section_cut_) {
            section_cut_ = true;
            complaints_.line(line.number, "the section is longer than 1 MiB; what follows is left out");
        }
    }

    void body_line(const TextLine& line) {
        parse_body_line(line.text, parsed_);
        if (parsed_.kind == LineKind::parcel) {
            summary.blocks.push_back({line.offset, line.number});
            const ParcelRow& row = parsed_.parcel;
            summary.extra_columns = std::max(summary.extra_columns, row.extra.size());
            summary.has_faces = summary.has_faces || row.kind == ParcelKind::face;
            summary.has_lines = summary.has_lines || row.kind == ParcelKind::line;
            summary.has_points = summary.has_points || row.kind == ParcelKind::point;
            kind_ = row.kind;
            in_block_ = true;
            rows_ = 0;
        } else if (parsed_.kind == LineKind::point) {
            const PointRow& point = parsed_.point;
            if (!in_block_) complaints_.line(line.number, "a point that stands before the first parcel line");
            const bool multi = rows_ > 0 && (kind_ == ParcelKind::point || point.ring != ring_);
            summary.has_multi = summary.has_multi || multi;
            ring_ = point.ring;
            ++rows_;
            if (in_block_) summary.evidence.add(point.first, point.second, line.number);
        } else if (parsed_.kind == LineKind::unreadable && !in_block_) {
            if (!line.damage.empty()) complaints_.line(line.number, line.damage);
            complaints_.line(line.number, parsed_.why);
        }
    }

    Complaints& complaints_;
    Place place_ = Place::none;
    BodyLine parsed_;
    bool section_cut_ = false;
    bool in_block_ = false;
    ParcelKind kind_ = ParcelKind::face;
    std::int64_t ring_ = 0;
    std::int64_t rows_ = 0;
};

}  // namespace

ParcelFileSummary summarise(TextLineReader& reader, Complaints& complaints) {
    Summary summary(complaints);
    TextLine line;
    reader.rewind();
    while (reader.next(line)) summary.take(line);
    return std::move(summary.summary);
}

ParcelBlock read_block(TextLineReader& reader, const BlockStart& start, Complaints& complaints) {
    ParcelBlock block;
    block.line = start.line;
    TextLine line;
    BodyLine parsed;
    reader.seek(start.offset, start.line);
    for (bool first = true; reader.next(line); first = false) {
        parse_body_line(line.text, parsed);
        if (parsed.kind == LineKind::section || (parsed.kind == LineKind::parcel && !first)) break;
        if (!line.damage.empty()) complaints.line(line.number, line.damage);
        if (!parsed.why.empty()) {
            const bool lost = parsed.kind == LineKind::unreadable;
            complaints.line(line.number, parsed.why + (lost ? "; the line is left out" : ""));
        }
        if (parsed.kind == LineKind::parcel) block.row = parsed.parcel;
        if (parsed.kind == LineKind::point) {
            parsed.point.line = line.number;
            block.points.push_back(parsed.point);
        }
    }
    return block;
}

}  // namespace liangdi::plugins
