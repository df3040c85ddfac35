#include "client/models/Responsible.h"

#include "client/models/Posts.h"
#include "shared/cases/Notices.h"
#include "shared/rules/Citations.h"
#include "shared/rules/PackWords.h"

#include <QCoreApplication>

namespace chengban {

namespace {

const QString between = QStringLiteral("、");

/// Names of the unit's people on that role.
QStringList namesOn(const QString &role, const UnitId &unit, const wire::Directory &directory)
{
    QStringList names;
    for (const wire::DirectoryPerson &person : directory.people) {
        if (person.unit == unit && nameOf(person.role) == role)
            names.append(person.name);
    }
    return names;
}

QString worded(const QString &member, const QStringList &values)
{
    QStringList words;
    for (const QString &value : values)
        words.append(valueWord(member, value).value_or(value));
    return words.join(between);
}

QString withPlace(const QString &text, const QString &place)
{
    //: %1 what is to be done, %2 document and article
    return place.isEmpty() ? text : QCoreApplication::translate("Responsible", "%1 (%2)").arg(text, place);
}

} // namespace

QStringList responsibleLines(const Case &theCase, const Rules &rules, const wire::Directory &directory)
{
    QStringList lines;
    if (!rules.pack || theCase.leadUnit.isEmpty())
        return lines;
    const bool byHand = theCase.acceptance && theCase.acceptance->actor.role != Role::System;
    if (byHand) {
        //: %1 a person's name
        lines += QCoreApplication::translate("Responsible", "Accepted, and answered for first, by %1")
                     .arg(shownName(theCase.acceptance->actor));
    }
    for (const RosterPost &post : rules.pack->roster) {
        const QStringList names = namesOn(post.role, theCase.leadUnit, directory);
        //: %1 a post, %2 the names of its people
        lines += QCoreApplication::translate("Responsible", "%1: %2")
                     .arg(post.label,
                         names.isEmpty() ? QCoreApplication::translate("Responsible", "nobody named")
                                         : names.join(between));
    }
    return lines;
}

QStringList noticeLines(const Case &theCase, const Rules &rules, const Actor &actor)
{
    QStringList lines;
    if (!rules.pack)
        return lines;
    for (const Notice &notice : noticesFor(theCase, *rules.pack, actor)) {
        //: %1 what about, %2 who is told, %3 by which ways
        const QString text = QCoreApplication::translate("Responsible", "%1: to %2, by %3")
                                 .arg(notice.label, worded(QStringLiteral("to"), notice.to),
                                     worded(QStringLiteral("channels"), notice.channels));
        lines += withPlace(text, citedText(notice.cite, rules.pack->documents));
    }
    return lines;
}

} // namespace chengban
