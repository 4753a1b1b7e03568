#include "store/finding_rows.hpp"

#include "geo/spatialite_blob.hpp"

namespace liangdi::store {

std::vector<land::KeptFinding> finding_rows(const Database& db) {
    std::vector<land::KeptFinding> out;
    auto rows = db.prepare("SELECT id, rule, tab, row, reason, state, note FROM finding ORDER BY id");
    while (rows.step())
        out.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)), rows.integer(3),
                       std::string(rows.text(4)), std::string(rows.text(5)), std::string(rows.text(6))});
    return out;
}

std::vector<land::NamedRow> named_findings(const Database& db) {
    std::vector<land::NamedRow> out;
    auto rows = db.prepare(
        "SELECT id, rule, rule||' '||coalesce(tab,'')||' '||coalesce(row,'') FROM finding WHERE state='open' "
        "ORDER BY id");
    while (rows.step())
        out.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2))});
    return out;
}

std::optional<land::FindingView> finding_view(const Database& db, std::int64_t finding) {
    auto row = db.prepare(
        "SELECT id, rule, severity, tab, field, value, reason, mend, state, found_on, row, geometry FROM "
        "finding WHERE id=?");
    row.bind(1, finding);
    if (!row.step()) return {};
    const auto text = [&](int column) { return std::string(row.text(column)); };
    land::FindingView view{row.integer(0), text(1), text(2), text(3), text(4),         text(5),
                           text(6),        text(7), text(8), text(9), row.integer(10), {}};
    if (!row.is_null(11)) {
        const auto geometry = geo::from_spatialite_blob(row.blob(11));
        if (const auto* at = geometry ? std::get_if<geo::Point>(&*geometry) : nullptr) view.at = *at;
    }
    return view;
}

}  // namespace liangdi::store
