#pragma once

#include <QWidget>

#include "gui/page_model.hpp"
#include "tasks/sheet_templates.hpp"

class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QSortFilterProxyModel;

namespace liangdi::gui {

/// Left of the paper: the templates, and the pages of the chosen one with a filter.
class SheetList : public QWidget {
    Q_OBJECT
  public:
    explicit SheetList(QWidget* parent = nullptr);

    void show_templates(std::vector<tasks::SheetTemplate> sheets, const std::filesystem::path& chosen);
    const std::vector<tasks::SheetTemplate>& sheets() const { return sheets_; }
    void mark_template(const std::filesystem::path& file);

    PageModel& pages() { return *pages_; }
    std::optional<tasks::SheetSubject> current() const;
    int current_number() const;         ///< in the whole atlas, from 1; 0: none
    void choose(std::int64_t subject);  ///< without page_chosen()
    void step(int by);                  ///< among the listed ones, as the keys do
    /// Those that the filter leaves.
    std::vector<tasks::SheetSubject> listed() const;
    bool filtered() const;
    std::vector<std::int64_t> in_sight() const;

    QListWidget* templates() const { return templates_; }
    QListView* view() const { return view_; }
    QLineEdit* filter() const { return filter_; }

  signals:
    void template_chosen(const liangdi::tasks::SheetTemplate& sheet);
    void page_chosen();    ///< by the user
    void sight_changed();  ///< other rows are in sight, or listed

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void show_counts();

    std::vector<tasks::SheetTemplate> sheets_;
    QListWidget* templates_;
    QLineEdit* filter_;
    QLabel* counts_;
    QListView* view_;
    PageModel* pages_;
    QSortFilterProxyModel* shown_;
    bool silent_ = false;
};

}  // namespace liangdi::gui
