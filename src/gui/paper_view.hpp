#pragma once

#include <QAbstractScrollArea>
#include <QImage>
#include <optional>

#include "render/page.hpp"
#include "render/page_template.hpp"

namespace liangdi::gui {

using ItemPath = std::vector<int>;

/// A page on the desk: rulers in mm, zoom, and what is clicked, dragged and typed on its items. It shows the
/// last picture, scaled, until a new one is there, and changes nothing itself: it says what is wished.
/// Positions on the page are mm from its upper left corner.
class PaperView : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit PaperView(QWidget* parent = nullptr);

    /// `sheet`: where the boxes of stacks are; both are copied. The picture stays until show_picture().
    void show_page(const render::Page& page, const render::PageTemplate& sheet);
    void show_picture(const QImage& image);
    /// The template has changed: frames follow at once, the page when it is made.
    void show_template(const render::PageTemplate& sheet);
    void clear();
    const QImage& picture() const { return picture_; }
    const std::optional<render::Page>& page() const { return page_; }

    /// 1: true size on this screen.
    double zoom() const { return zoom_; }
    void set_zoom(double zoom);
    void zoom_by(double factor);
    void fit();
    bool fitted() const { return fitted_; }
    /// Of the picture that is wanted: device dots an inch of paper.
    double wanted_dpi() const;

    void select(const ItemPath& path);
    const ItemPath& selected() const { return selected_; }
    bool inside_map() const { return inside_; }
    /// The map of the selected item moves under the mouse instead of its box.
    void enter_map();
    bool escape();  ///< one step back: drag, map, selection; false where there is none

    QPointF to_mm(QPointF view) const;
    QPointF to_view(QPointF mm) const;
    /// What can be taken hold of: the item's box, or that of the stack it stands in.
    std::optional<QRectF> frame_of(const ItemPath& path) const;
    const render::PageItem* item(const ItemPath& path) const;

  signals:
    void zoom_changed();
    void selected_changed();
    void box_wanted(const liangdi::gui::ItemPath& path, const QRectF& mm, bool repeated);
    void removal_wanted(const liangdi::gui::ItemPath& path);
    void map_wanted(const liangdi::gui::ItemPath& path, const liangdi::render::MapPageView& view,
                    bool repeated);
    void inside_changed();
    void text_wanted();  ///< a double click on a text: its words are to be typed

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

  private:
    struct Drag {
        enum class Kind { press, move, resize, map, pan } kind = Kind::press;
        QPointF from_view, from_mm;
        QRectF box;       // at the press
        QRectF now;       // where it is now
        int handle = -1;  // 0 to 7, clockwise from the upper left corner
        QPoint scroll;    // pan
        QPointF map_mm;   // map: how far it was moved
    };

    double px_per_mm() const;  ///< logical px
    QPointF origin() const;    ///< of the page, in the viewport
    void place_scroll_bars();
    std::optional<ItemPath> item_at(QPointF mm) const;
    int handle_at(QPointF view) const;
    std::array<QPointF, 8> handles(const QRectF& mm) const;
    QRectF dragged(QPointF mm, Qt::KeyboardModifiers modifiers) const;
    void show_cursor(QPointF view);
    void move_map(QPointF by_mm, double factor, bool repeated);
    const render::PageMap* inner_map() const;
    void arrow(int key, Qt::KeyboardModifiers modifiers, bool repeated);
    void paint_desk(QPainter& painter) const;
    void paint_selection(QPainter& painter) const;
    void paint_map_preview(QPainter& painter) const;
    void paint_rulers(QPainter& painter) const;

    std::optional<render::Page> page_;
    render::PageTemplate sheet_;
    QImage picture_;
    double zoom_ = 1;
    bool fitted_ = true, inside_ = false, space_held_ = false;
    ItemPath selected_, hovered_;
    std::optional<Drag> drag_;
    QPointF cursor_mm_;
    bool cursor_known_ = false;
    /// What was asked of the map since the picture was painted, so that it moves at once.
    struct Preview {
        QPointF by_mm;
        double factor = 1;
        render::MapPageView view;
    };
    std::optional<Preview> preview_;
};

}  // namespace liangdi::gui
