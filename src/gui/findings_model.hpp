#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <QSortFilterProxyModel>
#include <map>
#include <string>

#include "tasks/check.hpp"

namespace liangdi::gui {

/// With the glyph that stands beside the colour: "◆ error".
QString severity_caption(land::Severity severity);
QColor severity_colour(land::Severity severity);

/// The findings of a check as rows.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { severity, rule, table, code, message, mend, column_count };
    static constexpr int sort_role = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void show(tasks::CheckOutcome outcome, bool chinese);
    const land::Finding& at(int row) const { return outcome_.findings.at(static_cast<std::size_t>(row)); }
    const tasks::CheckOutcome& outcome() const { return outcome_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const land::Finding& finding, int column) const;

    tasks::CheckOutcome outcome_;
    std::map<std::string, QString> rule_captions_;  // by the name that a finding bears
};

/// Those that are at least so severe and hold a text.
class FindingsFilter : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void set(land::Severity least, const QString& text);

  protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

  private:
    land::Severity least_ = land::Severity::note;
    QString text_;
};

}  // namespace liangdi::gui
