#pragma once

#include <QDialog>

#include "tasks/matching.hpp"

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace liangdi::gui {

/// The review of a matched list: every line with its verdict and the reason, a tick before those that will be
/// linked. What is certain is ticked; what is probable waits for somebody who knows.
class MatchForm : public QDialog {
    Q_OBJECT
  public:
    explicit MatchForm(QWidget* parent = nullptr);

    void show_review(tasks::MatchReview review);
    const tasks::MatchReview& review() const { return review_; }
    std::vector<std::size_t> ticked() const;  ///< lines of the review

    QTableWidget* table() const { return table_; }
    QComboBox* shown() const { return shown_; }
    QPushButton* apply_button() const { return apply_; }
    void show_words(const QString& words);  ///< what came of it

  signals:
    void apply_wanted(const std::vector<std::size_t>& lines);
    void save_wanted();
    void household_wanted(qint64 household);  ///< double click on a line

  private:
    void filter();
    void count();

    tasks::MatchReview review_;
    QLabel *title_, *words_;
    QComboBox* shown_;
    QTableWidget* table_;
    QPushButton *apply_, *save_;
    bool filling_ = false;
};

}  // namespace liangdi::gui
