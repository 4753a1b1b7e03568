#include "parcel_line.hpp"

#include "common/text_fields.hpp"

namespace liangdi::plugins {

namespace {

using Fields = std::vector<std::string_view>;

std::optional<ParcelKind> kind_of(std::string_view word) {
    if (word == "面") return ParcelKind::face;
    if (word == "线" || word == "線") return ParcelKind::line;
    if (word == "点" || word == "點") return ParcelKind::point;
    return {};
}

bool is_at(std::string_view field) {
    return field == "@" || field == "＠";
}

void drop_empty_tail(Fields& fields) {
    while (fields.size() > 1 && fields.back().empty()) fields.pop_back();
}

bool parse_parcel(Fields fields, BodyLine& line) {
    Fields kept = fields;
    drop_empty_tail(kept);
    const bool at = is_at(kept.back());
    const auto kind = fields.size() >= 5 ? kind_of(fields[4]) : std::nullopt;
    if (!kind && !(at && kept.size() >= 5)) return false;
    // Without @ an empty last field is a column like any other.
    if (at) {
        kept.pop_back();
        fields = kept;
    }
    line.kind = LineKind::parcel;
    ParcelRow& row = line.parcel;
    const auto field = [&](std::size_t i) {
        return i < fields.size() ? std::string(fields[i]) : std::string();
    };
    row.point_count = integer(field(0));
    if (!row.point_count && !field(0).empty())
        line.why = "the number of points, \"" + field(0) + "\", is none";
    row.area = field(1);
    row.code = field(2);
    row.name = field(3);
    row.kind = kind.value_or(ParcelKind::face);
    if (!kind) line.why = "the fifth field is none of 面, 线, 点 but \"" + field(4) + "\"; read as 面";
    row.sheet = field(5);
    row.use = field(6);
    row.land_class = field(7);
    row.extra.clear();
    for (std::size_t i = 8; i < fields.size(); ++i) row.extra.push_back(field(i));
    return true;
}

bool parse_point(Fields fields, BodyLine& line) {
    drop_empty_tail(fields);
    if (fields.size() < 4) {
        line.why = "neither a parcel line nor a point line (a point has 点号,圈号,X,Y)";
        if (fields.size() == 3 && integer(fields[1]) && decimal(fields[2]))
            line.why = "the point " + std::string(fields[0]) + " has one coordinate only";
        return false;
    }
    const auto ring = integer(fields[1]);
    const auto first = decimal(fields[2]);
    const auto second = decimal(fields[3]);
    if (!ring)
        line.why = "the ring number \"" + std::string(fields[1]) + "\" is no whole number";
    else if (!first)
        line.why = "the coordinate \"" + std::string(fields[2]) + "\" is no number";
    else if (!second)
        line.why = "the coordinate \"" + std::string(fields[3]) + "\" is no number";
    if (!line.why.empty()) return false;
    line.kind = LineKind::point;
    line.point.name = fields[0];
    line.point.ring = *ring;
    line.point.first = *first;
    line.point.second = *second;
    if (fields.size() > 4) line.why = "what follows the two coordinates is not read";
    return true;
}

}  // namespace

const char* kind_word(ParcelKind kind) {
    return kind == ParcelKind::line ? "线" : kind == ParcelKind::point ? "点" : "面";
}

std::optional<std::string> section_name(std::string_view text) {
    text = trim(text);
    if (text.empty() || (text.front() != '[' && text.front() != '\xE3' && text.front() != '\xEF')) return {};
    const std::string narrow = half_width(text);
    if (narrow.front() != '[') return {};
    const std::size_t end = narrow.find(']');
    // A bracket that is not closed is forgiven for the two names that matter.
    std::string name;
    for (const char c : narrow.substr(1, end == std::string::npos ? end : end - 1))
        if (c != ' ' && c != '\t') name += c;
    if (end == std::string::npos && name != header_section && name != body_section) return {};
    return name;
}

void parse_body_line(std::string_view text, BodyLine& line) {
    line.why.clear();
    line.kind = LineKind::blank;
    text = trim(text);
    if (text.empty()) return;
    if (auto name = section_name(text)) {
        line.kind = LineKind::section;
        line.section = std::move(*name);
        return;
    }
    thread_local Fields fields;
    split(text, fields);
    if (parse_parcel(fields, line) || parse_point(fields, line)) return;
    const std::string narrow = half_width(text);
    if (narrow != text) {
        const std::string first_why = line.why;
        line.why.clear();
        split(narrow, fields);
        if (parse_parcel(fields, line) || parse_point(fields, line)) {
            line.why = "full-width characters where ASCII belongs; read all the same";
            return;
        }
        line.why = first_why;
    }
    line.kind = LineKind::unreadable;
}

std::optional<double> declared_hectares(std::string_view text, std::string& note) {
    text = trim(text);
    if (text.empty()) return {};
    if (const auto plain = decimal(text)) return plain;
    const std::string narrow = half_width(text);
    const std::size_t end = std::min(narrow.find_first_not_of("+-.0123456789"), narrow.size());
    const auto value = decimal(std::string_view(narrow).substr(0, end));
    const std::string unit(trim(std::string_view(narrow).substr(end)));
    if (value) {
        if (unit == "公顷" || unit == "ha" || unit == "hm2" || unit == "hm²") return value;
        if (unit == "亩") {
            note = "the area is in 亩: converted to hectares";
            return *value / 15;
        }
        if (unit == "平方米" || unit == "m2" || unit == "m²" || unit == "㎡") {
            note = "the area is in m²: converted to hectares";
            return *value / 10000;
        }
    }
    note = "the area, \"" + std::string(text) + "\", is no number of hectares";
    return {};
}

}  // namespace liangdi::plugins
