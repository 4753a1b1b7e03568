#include "geo/crs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "geo/error.hpp"
#include "geo/proj_objects.hpp"

namespace liangdi::geo {
namespace {

using namespace detail;

[[noreturn]] void refuse(std::string_view text, std::string_view reason) {
    std::string shown(text.substr(0, 60));
    while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0x80) != 0) shown.pop_back();
    throw Error(
        "bad_crs",
        fmt::format("{} Give a code such as EPSG:4544 (CGCS2000, 3-degree, meridian 105E), or WKT.", reason),
        shown);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // .prj files with a byte order mark
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// What proj_create is given, or empty for what is neither a code nor WKT. (proj_create itself would also
/// look for names, where "2000" or "China" finds something that nobody meant.)
std::string query_for(std::string_view text) {
    if (all_digits(text)) return text.size() <= 9 ? fmt::format("EPSG:{}", text) : std::string();
    if (text.find('\0') != std::string_view::npos) return {};
    if (text.find('[') != std::string_view::npos || text.starts_with("urn:ogc:def:crs:"))
        return std::string(text);
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 12) return {};
    std::string authority(text.substr(0, colon));
    for (char& c : authority) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (!((c >= 'A' && c <= 'Z') || c == '_')) return {};
    }
    const std::string_view code = text.substr(colon + 1);
    return all_digits(code) ? fmt::format("{}:{}", authority, code) : std::string();
}

std::string text_of(const char* text) {
    return text ? text : "";
}

/// The code that the CRS claims or that PROJ recognises for sure; believed only when the grids agree,
/// since WKT with a false AUTHORITY is common. 0 where there is none.
int epsg_of(PJ_CONTEXT* context, const PJ* crs) {
    const auto verified = [&](const PJ* candidate) {
        if (!candidate || text_of(proj_get_id_auth_name(candidate, 0)) != "EPSG") return 0;
        const std::string code = text_of(proj_get_id_code(candidate, 0));
        int number = 0;
        std::from_chars(code.data(), code.data() + code.size(), number);
        const PjPtr official(
            proj_create_from_database(context, "EPSG", code.c_str(), PJ_CATEGORY_CRS, 0, nullptr));
        return same_grid(context, crs, official.get()) ? number : 0;
    };
    if (const int claimed = verified(crs)) return claimed;

    int* confidence = nullptr;
    PJ_OBJ_LIST* found = proj_identify(context, crs, "EPSG", nullptr, &confidence);
    int epsg = 0;
    for (int i = 0; found && i < proj_list_get_count(found) && !epsg; ++i) {
        if (confidence[i] < 100) continue;
        const PjPtr candidate(proj_list_get(context, found, i));
        epsg = verified(candidate.get());
    }
    proj_int_list_destroy(confidence);
    proj_list_destroy(found);
    return epsg;
}

}  // namespace

Crs Crs::from_text(std::string_view text) {
    const std::string_view given = trimmed(text);
    const std::string query = query_for(given);
    if (query.empty()) refuse(given, "This is neither the code of a coordinate reference system nor WKT.");

    PJ_CONTEXT* context = thread_context();
    PjPtr created(proj_create(context, query.c_str()));
    if (!created || proj_is_crs(created.get()) == 0)
        refuse(given, "PROJ knows no such coordinate reference system.");
    const PjPtr crs = plain_crs(context, std::move(created));
    const PjPtr base = crs ? unbound(context, crs.get()) : PjPtr();
    if (!base || !(is_geographic(base.get()) || is_projected(base.get())))
        refuse(given, "This is neither a projected nor a geographic system.");

    Crs out;
    out.name_ = text_of(proj_get_name(base.get()));
    out.geographic_ = is_geographic(base.get());
    const Ellipsoid ellipsoid = ellipsoid_of(context, base.get());
    out.semi_major_m_ = ellipsoid.semi_major_m;
    out.inverse_flattening_ = ellipsoid.inverse_flattening;
    // A bound CRS carries a datum shift that no code stands for.
    if (proj_get_type(crs.get()) != PJ_TYPE_BOUND_CRS) out.epsg_ = epsg_of(context, crs.get());
    if (out.epsg_ != 0) {
        out.definition_ = fmt::format("EPSG:{}", out.epsg_);
    } else if (query.find('[') == std::string::npos && !query.starts_with("urn:")) {
        out.definition_ = query;
    } else {
        const char* const options[] = {"MULTILINE=NO", nullptr};
        out.definition_ = text_of(proj_as_wkt(context, crs.get(), PJ_WKT2_2019, options));
        if (out.definition_.empty()) refuse(given, "PROJ cannot write this system down again.");
    }
    return out;
}

Crs geographic_base(const Crs& crs) {
    if (!crs.known()) throw Error("bad_crs", "The coordinate reference system is not set; set it first.");
    if (crs.geographic()) return crs;
    PJ_CONTEXT* context = thread_context();
    const PjPtr projected(proj_create(context, crs.definition().c_str()));
    const PjPtr base = projected ? unbound(context, projected.get()) : PjPtr();
    const PjPtr geographic(base ? proj_crs_get_geodetic_crs(context, base.get()) : nullptr);
    const std::string wkt =
        geographic ? text_of(proj_as_wkt(context, geographic.get(), PJ_WKT2_2019, nullptr)) : std::string();
    return Crs::from_text(wkt);
}

}  // namespace liangdi::geo
