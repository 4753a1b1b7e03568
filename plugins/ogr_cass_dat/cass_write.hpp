#pragma once

#include <memory>

#include "common/gdal_compat.hpp"
#include "common/text_file_writer.hpp"

namespace liangdi::plugins {

/// Takes points with the fields NAME, CODE, HEIGHT; the height is the field, else the point's Z, else blank.
/// A point without NAME is numbered by its place.
class CassWriteLayer final : public OGRLayer {
  public:
    CassWriteLayer(const char* name, TextFileWriter& writer, int decimals, const OGRSpatialReference* srs);
    ~CassWriteLayer() override;

    void ResetReading() override {}
    OGRFeature* GetNextFeature() override;
    OGRFeatureDefn* GetLayerDefn() LIANGDI_GDAL_CONST override { return definition_; }
    GIntBig GetFeatureCount(int) override { return written_; }
    OGRErr CreateField(FieldArgument* field, int approximately) override;
    OGRErr ICreateFeature(OGRFeature* feature) override;
    int TestCapability(const char* capability) LIANGDI_GDAL_CONST override;

  private:
    TextFileWriter& writer_;
    int decimals_;
    bool north_first_ = false;
    OGRFeatureDefn* definition_;
    GIntBig written_ = 0;
};

class CassWriteDataset final : public GDALDataset {
  public:
    static GDALDataset* create(const char* path, int, int, int, GDALDataType, char** options);

    int GetLayerCount() LIANGDI_GDAL_CONST override { return layer_ ? 1 : 0; }
    OGRLayer* GetLayer(int i) LIANGDI_GDAL_CONST override { return i == 0 ? layer_.get() : nullptr; }
    int TestCapability(const char* capability) LIANGDI_GDAL_CONST override {
        return EQUAL(capability, ODsCCreateLayer) && !layer_;
    }
    LIANGDI_ICREATE_LAYER

  private:
    OGRLayer* create_layer(const char* name, const OGRSpatialReference* srs);

    std::unique_ptr<TextFileWriter> writer_;
    int decimals_ = 3;
    std::unique_ptr<CassWriteLayer> layer_;
};

}  // namespace liangdi::plugins
