#pragma once

#include "client/printing/Sheets.h"

namespace chengban::sheets {

// Rows and sections that several sheets share. The tables are 163 mm wide, in four columns.

inline const QList<qreal> fourColumns{27, 54.5, 27, 54.5};

[[nodiscard]] SheetRow pair(
    const QString &name, const QString &text, const QString &otherName, const QString &otherText);
/// One label and a text over the other columns; a high row holds running text.
[[nodiscard]] SheetRow row(const QString &name, const QString &text, qreal leastMm = 9);
[[nodiscard]] SheetRow person(const QString &who, const Actor &actor, const QString &when, qint64 atMs);
/// Number of the case and a unit; below, the demand's title.
void addCase(SheetTable &table, const SheetContext &context, const QString &unitLabel);
/// An opinion in 楷体, signed with name and time.
[[nodiscard]] SheetRow opinion(
    const QString &name, const QString &text, const QString &who, qint64 atMs, qreal leastMm = 16);
void addDecision(SheetTable &table, const Entry<DecisionBody> &decision);
/// The signatures that a request left the unit with; nothing without any.
void addSignatures(SheetTable &table, const QList<Entry<SignatureBody>> &signatures);
/// Who signed, for whom, and whether on paper.
[[nodiscard]] QString signerWord(const Entry<SignatureBody> &signature);
[[nodiscard]] qint64 signedMs(const Entry<SignatureBody> &signature);

/// Centred, for numbers.
[[nodiscard]] Cell ordinal(qsizetype number);

/// The reply's account under numbered headings: what was found, done and concluded; empty fields are left
/// out.
void paintAccount(SheetPainter &painter, const SheetContext &context, const Reply &reply);
/// Visits as a table; nothing without any.
void paintVisits(SheetPainter &painter, const QList<SiteVisit> &visits);

} // namespace chengban::sheets
