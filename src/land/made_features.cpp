#include "land/made_features.hpp"

#include <algorithm>

namespace liangdi::land {

namespace {

class MadeSource final : public FeatureSource {
  public:
    explicit MadeSource(const MadeFeatures& features) : names_(features.names) {
        for (const auto& row : features.rows)
            rows_.push_back(
                {geo::box_of(row.geometry), geo::to_spatialite_blob(row.geometry, 0), row.values});
    }
    geo::Box extent() const override {
        geo::Box box;
        for (const auto& row : rows_) box.add(row.box);
        return box;
    }
    std::int64_t count() const override { return static_cast<std::int64_t>(rows_.size()); }
    void each(const FeatureQuery& query,
              const std::function<bool(const FeatureView&)>& visit) const override {
        std::vector<Value> attributes(query.attributes.size());
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const auto id = static_cast<std::int64_t>(r) + 1;
            if (query.box && !rows_[r].box.intersects(*query.box)) continue;
            if (!query.ids.empty() && std::ranges::find(query.ids, id) == query.ids.end()) continue;
            for (std::size_t i = 0; i < attributes.size(); ++i) {
                const auto at =
                    static_cast<std::size_t>(std::ranges::find(names_, query.attributes[i]) - names_.begin());
                attributes[i] = at < rows_[r].values.size() ? rows_[r].values[at] : Value{};
            }
            if (!visit({id, rows_[r].blob, attributes})) return;
        }
    }

  private:
    struct Kept {
        geo::Box box;
        geo::Bytes blob;
        std::vector<Value> values;
    };
    std::vector<std::string> names_;
    std::vector<Kept> rows_;
};

}  // namespace

std::shared_ptr<const FeatureSource> made_features(const MadeFeatures& features) {
    return std::make_shared<MadeSource>(features);
}

}  // namespace liangdi::land
