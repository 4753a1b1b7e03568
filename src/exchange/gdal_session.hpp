#pragma once

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>
#include <vector>

/// GDAL's process-wide and thread-wide state, held by scope.
namespace liangdi::exchange {

/// Registers GDAL's drivers, once a process. Call before any other use of GDAL.
void register_gdal();

struct CloseDataset {
    void operator()(GDALDataset* d) const { GDALClose(d); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

struct DestroyFeature {
    void operator()(OGRFeature* f) const { OGRFeature::DestroyFeature(f); }
};
using Feature = std::unique_ptr<OGRFeature, DestroyFeature>;

/// While it lives, this thread's GDAL messages are kept here and not printed. Scopes nest.
class GdalMessages {
  public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;
    bool failed() const { return !failures_.empty(); }
    std::string text() const;  ///< failures, else warnings, the first 20; joined by "; "
    const std::vector<std::string>& warnings() const { return warnings_; }
    void clear() { failures_.clear(), warnings_.clear(); }

  private:
    static void CPL_STDCALL take(CPLErr level, CPLErrorNum number, const char* message);
    std::vector<std::string> failures_, warnings_;
};

/// A GDAL configuration option of this thread, put back at the end of the scope.
class GdalOption {
  public:
    GdalOption(const char* name, const char* value);
    ~GdalOption();
    GdalOption(const GdalOption&) = delete;
    GdalOption& operator=(const GdalOption&) = delete;

  private:
    const char* name_;
    std::string before_;
    bool had_ = false;
};

}  // namespace liangdi::exchange
