#include "gui/cell_delegate.hpp"

#include <QComboBox>
#include <QLineEdit>
#include <algorithm>
#include <utility>

#include "gui/captions.hpp"
#include "gui/table_model.hpp"

namespace liangdi::gui {

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const {
    const auto& model = *static_cast<const TableModel*>(index.model());
    const auto& column = model.table()->columns.at(static_cast<std::size_t>(index.column()));
    ++editors_;
    if (!column.find.empty()) {
        auto* field = new ReferenceField(parent);
        const QString table = q(column.shape.references);
        connect(field, &ReferenceField::wanted, this,
                [this, field, table](const QString& text) { emit choices_wanted(field, table, text); });
        connect(field, &ReferenceField::chosen, this, [this, field] {
            auto* self = const_cast<CellDelegate*>(this);  // Qt makes editors const and closes them otherwise
            emit self->commitData(field);
            emit self->closeEditor(field);
        });
        return field;
    }
    if (column.shape.choices.empty()) return new QLineEdit(parent);
    auto* box = new QComboBox(parent);
    if (!column.shape.required) box->addItem(QString(), QString());
    for (const auto& choice : column.shape.choices)
        box->addItem(TableModel::shown_text(column, choice), q(choice));
    return box;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    // The view asks again whenever rows are read anew; what is being typed stays.
    if (editor->property("begun").toBool()) return;
    editor->setProperty("begun", true);
    const QString typed = std::exchange(typed_, QString());
    const QString text = typed.isNull() ? index.data(TableModel::raw_role).toString() : typed;
    if (auto* box = qobject_cast<QComboBox*>(editor)) box->setCurrentIndex(std::max(0, box->findData(text)));
    if (auto* field = qobject_cast<ReferenceField*>(editor)) {
        field->begin(text, typed.isNull() ? index.data(Qt::DisplayRole).toString() : typed);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(text);
    }
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* box = qobject_cast<QComboBox*>(editor)) model->setData(index, box->currentData(), Qt::EditRole);
    if (auto* field = qobject_cast<ReferenceField*>(editor)) {
        model->setData(index, field->code(), Qt::EditRole);
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        model->setData(index, line->text(), Qt::EditRole);
    }
}

void CellDelegate::destroyEditor(QWidget* editor, const QModelIndex& index) const {
    --editors_;
    QStyledItemDelegate::destroyEditor(editor, index);
    emit editor_gone();
}

}  // namespace liangdi::gui
