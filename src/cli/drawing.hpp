#pragma once

#include <QGuiApplication>
#include <memory>

namespace liangdi::cli {

/// Fonts and pictures need a Qt application; no display is needed. Only the verbs that draw pay for it.
std::unique_ptr<QGuiApplication> drawing_application();

}  // namespace liangdi::cli
