#include "server/Commands.h"
#include "server/Installation.h"
#include "server/services/AuditService.h"
#include "server/services/DirectoryService.h"

#include <QCoreApplication>

namespace chengban::server {

using namespace Qt::StringLiterals;

namespace {

Result<void> recorded(const Installation &installation, VersionNumber version, const QString &detail)
{
    return AuditService(installation.backend())
        .record(consoleOf(installation.county()), AuditAction::ReleaseChanged,
            QString::fromStdString(version.text()), detail, systemNowMs());
}

QString textOf(const RollOut &rollOut)
{
    QStringList units;
    for (const UnitId &unit : rollOut.units)
        units << unit.value;
    if (rollOut.withdrawn)
        return words(QT_TRANSLATE_NOOP("Server", "withdrawn"));
    if (rollOut.all)
        return words(QT_TRANSLATE_NOOP("Server", "rolled out to all"));
    return units.isEmpty() ? words(QT_TRANSLATE_NOOP("Server", "not rolled out"))
                           //: %1 short names of units
                           : words(QT_TRANSLATE_NOOP("Server", "rolled out to %1")).arg(units.join(u','));
}

/// A version at the county that a command is about.
struct Subject
{
    std::unique_ptr<Installation> installation;
    VersionNumber version;
};

/// The one version that stands among the arguments. Errors: BadInput; those of Installation::open().
Result<Subject> subjectIn(const QCommandLineParser &given)
{
    const QStringList places = given.positionalArguments();
    const auto version = versionNumber(places.value(0).toStdString());
    if (places.size() != 1 || !version)
        return fail(ErrorCode::BadInput, u"VERSION: X.Y.Z"_s);
    auto installation = Installation::open(given.value(u"data"_s), given.value(u"database"_s));
    if (!installation)
        return fail(installation.error());
    return Subject{std::move(*installation), *version};
}

/// Errors: BadInput unless all, or units that the county has, were named.
Result<RollOut> rollOutIn(const QCommandLineParser &given, const Installation &installation)
{
    RollOut to;
    to.all = given.isSet(u"all"_s);
    for (const QString &unit : given.value(u"units"_s).split(u',', Qt::SkipEmptyParts))
        to.units.append({unit.trimmed()});
    if (to.all != to.units.isEmpty())
        return fail(ErrorCode::BadInput, u"--all | --units"_s);
    const auto directory = DirectoryService(installation.backend()).directory(installation.county().tenant);
    if (!directory)
        return fail(directory.error());
    for (const UnitId &unit : to.units) {
        if (std::ranges::none_of(directory->units, [&](const auto &one) { return one.id == unit; }))
            return fail(ErrorCode::NotFound, unit.value);
    }
    return to;
}

/// Says who gets the version, and writes it down.
Exit rolledOut(const Installation &installation, VersionNumber version, const RollOut &to)
{
    if (const auto done = installation.releases().rollOut(version, to); !done)
        return failed(done.error());
    if (const auto done = recorded(installation, version, textOf(to)); !done)
        return failed(done.error());
    say(QString::fromStdString(version.text()) + u'\t' + textOf(to));
    return Exit::Done;
}

} // namespace

Exit runReleaseAdd(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption(), databaseOption()});
    parser.addPositionalArgument(u"FILE.zip"_s, words(QT_TRANSLATE_NOOP("Server", "The release's archive.")));
    parser.addPositionalArgument(
        u"MANIFEST"_s, words(QT_TRANSLATE_NOOP("Server", "What its publisher signed.")));
    if (const auto end = parsed(parser, arguments, {u"data"_s}))
        return *end;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2)
        return failed({ErrorCode::BadInput, u"FILE.zip MANIFEST"_s});
    const auto installation = Installation::open(parser.value(u"data"_s), parser.value(u"database"_s));
    if (!installation)
        return failed(installation.error());
    const auto manifest = readWhole(given[1]);
    if (!manifest)
        return failed(manifest.error());
    const auto added = (*installation)->releases().add(given[0], *manifest, releaseKeys());
    if (!added)
        return failed(added.error());
    const Release &release = added->release;
    const QString detail = u"add "_s + release.platform + u' ' + release.sha256;
    if (const auto done = recorded(**installation, release.version, detail); !done)
        return failed(done.error());
    say(QString::fromStdString(release.version.text()) + u'\t' + release.platform);
    return Exit::Done;
}

Exit runReleaseList(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption(), databaseOption()});
    if (const auto end = parsed(parser, arguments, {u"data"_s}))
        return *end;
    const auto installation = Installation::open(parser.value(u"data"_s), parser.value(u"database"_s));
    if (!installation)
        return failed(installation.error());
    for (const KeptRelease &one : (*installation)->releases().all()) {
        const Release &release = one.release.release;
        say(QStringList{QString::fromStdString(release.version.text()), release.platform,
            QString::number(release.bytes), textOf(one.rollOut), QString(release.news).replace(u'\n', u' ')}
                .join(u'\t'));
    }
    return Exit::Done;
}

Exit runReleaseRollOut(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption(), databaseOption(),
        {u"units"_s, words(QT_TRANSLATE_NOOP("Server", "To these units alone.")), u"ID,ID"_s},
        {u"all"_s, words(QT_TRANSLATE_NOOP("Server", "To the whole county."))}});
    parser.addPositionalArgument(u"VERSION"_s, words(QT_TRANSLATE_NOOP("Server", "X.Y.Z, as added.")));
    if (const auto end = parsed(parser, arguments, {u"data"_s}))
        return *end;
    const auto subject = subjectIn(parser);
    if (!subject)
        return failed(subject.error());
    const auto to = rollOutIn(parser, *subject->installation);
    return to ? rolledOut(*subject->installation, subject->version, *to) : failed(to.error());
}

Exit runReleaseWithdraw(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption(), databaseOption()});
    parser.addPositionalArgument(u"VERSION"_s, words(QT_TRANSLATE_NOOP("Server", "X.Y.Z, as added.")));
    if (const auto end = parsed(parser, arguments, {u"data"_s}))
        return *end;
    const auto subject = subjectIn(parser);
    return subject ? rolledOut(*subject->installation, subject->version,
               RollOut{.all = false, .units = {}, .withdrawn = true})
                   : failed(subject.error());
}

} // namespace chengban::server
