#include "cli/Arguments.h"
#include "cli/Subcommands.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"
#include "shared/release/ReleaseArchive.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSaveFile>

namespace chengban::cli {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Release &release)
{
    return QString::fromStdString(release.version.text()) + u'\t' + release.platform + u'\t'
        + QString::number(release.bytes) + u'\t' + release.sha256;
}

/// The moment that was given, or now. Errors: BadInput.
Result<qint64> publishedMs(const Arguments &given)
{
    if (!given.has("published"))
        return QDateTime::currentMSecsSinceEpoch();
    const QDateTime moment = QDateTime::fromString(given.value("published"), Qt::ISODate);
    return moment.isValid() ? Result<qint64>(moment.toMSecsSinceEpoch())
                            : fail(ErrorCode::BadInput, u"--published"_s);
}

Result<Release> releaseFrom(const Arguments &given)
{
    if (!isPlatform(given.value("platform")))
        return fail(ErrorCode::BadInput, u"--platform"_s);
    const auto facts = factsOfArchive(given.file(), given.value("platform"));
    if (!facts)
        return fail(facts.error());
    const auto published = publishedMs(given);
    if (!published)
        return fail(published.error());
    return Release{facts->version, given.value("platform"), QFileInfo(given.file()).fileName(), facts->bytes,
        facts->unpackedBytes, facts->sha256, apiNumber, *published, given.value("news")};
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? Result<void>() : fail(ErrorCode::DiskFull, path);
}

Exit sign(const QStringList &arguments, Console &console)
{
    Arguments given({{"key", true}, {"platform", true}, {"news", true}, {"out", true}, {"published"}}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto key = fileContent(given.value("key")).and_then(&privateKeyFromPem);
    if (!key)
        return console.refuse(inFile(key.error(), given.value("key")));
    const auto made
        = releaseFrom(given).and_then([&](const Release &release) { return signedRelease(release, *key); });
    if (!made)
        return console.refuse(made.error());
    const auto done = canonicalForm(toJson(*made)).and_then([&](const QByteArray &form) {
        return writeWhole(given.value("out"), form + '\n');
    });
    if (!done)
        return console.refuse(done.error());
    console.out << textOf(made->release) << Qt::endl;
    return Exit::Fine;
}

Exit verify(const QStringList &arguments, Console &console)
{
    Arguments given({{"key"}}, 2);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto keys = given.has("key") ? fileContent(given.value("key")).map(&pemBlocks)
                                       : Result<QList<QByteArray>>(releaseKeys());
    if (!keys)
        return console.refuse(keys.error());
    const auto json
        = fileContent(given.file(1)).and_then([](const QByteArray &bytes) { return parseJsonObject(bytes); });
    if (!json)
        return console.refuse(inFile(json.error(), given.file(1)));
    const auto release = trustedRelease(*json, *keys);
    const auto sound
        = release ? checkArchive(given.file(), release->release) : Result<void>(fail(release.error()));
    if (!sound) {
        console.out << QCoreApplication::translate("Cli", "INVALID") << u'\t' << errorLine(sound.error())
                    << Qt::endl;
        return Exit::Findings;
    }
    console.out << QCoreApplication::translate("Cli", "valid") << u'\t' << textOf(release->release)
                << Qt::endl;
    return Exit::Fine;
}

} // namespace

Exit runRelease(const QStringList &arguments, Console &console)
{
    const QString what = arguments.value(0);
    if (what == u"sign")
        return sign(arguments.mid(1), console);
    if (what == u"verify")
        return verify(arguments.mid(1), console);
    return console.refuseUsage(QCoreApplication::translate("Cli", "Say sign or verify."));
}

} // namespace chengban::cli
