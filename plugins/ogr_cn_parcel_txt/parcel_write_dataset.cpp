#include <algorithm>
#include <ctime>
#include <string>

#include "common/spatial_axes.hpp"
#include "common/text_fields.hpp"
#include "parcel_dataset.hpp"
#include "parcel_fields.hpp"
#include "parcel_header.hpp"

namespace liangdi::plugins {

namespace {

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    return std::to_string(parts.tm_year + 1900) + "-" + std::to_string(parts.tm_mon + 1) + "-" +
           std::to_string(parts.tm_mday);
}

std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
    return text;
}

}  // namespace

GDALDataset* ParcelWriteDataset::create(const char* path, int, int, int, GDALDataType, char** options) {
    const char* decimals_text = CSLFetchNameValueDef(options, "DECIMALS", "");
    const auto decimals = integer(decimals_text);
    if (*decimals_text && (!decimals || *decimals < 0 || *decimals > 12)) {
        CPLError(CE_Failure, CPLE_IllegalArg, "DECIMALS=%s is none of 0 to 12", decimals_text);
        return nullptr;
    }
    auto writer = TextFileWriter::create(path, CSLFetchNameValueDef(options, "ENCODING", ""));
    if (!writer) return nullptr;
    auto dataset = std::make_unique<ParcelWriteDataset>();
    dataset->SetDescription(path);
    dataset->eAccess = GA_Update;
    dataset->writer_ = std::move(writer);
    dataset->options_ = CPLStringList(CSLDuplicate(options));
    dataset->settings_.decimals = decimals ? static_cast<int>(*decimals) : -1;
    return dataset.release();
}

ParcelWriteDataset::~ParcelWriteDataset() {
    if (layer_) {
        layer_->begin();
        return;
    }
    // Nothing was said about the content: no file rather than an empty one.
    writer_.reset();
    VSIUnlink(GetDescription());
}

OGRLayer* ParcelWriteDataset::create_layer(const char* name, const OGRSpatialReference* srs) {
    if (layer_) {
        CPLError(CE_Failure, CPLE_NotSupported, "A parcel TXT holds one layer");
        return nullptr;
    }
    if (srs) {
        frame_ = gk_frame_of(*srs);
        if (srs->IsGeographic()) geographic_datum_ = datum_of(*srs);
        if (!frame_ && !geographic_datum_) {
            CPLError(
                CE_Failure, CPLE_NotSupported,
                "%s is neither a Gauss-Krüger zone of China nor longitude and latitude in one of its datums; "
                "transform to one first (-t_srs EPSG:4523)",
                srs->GetName() ? srs->GetName() : "The coordinate system");
            return nullptr;
        }
        settings_.geographic = geographic_datum_.has_value();
        settings_.north_first = data_is_north_first(*srs);
    } else {
        CPLError(CE_Warning, CPLE_AppDefined, "%s: no coordinate system is given; 坐标系 and 带号 stay empty",
                 GetDescription());
    }
    if (frame_ && !frame_->prefix && CPLTestBool(options_.FetchNameValueDef("PREFIX", "YES")))
        settings_.east_offset = frame_->zone * 1e6;
    if (settings_.decimals < 0) settings_.decimals = settings_.geographic ? 9 : 3;
    layer_ =
        std::make_unique<ParcelWriteLayer>(name, *writer_, settings_, srs, [this] { return write_header(); });
    return layer_.get();
}

/// What the coordinates dictate; else the creation option; else the metadata (of the file this is a copy of);
/// else the usual.
std::string ParcelWriteDataset::header_value(const char* key, const char* option, const char* otherwise) {
    const std::string_view k = key;
    const bool of_zone = k == "几度分带" || k == "带号" || k == "投影类型";
    if (frame_ && k == "几度分带") return std::to_string(frame_->degree);
    if (frame_ && k == "带号") return std::to_string(frame_->zone);
    if (geographic_datum_ && of_zone) return "";
    if (geographic_datum_ && k == "计量单位") return "度";
    const auto datum = frame_ ? std::optional(frame_->datum) : geographic_datum_;
    for (const std::string& name : {std::string("HEADER_") + option, std::string("HEADER_") + key})
        if (const char* given = options_.FetchNameValue(name.c_str()))
            if (!datum || k != "坐标系" || datum_of(given) == datum) return one_line(given);
    if (const char* copied = GetMetadataItem(key))
        if (!datum || k != "坐标系" || datum_of(copied) == datum) return one_line(copied);
    if (datum && k == "坐标系") return datum_title(*datum);
    if (k == "数据产生日期") return today();
    if (k == "精度") {
        std::string step = settings_.decimals == 0 ? "1" : "0.";
        for (int i = 1; i <= settings_.decimals; ++i) step += i == settings_.decimals ? '1' : '0';
        return step;
    }
    return otherwise;
}

bool ParcelWriteDataset::write_header() {
    std::string text;
    for (char** item = GetMetadata(domain::sections); item && *item; ++item) {
        char* name = nullptr;
        const char* lines = CPLParseNameValue(*item, &name);
        if (name && lines) text += std::string("[") + name + "]\n" + lines;
        if (!text.empty() && text.back() != '\n') text += '\n';
        CPLFree(name);
    }
    text += std::string("[") + header_section + "]\n";
    for (const auto& [key, option, otherwise] : header_keys())
        text += std::string(key) + "=" + header_value(key, option, otherwise) + "\n";
    for (char** item = GetMetadata(domain::header); item && *item; ++item) {
        const auto parsed = parse_header_line(*item);
        bool standard = !parsed;
        for (const auto& known : header_keys()) standard = standard || parsed->key == known.key;
        for (const char* alias : {"坐标系统", "坐标系名称", "分带", "分带方式", "中央子午线", "中央经线"})
            standard = standard || parsed->key == alias;
        if (!standard) text += parsed->key + "=" + parsed->value + "\n";
    }
    text += std::string("[") + body_section + "]\n";
    return writer_->write(text, "the header");
}

}  // namespace liangdi::plugins
