#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/spatialite_blob.hpp"
#include "land/value.hpp"

namespace liangdi::land {

/// What is asked of a layer. Attributes come back in this order.
struct FeatureQuery {
    std::optional<geo::Box> box;          ///< town CRS; features whose own box meets it
    std::vector<std::string> attributes;  ///< column names
    std::vector<std::int64_t> ids;        ///< only these rows; empty = all
};

/// A feature as it lies in the file; valid only during the call that receives it.
struct FeatureView {
    std::int64_t id = 0;
    geo::ByteView blob;  ///< SpatiaLite BLOB-Geometry, never empty
    std::span<const Value> attributes;
};

/// Where the rows of a source stand: what was derived from them is of use as long as that is known.
struct SourceState {
    std::string rows;      ///< which rows of which file; the same after an edit
    std::int64_t seq = 0;  ///< last entry of the file's history
    std::string sha256;    ///< of that entry: a copy of the file may have gone another way since
    friend bool operator==(const SourceState&, const SourceState&) = default;
};

/// A layer of features that can be read again and again, from several threads: each call reads on its own
/// connection. The store implements it; render and exchange only know this interface.
class FeatureSource {
  public:
    virtual ~FeatureSource() = default;
    virtual geo::Box extent() const = 0;
    virtual std::int64_t count() const = 0;
    /// Rows that a reading of all passes over: a layer of few features may lie among those of a large table.
    virtual std::int64_t rows() const { return count(); }
    /// Calls `visit` for each feature until it returns false.
    virtual void each(const FeatureQuery& query,
                      const std::function<bool(const FeatureView&)>& visit) const = 0;

    /// Nothing: it cannot be told, and nothing may be kept of the rows.
    virtual std::optional<SourceState> state() const { return {}; }
    /// The rows that may have changed, come or gone since; nothing: too many, or it cannot be told.
    virtual std::optional<std::vector<std::int64_t>> changed_since(const SourceState& /*then*/) const {
        return {};
    }
};

/// The box of these rows' shapes; empty where `ids` is, or none has a shape.
geo::Box box_of_features(const FeatureSource& source, const std::vector<std::int64_t>& ids);

/// A drawn layer of the town: which rows of which table, from bottom to top (design/map-style.md).
struct LayerSpec {
    std::string name;    ///< also the name of its style, styles/<name>.sld: "farmland"
    std::string table;   ///< "parcel"
    std::string column;  ///< together with `equals` narrows the table: "kind" = "farmland"; empty = all rows
    std::string equals;
};

/// All layers of the town file, in drawing order.
const std::vector<LayerSpec>& town_layers();
const LayerSpec* find_layer(std::string_view name);

}  // namespace liangdi::land
