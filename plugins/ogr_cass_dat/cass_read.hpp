#pragma once

#include <memory>

#include "cass_line.hpp"
#include "common/axis_order.hpp"
#include "common/complaints.hpp"
#include "common/gdal_compat.hpp"
#include "common/text_line_reader.hpp"

namespace liangdi::plugins {

/// The points of a file, one by one; FID from 0. Fields NAME, CODE, HEIGHT; the geometry has Z where the
/// height is given (no height is not height 0).
class CassReadLayer final : public OGRLayer {
  public:
    CassReadLayer(const char* name, std::unique_ptr<TextLineReader> reader, const std::string& path,
                  AxisOrder order, const OGRSpatialReference* srs);
    ~CassReadLayer() override;

    void ResetReading() override;
    OGRFeature* GetNextFeature() override;
    OGRFeatureDefn* GetLayerDefn() LIANGDI_GDAL_CONST override { return definition_; }
    int TestCapability(const char* capability) LIANGDI_GDAL_CONST override {
        return EQUAL(capability, OLCStringsAsUTF8);
    }

  private:
    OGRFeature* next_point();

    std::unique_ptr<TextLineReader> reader_;
    Complaints complaints_;
    AxisOrder order_;
    OGRFeatureDefn* definition_;
    TextLine line_;
    CassLine parsed_;
    GIntBig next_fid_ = 0;
};

class CassReadDataset final : public GDALDataset {
  public:
    static int identify(GDALOpenInfo* info);
    static GDALDataset* open(GDALOpenInfo* info);

    int GetLayerCount() LIANGDI_GDAL_CONST override { return 1; }
    OGRLayer* GetLayer(int i) LIANGDI_GDAL_CONST override { return i == 0 ? layer_.get() : nullptr; }

  private:
    std::unique_ptr<CassReadLayer> layer_;
};

}  // namespace liangdi::plugins
