#include "tasks/atlas.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "geo/error.hpp"
#include "render/page_painter.hpp"
#include "render/pdf_book.hpp"
#include "tasks/atlas_files.hpp"
#include "tasks/ground_covered.hpp"
#include "tasks/sheet_templates.hpp"

namespace liangdi::tasks {

namespace {

void add_warnings(std::vector<std::string>& to, const render::MapReport& report) {
    for (const auto& warning : report.warnings)
        if (std::ranges::find(to, warning) == to.end()) to.push_back(warning);
}

render::PdfTitles titles_of(const SheetBook& book, const render::PageTemplate& sheet) {
    const std::string town = book.town().setting("name");
    return {town + " " + sheet.title.in(book.params().language), town, sheet.title.in(book.params().language),
            book.for_public() ? "public" : "internal"};
}

}  // namespace

render::PageTemplate find_template(const std::string& name_or_file) {
    const std::filesystem::path path(name_or_file);
    if (path.extension() == ".json") return render::load_template(path);
    std::vector<std::string> known;
    for (const auto& sheet : sheet_templates()) {
        if (sheet.name == name_or_file) return render::load_template(sheet.file);
        known.push_back(sheet.name);
    }
    throw Error("no_template", fmt::format("there is no sheet '{}'; there are {}, or give a template's .json",
                                           name_or_file, fmt::join(known, ", ")));
}

ComposedSheet compose_sheet(SheetBook& book, const render::PageTemplate& sheet, const SheetSubject& subject,
                            std::int64_t number, std::int64_t count) {
    const auto names = [](const auto& named) {
        std::vector<std::string> out;
        for (const auto& [name, value] : named) out.push_back(name);
        return out;
    };
    const SheetKind& kind = find_sheet_kind(sheet.subject);
    ComposedSheet out;
    auto contents = kind.contents ? kind.contents(book, subject, number, count)
                                  : std::vector{kind.content(book, subject, number, count)};
    for (auto& content : contents) {
        content.subject = subject.code.empty() ? subject.name : subject.code;
        for (auto& page : render::lay_out(sheet, content)) {
            if (!out.pages.empty()) page.title.clear();  // one bookmark a subject
            out.pages.push_back(std::move(page));
        }
    }
    if (!contents.empty()) {
        const auto& first = contents.front();
        out.names = {names(first.words), names(first.tables), names(first.images), names(first.charts),
                     names(first.maps)};
    }
    return out;
}

std::vector<render::Page> sheet_pages(SheetBook& book, const render::PageTemplate& sheet,
                                      const SheetSubject& subject, std::int64_t number, std::int64_t count) {
    return compose_sheet(book, sheet, subject, number, count).pages;
}

AtlasReport write_atlas(Project& project, const AtlasParams& params, land::Progress& progress) {
    const render::PageTemplate sheet = find_template(params.sheet);
    SheetBook book(project, params.sheets);
    const auto subjects = chosen_subjects(book, find_sheet_kind(sheet.subject), params.filter);
    if (subjects.empty())
        throw Error("no_pages",
                    fmt::format("the town has no {} that this sheet could be about", sheet.subject));
    const auto count = static_cast<std::int64_t>(subjects.size());
    AtlasReport report;
    report.subjects = count;
    GroundCovered covered;
    if (params.separate) {
        AtlasFiles files(book, sheet, params);
        for (std::int64_t i = 0; i < count; ++i) {
            const SheetSubject& subject = subjects[static_cast<std::size_t>(i)];
            progress.at(subject.name, i, count);
            const auto pages = sheet_pages(book, sheet, subject, i + 1, count);
            for (const auto& page : pages) covered.add(page);
            if (files.keeps(i + 1, subject)) {
                ++report.kept;
                continue;
            }
            report.pages += static_cast<std::int64_t>(pages.size());
            add_warnings(report.warnings, files.write(i + 1, subject, pages, progress.stop_token()));
        }
        report.files = files.close();
        add_secrecy_warning(report.warnings, covered);
        return report;
    }
    if (params.poster)
        throw Error("bad_format", "a poster is a file for each page: give a folder and --separate",
                    params.out.string());
    if (params.format != AtlasFormat::pdf)
        throw Error("bad_format", "one file of all pages is a PDF; pictures are separate files",
                    params.out.string());
    render::PdfBook pdf(params.out, titles_of(book, sheet), book.crs().definition());
    for (std::int64_t i = 0; i < count; ++i) {
        const SheetSubject& subject = subjects[static_cast<std::size_t>(i)];
        progress.at(subject.name, i, count);
        for (const auto& page : sheet_pages(book, sheet, subject, i + 1, count)) {
            covered.add(page);
            add_warnings(report.warnings, pdf.add(page, progress.stop_token()));
            ++report.pages;
        }
    }
    progress.at("writing", count, count);
    pdf.close();
    report.files = {params.out};
    add_secrecy_warning(report.warnings, covered);
    return report;
}

}  // namespace liangdi::tasks
