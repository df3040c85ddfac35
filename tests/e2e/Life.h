#pragma once

#include "shared/reply/Reply.h"

#include <QHash>
#include <QString>

namespace chengban::e2e {

/// One of the three lives: a case and everything its people type.
struct Life
{
    QString number; ///< The source's number, by which it is found in the window.
    QString title;
    Verdict verdict = Verdict::SolvableInLimit;
    QHash<QString, QString> parts; ///< Field of the form -> text.
    QList<LegalBasis> basis;
    QString channel; ///< Out of scope: its code in the pack.
    AttachmentKind scanKind = AttachmentKind::Evidence;
    QStringList scans; ///< Files dropped on the form.
    QString
        extensionReason; ///< The clerk asks for an extension, the leader signs it; empty: none is asked for.
    QString returnStatement; ///< The clerk asks to return it, signed on paper, and the centre refuses.
    QString signedSheet; ///< The file of that sheet's scan.
    bool supervised = false; ///< The centre orders a supervision that the unit answers.
    QString leaderReturns; ///< The leader sends it back once with these words; empty: signs at once.
    QString reworkReason; ///< The centre returns it once with this code; empty: accepts at once.
    QString betterPart; ///< The field that is corrected after the leader's return and after the rework,
    QString betterText; ///< and what is then written there.
};

/// The texts of the three lives; `folder` receives the scans.
[[nodiscard]] Life solvableLife(const QString &folder, const QString &unitName);
[[nodiscard]] Life unreasonableLife(const QString &folder, const QString &unitName);
[[nodiscard]] Life outOfScopeLife(const QString &folder, const QString &unitName);

} // namespace chengban::e2e
