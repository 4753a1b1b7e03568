#include "gui/import_place_page.hpp"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include "gui/captions.hpp"
#include "gui/choice_card.hpp"
#include "gui/import_words.hpp"
#include "gui/tokens.hpp"

namespace liangdi::gui {

namespace {

QLabel* head(const QString& words) {
    auto* label = new QLabel(words);
    label->setObjectName("head");
    return label;
}

void clear(QVBoxLayout& box) {
    while (auto* item = box.takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace

ImportPlacePage::ImportPlacePage(std::vector<render::MapLayer> layers, QWidget* parent)
    : QWidget(parent),
      encodings_(new QButtonGroup(this)),
      frames_(new QButtonGroup(this)),
      encoding_head_(head({})),
      frame_head_(head({})),
      first_point_(new QLabel),
      rows_head_(head({})),
      encoding_box_(new QVBoxLayout),
      frame_box_(new QVBoxLayout),
      frame_tools_(new QWidget),
      crs_(new QLineEdit),
      swap_(new QCheckBox(tr("Exchange X and Y"))),
      control_(new QPushButton(tr("Control points…"))),
      map_(new ImportMap(std::move(layers))),
      map_side_(new QWidget),
      rows_(new QTableWidget) {
    crs_->setPlaceholderText(tr("Another: EPSG:4523"));
    crs_->setAccessibleName(tr("Another coordinate system"));
    crs_->setMaximumWidth(170);
    control_->setToolTip(tr("A CSV of points known in the file's system and in the town's"));
    first_point_->setObjectName("muted");
    rows_->setAccessibleName(tr("First rows"));
    rows_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    rows_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows_->verticalHeader()->hide();
    rows_->verticalHeader()->setDefaultSectionSize(row_height);
    rows_->setMinimumHeight(4 * row_height);
    for (auto* box : {encoding_box_, frame_box_}) box->setSpacing(4);
    auto* tools = new QHBoxLayout(frame_tools_);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->addWidget(crs_);
    tools->addWidget(swap_);
    tools->addWidget(control_);
    tools->addStretch();
    auto* choices = new QWidget;
    choices->setObjectName("panel");
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(6);
    column->addWidget(encoding_head_);
    column->addLayout(encoding_box_);
    column->addSpacing(4);
    column->addWidget(frame_head_);
    column->addLayout(frame_box_);
    column->addWidget(frame_tools_);
    column->addWidget(first_point_);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setObjectName("panel");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(choices);
    auto* side = new QVBoxLayout(map_side_);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(6);
    side->addWidget(head(tr("Where it would lie")));
    side->addWidget(map_, 1);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(14);
    upper->addWidget(scroll, 11);
    upper->addWidget(map_side_, 10);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(14, 10, 14, 10);
    page->setSpacing(6);
    page->addLayout(upper, 5);
    page->addWidget(rows_head_);
    page->addWidget(rows_, 2);
    connect(encodings_, &QButtonGroup::idClicked, this, [this](int id) {
        emit encoding_wanted(encodings_->button(id)->property("encoding").toString());
    });
    connect(frames_, &QButtonGroup::idClicked, this, [this](int id) {
        const auto& [crs, swapped] = frame_keys_.at(static_cast<std::size_t>(id));
        emit frame_wanted(crs, swapped);
    });
    connect(crs_, &QLineEdit::returnPressed, this, [this] {
        if (!crs_->text().trimmed().isEmpty()) emit frame_wanted(crs_->text().trimmed(), swap_->isChecked());
    });
    connect(swap_, &QCheckBox::clicked, this, [this](bool swapped) {
        const int id = frames_->checkedId();
        emit frame_wanted(id < 0 ? QString() : frame_keys_.at(static_cast<std::size_t>(id)).first, swapped);
    });
    connect(control_, &QPushButton::clicked, this, &ImportPlacePage::control_points_wanted);
}

void ImportPlacePage::show_preview(const tasks::ImportPreview& preview, const QString& file) {
    show_encodings(preview);
    show_frames(preview);
    show_rows(preview);
    const bool places = !preview.frames.empty();
    map_side_->setVisible(places);
    frame_tools_->setVisible(places);
    if (!places) return;
    const auto at = static_cast<std::size_t>(std::max(preview.shown_frame, 0));
    QString words = tr("%1: %2 of %3 shapes")
                        .arg(file, grouped(static_cast<double>(preview.shapes.size()), 0),
                             grouped(static_cast<double>(preview.count), 0));
    if (preview.shown_frame >= 0) words += " · " + frame_detail(preview.frames[at]);
    if (preview.frame < 0 && preview.shown_frame >= 0)
        words += " · " + tr("shown as it would lie in %1").arg(frame_title(preview.frames[at]));
    map_->show_shapes(preview.shapes, preview.box, preview.town, words);
}

void ImportPlacePage::show_encodings(const tasks::ImportPreview& preview) {
    const int focused = encodings_->checkedButton() && encodings_->checkedButton()->hasFocus();
    clear(*encoding_box_);
    for (auto* button : encodings_->buttons()) encodings_->removeButton(button);
    encoding_head_->setText(
        preview.encodings.empty()
            ? tr("Encoding: %1, as the format says").arg(encoding_caption(preview.encoding))
        : preview.encoding_said.empty()
            ? tr("Encoding")
            : tr("Encoding: the file says %1, its text is another").arg(q(preview.encoding_said)));
    double best = 0;
    for (const auto& choice : preview.encodings) best = std::max(best, choice.legible);
    for (std::size_t i = 0; i < preview.encodings.size(); ++i) {
        const auto& choice = preview.encodings[i];
        auto* card = new ChoiceCard(encoding_caption(choice.name), *encodings_, static_cast<int>(i));
        card->button()->setProperty("encoding", q(choice.name));
        card->set_words(q(choice.words));
        const int percent = static_cast<int>(choice.legible * 100 + 0.5);
        card->set_tag(tr("%1 % legible").arg(percent),
                      choice.legible >= best - 0.005 ? ChoiceCard::Tag::ok : ChoiceCard::Tag::plain);
        if (choice.name == preview.encoding) {
            card->button()->setChecked(true);
            if (focused) card->button()->setFocus();
        }
        encoding_box_->addWidget(card);
    }
}

void ImportPlacePage::show_frames(const tasks::ImportPreview& preview) {
    using State = tasks::FrameChoice::State;
    const bool focused = frames_->checkedButton() && frames_->checkedButton()->hasFocus();
    clear(*frame_box_);
    for (auto* button : frames_->buttons()) frames_->removeButton(button);
    frame_keys_.clear();
    frame_head_->setText(preview.frames.empty()
                             ? tr("Coordinate system: the file holds no shapes")
                             : tr("Coordinate system: judged by the coordinates, not by its name"));
    for (std::size_t i = 0; i < preview.frames.size(); ++i) {
        const auto& frame = preview.frames[i];
        auto* card = new ChoiceCard(frame_title(frame), *frames_, static_cast<int>(i));
        frame_keys_.emplace_back(q(frame.crs), frame.swapped);
        card->set_detail(frame_detail(frame));
        card->set_possible(frame.state != State::needs_points);
        const bool sound = frame.said && frame.state == State::here && !preview.report.stops();
        if (frame.state == State::needs_points)
            card->set_tag(tr("to be fitted"), ChoiceCard::Tag::warn);
        else if (frame.state == State::elsewhere)
            card->set_tag(tr("does not fit"), ChoiceCard::Tag::warn);
        else if (frame.proposed || sound || frame.fit)
            card->set_tag(tr("✓ recommended"), ChoiceCard::Tag::ok);
        if (static_cast<int>(i) == preview.frame) {
            card->button()->setChecked(true);
            if (focused) card->button()->setFocus();
        }
        frame_box_->addWidget(card);
    }
    const QSignalBlocker quiet(swap_);
    swap_->setChecked(preview.frame >= 0 && preview.frames[static_cast<std::size_t>(preview.frame)].swapped);
    first_point_->setText(
        preview.first_point ? tr("First point as written: %1, %2")
                                  .arg(grouped(preview.first_point->x, 3), grouped(preview.first_point->y, 3))
                            : QString());
}

void ImportPlacePage::show_rows(const tasks::ImportPreview& preview) {
    rows_head_->setText(
        tr("The first %1 rows in this encoding").arg(static_cast<qulonglong>(preview.rows.size())));
    rows_->clear();
    rows_->setColumnCount(static_cast<int>(preview.columns.size()));
    rows_->setRowCount(static_cast<int>(preview.rows.size()));
    for (std::size_t c = 0; c < preview.columns.size(); ++c)
        rows_->setHorizontalHeaderItem(static_cast<int>(c), new QTableWidgetItem(q(preview.columns[c])));
    for (std::size_t r = 0; r < preview.rows.size(); ++r)
        for (std::size_t c = 0; c < preview.rows[r].size(); ++c)
            rows_->setItem(static_cast<int>(r), static_cast<int>(c),
                           new QTableWidgetItem(q(preview.rows[r][c])));
    rows_->resizeColumnsToContents();
    for (int c = 0; c < rows_->columnCount(); ++c)
        rows_->setColumnWidth(c, std::min(rows_->columnWidth(c), 260));
}

}  // namespace liangdi::gui
