#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace chengban {

/// Times are stored, sent and hashed as integer UTC milliseconds. Legal days and every shown time use the
/// county's offset, never the PC's zone; all Chinese counties lie at +08:00.
constexpr int countyOffsetSeconds = 8 * 3600;

[[nodiscard]] QDateTime countyTime(qint64 utcMs);
[[nodiscard]] QDate countyDate(qint64 utcMs);
[[nodiscard]] qint64 utcMs(const QDate &day, const QTime &time);

/// "2025-09-26 16:40" in the county's time.
[[nodiscard]] QString shownTime(qint64 utcMs);

/// Parses ISO 8601 with a zone or `Z`; a time without a zone is refused (-> no value).
[[nodiscard]] std::optional<qint64> parseZonedTime(const QString &text);

} // namespace chengban
