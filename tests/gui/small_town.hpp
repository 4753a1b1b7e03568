#pragma once

#include <QTemporaryDir>
#include <functional>

#include "geo/geometry.hpp"
#include "gui/main_window.hpp"

namespace liangdi::test {

inline constexpr double e0 = 576000, n0 = 2950000;

/// Two buildings, a family in the first one and one in the second, and the first family's three parcels 3 km
/// away; a fourth parcel belongs to nobody. Ids are those that the file gave.
struct SmallTown {
    QTemporaryDir folder;
    std::filesystem::path file;
    std::int64_t community = 0, grid = 0;
    std::int64_t building = 0, other_building = 0, flat = 0, household = 0, other_household = 0;
    std::int64_t homestead = 0, farmland = 0, woodland = 0, free_parcel = 0;
    geo::Point in_building{e0 + 30, n0 + 20}, in_other_building{e0 + 130, n0 + 20},
        in_free_parcel{e0 + 3130, n0 + 20};
    geo::Point nowhere{e0 + 90, n0 - 300};

    SmallTown();
};

/// Turns the event loop until it holds, at most 20 s; the condition decides, not the clock.
bool wait_for(const std::function<bool()>& condition);

/// The window with the town open and drawn. Small, so that the pictures are quick.
class OpenWindow {
  public:
    explicit OpenWindow(const SmallTown& town, const std::string& actor = "tester");
    gui::MainWindow window;
    gui::MapCanvas& map() { return window.map(); }

    bool settle() {
        return wait_for([this] { return window.settled(); });
    }
    /// The widget position of a place on the ground.
    QPoint at(const geo::Point& ground);
    /// Brings the place into the middle, waits for the picture, and clicks it.
    void click(const geo::Point& ground, Qt::KeyboardModifiers modifiers = {});
    void look_at(const geo::Point& ground, double scale = 1000);
};

/// Writes an edit through a connection of its own, as another process does.
void edit_elsewhere(const SmallTown& town, std::int64_t building, const std::string& new_name);
std::int64_t history_length(const SmallTown& town);

}  // namespace liangdi::test
