#include "exchange/profile_match.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "exchange/cell_conversion.hpp"
#include "geo/areas.hpp"

namespace liangdi::exchange {
namespace {

struct Match {
    std::size_t column = 0;
    double score = 0, worth = 0;
    std::string why;
};

/// Whether the codes of a column tell of another kind of parcel than the field is for.
bool says_another_kind(const std::string& form, const std::vector<std::string>& values) {
    const std::vector<std::string> kinds{"farmland", "homestead", "woodland"};
    if (std::find(kinds.begin(), kinds.end(), form) == kinds.end()) return false;
    double most = 0;
    for (const std::string& kind : kinds)
        if (kind != form) most = std::max(most, form_share(kind, values));
    return most > 0.8;
}

/// How one column fits one field, by name and by values.
std::optional<Match> match(const SynonymField& field, const SourceColumn& column, std::size_t index,
                           const land::ColumnShape* target) {
    std::vector<std::string> names = field.names;
    if (!field.rule.to.empty()) names.push_back(field.rule.to);
    Match m{index, name_score(column.header, names), 0, {}};
    m.why = m.score >= 1 ? "a known name" : m.score > 0 ? "a similar name" : "";
    double factor = 1;
    if (!field.form.empty() && !column.values.empty()) {
        const double share = form_share(field.form, column.values);
        if (share < 0.2 && says_another_kind(field.form, column.values)) return {};
        constexpr std::size_t enough = 5;
        const bool telling = field.form == "id" || field.form == "unit" || field.form == "credit";
        if (m.score == 0 && telling && share >= 0.95 && column.values.size() >= enough)
            m.score = 0.6, m.why = "by its values";
        if (field.shares && share < 0.95) return {};
        factor = share >= 0.8 ? 1.15 : share >= 0.5 ? 0.9 : 0.5;
        if (m.score > 0 && share < 0.5) m.why += ", but its values look otherwise";
    }
    if (!field.rule.values.empty() && !column.values.empty()) {
        const auto listed =
            std::count_if(column.values.begin(), column.values.end(),
                          [&](const std::string& v) { return field.rule.values.contains(v); });
        const double share = static_cast<double>(listed) / static_cast<double>(column.values.size());
        // An unlisted value would refuse its row.
        if (share < 0.5 && target && !target->choices.empty()) return {};
        factor *= share >= 0.9 ? 1.1 : 0.8;
    }
    if (m.score == 0) return {};
    m.worth = m.score * factor * field.weight;
    return m;
}

struct Fitting {
    const SynonymProfile& profile;
    const SourceView& view;
    const land::TownShape& town;
    std::vector<bool> used;
    MappingGuess guess;

    const land::TableShape* table_of(const std::string& name) const { return land::find_table(town, name); }

    const land::ColumnShape* column_of(const std::string& table, const std::string& column) const {
        const land::TableShape* shape = table_of(table);
        if (!shape) return nullptr;
        if (const auto* own = shape->column(column)) return own;
        const land::TableShape* base = shape->extends.empty() ? nullptr : table_of(shape->extends);
        return base ? base->column(column) : nullptr;
    }

    bool possible(const SynonymField& field, const std::string& table) const {
        if (!field.rule.seal.empty()) return table_of("sealed") != nullptr;
        if (!field.rule.find.empty() && !table_of(field.rule.find.substr(0, field.rule.find.find('.'))))
            return false;
        return column_of(table, field.rule.as == ReadAs::share ? field.rule.to + "_num" : field.rule.to) !=
               nullptr;
    }

    void take(const SynonymField& field, const Match& m, std::vector<FieldRule>& into,
              const std::string& where) {
        FieldRule rule = field.rule;
        rule.from = view.columns[m.column].name;
        used[m.column] = true;
        guess.score += m.worth;
        guess.fields.push_back(
            {rule.from, !rule.seal.empty() ? "sealed " + rule.seal : where + rule.to, m.score, m.why});
        into.push_back(std::move(rule));
    }

