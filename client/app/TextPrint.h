#pragma once

#include <QString>

class QWidget;

namespace chengban {

/// Asks for a printer and prints the text on A4; nothing blocks meanwhile.
void printText(QWidget &window, const QString &title, const QString &html);

} // namespace chengban
