#pragma once

#include <QImage>
#include <QObject>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "geo/error.hpp"
#include "tasks/atlas.hpp"

namespace liangdi::gui {

/// A page that is wanted as a picture: the subject, its place in the atlas, and how fine.
struct PageWish {
    tasks::SheetSubject subject;
    std::int64_t number = 1, count = 1;
    int part = 0;  ///< 0: the subject's first page; those behind hold what did not fit
    double dpi = 96;
    quint64 serial = 0;  ///< the asker's
};

struct DrawnPage {
    PageWish wish;
    QImage image;
    std::vector<render::Page> pages;  ///< all of the subject
    tasks::SheetNames names;
};

/// Reads subjects, composes pages and paints them on a thread of its own. The page that is looked at goes
/// before thumbnails; with another town, template or edition everything asked so far is dropped.
class SheetWorker : public QObject {
    Q_OBJECT
  public:
    explicit SheetWorker(QObject* parent = nullptr);
    ~SheetWorker() override;

    /// Other rows, another edition or language, or no town.
    void set_town(std::shared_ptr<tasks::Project> project, tasks::SheetParams params);
    void set_template(render::PageTemplate sheet);

    void ask_subjects();
    void ask_page(const PageWish& wish);
    /// In that order; those that wait from before are replaced.
    void ask_thumbnails(std::vector<PageWish> wishes);
    bool idle() const { return waiting_ == 0; }

  signals:
    void subjects_read(const std::vector<liangdi::tasks::SheetSubject>& subjects);
    void page_drawn(const liangdi::gui::DrawnPage& page);
    void thumbnail_drawn(qint64 subject, const QImage& image);
    void failed(const liangdi::Error& error);

  private:
    struct Order;  // one thing to do
    void work(std::stop_token stop);
    void post(std::uint64_t look, std::function<void()> deliver);
    void look_changed();  // under the mutex
    void count_waiting();

    // Of the window's thread.
    int waiting_ = 0;

    std::mutex mutex_;  // for all below
    std::condition_variable_any wake_;
    std::shared_ptr<tasks::Project> project_;
    tasks::SheetParams params_;
    std::shared_ptr<const render::PageTemplate> sheet_;
    std::uint64_t town_ = 0, look_ = 0;  // change with the town, and with anything that a page shows
    bool subjects_wanted_ = false;
    std::optional<PageWish> page_;
    std::deque<PageWish> thumbnails_;
    bool running_thumbnail_ = false, busy_ = false;
    std::stop_source running_;
    std::jthread thread_;  // last: it is joined before the rest goes
};

}  // namespace liangdi::gui
