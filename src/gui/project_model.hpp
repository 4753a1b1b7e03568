#pragma once

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>

#include "tasks/next_steps.hpp"
#include "tasks/project.hpp"

namespace liangdi::gui {

/// The town that is open in the window. Everything that shows something of it listens to one signal.
class ProjectModel : public QObject {
    Q_OBJECT
  public:
    enum class What {
        town,  ///< another town is open, or none
        rows,  ///< somebody, here or in another process, has written
        key,   ///< the sealed records were unlocked or locked
    };

    explicit ProjectModel(QObject* parent = nullptr);

    void open(const std::filesystem::path& town,
              const std::string& actor = {});  ///< throws what open_project throws
    void close();
    /// The project is replaced by one with or without the key. Jobs that run keep the one they began with, so
    /// that the key is wiped when the last of them has ended.
    void unlock(store::DataKey key);
    void lock();
    bool is_open() const { return project_ != nullptr; }
    /// Jobs copy it: the file stays open until the last one has ended.
    const std::shared_ptr<tasks::Project>& project() const { return project_; }
    const tasks::NextSteps& next_steps() const { return steps_; }

    /// Looks whether anything was written; asked by a timer, and right after every own edit.
    void look_for_changes();
    void watch_every(int ms) { timer_.start(ms); }

  signals:
    void changed(liangdi::gui::ProjectModel::What what);

  private:
    std::shared_ptr<tasks::Project> project_;
    tasks::NextSteps steps_;
    std::int64_t seen_ = 0;
    QTimer timer_;
};

}  // namespace liangdi::gui