    /// Best pairs first; a column goes to one field only, unless the field shares.
    std::vector<std::optional<Match>> assign(const std::vector<SynonymField>& fields,
                                             const std::string& table) {
        struct Pair {
            std::size_t field;
            Match match;
        };
        std::vector<Pair> pairs;
        for (std::size_t f = 0; f < fields.size(); ++f) {
            if (!possible(fields[f], table)) continue;
            for (std::size_t c = 0; c < view.columns.size(); ++c)
                if (!used[c] || fields[f].shares)
                    if (auto m = match(fields[f], view.columns[c], c, column_of(table, fields[f].rule.to)))
                        pairs.push_back({f, *m});
        }
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Pair& a, const Pair& b) { return a.match.worth > b.match.worth; });
        std::vector<std::optional<Match>> out(fields.size());
        std::vector<bool> taken = used;
        for (const Pair& pair : pairs) {
            const bool shares = fields[pair.field].shares;
            if (out[pair.field] || (taken[pair.match.column] && !shares)) continue;
            out[pair.field] = pair.match;
            if (!shares) taken[pair.match.column] = true;
        }
        return out;
    }

    void add_area(const SynonymRow& row) {
        for (const SynonymField& field : row.fields)
            for (std::size_t c = 0; c < view.columns.size(); ++c) {
                if (used[c] || !table_of(row.rule.table)) continue;
                const auto m = match(field, view.columns[c], c, nullptr);
                if (!m || m->score < 0.8) continue;
                std::string unit = field.unit, why;
                if (unit == "auto") {
                    unit = view.columns[c].header.unit;
                    const auto ratio = unit.empty() ? view.m2_per_unit(c) : std::nullopt;
                    const auto near = [&](double wanted) {
                        return ratio && *ratio > wanted * 0.8 && *ratio < wanted * 1.25;
                    };
                    if (near(1)) unit = "m2", why = ", m2 by comparison with the shapes";
                    if (near(10000.0 / 15)) unit = "mu", why = ", 亩 by comparison with the shapes";
                }
                if (unit.empty()) {
                    guess.doubts.push_back("whether " + view.columns[c].name +
                                           " is in m2 or 亩 cannot be told; it is left out");
                    continue;
                }
                ChildRule rule = row.rule;
                rule.set.push_back({"unit", unit});
                take(field, *m, rule.fields, rule.table + ".");
                guess.fields.back().to += " (" + unit + ")";
                guess.fields.back().why += why;
                guess.mapping.rows.push_back(std::move(rule));
                return;
            }
    }

    bool add_row(const SynonymRow& row) {
        if (row.area) return add_area(row), true;
        if (!table_of(row.rule.table)) return !row.needed;
        const auto matches = assign(row.fields, row.rule.table);
        for (std::size_t i = 0; i < matches.size(); ++i)
            if (!matches[i] && row.fields[i].needed) return !row.needed;
        ChildRule rule = row.rule;
        for (std::size_t i = 0; i < matches.size(); ++i)
            if (matches[i]) take(row.fields[i], *matches[i], rule.fields, rule.table + ".");
        if (rule.fields.empty()) return !row.needed;
        guess.mapping.rows.push_back(std::move(rule));
        return true;
    }

    bool given(const std::string& column) const {
        const auto in_set = std::any_of(profile.set.begin(), profile.set.end(),
                                        [&](const land::Cell& c) { return c.column == column; });
        return in_set ||
               std::any_of(guess.mapping.fields.begin(), guess.mapping.fields.end(), [&](const FieldRule& r) {
                   return r.to == column ||
                          (r.as == ReadAs::share && (r.to + "_num" == column || r.to + "_den" == column));
               });
    }

    void look_for_gaps() {
        for (const std::string& key : profile.key)
            if (!given(key)) {
                guess.doubts.push_back("no column is the key " + key);
                guess.score *= 0.4;
            }
        const land::TableShape& table = *table_of(profile.table);
        const land::TableShape* base = table.extends.empty() ? nullptr : table_of(table.extends);
        for (const land::TableShape* shape : {base, &table})
            for (const land::ColumnShape& column :
                 shape ? shape->columns : std::vector<land::ColumnShape>{}) {
                const bool by_itself = shape == base && column.name == "kind";
                const bool sealed = profile.table == "sealed";
                if (column.required && column.name != "id" && !by_itself && !sealed && !given(column.name))
                    guess.doubts.push_back("the table needs " + column.name + ", no column gives it");
            }
    }

