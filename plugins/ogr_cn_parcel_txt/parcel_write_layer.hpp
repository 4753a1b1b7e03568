#pragma once

#include <functional>
#include <memory>

#include "common/gdal_compat.hpp"
#include "common/text_file_writer.hpp"
#include "parcel_text.hpp"

namespace liangdi::plugins {

/// Writes features as they come. Takes the fields of parcel_fields.hpp and refuses others in words.
class ParcelWriteLayer final : public OGRLayer {
  public:
    /// `begin` writes what stands before the first parcel; called once, at the first feature or at the end.
    ParcelWriteLayer(const char* name, TextFileWriter& writer, const ParcelTextSettings& settings,
                     const OGRSpatialReference* srs, std::function<bool()> begin);
    ~ParcelWriteLayer() override;

    void ResetReading() override {}
    OGRFeature* GetNextFeature() override;
    OGRFeatureDefn* GetLayerDefn() LIANGDI_GDAL_CONST override { return definition_; }
    GIntBig GetFeatureCount(int) override { return written_; }
    OGRErr CreateField(FieldArgument* field, int approximately) override;
    OGRErr ICreateFeature(OGRFeature* feature) override;
    int TestCapability(const char* capability) LIANGDI_GDAL_CONST override;
    bool begin();

  private:
    TextFileWriter& writer_;
    ParcelTextSettings settings_;
    std::function<bool()> begin_;
    OGRFeatureDefn* definition_;
    bool begun_ = false;
    bool begun_well_ = false;
    GIntBig written_ = 0;
};

}  // namespace liangdi::plugins
