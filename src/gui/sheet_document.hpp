#pragma once

#include <QObject>
#include <QUndoStack>
#include <filesystem>

#include "geo/error.hpp"
#include "tasks/sheet_templates.hpp"
#include "tasks/template_edit.hpp"

namespace liangdi::gui {

/// The template that is looked at and changed. Each change is on disk the moment it is made; the first one to
/// a shipped template makes a copy in the user's folder and goes on with that. Its history is its own: a
/// template is a file beside the town, not a part of it.
class SheetDocument : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;

    /// Throws Error{no_template, bad_template}.
    void open(const tasks::SheetTemplate& sheet);
    bool is_open() const { return !file_.empty(); }
    const render::PageTemplate& sheet() const { return sheet_; }
    const std::string& text() const { return text_; }
    const std::filesystem::path& file() const { return file_; }
    bool own() const { return own_; }
    QUndoStack& history() { return history_; }

    /// The item of the path; nullptr where there is none.
    const render::ItemSpec* item(const tasks::ItemPath& path) const;

    /// One step of the history under these words. Steps of the same `merge` that follow each other are one
    /// (keys held down); 0: never. False, and refused(), where the text is no template.
    bool change(const QString& words, const std::string& text, int merge = 0);
    /// A change by a function of template_edit.hpp, whose Error is refused as well.
    bool change(const QString& words, const std::function<std::string(const std::string&)>& edit,
                int merge = 0);

    /// A copy under another title, which is then the one that is open. Throws Error{cannot_write}.
    void save_as(const QString& title);

  signals:
    void opened();
    void changed();
    void copied(const QString& file);  ///< a new file of the user's own has been made
    void refused(const liangdi::Error& error);

  private:
    class Step;
    void take(const std::string& text);
    void copy_to(const std::filesystem::path& file);

    render::PageTemplate sheet_;
    std::string text_;
    std::filesystem::path file_;
    bool own_ = false;
    QUndoStack history_;
};

}  // namespace liangdi::gui
