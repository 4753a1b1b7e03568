#pragma once

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

/// The few signatures that changed between GDAL 3.6 and its later releases.
namespace liangdi::plugins {

#if GDAL_VERSION_NUM >= GDAL_COMPUTE_VERSION(3, 9, 0)
using FieldArgument = const OGRFieldDefn;
#else
using FieldArgument = OGRFieldDefn;
#endif

}  // namespace liangdi::plugins

#if GDAL_VERSION_NUM >= GDAL_COMPUTE_VERSION(3, 12, 0)
#define LIANGDI_GDAL_CONST const
#else
#define LIANGDI_GDAL_CONST
#endif

/// Declares the override of GDALDataset::ICreateLayer and forwards it to `Layer* create_layer(srs)`.
#if GDAL_VERSION_NUM >= GDAL_COMPUTE_VERSION(3, 9, 0)
#define LIANGDI_ICREATE_LAYER                                                                        \
    OGRLayer* ICreateLayer(const char* name, const OGRGeomFieldDefn* field, CSLConstList) override { \
        return create_layer(name, field ? field->GetSpatialRef() : nullptr);                         \
    }
#elif GDAL_VERSION_NUM >= GDAL_COMPUTE_VERSION(3, 8, 0)
#define LIANGDI_ICREATE_LAYER                                                                            \
    OGRLayer* ICreateLayer(const char* name, const OGRSpatialReference* srs, OGRwkbGeometryType, char**) \
        override {                                                                                       \
        return create_layer(name, srs);                                                                  \
    }
#else
#define LIANGDI_ICREATE_LAYER                                                                      \
    OGRLayer* ICreateLayer(const char* name, OGRSpatialReference* srs, OGRwkbGeometryType, char**) \
        override {                                                                                 \
        return create_layer(name, srs);                                                            \
    }
#endif
