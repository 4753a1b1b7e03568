#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <set>
#include <unordered_map>
#include <vector>

#include "tasks/sheets.hpp"

namespace liangdi::gui {

/// The pages of a template: a row for each subject, with a thumbnail once it is painted.
class PageModel : public QAbstractListModel {
    Q_OBJECT
  public:
    static constexpr QSize thumbnail{84, 62};  ///< logical px, the box that it fits in

    using QAbstractListModel::QAbstractListModel;

    void set_subjects(std::vector<tasks::SheetSubject> subjects);
    const std::vector<tasks::SheetSubject>& subjects() const { return subjects_; }
    int row_of(std::int64_t subject) const;  ///< -1: not there

    /// The pictures stay until the new ones come.
    void outdate_thumbnails();
    void set_thumbnail(std::int64_t subject, const QImage& image, double ratio);
    bool needs_thumbnail(std::int64_t subject) const { return !fresh_.contains(subject); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    std::vector<tasks::SheetSubject> subjects_;
    std::unordered_map<std::int64_t, int> rows_;
    std::unordered_map<std::int64_t, QPixmap> thumbnails_;
    std::set<std::int64_t> fresh_;
};

}  // namespace liangdi::gui
