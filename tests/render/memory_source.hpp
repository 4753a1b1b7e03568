#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "land/feature_source.hpp"

namespace liangdi::test {

/// Features in memory, for drawing without a file. Reads like the store: by box, ids and named columns.
class MemorySource final : public land::FeatureSource {
  public:
    using Attributes = std::map<std::string, land::Value>;

    std::int64_t add(const geo::Geometry& geometry, Attributes attributes = {}) {
        return add_blob(geo::box_of(geometry), geo::to_spatialite_blob(geometry, 4544),
                        std::move(attributes));
    }
    /// As it may lie in a file of somebody else.
    std::int64_t add_blob(const geo::Box& box, geo::Bytes blob, Attributes attributes = {}) {
        const std::int64_t id = features_.empty() ? 1 : features_.back().id + 1;
        features_.push_back({id, box, std::move(blob), std::move(attributes)});
        changed_.push_back(id);
        return id;
    }
    void change(std::int64_t id, const geo::Geometry& geometry, Attributes attributes = {}) {
        const auto at =
            std::find_if(features_.begin(), features_.end(), [&](const Feature& f) { return f.id == id; });
        *at = {id, geo::box_of(geometry), geo::to_spatialite_blob(geometry, 4544), std::move(attributes)};
        changed_.push_back(id);
    }
    void remove(std::int64_t id) {
        std::erase_if(features_, [&](const Feature& f) { return f.id == id; });
        changed_.push_back(id);
    }
    std::optional<land::SourceState> state() const override {
        return land::SourceState{"memory", static_cast<std::int64_t>(changed_.size()), ""};
    }
    std::optional<std::vector<std::int64_t>> changed_since(const land::SourceState& then) const override {
        if (then.rows != "memory") return {};
        std::vector<std::int64_t> ids(changed_.begin() + then.seq, changed_.end());
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }
    geo::Box extent() const override {
        geo::Box box;
        for (const auto& feature : features_) box.add(feature.box);
        return box;
    }
    std::int64_t count() const override { return static_cast<std::int64_t>(features_.size()); }
    void each(const land::FeatureQuery& query,
              const std::function<bool(const land::FeatureView&)>& visit) const override {
        std::vector<land::Value> values(query.attributes.size());
        for (const auto& feature : features_) {
            if (query.box && !query.box->intersects(feature.box)) continue;
            if (!query.ids.empty() &&
                std::find(query.ids.begin(), query.ids.end(), feature.id) == query.ids.end())
                continue;
            for (std::size_t i = 0; i < values.size(); ++i) {
                const auto at = feature.attributes.find(query.attributes[i]);
                values[i] = at == feature.attributes.end() ? land::Value{} : at->second;
            }
            if (!visit({feature.id, feature.blob, values})) return;
        }
    }

  private:
    struct Feature {
        std::int64_t id;
        geo::Box box;
        geo::Bytes blob;
        Attributes attributes;
    };
    std::vector<Feature> features_;
    std::vector<std::int64_t> changed_;
};

inline geo::MultiPolygon square(double x, double y, double size) {
    geo::Box box;
    box.add(geo::Point{x, y});
    box.add(geo::Point{x + size, y + size});
    return {geo::rectangle(box)};
}

/// An SLD of one layer "test" whose style "screen" holds these rules, in one pass.
inline std::string sld_of(const std::string& rules, const std::string& style = "screen") {
    return "<sld:StyledLayerDescriptor version=\"1.1.0\" xmlns:sld=\"http://www.opengis.net/sld\" "
           "xmlns:se=\"http://www.opengis.net/se\" xmlns:ogc=\"http://www.opengis.net/ogc\" "
           "xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
           "<sld:NamedLayer><se:Name>test</se:Name><sld:UserStyle><se:Name>" +
           style + "</se:Name>\n<se:FeatureTypeStyle>\n" + rules +
           "\n</se:FeatureTypeStyle></sld:UserStyle></sld:NamedLayer></sld:StyledLayerDescriptor>\n";
}

}  // namespace liangdi::test
