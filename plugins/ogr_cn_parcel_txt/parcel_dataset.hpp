#pragma once

#include <memory>
#include <optional>

#include "common/gdal_compat.hpp"
#include "common/text_file_writer.hpp"
#include "parcel_read_layer.hpp"
#include "parcel_write_layer.hpp"

namespace liangdi::plugins {

/// A TXT file opened for reading: one layer, named like the file; the header as metadata.
class ParcelReadDataset final : public GDALDataset {
  public:
    static int identify(GDALOpenInfo* info);
    static GDALDataset* open(GDALOpenInfo* info);

    int GetLayerCount() LIANGDI_GDAL_CONST override { return 1; }
    OGRLayer* GetLayer(int i) LIANGDI_GDAL_CONST override { return i == 0 ? layer_.get() : nullptr; }

  private:
    std::unique_ptr<ParcelReadLayer> layer_;
};

/// A TXT file being written.
class ParcelWriteDataset final : public GDALDataset {
  public:
    static GDALDataset* create(const char* path, int, int, int, GDALDataType, char** options);
    ~ParcelWriteDataset() override;

    int GetLayerCount() LIANGDI_GDAL_CONST override { return layer_ ? 1 : 0; }
    OGRLayer* GetLayer(int i) LIANGDI_GDAL_CONST override { return i == 0 ? layer_.get() : nullptr; }
    int TestCapability(const char* capability) LIANGDI_GDAL_CONST override {
        return EQUAL(capability, ODsCCreateLayer) && !layer_;
    }
    LIANGDI_ICREATE_LAYER

  private:
    OGRLayer* create_layer(const char* name, const OGRSpatialReference* srs);
    std::string header_value(const char* key, const char* option, const char* otherwise);
    bool write_header();

    std::unique_ptr<TextFileWriter> writer_;
    CPLStringList options_;
    ParcelTextSettings settings_;
    std::optional<GkFrame> frame_;
    std::optional<Datum> geographic_datum_;
    std::unique_ptr<ParcelWriteLayer> layer_;
};

}  // namespace liangdi::plugins
