#include "store/rule_guard.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "land/ledger_text.hpp"
#include "store/database.hpp"

namespace liangdi::store {

namespace {

// A list of what is allowed, not of what is forbidden: SpatiaLite has more than 500 functions, among them
// some that read and write files, and the next version brings more.
constexpr std::string_view core_functions =
    " -> ->> abs acos asin atan atan2 avg ceil ceiling char coalesce cos count cume_dist date "
    "datetime degrees dense_rank exp first_value floor format glob group_concat hex ifnull iif "
    "instr json_array json_array_length json_each json_extract json_group_array json_object "
    "json_tree json_type json_valid julianday lag last_value lead length like likelihood likely "
    "ln log log10 log2 lower ltrim max min mod nth_value ntile nullif percent_rank pi pow power "
    "printf quote radians rank replace round row_number rtrim sign sin sqrt strftime substr "
    "substring sum tan time total trim trunc typeof unicode unixepoch unlikely upper ";

constexpr std::string_view spatial_functions =
    " area azimuth boundary buffer buildarea casttomulti casttomultipolygon casttopoint "
    "casttopolygon centroid circularity collect contains convexhull coveredby covers crosses "
    "difference dimension disjoint distance endpoint envelope equals exteriorring geodesiclength "
    "geometryn geometrytype glength hausdorffdistance interiorringn intersection intersects "
    "isclosed isempty isring issimple isvalid length isvaliddetail isvalidreason linemerge "
    "makeline makepoint makepolygon maxdistance mbrcontains mbrequal mbrintersects mbrmaxx "
    "mbrmaxy mbrminx mbrminy mbroverlaps mbrtouches mbrwithin npoints nrings numgeometries "
    "numinteriorring numinteriorrings numpoints overlaps perimeter pointn pointonsurface "
    "polygonize ptdistwithin relate relatematch simplify snap srid startpoint symdifference "
    "touches unaryunion union within x y maxx maxy minx miny point ";

/// Whether the blank-separated list holds the name.
bool holds(std::string_view names, const std::string& name) {
    return !name.empty() && name.find(' ') == std::string::npos &&
           names.find(' ' + name + ' ') != std::string_view::npos;
}

constexpr std::string_view kept_back = " sealed document ";

std::string_view command_of(int action) {
    switch (action) {
        case SQLITE_INSERT:
            return "insert into";
        case SQLITE_UPDATE:
            return "change";
        case SQLITE_DELETE:
            return "delete from";
        case SQLITE_ATTACH:
            return "ATTACH";
        case SQLITE_DETACH:
            return "DETACH";
        case SQLITE_PRAGMA:
            return "PRAGMA";
        case SQLITE_TRANSACTION:
            return "transaction";
        case SQLITE_SAVEPOINT:
            return "SAVEPOINT";
        default:
            return {};
    }
}

}  // namespace

bool is_computing_function(std::string_view name) {
    const std::string plain = land::small_letters(name);
    if (holds(core_functions, plain) || holds(spatial_functions, plain)) return true;
    return plain.starts_with("st_") && holds(spatial_functions, plain.substr(3));
}

bool is_rule_table(const land::TownShape& shape, std::string_view name) {
    return land::find_table(shape, name) != nullptr && !holds(kept_back, std::string(name));
}

RuleGuard::RuleGuard(sqlite3* db, const land::TownShape& shape) : db_(db), shape_(shape) {
    Statement names(db, "SELECT name FROM sqlite_master WHERE type IN ('table','view')");
    while (names.step()) schema_.insert(land::small_letters(names.text(0)));
    sqlite3_set_authorizer(db_, &RuleGuard::ask, this);
}
RuleGuard::~RuleGuard() {
    sqlite3_set_authorizer(db_, nullptr, nullptr);
}

int RuleGuard::ask(void* self, int action, const char* first, const char* second, const char*, const char*) {
    const auto view = [](const char* text) { return text ? std::string_view(text) : std::string_view(); };
    try {
        return static_cast<RuleGuard*>(self)->decide(action, view(first), view(second));
    } catch (...) {  // out of memory; nothing may be thrown through SQLite
        return SQLITE_DENY;
    }
}

bool RuleGuard::readable(std::string_view table) const {
    const std::string name = land::small_letters(table);
    if (is_rule_table(shape_, name)) return true;
    if (name.starts_with("idx_") && name.ends_with("_geometry"))
        return is_rule_table(shape_, name.substr(4, name.size() - 13));
    return name == "parcel_area" || name == "json_each" || name == "json_tree";
}

bool RuleGuard::in_schema(std::string_view table) const {
    const std::string name = land::small_letters(table);
    return schema_.contains(name) || name.starts_with("sqlite_") || name.starts_with("pragma_");
}

int RuleGuard::refuse(std::string why, std::string_view word) {
    refused_ = std::move(why);
    word_ = word;
    return SQLITE_DENY;
}

int RuleGuard::decide(int action, std::string_view first, std::string_view second) {
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_READ:
            // Of a table of which no column is used only the name is asked; it may be a WITH clause's own.
            if (readable(first) || (second.empty() && !in_schema(first))) return SQLITE_OK;
            return refuse(fmt::format("it would read {}, which rules may not", first), first);
        case SQLITE_FUNCTION:
            if (is_computing_function(second)) return SQLITE_OK;
            return refuse(
                fmt::format("it calls {}, which is not among the functions that rules may call", second),
                second);
        case SQLITE_INSERT:
        case SQLITE_UPDATE:
        case SQLITE_DELETE:
            return refuse(fmt::format("it would {} {}; a rule only reads", command_of(action), first),
                          action == SQLITE_INSERT   ? "insert"
                          : action == SQLITE_UPDATE ? "update"
                                                    : "delete");
        case SQLITE_ATTACH:
        case SQLITE_DETACH:
        case SQLITE_PRAGMA:
        case SQLITE_TRANSACTION:
        case SQLITE_SAVEPOINT:
            return refuse(
                fmt::format("it holds the command {}{}{}; a rule is one SELECT", command_of(action),
                            action == SQLITE_PRAGMA ? " " : "", action == SQLITE_PRAGMA ? first : ""),
                action == SQLITE_PRAGMA ? first : command_of(action));
        default:
            return refuse("it would change the file's structure; a rule is one SELECT", {});
    }
}

}  // namespace liangdi::store
