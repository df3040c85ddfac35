#pragma once

#include <QString>

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;
class QWidget;

namespace chengban {

// The few pieces of text that every page is made of. Their look hangs on the property "role" (Theme.cpp).

/// Selectable, wrapping text. Roles: title, heading, quiet, small, reading, readingHeading, finding, error.
[[nodiscard]] QLabel *label(const QString &text, const char *role, QWidget *parent = nullptr);
/// The same, taking one line where there is room for it and wrapping where there is not.
[[nodiscard]] QLabel *lineLabel(const QString &text, const char *role, QWidget *parent = nullptr);
/// A thin horizontal line between parts.
[[nodiscard]] QFrame *thinLine(QWidget *parent = nullptr);
/// A frame whose background is set by its role: paper, rail, panel, column, sheet.
[[nodiscard]] QFrame *frame(const char *role, QWidget *parent = nullptr);
/// Roles: main (one per page), link, or null for a plain button.
[[nodiscard]] QPushButton *button(
    const QString &text, const QString &objectName, const char *role = nullptr, QWidget *parent = nullptr);
/// A label above a field, in the quiet face, with the field as its buddy.
void addField(QBoxLayout *layout, const QString &caption, QWidget *field);
/// What a screen reader calls the field.
void nameField(QWidget &field, const QString &caption);
/// Fills an error or hint label and hides it while there is nothing to say.
void say(QLabel *label, const QString &text);

/// The grid of the window, in device-independent pixels.
inline constexpr int gap = 8;

} // namespace chengban
