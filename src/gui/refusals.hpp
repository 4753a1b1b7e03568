#pragma once

#include <QString>

#include "geo/error.hpp"

namespace liangdi::gui {

/// Why sealed records stay closed or a passphrase is not taken, in the window's words.
QString refusal_caption(const Error& error);

}  // namespace liangdi::gui
