#include "parcel_dataset.hpp"
#include "parcel_header.hpp"

namespace {

std::string creation_options() {
    std::string xml =
        "<CreationOptionList>"
        "<Option name='ENCODING' type='string-select' default='GBK' description='Encoding of the file'>"
        "<Value>GBK</Value><Value>GB18030</Value><Value>UTF-8</Value><Value>UTF-16LE</Value></Option>"
        "<Option name='DECIMALS' type='int' min='0' max='12' default='3' description='Decimals of "
        "coordinates'/>"
        "<Option name='PREFIX' type='boolean' default='YES' description='Put the zone before the easting "
        "where "
        "the data has none'/>";
    for (const auto& [key, option, otherwise] : liangdi::plugins::header_keys())
        for (const char* name : {option, key})
            xml += std::string("<Option name='HEADER_") + name +
                   "' type='string' description='Header: " + key + "'/>";
    return xml + "</CreationOptionList>";
}

}  // namespace

/// GDAL looks for this name in ogr_CNParcelTXT.so.
extern "C" CPL_DLL void RegisterOGRCNParcelTXT();

void RegisterOGRCNParcelTXT() {
    using namespace liangdi::plugins;
    if (!GDAL_CHECK_VERSION("CNParcelTXT") || GDALGetDriverByName("CNParcelTXT")) return;
    auto* driver = new GDALDriver();
    driver->SetDescription("CNParcelTXT");
    driver->SetMetadataItem(GDAL_DMD_LONGNAME, "Chinese parcel coordinates for reporting (报部坐标 TXT)");
    driver->SetMetadataItem(GDAL_DMD_EXTENSIONS, "txt");
    driver->SetMetadataItem(GDAL_DMD_EXTENSION, "txt");
    driver->SetMetadataItem(GDAL_DCAP_VECTOR, "YES");
    driver->SetMetadataItem(GDAL_DCAP_VIRTUALIO, "YES");
    driver->SetMetadataItem(GDAL_DCAP_CREATE_LAYER, "YES");
    driver->SetMetadataItem(GDAL_DCAP_CREATE_FIELD, "YES");
    driver->SetMetadataItem(GDAL_DMD_CREATIONFIELDDATATYPES, "Integer Integer64 Real String StringList");
    driver->SetMetadataItem(
        GDAL_DMD_OPENOPTIONLIST,
        "<OpenOptionList>"
        "<Option name='ENCODING' type='string' description='Encoding, where sniffing errs'/>"
        "<Option name='CRS' type='string' description='Coordinate system, where the file is "
        "silent or contradicts itself'/>"
        "</OpenOptionList>");
    driver->SetMetadataItem(GDAL_DMD_CREATIONOPTIONLIST, creation_options().c_str());
    driver->pfnIdentify = ParcelReadDataset::identify;
    driver->pfnOpen = ParcelReadDataset::open;
    driver->pfnCreate = ParcelWriteDataset::create;
    GetGDALDriverManager()->RegisterDriver(driver);
}
