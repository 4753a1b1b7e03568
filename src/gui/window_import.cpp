// The parts of MainWindow about importing: the window for it, files that are dropped, a folder with a plan.
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

#include "gui/captions.hpp"
#include "gui/import_wizard.hpp"
#include "gui/main_window.hpp"
#include "gui/status_row.hpp"
#include "gui/strips.hpp"
#include "tasks/load.hpp"

namespace liangdi::gui {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> local_files(const QMimeData& mime) {
    std::vector<fs::path> files;
    for (const auto& url : mime.urls())
        if (url.isLocalFile()) files.emplace_back(url.toLocalFile().toStdString());
    return files;
}

bool is_town(const fs::path& file) {
    return q(file.extension().string()).compare(QStringLiteral(".sqlite"), Qt::CaseInsensitive) == 0;
}

/// A folder to be loaded by its plan, or the plan itself.
fs::path plan_folder(const fs::path& file) {
    std::error_code ignored;
    if (file.filename() == "load.json") return file.parent_path();
    return fs::is_directory(file, ignored) && fs::exists(file / "load.json", ignored) ? file : fs::path();
}

}  // namespace

void MainWindow::connect_import() {
    connect(actions_.import, &QAction::triggered, this, [this] { import_files({}); });
}

void MainWindow::import_files(std::vector<fs::path> files) {
    if (!model_.is_open()) {
        error_->show_note(tr("Open a town first, or make a new one; what is imported goes into it."));
        return;
    }
    files = tasks::sources_among(files);
    for (const auto& file : files)
        if (const auto folder = plan_folder(file); !folder.empty()) return load_folder(folder);
    if (auto* open = findChild<ImportWizard*>()) {
        if (!files.empty()) open->take_files(std::move(files));
        return;
    }
    auto* wizard = new ImportWizard(model_, jobs_, canvas_->layers(), std::move(files), this);
    wizard->resize(QSize(1218, 830).boundedTo(size() - QSize(40, 30)));
    connect(wizard, &ImportWizard::files_wanted, wizard, [this, wizard] {
        std::vector<fs::path> chosen;
        for (const auto& name : QFileDialog::getOpenFileNames(wizard, tr("Import")))
            chosen.emplace_back(name.toStdString());
        chosen = tasks::sources_among(chosen);
        if (!chosen.empty()) wizard->take_files(std::move(chosen));
    });
    connect(wizard, &ImportWizard::imported, this,
            [this](const QString& file, const tasks::ImportOutcome& outcome) {
                model_.look_for_changes();
                const auto& report = outcome.report;
                status_->show_message(tr("%1: %2 new, %3 changed, %4 skipped")
                                          .arg(file)
                                          .arg(report.added)
                                          .arg(report.changed)
                                          .arg(report.refused));
                read_layer_facts(false);
            });
    connect(wizard, &ImportWizard::unlock_wanted, this, &MainWindow::ask_unlock);
    connect(&model_, &ProjectModel::changed, wizard, [this, wizard](ProjectModel::What what) {
        if (what == ProjectModel::What::town) wizard->QDialog::reject();
        if (what == ProjectModel::What::key && model_.project()->key) wizard->check_again();
    });
    wizard->open();
}

void MainWindow::load_folder(const fs::path& folder) {
    tasks::LoadParams params;
    params.town = model_.project()->store->file();
    params.folder = folder;
    params.actor = options_.actor;
    jobs_.run(
        JobRunner::Kind::shown, tr("Loading %1").arg(q(folder.filename().string())), this,
        [params](land::Progress& progress) { return tasks::load(params, progress); },
        [this, folder](const tasks::LoadOutcome& outcome) {
            model_.look_for_changes();
            status_->show_message(tr("Loaded %1: %2 files, %3 findings; one undo takes all of it back")
                                      .arg(q(folder.filename().string()))
                                      .arg(outcome.sources.size())
                                      .arg(outcome.findings()));
        });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto files = local_files(*event->mimeData());
    if (!files.empty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto files = local_files(*event->mimeData());
    if (files.empty()) return;
    event->acceptProposedAction();
    if (files.size() == 1 && is_town(files.front())) {
        open_town(files.front());
    } else {
        import_files(files);
    }
}

}  // namespace liangdi::gui
