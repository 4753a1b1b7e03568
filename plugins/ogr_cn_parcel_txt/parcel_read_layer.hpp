#pragma once

#include <memory>

#include "common/complaints.hpp"
#include "common/gdal_compat.hpp"
#include "parcel_file.hpp"

namespace liangdi::plugins {

/// The parcels of one file, read one by one from where they stand; FID is the parcel's place in the file from
/// 0.
class ParcelReadLayer final : public OGRLayer {
  public:
    ParcelReadLayer(const char* name, std::unique_ptr<TextLineReader> reader, ParcelFileSummary summary,
                    const ParcelFrame& frame, const OGRSpatialReference* srs,
                    std::unique_ptr<Complaints> complaints);
    ~ParcelReadLayer() override;

    void ResetReading() override { next_ = 0; }
    OGRFeature* GetNextFeature() override;
    OGRFeature* GetFeature(GIntBig fid) override;
    OGRErr SetNextByIndex(GIntBig index) override;
    GIntBig GetFeatureCount(int force) override;
    OGRFeatureDefn* GetLayerDefn() LIANGDI_GDAL_CONST override { return definition_; }
    int TestCapability(const char* capability) LIANGDI_GDAL_CONST override;

  private:
    OGRFeature* read(std::size_t index);

    std::unique_ptr<TextLineReader> reader_;
    std::vector<BlockStart> blocks_;
    ParcelFrame frame_;
    std::unique_ptr<Complaints> complaints_;
    OGRFeatureDefn* definition_;
    bool promote_ = false;  ///< single geometries to multi ones, as the layer's type says
    std::size_t next_ = 0;
};

}  // namespace liangdi::plugins
