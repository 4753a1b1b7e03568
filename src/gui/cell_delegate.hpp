#pragma once

#include <QStyledItemDelegate>

#include "gui/reference_field.hpp"

namespace liangdi::gui {

/// Edits a cell of a town table: a choice from a list, a row that it refers to by its name, everything else
/// as text.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What the next editor begins with in place of the cell: what was typed when an edit was refused.
    void begin_with(const QString& text) { typed_ = text; }
    bool editing() const { return editors_ > 0; }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void destroyEditor(QWidget* editor, const QModelIndex& index) const override;

  signals:
    /// Rows of that table that fit the text, for the field's show_choices.
    void choices_wanted(liangdi::gui::ReferenceField* field, const QString& table, const QString& text) const;
    void editor_gone() const;

  private:
    mutable QString typed_;
    mutable int editors_ = 0;
};

}  // namespace liangdi::gui
