#pragma once

#include "shared/cases/Actor.h"
#include "shared/cases/Command.h"

#include <QHash>

namespace chengban::cli {

/// One command of a life with who gives it, when, and what the file expects of it.
struct LifeStep
{
    QString theCase; ///< Which case of the file; one file can tell of several.
    qint64 atMs = 0; ///< The server's time.
    Actor actor;
    CommandType type = CommandType::Accept;
    QJsonObject body;
    QStringList refusedWith; ///< Findings the step must be refused with; empty: it must succeed.
};

/// A file of commands, as docs/formats.md describes it.
struct LifeFile
{
    QString about;
    QList<LifeStep> steps;
    QHash<QString, QJsonObject> expected; ///< By case: members its state must have at the end.
};

/// Times must not run backwards. Members of a body whose name ends in "Ms" may be given as a time with its
/// zone. Errors: BadEncoding, BadJson, TooLarge, and those of strict readers, with the place:
/// "commands[3].at".
[[nodiscard]] Result<LifeFile> lifeFileFrom(const QByteArray &bytes);

} // namespace chengban::cli
