#include "server/Commands.h"
#include "server/Installation.h"
#include "server/blobs/BlobFiles.h"
#include "server/services/CaseService.h"
#include "server/services/FeedService.h"
#include "server/services/KeyService.h"
#include "shared/cases/Decide.h"
#include "shared/dossier/Manifest.h"
#include "shared/signing/CaseLog.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace chengban::server {

namespace {

/// Reads as the county's archive does: what is over, each case written into the audit log under this name.
Actor reader(const TenantId &tenant)
{
    Actor actor;
    actor.tenant = tenant;
    actor.user.value = QStringLiteral("chengban-server-export");
    actor.name = QStringLiteral("chengban-server export");
    actor.role = Role::Archivist;
    return actor;
}

QString numberOf(const Case &theCase)
{
    return theCase.demand.sourceNumber.isEmpty() ? theCase.id.value : theCase.demand.sourceNumber;
}

/// The cases that are over; only the one of that number when there is one.
Result<QList<CaseId>> wanted(const Installation &installation, const QString &number)
{
    QList<CaseId> found;
    QString cursor;
    FeedService feed(installation.backend());
    for (bool more = true; more;) {
        const auto page = feed.page(reader(installation.county().tenant), wire::archiveScope(), cursor,
            FeedService::maximumPage, systemNowMs());
        if (!page)
            return fail(page.error());
        for (const wire::FeedCase &one : page->cases) {
            if (number.isEmpty() || number == one.caseId.value || number == numberOf(folded(one.events)))
                found.append(one.caseId);
        }
        more = page->more;
        cursor = page->cursor;
    }
    if (found.isEmpty() && !number.isEmpty())
        return fail(ErrorCode::NotFound, number);
    return found;
}

Result<CaseLog> logOf(const Installation &installation, const CaseId &id)
{
    const TenantId &tenant = installation.county().tenant;
    const auto whole = CaseService(installation.backend()).caseLog(reader(tenant), id, systemNowMs());
    if (!whole)
        return fail(whole.error());
    auto keys = KeyService(installation.backend()).keys(tenant);
    if (!keys)
        return fail(keys.error());
    const auto signatures = signaturesIn(folded(whole->events));
    keys->removeIf([&](const EnrolledKey &key) {
        return std::ranges::none_of(
            signatures, [&](const Entry<SignatureBody> &signature) { return signature.body.key == key.id; });
    });
    return CaseLog{whole->events, *keys, installation.backend().keys.publicKeyPem, {}};
}

/// Under their digests: names of files may say anything.
Result<void> copyFiles(const Installation &installation, const Case &theCase, const QString &folder)
{
    for (const Attachment &attachment : filesOf(theCase)) {
        const QString target = QDir(folder).filePath(attachment.sha256);
        if (QFile::exists(target))
            continue;
        const auto copied
            = installation.backend().files.copy(installation.county().tenant, attachment.sha256, target);
        if (!copied)
            return copied;
    }
    return {};
}

QString folderName(const Case &theCase)
{
    QString name = numberOf(theCase);
    for (QChar &letter : name) {
        if (!letter.isLetterOrNumber() && letter != QLatin1Char('-'))
            letter = QLatin1Char('_');
    }
    return name.left(100);
}

Result<QString> exported(const Installation &installation, const CaseId &id, const QString &out)
{
    const auto log = logOf(installation, id);
    if (!log)
        return fail(log.error());
    const Case theCase = folded(log->events);
    const QDir folder(QDir(out).filePath(folderName(theCase)));
    if (!QDir().mkpath(folder.filePath(QStringLiteral("originals"))))
        return fail(ErrorCode::StoreUnavailable, folder.path());
    const auto json = toJson(*log);
    if (!json)
        return fail(json.error());
    const QString path = folder.filePath(QStringLiteral("log.json"));
    const auto written
        = writePrivate(path, QJsonDocument(*json).toJson(QJsonDocument::Indented)).and_then([&] {
              return copyFiles(installation, theCase, folder.filePath(QStringLiteral("originals")));
          });
    if (!written)
        return fail(written.error());
    return folder.path();
}

} // namespace

Exit runExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(dataOption());
    parser.addOption({QStringLiteral("out"),
        words(QT_TRANSLATE_NOOP("Server", "Folder for the exported cases, one folder each.")),
        QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("case"),
        words(QT_TRANSLATE_NOOP("Server", "Number of one case; without it all that are over.")),
        QStringLiteral("NUMBER")});
    if (const auto end = parsed(parser, arguments, {QStringLiteral("data"), QStringLiteral("out")}))
        return *end;
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    const auto cases = wanted(**installation, parser.value(QStringLiteral("case")));
    if (!cases)
        return failed(cases.error());
    for (const CaseId &id : *cases) {
        const auto folder = exported(**installation, id, parser.value(QStringLiteral("out")));
        if (!folder)
            return failed(folder.error());
        say(*folder);
    }
    return Exit::Done;
}

} // namespace chengban::server
