#pragma once

#include <QCoreApplication>
#include <functional>

#include "gui/tool.hpp"

namespace liangdi::gui {

/// 测量: a line or a ring, corner by corner; its figures are live. Nothing of it is kept in the town.
class MeasureTool final : public Tool {
    Q_DECLARE_TR_FUNCTIONS(liangdi::gui::MeasureTool)
  public:
    enum class Kind { distance, area };
    using Tool::Tool;

    void set_kind(Kind kind);  ///< the corners stay: a line that was measured may be meant as a ring
    Kind kind() const { return kind_; }
    const geo::LineString& corners() const { return corners_; }
    bool ended() const { return ended_; }
    geo::LineString shown() const;  ///< the corners, and the cursor's place while the sketch is open
    void add(const geo::Point& ground);
    bool take_back();  ///< the last corner; false where there is none
    void end();        ///< with two corners of a line, three of a ring; else the sketch stays open
    void clear();
    std::function<void()> changed;

    QString name() const override;
    QString prompt() const override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    void press(const CanvasEvent& event) override;
    void move(const CanvasEvent& event) override;
    void double_click(const CanvasEvent& event) override;
    bool key(int key, const geo::Point& centre) override;
    bool escape() override;  ///< the last corner, then the sketch
    void paint(QPainter& painter) const override;

  private:
    void tell();

    Kind kind_ = Kind::distance;
    geo::LineString corners_;
    std::optional<geo::Point> hover_;
    bool ended_ = false, corner_escaped_ = false;
};

}  // namespace liangdi::gui
