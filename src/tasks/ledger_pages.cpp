#include "tasks/ledger_pages.hpp"

#include "render/pdf_book.hpp"
#include "tasks/atlas.hpp"

namespace liangdi::tasks {

void write_ledger_pdf(Project& project, const land::Ledger& ledger, land::Language language,
                      bool public_edition, const std::filesystem::path& file) {
    SheetParams params;
    params.language = language;
    params.edition = public_edition ? "public" : "staff";
    SheetBook book(project, params);
    const land::LedgerText text = land::ledger_text_of(ledger, language);
    render::SheetContent page = book.page(text.title, 1, 1);
    page.words["subtitle"] = text.subtitle;
    std::string lines;
    for (const auto& figure : text.figures)
        lines += (lines.empty() ? "" : "　") + figure.caption + book.words("：", ": ") + figure.value;
    for (const auto& note : text.notes) lines += (lines.empty() ? "" : "\n") + note;
    page.words["figures"] = lines;
    page.tables["ledger"] = text.table;
    render::write_pdf(render::lay_out(find_template("ledger"), page), file,
                      {text.title, ledger.town, params.edition, ""}, "");
}

}  // namespace liangdi::tasks
