#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace chengban {

/// Text as Chinese Excel saves "CSV".
[[nodiscard]] QByteArray gb18030(const QString &text);
/// Wine has no code page for it; Windows has.
[[nodiscard]] bool gb18030IsHere();

/// UTF-16 with its mark.
[[nodiscard]] QByteArray utf16(const QString &text, bool littleEndian);

using ZipEntries = QList<QPair<QString, QByteArray>>;
[[nodiscard]] QByteArray zipped(const ZipEntries &entries);

/// A workbook whose first sheet has these rows as XML of <sheetData>; style 1 is a date, style 2 a date by a
/// format of its own, style 3 a format with the letters of a date in quotation marks only.
[[nodiscard]] QByteArray workbook(
    const QByteArray &sheetData, const QByteArray &sharedStrings = {}, bool from1904 = false);

} // namespace chengban
