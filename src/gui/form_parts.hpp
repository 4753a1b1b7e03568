#pragma once

#include <QDialogButtonBox>

class QDialog;
class QLabel;

/// What every form that asks for something ends with.
namespace liangdi::gui {

/// Ok under the words of what it does, looking like the one that is meant, and Cancel, which rejects the
/// dialog. The caller connects accepted().
QDialogButtonBox* ok_and_cancel(QDialog& dialog, const QString& ok);

/// Makes the label the line that says what was refused; hidden until then.
void make_refusal_line(QLabel& label);

}  // namespace liangdi::gui
