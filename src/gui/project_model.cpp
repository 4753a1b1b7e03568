#include "gui/project_model.hpp"

#include "geo/error.hpp"

namespace liangdi::gui {

ProjectModel::ProjectModel(QObject* parent) : QObject(parent) {
    connect(&timer_, &QTimer::timeout, this, &ProjectModel::look_for_changes);
    timer_.setInterval(1000);
}

void ProjectModel::open(const std::filesystem::path& town, const std::string& actor) {
    tasks::OpenParams params;
    params.town = town;
    params.actor = actor;
    auto opened = std::make_shared<tasks::Project>(tasks::open_project(params));
    const std::int64_t version = opened->store->data_version();
    steps_ = tasks::next_steps(*opened);
    project_ = std::move(opened);
    seen_ = version;
    timer_.start();
    emit changed(What::town);
}

void ProjectModel::close() {
    timer_.stop();
    project_.reset();
    steps_ = {};
    emit changed(What::town);
}

void ProjectModel::unlock(store::DataKey key) {
    if (!project_) return;
    auto opened = std::make_shared<tasks::Project>(*project_);
    opened->key = std::move(key);
    project_ = std::move(opened);
    emit changed(What::key);
}

void ProjectModel::lock() {
    if (!project_ || !project_->key) return;
    auto locked = std::make_shared<tasks::Project>(*project_);
    locked->key.reset();
    project_ = std::move(locked);
    emit changed(What::key);
}

void ProjectModel::look_for_changes() {
    if (!project_) return;
    try {
        const std::int64_t version = project_->store->data_version();
        if (version == seen_) return;
        steps_ = tasks::next_steps(*project_);
        seen_ = version;
    } catch (const Error&) {  // a writer on a network share may hold the file: the next look will tell
        return;
    }
    emit changed(What::rows);
}

}  // namespace liangdi::gui