    void add_captions() {
        double best = 0;
        for (const std::string& caption : profile.captions)
            for (const std::string& said : view.captions) {
                if (said == caption) best = std::max(best, 2.0);
                if (caption.size() >= 3 && said.find(caption) != std::string::npos)
                    best = std::max(best, 1.0);
            }
        guess.score += best;
        if (view.has_geometry) guess.score += profile.geometry ? 0.5 : -1.5;
        if (!view.has_geometry && profile.geometry) guess.score -= 0.5;
    }
};

}  // namespace

std::optional<double> SourceView::m2_per_unit(std::size_t column) const {
    constexpr std::size_t enough = 5;
    if (!planar || !sample) return {};
    std::vector<double> ratios;
    for (const SourceRow& row : sample->rows) {
        const auto* polygons = std::get_if<geo::MultiPolygon>(&row.geometry);
        const Converted value = convert(row.cells[column], ReadAs::real);
        const auto* number = std::get_if<double>(&value.value);
        if (polygons && value.ok() && number && *number > 0)
            ratios.push_back(geo::planar_area_m2(*polygons) / *number);
    }
    if (ratios.size() < enough) return {};
    std::nth_element(ratios.begin(), ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2),
                     ratios.end());
    return ratios[ratios.size() / 2];
}

SourceView view_of(const Reader& reader, const SourceLayer& layer, const SourceSample& sample) {
    constexpr std::size_t values_looked_at = 200;
    SourceView view;
    view.has_geometry = layer.has_geometry;
    view.sample = &sample;
    view.planar = layer.has_geometry && !layer.crs.geographic() && layer.crs.known();
    for (const std::string& name : {layer.name, reader.file().stem().string()}) view.captions.push_back(name);
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        SourceColumn column{layer.fields[i].name, plain_header(layer.fields[i].name), {}};
        for (const SourceRow& row : sample.rows) {
            if (column.values.size() >= values_looked_at || i >= row.cells.size()) break;
            const Converted text = convert(row.cells[i], ReadAs::text);
            if (const auto* held = std::get_if<std::string>(&text.value)) column.values.push_back(*held);
        }
        view.columns.push_back(std::move(column));
    }
    return view;
}

std::optional<MappingGuess> match_profile(const SynonymProfile& profile, const SourceView& view,
                                          const land::TownShape& town) {
    Fitting fitting{profile, view, town, std::vector<bool>(view.columns.size()), {}};
    const land::TableShape* table = fitting.table_of(profile.table);
    if (!table) return {};
    MappingGuess& guess = fitting.guess;
    guess.mapping.table = profile.table;
    guess.mapping.key = profile.key;
    guess.mapping.set = profile.set;
    guess.mapping.geometry = view.has_geometry && table->geometry != geo::GeometryKind::none;
    const auto matches = fitting.assign(profile.fields, profile.table);
    double key_score = 1;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (!matches[i]) continue;
        fitting.take(profile.fields[i], *matches[i], guess.mapping.fields, "");
        if (std::find(profile.key.begin(), profile.key.end(), profile.fields[i].rule.to) != profile.key.end())
            key_score = std::min(key_score, matches[i]->worth / profile.fields[i].weight);
    }
    if (guess.mapping.fields.empty()) return {};
    for (const SynonymRow& row : profile.rows)
        if (!fitting.add_row(row)) return {};
    for (std::size_t c = 0; c < view.columns.size(); ++c)
        if (!fitting.used[c] && !view.columns[c].values.empty()) guess.unused.push_back(view.columns[c].name);
    constexpr double price_of_unused = 0.3;
    guess.score -= price_of_unused * static_cast<double>(guess.unused.size());
    fitting.add_captions();
    const std::size_t before = guess.doubts.size();
    fitting.look_for_gaps();
    constexpr double least_key = 0.75;
    if (key_score < least_key) guess.doubts.push_back("the key is only likely");
    guess.sure = guess.doubts.size() == before;
    return std::move(guess);
}

}  // namespace liangdi::exchange
