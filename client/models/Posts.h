#pragma once

#include "shared/wire/Wire.h"

#include <QStringList>

namespace chengban {

// Posts that somebody else takes over for some days (shared/cases/Substitution.h), as a desk asks
// for them: the person who is logged in, and the directory as it is known here.

/// The person on the post of that holder. Errors: SubstituteNotInForce.
[[nodiscard]] Result<Actor> onPostOf(
    const UserId &holder, const Actor &person, const wire::Directory &directory, qint64 atMs);

/// A post that the person may take over now.
struct OpenPost
{
    wire::DirectoryPerson holder;
    QDate until; ///< The last day.
};
[[nodiscard]] QList<OpenPost> openPosts(const Actor &person, const wire::Directory &directory, qint64 nowMs);

/// What the person must know: whom they stand in for and who stands in for them, now, soon, or no longer
/// because somebody took it back before its last day.
[[nodiscard]] QStringList postNotices(const Actor &person, const wire::Directory &directory, qint64 nowMs);

/// People for whom the person may arrange a substitute.
[[nodiscard]] QList<wire::DirectoryPerson> arrangeable(const Actor &person, const wire::Directory &directory);
/// Who could stand in on that post.
[[nodiscard]] QList<wire::DirectoryPerson> candidates(
    const wire::DirectoryPerson &holder, const wire::Directory &directory);

/// One line about a substitution of the list: who for whom, when, what has become of it.
[[nodiscard]] QString substitutionText(
    const Substitution &one, const wire::Directory &directory, qint64 nowMs);
/// The name, and for whom: 何长青（代陈大江）.
[[nodiscard]] QString shownName(const Actor &actor);

} // namespace chengban
