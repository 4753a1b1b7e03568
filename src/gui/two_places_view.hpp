#pragma once

#include <QWidget>
#include <optional>

#include "gui/flow_overlay.hpp"
#include "gui/map_canvas.hpp"
#include "gui/two_places_panel.hpp"

class QLabel;
class QSplitter;
class QToolButton;

namespace liangdi::gui {

/// 两地: town left, village right, lines between them over both, and what they add up to below. While it is
/// not active it is the one map alone, which serves all modes.
class TwoPlacesView : public QWidget {
    Q_OBJECT
  public:
    /// Takes the town's map into its left side.
    explicit TwoPlacesView(MapCanvas& town, QWidget* parent = nullptr);

    void set_active(bool active);
    bool is_active() const { return active_; }
    void show_town_name(const QString& name);
    void show_legend();  ///< a style of the town's map is another
    void take_layers();  ///< those of the town's map, as they are shown there

    /// Selects on both maps and draws the lines. `fit_town`, `fit_village`: that map shows what belongs to
    /// it; the one that was clicked on never moves.
    void show_places(const tasks::TwoPlaces& places, bool fit_town, bool fit_village);
    void show_nothing();
    const std::optional<tasks::TwoPlaces>& places() const { return places_; }

    /// Brings ground into view on the side that it lies on; where it lies on both, neither moves.
    void show_ground(const geo::Box& box, const geo::Box& town);
    /// The map that the mouse was over last; the town's while it is alone.
    MapCanvas& map_in_use() const { return active_ && in_village_ ? *village_ : town_; }
    MapCanvas& village() const { return *village_; }
    FlowOverlay& overlay() const { return *overlay_; }
    TwoPlacesPanel& panel() const { return *panel_; }
    QSplitter& splitter() const { return *splitter_; }
    QString village_words() const;

    void show_lines(bool shown);
    void lock_scales(bool locked);

  signals:
    void map_entered();

  protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* side(const char* name, const QString& head_name, QLabel*& words, QLabel*& scale, MapCanvas& map);
    void go_to_line(int line);
    void follow_scale(MapCanvas& from, MapCanvas& to);
    void show_scales();
    void fit_overlay();

    MapCanvas& town_;
    MapCanvas* village_;
    FlowOverlay* overlay_ = nullptr;
    TwoPlacesPanel* panel_;
    QSplitter* splitter_;
    QWidget *village_side_ = nullptr, *town_head_ = nullptr;
    QLabel *town_words_ = nullptr, *town_scale_ = nullptr, *village_words_ = nullptr,
           *village_scale_ = nullptr;
    std::optional<tasks::TwoPlaces> places_;
    QString town_name_;
    bool active_ = false, in_village_ = false, lines_shown_ = true, locked_ = false, following_ = false;
};

}  // namespace liangdi::gui
