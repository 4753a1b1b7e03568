#include "parcel_header.hpp"

#include "common/text_fields.hpp"

namespace liangdi::plugins {

std::optional<HeaderItem> parse_header_line(std::string_view text) {
    constexpr std::string_view wide = "＝";
    std::size_t at = text.find('=');
    std::size_t length = 1;
    const std::size_t wide_at = text.find(wide);
    if (wide_at < at) {
        at = wide_at;
        length = wide.size();
    }
    if (at == std::string_view::npos) return {};
    HeaderItem item;
    for (const char c : half_width(trim(text.substr(0, at))))
        if (c != ' ' && c != '\t') item.key += c;
    item.value = trim(text.substr(at + length));
    if (item.key.empty()) return {};
    return item;
}

const std::vector<HeaderKey>& header_keys() {
    static const std::vector<HeaderKey> keys = {
        {"格式版本号", "VERSION", "1.01版本"},
        {"数据产生单位", "PRODUCER", ""},
        {"数据产生日期", "DATE", ""},
        {"坐标系", "DATUM", ""},
        {"几度分带", "DEGREE", ""},
        {"投影类型", "PROJECTION", "高斯克吕格"},
        {"计量单位", "UNIT", "米"},
        {"带号", "ZONE", ""},
        {"精度", "PRECISION", ""},
        {"转换参数", "PARAMETERS", ",,,,,,"},
    };
    return keys;
}

const HeaderItem* find_item(const std::vector<HeaderItem>& header, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        for (const auto& item : header)
            if (item.key == key) return &item;
    return nullptr;
}

}  // namespace liangdi::plugins
