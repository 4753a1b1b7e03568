#include "gui/measure_panel.hpp"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "geo/lengths.hpp"
#include "gui/captions.hpp"
#include "gui/look.hpp"
#include "gui/tokens.hpp"
#include "land/area.hpp"
#include "land/measured.hpp"

namespace liangdi::gui {

namespace {

QString metres(double m) {
    return grouped(m, 2) + QStringLiteral(" m");
}

/// m² and 亩, each rounded by itself from the same figure: 亩 = m² x 0.0015 exactly.
QString area_words(double m2) {
    return QStringLiteral("%1 m²   %2 %3")
        .arg(grouped(static_cast<double>(land::hundredths_of(m2)) / 100, 2),
             grouped(static_cast<double>(land::mu_hundredths_of_m2(m2)) / 100, 2), unit_caption("mu"));
}

/// 12°34′56″ from grid north.
QString bearing_words(double degrees) {
    constexpr int seconds_around = 360 * 3600;
    const int seconds = static_cast<int>(std::lround(degrees * 3600)) % seconds_around;
    return QStringLiteral("%1°%2′%3″")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QChar('0'))
        .arg(seconds % 60, 2, 10, QChar('0'));
}

QToolButton* kind_choice(const QString& words) {
    auto* button = new QToolButton;
    button->setText(words);
    button->setCheckable(true);
    button->setObjectName("segment");
    return button;
}

}  // namespace

MeasurePanel::MeasurePanel(QWidget* map)
    : QFrame(map),
      distance_(kind_choice(tr("Distance"))),
      area_(kind_choice(tr("Area"))),
      grid_(new QGridLayout),
      note_(new QLabel),
      method_(new QLabel),
      copy_(new QPushButton(icon("edit-copy"), tr("Copy"))),
      clear_(new QPushButton(tr("Clear"))) {
    setObjectName("mapcard");
    setAttribute(Qt::WA_StyledBackground);
    setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Measured"));
    auto* kinds = new QButtonGroup(this);
    kinds->addButton(distance_);
    kinds->addButton(area_);
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(distance_);
    head->addWidget(area_);
    head->addStretch();
    head->addSpacing(24);
    head->addWidget(copy_);
    head->addSpacing(4);
    head->addWidget(clear_);
    grid_->setHorizontalSpacing(12);
    grid_->setVerticalSpacing(2);
    grid_->setColumnStretch(2, 1);
    for (int i = 0; i < 3; ++i) {
        std::array<QLabel*, 3> row{new QLabel, new QLabel, new QLabel};
        row[0]->setObjectName("muted");
        row[1]->setFont(bold(font()));
        row[1]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row[2]->setObjectName("muted");
        for (int c = 0; c < 3; ++c) grid_->addWidget(row[static_cast<std::size_t>(c)], i, c);
        labels_.push_back(row);
    }
    for (auto* label : {note_, method_}) {
        label->setObjectName("muted");
        label->setFont(sized(font(), small_pt));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(note_);
    column->addLayout(grid_);
    column->addWidget(method_);
    connect(distance_, &QToolButton::clicked, this,
            [this] { emit kind_wanted(MeasureTool::Kind::distance); });
    connect(area_, &QToolButton::clicked, this, [this] { emit kind_wanted(MeasureTool::Kind::area); });
    connect(clear_, &QPushButton::clicked, this, &MeasurePanel::clear_wanted);
    connect(copy_, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    move(12, 12);
    hide();
}

std::vector<MeasurePanel::Row> MeasurePanel::rows_of(const MeasureTool& tool, const geo::Crs& crs) {
    const auto line = tool.shown();
    const QString plane = tr("planar, EPSG:%1").arg(crs.epsg());
    std::vector<Row> rows;
    if (tool.kind() == MeasureTool::Kind::distance) {
        if (line.size() < 2) return rows;
        const auto length = land::measured_length(line, crs);
        rows.push_back({tr("Length"), metres(length.planar_m), plane});
        if (length.ellipsoidal_m)
            rows.push_back({tr("Length"), metres(*length.ellipsoidal_m), tr("ellipsoidal, geodesics")});
        const geo::LineString last{line[line.size() - 2], line.back()};
        rows.push_back({tr("Last side"), metres(geo::planar_length_m(last)),
                        tr("grid bearing %1").arg(bearing_words(geo::grid_bearing_deg(last[0], last[1])))});
        return rows;
    }
    const auto area = land::measured_area(line, crs);
    if (!area) return rows;
    rows.push_back({tr("Area"), area_words(area->planar_m2), plane});
    if (area->ellipsoidal_2008_m2)
        rows.push_back({tr("Area"), area_words(*area->ellipsoidal_2008_m2),
                        tr("ellipsoidal, national formula of 2008")});
    rows.push_back({tr("Perimeter"), metres(area->perimeter_m), plane});
    return rows;
}

void MeasurePanel::show_sketch(const MeasureTool& tool, const geo::Crs& crs) {
    const bool area = tool.kind() == MeasureTool::Kind::area;
    distance_->setChecked(!area);
    area_->setChecked(area);
    rows_ = rows_of(tool, crs);
    const std::size_t corners = tool.shown().size();
    QString note;
    if (rows_.empty())
        note = !area         ? tr("Click the first corner on the map.")
               : corners < 3 ? tr("An area has three corners at least.")
                             : tr("The outline crosses itself: it bounds no area.");
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        const Row row = i < rows_.size() ? rows_[i] : Row{};
        const QString* texts[] = {&row.name, &row.value, &row.method};
        for (std::size_t c = 0; c < 3; ++c) {
            labels_[i][c]->setText(*texts[c]);
            labels_[i][c]->setVisible(i < rows_.size());
        }
    }
    method_->setText(
        tr("On the plane by coordinates; on the ellipsoid without the plane's distortion. The "
           "registered area stays what the certificate says."));
    method_->setVisible(area && !rows_.empty());
    copy_->setEnabled(!rows_.empty());
    clear_->setEnabled(!tool.corners().empty());
    adjustSize();
}

QString MeasurePanel::text() const {
    QStringList lines;
    for (const auto& row : rows_) {
        QString value = row.value;
        value.remove(QChar(0x2009));  // a spreadsheet takes no thin spaces in numbers
        lines << QStringLiteral("%1\t%2\t%3")
                     .arg(row.name, value.replace(QStringLiteral("   "), "\t"), row.method);
    }
    return lines.join('\n');
}

}  // namespace liangdi::gui
