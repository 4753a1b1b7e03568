#pragma once

#include <QColor>
#include <QString>
#include <QWidget>
#include <vector>

namespace liangdi::gui {

struct ChartSeries {
    QString name;
    QColor colour;
};
struct ChartRow {
    qint64 id = 0;
    QString name;
    std::vector<double> values;  ///< one a series, stacked
    QString total;               ///< as it is written behind the bar
};

/// Lying bars, stacked where there are several series, under a legend. A table stands beside it as its twin.
class BarChart : public QWidget {
    Q_OBJECT
  public:
    explicit BarChart(QWidget* parent = nullptr);
    void show_rows(std::vector<ChartSeries> series, std::vector<ChartRow> rows);
    void mark(qint64 id);  ///< the row of what is selected; 0: none
    const std::vector<ChartRow>& rows() const { return rows_; }
    qint64 marked() const { return marked_; }
    QRect row_rect(int row) const;
    QSize sizeHint() const override;

  signals:
    void row_clicked(qint64 id);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

  private:
    int legend_height() const;
    QString words_of(const ChartRow& row) const;

    std::vector<ChartSeries> series_;
    std::vector<ChartRow> rows_;
    qint64 marked_ = 0;
};

}  // namespace liangdi::gui
