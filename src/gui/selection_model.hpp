#pragma once

#include <QObject>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tasks/map_picture.hpp"

namespace liangdi::gui {

struct FeatureRef {
    std::string layer;
    std::int64_t id = 0;
    friend bool operator==(const FeatureRef&, const FeatureRef&) = default;
};

/// What the user is looking at: features picked on the map, and the household chosen. Map, inspector and
/// lists all show this one selection.
class SelectionModel : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;

    const std::vector<FeatureRef>& features() const { return features_; }
    /// Lay under the same click, below the picked one.
    const std::vector<FeatureRef>& also_here() const { return also_here_; }
    std::optional<std::int64_t> household() const { return household_; }
    bool empty() const { return features_.empty() && !household_; }

    void pick(std::vector<FeatureRef> features, std::vector<FeatureRef> also_here);
    /// The features stay: the list of a building's households remains to be walked.
    void choose_household(std::int64_t household);
    void clear();

    /// What the map draws as selected: the features, or the places of the household once they are known.
    tasks::Selection on_map() const;
    void set_places(std::int64_t household, tasks::Selection places);
    const tasks::Selection& places() const { return places_; }

  signals:
    void changed();         ///< other features, or another household
    void places_changed();  ///< where the household's places are has become known

  private:
    std::vector<FeatureRef> features_, also_here_;
    std::optional<std::int64_t> household_;
    tasks::Selection places_;
};

}  // namespace liangdi::gui
