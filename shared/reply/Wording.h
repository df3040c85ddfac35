#pragma once

#include <QString>

#include <initializer_list>

namespace chengban {

struct Filling
{
    const char *name;
    QString value;
};

/// The template with each {name} replaced; values are not looked into again.
[[nodiscard]] QString filled(const QString &form, std::initializer_list<Filling> fillings);

/// Letters, digits and ideographs of a text: punctuation and spaces alone say nothing.
[[nodiscard]] int letterCount(const QString &text);

[[nodiscard]] constexpr bool isIdeograph(QChar c)
{
    return c >= u'\u4e00' && c <= u'\u9fff';
}

[[nodiscard]] QString withoutSpaces(QString text);

} // namespace chengban
