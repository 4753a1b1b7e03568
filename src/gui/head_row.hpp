#pragma once

#include <functional>

class QLayoutItem;
class QPushButton;

namespace liangdi::gui {

/// Asks the head of a dock to show its long words, or its short ones where `room_px` is not enough for them.
void fit_head(QLayoutItem& head, int room_px, const std::function<void(bool narrow)>& show);

/// The button's words, or its icon alone; people who hear them always have the words.
void show_words(QPushButton& button, bool shown);

}  // namespace liangdi::gui
