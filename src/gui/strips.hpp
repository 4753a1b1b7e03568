#pragma once

#include <QWidget>

#include "geo/error.hpp"

class QLabel;
class QPushButton;

namespace liangdi::gui {

class ElidingLabel;
class Tool;

/// Above the map: the tool's name in bold, its prompt, and what is selected.
class ToolStrip : public QWidget {
    Q_OBJECT
  public:
    explicit ToolStrip(QWidget* parent = nullptr);
    void show_tool(const Tool& tool);
    void show_prompt(const QString& name, const QString& prompt);  ///< where the mouse is not a Tool's
    void show_selection(const QString& words);                     ///< empty: nothing is selected
    QString selection_words() const;
    void add_chip(QWidget* chip);  ///< before that of the selection

  signals:
    void clear_wanted();

  private:
    QLabel* name_;
    ElidingLabel* prompt_;
    QLabel* chip_;
    QPushButton* clear_;
};

/// Under the tool strip: what went wrong, where, and what to do; stays until it is closed.
class ErrorStrip : public QWidget {
    Q_OBJECT
  public:
    explicit ErrorStrip(QWidget* parent = nullptr);
    void show_error(const QString& doing, const Error& error);
    void show_note(const QString& words);  ///< something to know that stopped nothing
    QString words() const;

  private:
    void show_details();

    QLabel *glyph_, *words_;
    QPushButton* details_;
    QString details_text_;
};

}  // namespace liangdi::gui
