// The part of MainWindow about what lies under the map: imagery, heights, tiles. Kept by the user per town.
#include <QFileDialog>
#include <QListWidget>
#include <QStandardPaths>

#include "gui/captions.hpp"
#include "gui/ground_panel.hpp"
#include "gui/main_window.hpp"
#include "gui/refusals.hpp"

namespace liangdi::gui {

void MainWindow::connect_ground() {
    ground_panel_ = new GroundPanel(canvas_);
    const auto bring = [this] {
        close_map_cards();
        ground_panel_->show();
        ground_panel_->raise();
        if (!ground_panel_->layers().empty()) ground_panel_->list()->setFocus();
    };
    const auto choose = [this, bring](const QString& title) {
        bring();
        const QString file = QFileDialog::getOpenFileName(
            this, title, {},
            tr("Rasters (*.tif *.tiff *.mbtiles *.gpkg *.vrt *.img *.asc *.png *.jpg);;All (*)"));
        if (!file.isEmpty()) add_ground(file.toStdString());
    };
    connect(actions_.show_ground, &QAction::triggered, this, bring);
    connect(actions_.add_picture, &QAction::triggered, this, [choose] { choose(tr("Add imagery")); });
    connect(actions_.add_heights, &QAction::triggered, this, [choose] { choose(tr("Add heights")); });
    connect(actions_.add_tiles, &QAction::triggered, this, [this, bring] {
        bring();
        ground_panel_->ask_address();
    });
    connect(ground_panel_, &GroundPanel::picture_wanted, actions_.add_picture, &QAction::trigger);
    connect(ground_panel_, &GroundPanel::heights_wanted, actions_.add_heights, &QAction::trigger);
    connect(ground_panel_, &GroundPanel::layers_changed, this, &MainWindow::ground_changed);
    connect(ground_panel_, &GroundPanel::closed, canvas_, [this] { canvas_->setFocus(); });
    connect(ground_panel_, &GroundPanel::address_given, this, [this](const QString& address) {
        const auto folder =
            std::filesystem::path(
                QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) /
            "tiles";
        try {
            add_ground(tasks::write_tile_source(folder, address.toStdString()));
        } catch (const Error& error) {
            ground_panel_->show_problem(refusal_caption(error));
        }
    });
}

void MainWindow::add_ground(const std::filesystem::path& file) {
    if (!model_.is_open()) return;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Ground layers"), ground_panel_,
        [project = model_.project(), file](land::Progress&) {
            std::pair<std::optional<tasks::GroundLayer>, QString> seen;
            try {
                seen.first = tasks::look_at_ground(*project, file);
            } catch (const Error& error) {
                seen.second = refusal_caption(error);
            }
            return seen;
        },
        [this](std::pair<std::optional<tasks::GroundLayer>, QString> seen) {
            if (seen.first) {
                ground_panel_->add(std::move(*seen.first));
            } else {
                ground_panel_->show_problem(seen.second);
            }
        });
}

void MainWindow::ground_changed() {
    memory_.set_value(QStringLiteral("ground"), to_variant(ground_panel_->layers()));
    const std::uint64_t asked = ++ground_asked_;
    if (!model_.is_open() || ground_panel_->layers().empty()) {
        canvas_->set_ground({});
        return;
    }
    struct Answer {
        tasks::Ground ground;
        QString problem;
    };
    jobs_.run(
        JobRunner::Kind::quiet, tr("Ground layers"), ground_panel_,
        [project = model_.project(), layers = ground_panel_->layers()](land::Progress& progress) {
            Answer answer;
            try {
                answer.ground = tasks::ground_of(*project, layers, progress);
            } catch (const Error& error) {
                answer.problem = refusal_caption(error) + " " + q(error.where());
            }
            return answer;
        },
        [this, asked](Answer answer) {
            if (asked != ground_asked_) return;
            if (!answer.problem.isEmpty()) ground_panel_->show_problem(answer.problem);
            canvas_->set_ground(std::move(answer.ground));
        });
}

}  // namespace liangdi::gui
