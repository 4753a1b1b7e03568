#pragma once

#include <QImage>
#include <QWidget>
#include <optional>

#include "gui/picture_worker.hpp"
#include "gui/view_history.hpp"
#include "tasks/ground.hpp"
#include "tasks/map_cache.hpp"
#include "tasks/map_picture.hpp"

namespace liangdi::gui {

class Tool;
struct CanvasEvent;

/// The map. Shows the last finished picture, moved and scaled at once to the view that is wanted, and asks a
/// worker for a new one; the UI thread never waits for a drawing. Positions are device px of the picture.
class MapCanvas : public QWidget {
    Q_OBJECT
  public:
    enum class Redraw { stop_running, let_finish };

    explicit MapCanvas(QWidget* parent = nullptr);

    void set_layers(std::vector<render::MapLayer> layers);  ///< from bottom to top; empty: no town
    const std::vector<render::MapLayer>& layers() const { return layers_; }
    /// The same rows made ready for drawing: the picture stays as it is, the next one comes faster.
    void set_packed(const tasks::PackedLayers& packed);
    /// What lies under and between the layers; empty: nothing.
    void set_ground(tasks::Ground ground);
    void set_layer_style(const std::string& name, const render::Style& style);
    void set_layer_visible(const std::string& name, bool visible);
    void set_selection(const tasks::Selection& selection);
    void refresh();  ///< the rows have changed

    const render::MapView& view() const { return view_; }
    void set_view(const render::MapView& view, Redraw redraw = Redraw::stop_running);
    void show_box(const geo::Box& box, double margin_px = 24);
    void set_scale(double denominator) { set_view(view_.with_scale(denominator)); }
    void zoom(double factor);  ///< about the middle
    void previous_view();
    void next_view();

    void set_tool(Tool* tool);  ///< not owned; must outlive the canvas or be replaced
    Tool* tool() const { return tool_; }
    bool cancel_pan();  ///< a pan by Space or middle button goes back; false where there is none

    bool settled() const { return settled_; }  ///< the picture shows the view, the layers and the selection
    const QImage& picture() const { return picture_; }

  signals:
    void view_changed();
    void drawn();
    void cursor_moved(const liangdi::geo::Point& ground);
    void failed(const QString& message);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void ask_for_picture(Redraw redraw);
    void take_picture(const QImage& image, const render::MapView& view, quint64 number);
    CanvasEvent canvas_event(const QMouseEvent& event) const;
    void show_cursor();
    void paint_cross(QPainter& painter) const;
    void pick_at_centre(Qt::KeyboardModifiers modifiers);

    PictureWorker worker_;
    std::vector<render::MapLayer> layers_;
    tasks::Ground ground_;
    render::MapView view_, picture_view_;
    QImage picture_;
    ViewHistory past_views_;
    Tool* tool_ = nullptr;
    struct Pan {
        QPointF from_px;
        render::MapView from_view;
    };
    std::optional<Pan> pan_;
    bool space_held_ = false, settled_ = true;
    bool by_keyboard_ = false;  // the cross at the centre shows what Enter picks
    std::uint64_t last_asked_ = 0;
    std::optional<geo::Box> wanted_box_;  // asked for before the widget had its size
    double wanted_margin_px_ = 0;
};

}  // namespace liangdi::gui
