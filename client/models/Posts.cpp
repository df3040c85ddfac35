#include "client/models/Posts.h"

#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("Posts", source);
}

std::optional<wire::DirectoryPerson> personOf(const UserId &id, const wire::Directory &directory)
{
    const auto person = std::ranges::find(directory.people, id, &wire::DirectoryPerson::id);
    return person == directory.people.end() ? std::nullopt : std::optional(*person);
}

QString nameIn(const UserId &id, const wire::Directory &directory)
{
    const auto person = personOf(id, directory);
    return person ? person->name : id.value;
}

QString days(const Substitution &one)
{
    return words(QT_TRANSLATE_NOOP("Posts", "%1 to %2"))
        .arg(one.from.toString(Qt::ISODate), one.to.toString(Qt::ISODate));
}

/// One sentence for one of the two people; empty for others and for what is over.
QString noticeOf(const Substitution &one, const Actor &person, const wire::Directory &directory, qint64 nowMs)
{
    const bool stands = one.substitute == person.user;
    if (!stands && one.holder != person.user)
        return {};
    const QString other = nameIn(stands ? one.holder : one.substitute, directory);
    if (isOpen(one, nowMs)) {
        //: %1 a person, %2 "2025-09-01 to 2025-09-05", %3 who arranged it
        return (stands ? words(QT_TRANSLATE_NOOP("Posts", "You stand in for %1, %2 (arranged by %3)."))
                       : words(QT_TRANSLATE_NOOP("Posts", "%1 stands in for you, %2 (arranged by %3).")))
            .arg(other, days(one), one.appointedByName);
    }
    Substitution asArranged = one;
    asArranged.revokedAtMs.reset();
    if (!one.revokedAtMs || !isOpen(asArranged, nowMs))
        return {};
    //: %1 a person, %2 who took it back
    return (stands ? words(QT_TRANSLATE_NOOP("Posts", "You no longer stand in for %1: %2 took it back."))
                   : words(QT_TRANSLATE_NOOP("Posts", "%1 no longer stands in for you: %2 took it back.")))
        .arg(other, one.revokedByName);
}

} // namespace

Result<Actor> onPostOf(
    const UserId &holder, const Actor &person, const wire::Directory &directory, qint64 atMs)
{
    if (holder.isEmpty())
        return person;
    const auto known = personOf(holder, directory);
    if (!known)
        return fail(ErrorCode::SubstituteNotInForce);
    return standingIn(
        person, wire::actorOf(person.tenant, *known, person.unitName), directory.substitutions, atMs);
}

QList<OpenPost> openPosts(const Actor &person, const wire::Directory &directory, qint64 nowMs)
{
    QList<OpenPost> posts;
    for (const Substitution &one : directory.substitutions) {
        if (one.substitute == person.user && isInForce(one, nowMs)
            && onPostOf(one.holder, person, directory, nowMs))
            posts.append({*personOf(one.holder, directory), one.to});
    }
    return posts;
}

QStringList postNotices(const Actor &person, const wire::Directory &directory, qint64 nowMs)
{
    QStringList notices;
    for (const Substitution &one : directory.substitutions) {
        if (const QString notice = noticeOf(one, person, directory, nowMs); !notice.isEmpty())
            notices.append(notice);
    }
    return notices;
}

QList<wire::DirectoryPerson> arrangeable(const Actor &person, const wire::Directory &directory)
{
    QList<wire::DirectoryPerson> leaders;
    std::ranges::copy_if(
        directory.people, std::back_inserter(leaders), [&](const wire::DirectoryPerson &one) {
            return isUnitPost(one.role) && mayArrange(person, wire::actorOf(person.tenant, one, {}));
        });
    return leaders;
}

QList<wire::DirectoryPerson> candidates(const wire::DirectoryPerson &holder, const wire::Directory &directory)
{
    QList<wire::DirectoryPerson> people;
    std::ranges::copy_if(directory.people, std::back_inserter(people), [&](const wire::DirectoryPerson &one) {
        return one.unit == holder.unit && one.id != holder.id && isUnitPost(one.role);
    });
    return people;
}

QString substitutionText(const Substitution &one, const wire::Directory &directory, qint64 nowMs)
{
    //: %1 the substitute, %2 for whom, %3 "2025-09-01 to 2025-09-05"
    const QString what
        = words(QT_TRANSLATE_NOOP("Posts", "%1 for %2, %3"))
              .arg(nameIn(one.substitute, directory), nameIn(one.holder, directory), days(one));
    if (one.revokedAtMs)
        return words(QT_TRANSLATE_NOOP("Posts", "%1 · taken back by %2, %3"))
            .arg(what, one.revokedByName, shownTime(*one.revokedAtMs));
    if (!isOpen(one, nowMs))
        return words(QT_TRANSLATE_NOOP("Posts", "%1 · over")).arg(what);
    return isInForce(one, nowMs) ? words(QT_TRANSLATE_NOOP("Posts", "%1 · in force")).arg(what) : what;
}

QString shownName(const Actor &actor)
{
    if (actor.actingForName.isEmpty())
        return actor.name;
    //: %1 who acted, %2 for whom
    return words(QT_TRANSLATE_NOOP("Posts", "%1 (for %2)")).arg(actor.name, actor.actingForName);
}

} // namespace chengban
