// The parts of SheetsMode that bring pages out of it: the atlas, the printer, the clipboard.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>

#include "gui/atlas_form.hpp"
#include "gui/captions.hpp"
#include "gui/job_runner.hpp"
#include "gui/project_model.hpp"
#include "gui/sheet_list.hpp"
#include "gui/sheet_printing.hpp"
#include "gui/sheets_mode.hpp"
#include "render/page_painter.hpp"

namespace liangdi::gui {

namespace {
constexpr double clipboard_dpi = 200;  // a page in a report, printed
}

std::vector<PageWish> SheetsMode::listed_wishes() const {
    std::vector<PageWish> wishes;
    for (const auto& subject : list_->listed()) wishes.push_back(wish_of(subject));
    return wishes;
}

void SheetsMode::show_atlas() {
    side_->setCurrentWidget(atlas_form_);
    atlas_form_->kind()->setFocus();
}

void SheetsMode::make_atlas() {
    if (!model_.is_open() || !document_.is_open() || atlas_job_ != 0) return;
    tasks::AtlasParams params = atlas_form_->params();
    params.sheet = document_.file().string();
    params.sheets = params_;
    if (list_->filtered())
        for (const auto& subject : list_->listed())
            params.filter.of.push_back(subject.code.empty() ? subject.name : subject.code);
    atlas_form_->set_busy(true);
    atlas_job_ = jobs_.run(
        JobRunner::Kind::shown, tr("Atlas"), this,
        [project = model_.project(), params](land::Progress& progress) {
            tasks::Project own = *project;
            return tasks::write_atlas(own, params, progress);
        },
        [this, out = params.out](const tasks::AtlasReport& report) {
            const QString where = q(out.string());
            QString words = tr("✓ %n page(s) in %1", nullptr, static_cast<int>(report.pages)).arg(where);
            if (report.kept > 0)
                words += '\n' +
                         tr("%n subject(s) kept from the run before", nullptr, static_cast<int>(report.kept));
            atlas_form_->show_result(words);
            emit message(words);
            if (!report.warnings.empty()) emit note(q(report.warnings.front()));
        });
}

void SheetsMode::copy_picture() {
    const auto* shown = page();
    if (!shown) return;
    jobs_.run(
        JobRunner::Kind::quiet, tr("Copy as a picture"), this,
        [page = *shown](land::Progress& progress) {
            return render::page_image(page, clipboard_dpi, progress.stop_token());
        },
        [this](const QImage& image) {
            QApplication::clipboard()->setImage(image);
            emit message(
                tr("The page is in the clipboard, %1 × %2 dots").arg(image.width()).arg(image.height()));
        });
}

void SheetsMode::print() {
    const auto* shown = page();
    if (!shown || !subject_) return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    fit_printer_to(*printer, shown->mm);
    printer->setDocName(shown->title);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto wishes = listed_wishes();
    dialog->setOption(QAbstractPrintDialog::PrintCurrentPage);
    dialog->setMinMax(1, std::max(1, static_cast<int>(wishes.size())));
    dialog->setPrintRange(QAbstractPrintDialog::CurrentPage);
    connect(dialog, &QDialog::accepted, this, [this, printer, wishes, shown_page = *shown] {
        fit_printer_to(*printer, shown_page.mm);  // the dialog may have chosen another printer
        std::vector<PageWish> chosen;
        switch (printer->printRange()) {
            case QPrinter::AllPages:
                chosen = wishes;
                break;
            case QPrinter::PageRange:
                for (int i = printer->fromPage(); i <= printer->toPage(); ++i)
                    if (i >= 1 && i <= static_cast<int>(wishes.size()))
                        chosen.push_back(wishes[static_cast<std::size_t>(i - 1)]);
                break;
            default:
                if (subject_) chosen.push_back(wish_of(*subject_));
        }
        const QString complaint = print_complaint(shown_page, *printer);
        if (complaint.isEmpty()) {
            print_on(printer, chosen);
            return;
        }
        auto* box = new QMessageBox(QMessageBox::Warning, tr("Print"), complaint, QMessageBox::Cancel, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        auto* go = box->addButton(tr("Print all the same"), QMessageBox::AcceptRole);
        connect(go, &QPushButton::clicked, this, [this, printer, chosen] { print_on(printer, chosen); });
        box->open();
    });
    dialog->open();
}

void SheetsMode::print_on(std::shared_ptr<QPrinter> printer, const std::vector<PageWish>& wishes) {
    if (!model_.is_open() || wishes.empty()) return;
    jobs_.run(
        JobRunner::Kind::shown, tr("Print"), this,
        [project = model_.project(), params = params_, sheet = document_.sheet(), printer,
         wishes](land::Progress& progress) {
            tasks::Project own = *project;
            tasks::SheetBook book(own, params);
            std::size_t subject = 0;
            int made = 0;
            std::vector<render::Page> pages;  // of the subject, last first
            print_pages(
                *printer,
                [&]() -> std::optional<render::Page> {
                    if (pages.empty()) {
                        if (subject == wishes.size()) return {};
                        const PageWish& wish = wishes[subject++];
                        progress.at(wish.subject.name, static_cast<std::int64_t>(subject),
                                    static_cast<std::int64_t>(wishes.size()));
                        pages = tasks::sheet_pages(book, sheet, wish.subject, wish.number, wish.count);
                        std::ranges::reverse(pages);
                    }
                    render::Page page = std::move(pages.back());
                    pages.pop_back();
                    ++made;
                    return page;
                },
                progress.stop_token());
            return made;
        },
        [this, printer](int made) { emit message(tr("%n page(s) printed", nullptr, made)); });
}

}  // namespace liangdi::gui
