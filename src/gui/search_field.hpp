#pragma once

#include <QLineEdit>
#include <vector>

#include "gui/job_runner.hpp"
#include "gui/project_model.hpp"
#include "tasks/find.hpp"

class QTreeWidget;

namespace liangdi::gui {

/// The search of the toolbar: finds while one types, and lists by kind under itself. Enter or a click picks;
/// up and down walk the list while the text keeps the focus, so that Chinese input methods work undisturbed.
class SearchField : public QLineEdit {
    Q_OBJECT
  public:
    SearchField(ProjectModel& model, JobRunner& jobs, QWidget* parent = nullptr);

    /// Makes or follows up the town's search index, so that the first search need not wait for it.
    void prepare();
    QTreeWidget& list() { return *list_; }

  signals:
    void picked(const liangdi::tasks::Found& found);
    void nothing_found(const QString& text);

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fit_placeholder();
    void ask();
    void show_found(const tasks::FindResult& result);
    void pick_current();
    void walk(int by);
    void place_list();

    ProjectModel& model_;
    JobRunner& jobs_;
    QTreeWidget* list_;
    std::vector<tasks::Found> found_;
    QString listed_;           ///< what the list answers to
    bool asking_ = false;      ///< one question at a time: the newest text is asked when it ends
    bool pick_first_ = false;  ///< Enter came before the answer
};

}  // namespace liangdi::gui
