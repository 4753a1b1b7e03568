#pragma once

#include <QCursor>
#include <QPainter>
#include <QPointF>
#include <QString>

#include "geo/geometry.hpp"

namespace liangdi::gui {

class MapCanvas;

/// A mouse event on the map, in device px of its picture and on the ground (town CRS).
struct CanvasEvent {
    QPointF px;
    geo::Point ground;
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons;
    Qt::KeyboardModifiers modifiers;
};

/// What a click or a rubber band does to the selection.
enum class PickMode { replace, add, remove };
inline PickMode pick_mode(Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ShiftModifier) return PickMode::add;
    return modifiers & Qt::ControlModifier ? PickMode::remove : PickMode::replace;
}

/// What a tool may do to the rest of the window.
class ToolContext {
  public:
    virtual ~ToolContext() = default;
    virtual MapCanvas& canvas() = 0;
    virtual void pick_at(QPointF px, PickMode mode) = 0;
    virtual void pick_in(const geo::Box& ground, PickMode mode) = 0;
};

/// What the mouse does on the map. One class a tool; the canvas sends it everything that is not panning
/// (middle button, Space) and zooming (wheel), which work in every tool.
class Tool {
  public:
    explicit Tool(ToolContext& context) : context_(context) {}
    virtual ~Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    virtual QString name() const = 0;
    virtual QString prompt() const = 0;  ///< one line for the strip
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    virtual void press(const CanvasEvent&) {}
    virtual void move(const CanvasEvent&) {}
    virtual void release(const CanvasEvent&) {}
    /// The second press of a double click; its first click has been sent as press and release already.
    virtual void double_click(const CanvasEvent& event) { press(event); }
    /// A key (Qt::Key) pressed on the map; `centre` is the ground under its middle. False: not this tool's.
    virtual bool key(int /*key*/, const geo::Point& /*centre*/) { return false; }
    /// One step of the Esc ladder inside of the tool: drag, then sketch. False where there is nothing left.
    virtual bool escape() { return false; }
    /// Above the map, in device px.
    virtual void paint(QPainter&) const {}

  protected:
    ToolContext& context_;
};

}  // namespace liangdi::gui
