#include "gui/sheet_worker.hpp"

#include "render/page_painter.hpp"

namespace liangdi::gui {

namespace {
// An open snapshot keeps the file's log from being cut; it goes when nobody has asked for a while.
constexpr auto snapshot_kept = std::chrono::seconds(2);
}  // namespace

struct SheetWorker::Order {
    enum class Kind { subjects, page, thumbnail } kind;
    PageWish wish;
    std::uint64_t town, look;
    std::shared_ptr<tasks::Project> project;
    tasks::SheetParams params;
    std::shared_ptr<const render::PageTemplate> sheet;
    std::stop_token stop;
};

SheetWorker::SheetWorker(QObject* parent) : QObject(parent) {
    thread_ = std::jthread([this](std::stop_token stop) { work(std::move(stop)); });
}

SheetWorker::~SheetWorker() {
    thread_.request_stop();
    {
        const std::scoped_lock lock(mutex_);
        running_.request_stop();
    }
    thread_.join();
}

void SheetWorker::look_changed() {
    ++look_;
    subjects_wanted_ = false;
    page_.reset();
    thumbnails_.clear();
    running_.request_stop();
    wake_.notify_one();
}

void SheetWorker::count_waiting() {
    waiting_ =
        (subjects_wanted_ ? 1 : 0) + (page_ ? 1 : 0) + static_cast<int>(thumbnails_.size()) + (busy_ ? 1 : 0);
}

void SheetWorker::set_town(std::shared_ptr<tasks::Project> project, tasks::SheetParams params) {
    const std::scoped_lock lock(mutex_);
    project_ = std::move(project);
    params_ = std::move(params);
    ++town_;
    look_changed();
    count_waiting();
}

void SheetWorker::set_template(render::PageTemplate sheet) {
    const std::scoped_lock lock(mutex_);
    sheet_ = std::make_shared<const render::PageTemplate>(std::move(sheet));
    look_changed();
    count_waiting();
}

void SheetWorker::ask_subjects() {
    const std::scoped_lock lock(mutex_);
    subjects_wanted_ = true;
    wake_.notify_one();
    count_waiting();
}

void SheetWorker::ask_page(const PageWish& wish) {
    const std::scoped_lock lock(mutex_);
    page_ = wish;
    running_.request_stop();
    wake_.notify_one();
    count_waiting();
}

void SheetWorker::ask_thumbnails(std::vector<PageWish> wishes) {
    const std::scoped_lock lock(mutex_);
    thumbnails_.assign(wishes.begin(), wishes.end());
    wake_.notify_one();
    count_waiting();
}

void SheetWorker::post(std::uint64_t look, std::function<void()> deliver) {
    QMetaObject::invokeMethod(
        this,
        [this, look, deliver = std::move(deliver)] {
            {
                const std::scoped_lock lock(mutex_);
                count_waiting();
                if (look != look_) return;
            }
            if (deliver) deliver();
        },
        Qt::QueuedConnection);
}

void SheetWorker::work(std::stop_token stop) {
    std::unique_ptr<tasks::SheetBook> book;
    std::shared_ptr<tasks::Project> project;  // the book refers to it
    std::uint64_t town_of_book = 0;
    tasks::ComposedSheet composed;
    std::pair<std::uint64_t, std::int64_t> composed_for{0, 0};  // look and subject
    while (!stop.stop_requested()) {
        Order order{};
        {
            std::unique_lock lock(mutex_);
            const auto anything = [this, &town_of_book] {
                return (project_ && sheet_ && (subjects_wanted_ || page_ || !thumbnails_.empty())) ||
                       (town_of_book != 0 && town_of_book != town_);
            };
            if (!wake_.wait_for(lock, stop, snapshot_kept, anything)) {
                book.reset();
                project.reset();
                town_of_book = 0;
                if (!wake_.wait(lock, stop, anything)) return;
            }
            if (town_of_book != town_) {
                book.reset();
                project.reset();
                town_of_book = 0;
            }
            if (!project_ || !sheet_) continue;
            if (subjects_wanted_) {
                order.kind = Order::Kind::subjects;
                subjects_wanted_ = false;
            } else if (page_) {
                order.kind = Order::Kind::page;
                order.wish = *page_;
                page_.reset();
            } else if (!thumbnails_.empty()) {
                order.kind = Order::Kind::thumbnail;
                order.wish = thumbnails_.front();
                thumbnails_.pop_front();
            } else {
                continue;
            }
            order.town = town_;
            order.look = look_;
            order.project = project_;
            order.params = params_;
            order.sheet = sheet_;
            running_ = std::stop_source();
            order.stop = running_.get_token();
            busy_ = true;
        }
        std::function<void()> deliver;
        bool again = false;
        try {
            if (!book) {
                project = order.project;
                book = std::make_unique<tasks::SheetBook>(*project, order.params);
                town_of_book = order.town;
            }
            const PageWish& wish = order.wish;
            switch (order.kind) {
                case Order::Kind::subjects: {
                    auto subjects =
                        tasks::chosen_subjects(*book, tasks::find_sheet_kind(order.sheet->subject), {});
                    deliver = [this, subjects = std::move(subjects)] { emit subjects_read(subjects); };
                    break;
                }
                case Order::Kind::page: {
                    if (const std::pair now(order.look, wish.subject.id); composed_for != now) {
                        composed_for = {};
                        composed =
                            tasks::compose_sheet(*book, *order.sheet, wish.subject, wish.number, wish.count);
                        composed_for = now;
                    }
                    DrawnPage drawn{wish, {}, composed.pages, composed.names};
                    drawn.wish.part = std::clamp(wish.part, 0, static_cast<int>(composed.pages.size()) - 1);
                    drawn.image = render::page_image(
                        composed.pages[static_cast<std::size_t>(drawn.wish.part)], wish.dpi, order.stop);
                    deliver = [this, drawn = std::move(drawn)] { emit page_drawn(drawn); };
                    break;
                }
                case Order::Kind::thumbnail: {
                    const auto pages =
                        tasks::sheet_pages(*book, *order.sheet, wish.subject, wish.number, wish.count);
                    QImage image = render::page_image(pages.front(), wish.dpi, order.stop);
                    deliver = [this, id = wish.subject.id, image = std::move(image)] {
                        emit thumbnail_drawn(id, image);
                    };
                    break;
                }
            }
        } catch (const Cancelled&) {
            again = order.kind == Order::Kind::thumbnail;
        } catch (const Error& error) {
            deliver = [this, error] { emit failed(error); };
        } catch (const std::exception& error) {
            deliver = [this, error = Error("drawing", error.what())] { emit failed(error); };
        }
        {
            const std::scoped_lock lock(mutex_);
            busy_ = false;
            if (again && order.look == look_) thumbnails_.push_front(order.wish);  // a page came first
        }
        post(order.look, std::move(deliver));
    }
}

}  // namespace liangdi::gui
