#include "gui/sheet_document.hpp"

#include <QUndoCommand>

#include "gui/captions.hpp"
#include "tasks/atlas_files.hpp"

namespace liangdi::gui {

class SheetDocument::Step final : public QUndoCommand {
  public:
    Step(SheetDocument& document, const QString& words, std::string before, std::string after, int merge)
        : QUndoCommand(words),
          document_(document),
          before_(std::move(before)),
          after_(std::move(after)),
          merge_(merge) {}
    void undo() override { document_.take(before_); }
    void redo() override { document_.take(after_); }
    int id() const override { return merge_ == 0 ? -1 : merge_; }
    bool mergeWith(const QUndoCommand* other) override {
        after_ = static_cast<const Step*>(other)->after_;
        return true;
    }

  private:
    SheetDocument& document_;
    std::string before_, after_;
    int merge_;
};

void SheetDocument::open(const tasks::SheetTemplate& sheet) {
    std::string text = tasks::template_text(sheet.file);
    render::PageTemplate read = render::read_template(text, sheet.name, sheet.file.parent_path());
    history_.clear();
    text_ = std::move(text);
    sheet_ = std::move(read);
    file_ = sheet.file;
    own_ = sheet.own;
    emit opened();
}

const render::ItemSpec* SheetDocument::item(const tasks::ItemPath& path) const {
    const auto* items = &sheet_.items;
    const render::ItemSpec* found = nullptr;
    for (const int step : path) {
        if (!items || step < 0 || static_cast<std::size_t>(step) >= items->size()) return nullptr;
        found = &(*items)[static_cast<std::size_t>(step)];
        const auto* stack = std::get_if<render::StackSpec>(&found->what);
        items = stack ? &stack->items : nullptr;
    }
    return found;
}

bool SheetDocument::change(const QString& words, const std::string& text, int merge) {
    if (text == text_) return true;
    try {
        render::read_template(text, sheet_.name, file_.parent_path());
        if (!own_) copy_to(tasks::free_template_file(file_.stem().string() + tr("-own").toStdString()));
        history_.push(new Step(*this, words, text_, text, merge));  // redo() takes the text
    } catch (const Error& error) {
        emit refused(error);
        return false;
    }
    return true;
}

bool SheetDocument::change(const QString& words, const std::function<std::string(const std::string&)>& edit,
                           int merge) {
    std::string text;
    try {
        text = edit(text_);
    } catch (const Error& error) {
        emit refused(error);
        return false;
    }
    return change(words, text, merge);
}

void SheetDocument::take(const std::string& text) {
    try {
        sheet_ = render::read_template(text, file_.stem().string(), file_.parent_path());
        text_ = text;
        tasks::write_template(file_, text);
    } catch (const Error& error) {
        emit refused(error);
    }
    emit changed();
}

void SheetDocument::copy_to(const std::filesystem::path& file) {
    tasks::write_template(file, text_);
    file_ = file;
    own_ = true;
    sheet_.name = file.stem().string();
    emit copied(q(file.string()));
}

void SheetDocument::save_as(const QString& title) {
    const std::string words = title.trimmed().toStdString();
    const std::string text = tasks::set_field(text_, {}, "title", render::Wording{words, words});
    const auto file = tasks::free_template_file(tasks::file_name_of(words));
    tasks::write_template(file, text);
    tasks::SheetTemplate copy{file.stem().string(), {}, {}, file, true, {}};
    open(copy);
    emit copied(q(file.string()));
}

}  // namespace liangdi::gui
