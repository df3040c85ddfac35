#pragma once

#include <QString>

#include <optional>

namespace chengban {

/// A cell without what spreadsheet programs put around it: ="0591" and '0591 and "0591<tab>" are 0591; line
/// ends become LF; control characters become spaces. `'=1+1`, as our own file of rejects writes it, is =1+1
/// again.
[[nodiscard]] QString cleanCell(QString cell);

/// Empty for what people write when there is nothing: 无, 不详, -, N/A, NULL.
[[nodiscard]] QString optionalText(const QString &cleaned);

/// A point in time as these files have it: ISO 8601, 2025/9/6 8:05, 2025年9月6日8时5分, 20250906080500, a
/// bare date (midnight), Excel's day number. Without a zone it is the county's time. Orders of day and month
/// that cannot be told apart (9/6/2025) are not read. Years from 1990 to 2100.
[[nodiscard]] std::optional<qint64> timeOf(const QString &cleaned);

/// A telephone number: its digits with + and extension signs; empty when there are fewer than 5 or it lost
/// digits.
[[nodiscard]] std::optional<QString> phoneOf(const QString &cleaned);

/// Yes or no in the usual words.
[[nodiscard]] std::optional<bool> yesNoOf(const QString &cleaned);

/// True for 1.23457E+17: a long number that a spreadsheet program has cut; two of them may be different
/// cases.
[[nodiscard]] bool isDamagedNumber(const QString &cleaned);

} // namespace chengban
