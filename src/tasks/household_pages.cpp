#include "tasks/household_pages.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"
#include "render/page_painter.hpp"
#include "render/pdf_book.hpp"
#include "render/png_file.hpp"
#include "tasks/atlas.hpp"
#include "tasks/sheet_household.hpp"

namespace liangdi::tasks {

std::int64_t write_card(Project& project, const CardParams& params, const std::filesystem::path& file) {
    SheetParams sheets;
    sheets.language = params.language;
    SheetBook book(project, sheets);
    const auto pages = render::lay_out(find_template("household_card"), household_page(book, params, 1, 1));
    if (file.extension() == ".pdf") {
        render::write_pdf(pages, file,
                          {pages.front().title.toStdString(), book.town().setting("name"), "", ""}, "");
    } else if (file.extension() == ".png") {
        for (std::size_t i = 0; i < pages.size(); ++i) {
            std::filesystem::path one = file;
            if (i > 0) one.replace_filename(fmt::format("{} ({}).png", file.stem().string(), i + 1));
            render::write_png(render::page_image(pages[i], 200), one);
        }
    } else {
        throw Error("bad_format", "a card is written as .pdf or .png", file.string());
    }
    return static_cast<std::int64_t>(pages.size());
}

}  // namespace liangdi::tasks
