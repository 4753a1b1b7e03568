#include "cass_read.hpp"
#include "cass_write.hpp"

/// GDAL looks for this name in ogr_CASSDAT.so.
extern "C" CPL_DLL void RegisterOGRCASSDAT();

void RegisterOGRCASSDAT() {
    using namespace liangdi::plugins;
    if (!GDAL_CHECK_VERSION("CASSDAT") || GDALGetDriverByName("CASSDAT")) return;
    auto* driver = new GDALDriver();
    driver->SetDescription("CASSDAT");
    driver->SetMetadataItem(GDAL_DMD_LONGNAME, "CASS survey points (.dat)");
    driver->SetMetadataItem(GDAL_DMD_EXTENSIONS, "dat");
    driver->SetMetadataItem(GDAL_DMD_EXTENSION, "dat");
    driver->SetMetadataItem(GDAL_DCAP_VECTOR, "YES");
    driver->SetMetadataItem(GDAL_DCAP_VIRTUALIO, "YES");
    driver->SetMetadataItem(GDAL_DCAP_CREATE_LAYER, "YES");
    driver->SetMetadataItem(GDAL_DCAP_CREATE_FIELD, "YES");
    driver->SetMetadataItem(GDAL_DMD_CREATIONFIELDDATATYPES, "Integer Integer64 Real String");
    driver->SetMetadataItem(
        GDAL_DMD_OPENOPTIONLIST,
        "<OpenOptionList>"
        "<Option name='ENCODING' type='string' description='Encoding, where sniffing errs'/>"
        "<Option name='CRS' type='string' description='Coordinate system; the format names none'/>"
        "</OpenOptionList>");
    driver->SetMetadataItem(
        GDAL_DMD_CREATIONOPTIONLIST,
        "<CreationOptionList>"
        "<Option name='ENCODING' type='string-select' default='GBK' description='Encoding of the file'>"
        "<Value>GBK</Value><Value>GB18030</Value><Value>UTF-8</Value><Value>UTF-16LE</Value></Option>"
        "<Option name='DECIMALS' type='int' min='0' max='12' default='3' description='Decimals of "
        "coordinates'/>"
        "</CreationOptionList>");
    driver->pfnIdentify = CassReadDataset::identify;
    driver->pfnOpen = CassReadDataset::open;
    driver->pfnCreate = CassWriteDataset::create;
    GetGDALDriverManager()->RegisterDriver(driver);
}
