#include "exchange/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>

#include <algorithm>
#include <filesystem>
#include <mutex>

#include "land/program_folder.hpp"

namespace liangdi::exchange {

namespace {

/// Our own drivers lie in lib/gdalplugins beside the bin folder of the program, built or installed.
void register_own_drivers() {
    const auto program = land::program_folder();
    if (program.empty()) return;
    std::error_code none;
    const auto folder = program.parent_path() / "lib" / "gdalplugins";
    if (!std::filesystem::is_directory(folder, none)) return;
    const GdalOption only_ours("GDAL_DRIVER_PATH", folder.c_str());
    GetGDALDriverManager()->AutoLoadDrivers();
}

}  // namespace

void register_gdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        GDALAllRegister();
        register_own_drivers();
        // Nothing that is read here may reach out to the network, whatever a file asks for.
        CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL");
        CPLSetConfigOption("GML_DOWNLOAD_SCHEMA", "NO");
        // Threads that GDAL starts know nothing of GdalMessages: what goes wrong there is read again by ours.
        CPLSetErrorHandler(CPLQuietErrorHandler);
    });
}

GdalMessages::GdalMessages() {
    CPLPushErrorHandlerEx(&GdalMessages::take, this);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
    CPLErrorReset();
}

void CPL_STDCALL GdalMessages::take(CPLErr level, CPLErrorNum, const char* message) {
    constexpr std::size_t kept = 120;  // our own drivers name up to 100 bad lines
    auto* self = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    if (level == CE_Debug || level == CE_None || self == nullptr) return;
    auto& list = level == CE_Warning ? self->warnings_ : self->failures_;
    if (list.size() < kept) list.emplace_back(message);
}

std::string GdalMessages::text() const {
    constexpr std::size_t shown = 20;
    std::string out;
    const std::vector<std::string>& all = failures_.empty() ? warnings_ : failures_;
    for (std::size_t i = 0; i < std::min(shown, all.size()); ++i) out += (out.empty() ? "" : "; ") + all[i];
    return out;
}

GdalOption::GdalOption(const char* name, const char* value) : name_(name) {
    if (const char* before = CPLGetThreadLocalConfigOption(name, nullptr)) before_ = before, had_ = true;
    CPLSetThreadLocalConfigOption(name, value);
}

GdalOption::~GdalOption() {
    CPLSetThreadLocalConfigOption(name_, had_ ? before_.c_str() : nullptr);
}

}  // namespace liangdi::exchange
