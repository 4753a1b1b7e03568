#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/error.hpp"
#include "render/sld_reader.hpp"
#include "targets.hpp"

namespace liangdi::fuzz {

void sld(Input bytes) {
    try {
        (void)render::read_sld(
            QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())),
            "fuzz.sld");
    } catch (const Error&) {
    }
}

std::vector<std::string> sld_seeds() {
    std::vector<std::string> out;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(LIANGDI_SOURCE_DIR) / "styles")) {
        if (entry.path().extension() != ".sld") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return out;
}

}  // namespace liangdi::fuzz
