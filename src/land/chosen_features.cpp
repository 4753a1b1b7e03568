#include "land/chosen_features.hpp"

#include <algorithm>

namespace liangdi::land {

namespace {

using Source = std::shared_ptr<const FeatureSource>;

std::vector<std::int64_t> in_order(std::vector<std::int64_t> ids) {
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

class OnlyFeatures final : public FeatureSource {
  public:
    OnlyFeatures(Source source, std::vector<std::int64_t> ids)
        : source_(std::move(source)), ids_(in_order(std::move(ids))) {}

    geo::Box extent() const override { return box_of_features(*source_, ids_); }
    std::int64_t count() const override { return static_cast<std::int64_t>(ids_.size()); }
    void each(const FeatureQuery& query,
              const std::function<bool(const FeatureView&)>& visit) const override {
        FeatureQuery narrower = query;
        if (query.ids.empty()) {
            narrower.ids = ids_;
        } else {
            std::erase_if(narrower.ids, [&](auto id) { return !std::ranges::binary_search(ids_, id); });
        }
        if (!narrower.ids.empty()) source_->each(narrower, visit);  // no ids would mean all
    }

  private:
    Source source_;
    std::vector<std::int64_t> ids_;
};

class FeaturesWithout final : public FeatureSource {
  public:
    FeaturesWithout(Source source, std::vector<std::int64_t> ids)
        : source_(std::move(source)), ids_(in_order(std::move(ids))) {}

    geo::Box extent() const override { return source_->extent(); }
    std::int64_t count() const override { return source_->count() - static_cast<std::int64_t>(ids_.size()); }
    void each(const FeatureQuery& query,
              const std::function<bool(const FeatureView&)>& visit) const override {
        source_->each(query, [&](const FeatureView& feature) {
            return std::ranges::binary_search(ids_, feature.id) || visit(feature);
        });
    }

  private:
    Source source_;
    std::vector<std::int64_t> ids_;
};

class WithColumns final : public FeatureSource {
  public:
    WithColumns(Source source, AddedColumns added) : source_(std::move(source)), added_(std::move(added)) {}

    geo::Box extent() const override { return source_->extent(); }
    std::int64_t count() const override { return source_->count(); }
    void each(const FeatureQuery& query,
              const std::function<bool(const FeatureView&)>& visit) const override {
        FeatureQuery own = query;
        own.attributes.clear();
        struct Place {
            bool added;
            std::size_t at;
        };
        std::vector<Place> places;
        for (const auto& name : query.attributes) {
            const auto found = std::ranges::find(added_.names, name);
            if (found != added_.names.end()) {
                places.push_back({true, static_cast<std::size_t>(found - added_.names.begin())});
            } else {
                places.push_back({false, own.attributes.size()});
                own.attributes.push_back(name);
            }
        }
        std::vector<Value> attributes(places.size());
        source_->each(own, [&](const FeatureView& feature) {
            const auto row = added_.values.find(feature.id);
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (!places[i].added) {
                    attributes[i] = feature.attributes[places[i].at];
                } else {
                    attributes[i] = row == added_.values.end() ? Value{} : row->second[places[i].at];
                }
            }
            return visit({feature.id, feature.blob, attributes});
        });
    }

  private:
    Source source_;
    AddedColumns added_;
};

}  // namespace

Source only_features(Source source, std::vector<std::int64_t> ids) {
    return std::make_shared<OnlyFeatures>(std::move(source), std::move(ids));
}

Source features_without(Source source, std::vector<std::int64_t> ids) {
    return std::make_shared<FeaturesWithout>(std::move(source), std::move(ids));
}

Source with_columns(Source source, AddedColumns added) {
    return std::make_shared<WithColumns>(std::move(source), std::move(added));
}

}  // namespace liangdi::land
