#pragma once

#include "gui/bookmarks.hpp"
#include "gui/map_card.hpp"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace liangdi::gui {

/// The list of bookmarks on the map's upper left corner. Enter or a double click goes there, F2 renames, Del
/// deletes, Esc closes.
class BookmarkPanel : public MapCard {
    Q_OBJECT
  public:
    explicit BookmarkPanel(QWidget* map);

    void show_bookmarks(std::vector<Bookmark> bookmarks);
    const std::vector<Bookmark>& bookmarks() const { return bookmarks_; }
    void add(const geo::Box& box);  ///< under a free name, which is open to be typed over
    QListWidget* list() const { return list_; }
    QPushButton* add_button() const { return add_; }

  signals:
    void add_wanted();
    void go_wanted(const liangdi::geo::Box& box);
    void bookmarks_changed();  ///< to be kept

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill(int current);
    void renamed(QListWidgetItem* item);
    void go();
    void remove();

    QListWidget* list_;
    QPushButton *add_, *go_, *rename_, *remove_;
    QLabel* none_;
    std::vector<Bookmark> bookmarks_;
};

}  // namespace liangdi::gui
