// The part of MainWindow about how layers look: changed on the map while one tries, kept for this town.
#include <QFileDialog>
#include <QFileInfo>

#include "gui/captions.hpp"
#include "gui/layers_dock.hpp"
#include "gui/main_window.hpp"
#include "gui/sheets_mode.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "gui/style_panel.hpp"
#include "gui/table_dock.hpp"
#include "gui/two_places_view.hpp"
#include "land/feature_source.hpp"
#include "render/style_files.hpp"
#include "tasks/town_styles.hpp"

namespace liangdi::gui {

void MainWindow::connect_styles() {
    style_panel_ = new StylePanel(tasks::house_drawings(), canvas_);
    connect(actions_.layer_style, &QAction::triggered, this,
            [this] { change_style(layers_->current_layer()); });
    connect(layers_, &LayersDock::style_wanted, this, &MainWindow::change_style);
    connect(layers_, &LayersDock::zoom_wanted, this, [this](const std::string& name) {
        for (const auto& layer : canvas_->layers())
            if (layer.name == name) show_ground(layer.source->extent());
    });
    connect(layers_, &LayersDock::table_wanted, this, [this](const std::string& name) {
        if (const auto* layer = land::find_layer(name)) table_->show_table(layer->table);
        bring_up(table_);
    });
    connect(style_panel_, &StylePanel::style_changed, this, &MainWindow::show_style);
    connect(style_panel_, &StylePanel::keep_wanted, this, &MainWindow::keep_style);
    connect(style_panel_, &StylePanel::load_wanted, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("Load a style"), {}, tr("Styles (*.sld *.xml);;All (*)"));
        if (!file.isEmpty()) load_style(file);
    });
    connect(style_panel_, &StylePanel::save_wanted, this, [this] {
        QString file = QFileDialog::getSaveFileName(this, tr("Save the style"),
                                                    q(style_panel_->layer()) + QStringLiteral(".sld"),
                                                    tr("Styles (*.sld)"));
        if (file.isEmpty()) return;
        if (QFileInfo(file).suffix().isEmpty()) file += QStringLiteral(".sld");
        save_style(file);
    });
}

void MainWindow::change_style(const std::string& layer) {
    if (!model_.is_open() || layer.empty()) return;
    if (mode_ == Mode::sheets) set_mode(Mode::map);
    close_map_cards();
    bring_up(layers_);
    try {
        style_panel_->begin(layer, tasks::layer_styles(*model_.project(), layer), tasks::house_styles(layer));
    } catch (const Error& error) {
        error_->show_error(tr("Reading the layer styles"), error);
    }
}

void MainWindow::show_style(const std::string& layer, const render::Style& style) {
    for (auto* map : {canvas_, &two_places_->village()}) map->set_layer_style(layer, style);
    layers_->show_style(layer, style);
    two_places_->show_legend();
}

void MainWindow::keep_style() {
    try {
        tasks::keep_styles(*model_.project(), style_panel_->layer(), style_panel_->styles());
    } catch (const Error& error) {
        style_panel_->show_problem(
            tr("The style cannot be kept: %1 (%2)").arg(q(error.message()), q(error.where())));
        return;
    }
    const QString layer = layer_caption(style_panel_->layer());
    style_panel_->end();
    status_->show_message(tr("%1: the style is kept for this town").arg(layer));
    sheets_->rows_changed();  // paper follows
    pack_layers();            // it may read other columns
    canvas_->setFocus();
}

void MainWindow::load_style(const QString& file) {
    try {
        style_panel_->take(tasks::read_styles(*model_.project(), style_panel_->layer(), file.toStdString()));
    } catch (const Error& error) {
        style_panel_->show_problem(
            tr("This file cannot be used: %1 (%2)").arg(q(error.message()), q(error.where())));
    }
}

void MainWindow::save_style(const QString& file) {
    try {
        render::save_styles(file.toStdString(), style_panel_->styles());
        status_->show_message(tr("Saved as %1").arg(file));
    } catch (const Error& error) {
        style_panel_->show_problem(
            tr("The style cannot be saved: %1 (%2)").arg(q(error.message()), q(error.where())));
    }
}

/// Own styles that cannot be read count as none: it is said, not swallowed.
void MainWindow::tell_unread_styles() {
    for (const auto& error : tasks::unread_styles(*model_.project()))
        error_->show_error(tr("Reading the layer styles"), error);
}

}  // namespace liangdi::gui
