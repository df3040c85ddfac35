#include "client/models/DossierWords.h"

#include "shared/base/CountyTime.h"

#include <QCoreApplication>

namespace chengban {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Dossiers", text);
}

} // namespace

QString retentionText(const QString &code)
{
    if (code == QLatin1StringView("Y"))
        return words(QT_TRANSLATE_NOOP("Dossiers", "permanent"));
    //: %1 is a number of years
    return words(QT_TRANSLATE_NOOP("Dossiers", "%1 years")).arg(code.mid(1));
}

QString disposalText(DisposalKind kind)
{
    return kind == DisposalKind::Destroy ? words(QT_TRANSLATE_NOOP("Dossiers", "destruction"))
                                         : words(QT_TRANSLATE_NOOP("Dossiers", "transfer"));
}

QString stateText(const DossierLine &line, int year)
{
    if (line.state == DossierState::Destroyed)
        return words(QT_TRANSLATE_NOOP("Dossiers", "destroyed"));
    if (line.state == DossierState::Transferred)
        return words(QT_TRANSLATE_NOOP("Dossiers", "handed over"));
    if (line.disposal && line.disposal->state == DisposalState::Proposed) {
        //: %1 destruction or transfer
        return words(QT_TRANSLATE_NOOP("Dossiers", "%1 proposed")).arg(disposalText(line.disposal->kind));
    }
    const auto due = dueNow(line, year);
    //: %1 destruction or transfer
    return due ? words(QT_TRANSLATE_NOOP("Dossiers", "due for %1")).arg(disposalText(*due))
               : words(QT_TRANSLATE_NOOP("Dossiers", "kept"));
}

QString disposalText(const Disposal &disposal)
{
    //: %1 time, %2 person, %3 destruction or transfer, %4 reason
    QString text = words(QT_TRANSLATE_NOOP("Dossiers", "%1 %2 proposed %3: %4"))
                       .arg(shownTime(disposal.proposedAtMs), disposal.proposedByName,
                           disposalText(disposal.kind), disposal.reason);
    if (!disposal.receiver.isEmpty()) {
        //: %1 who takes the dossier over
        text += QLatin1Char('\n') + words(QT_TRANSLATE_NOOP("Dossiers", "To %1")).arg(disposal.receiver);
    }
    if (disposal.state == DisposalState::Proposed)
        return text;
    const char *decided = disposal.state == DisposalState::Approved
        //: %1 time, %2 person, %3 reason
        ? QT_TRANSLATE_NOOP("Dossiers", "%1 %2 approved: %3")
        : QT_TRANSLATE_NOOP("Dossiers", "%1 %2 refused: %3");
    return text + QLatin1Char('\n')
        + words(decided).arg(
            shownTime(disposal.decidedAtMs), disposal.decidedByName, disposal.decisionReason);
}

QString openingText(const Opening &opening)
{
    const char *why = opening.purpose == OpeningPurpose::Read ? QT_TRANSLATE_NOOP("Dossiers", "to read")
        : opening.purpose == OpeningPurpose::Reprint          ? QT_TRANSLATE_NOOP("Dossiers", "to print")
                                                              : QT_TRANSLATE_NOOP("Dossiers", "to verify");
    return QStringLiteral("%1  %2  %3  %4")
        .arg(shownTime(opening.atMs), opening.userName, opening.unitName, words(why));
}

} // namespace chengban
