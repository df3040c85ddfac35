#include "cli/Arguments.h"
#include "cli/Subcommands.h"
#include "client/store/Store.h"
#include "client/store/Vault.h"
#include "shared/base/CountyTime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>

namespace chengban::cli {

namespace {

/// Copies the work file with its journal. Reading happens on the copy: whatever opening, salvaging or
/// migrating does, the one file that holds the clerk's work stays as it was found.
Result<void> copyWorkFile(const QString &store, const QString &copy)
{
    if (!QFile::exists(workPath(store)))
        return fail(ErrorCode::FileUnreadable, workPath(store));
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        const QString from = workPath(store) + suffix;
        if (QFile::exists(from) && !QFile::copy(from, workPath(copy) + suffix))
            return fail(ErrorCode::FileUnreadable, from);
    }
    return {};
}

QJsonObject json(const KeptText &text)
{
    return {{QStringLiteral("case"), text.caseId.value}, {QStringLiteral("at"), shownTime(text.atMs)},
        {QStringLiteral("why"), text.why}, {QStringLiteral("kind"), text.kind},
        {QStringLiteral("body"), text.body}};
}

QJsonObject json(const OutboxRow &row)
{
    return {{QStringLiteral("command"), toJson(row.command)}, {QStringLiteral("state"), nameOf(row.state)},
        {QStringLiteral("queuedAt"), shownTime(row.queuedAtMs)}};
}

/// Drafts set aside because access to their case was lost are released first, in the copy.
Result<QJsonArray> draftsOf(Drafts &drafts)
{
    const auto aside = drafts.cases(true);
    if (!aside)
        return fail(aside.error());
    for (const CaseId &id : *aside) {
        if (auto done = drafts.release(id); !done)
            return fail(done.error());
    }
    const auto ids = drafts.cases();
    if (!ids)
        return fail(ids.error());
    QJsonArray found;
    for (const CaseId &id : *ids) {
        const auto draft = drafts.draft(id);
        if (!draft)
            return fail(draft.error());
        if (*draft) {
            found.append(QJsonObject{{QStringLiteral("case"), id.value},
                {QStringLiteral("savedAt"), shownTime((*draft)->savedAtMs)},
                {QStringLiteral("setAside"), aside->contains(id)},
                {QStringLiteral("reply"), toJson((*draft)->reply)}});
        }
    }
    return found;
}

Result<QJsonArray> keptOf(const Drafts &drafts)
{
    const auto ids = drafts.casesWithKept();
    if (!ids)
        return fail(ids.error());
    QJsonArray found;
    for (const CaseId &id : *ids) {
        const auto texts = drafts.kept(id);
        if (!texts)
            return fail(texts.error());
        for (const KeptText &text : *texts)
            found.append(json(text));
    }
    return found;
}

/// Everything that the server has not taken.
Result<QJsonArray> outboxOf(const Outbox &outbox)
{
    const auto rows = outbox.rows();
    if (!rows)
        return fail(rows.error());
    QJsonArray found;
    for (const OutboxRow &row : *rows) {
        if (row.state != OutboxState::Accepted)
            found.append(json(row));
    }
    return found;
}

Result<QJsonObject> recovered(const QString &copy, QByteArrayView privateKey)
{
    const auto vault = Vault::open(copy);
    if (!vault)
        return fail(vault.error());
    const auto key = vault->openForRecovery(privateKey);
    if (!key)
        return fail(key.error());
    const auto store = Store::open(copy, *key);
    if (!store)
        return fail(store.error());
    const auto drafts = draftsOf((*store)->drafts());
    if (!drafts)
        return fail(drafts.error());
    const auto kept = keptOf((*store)->drafts());
    if (!kept)
        return fail(kept.error());
    const auto outbox = outboxOf((*store)->outbox());
    if (!outbox)
        return fail(outbox.error());
    return QJsonObject{{QStringLiteral("storeKey"), key->id()}, {QStringLiteral("drafts"), *drafts},
        {QStringLiteral("keptTexts"), *kept}, {QStringLiteral("outbox"), *outbox}};
}

Result<void> writePrivate(const QString &path, const QJsonObject &json)
{
    QSaveFile file(path);
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(owner)
        || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return fail(ErrorCode::FileUnreadable, path);
    return {};
}

/// Design 8: a recovery leaves a trace beside the store. It names the key and how much was opened, no
/// content.
Result<void> logRecovery(const QString &store, const QJsonObject &found)
{
    QFile log(QDir(store).filePath(QStringLiteral("recoveries.log")));
    const QString line = QStringLiteral("%1 %2 drafts=%3 kept=%4 outbox=%5\n")
                             .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate),
                                 found.value(QStringLiteral("storeKey")).toString())
                             .arg(found.value(QStringLiteral("drafts")).toArray().size())
                             .arg(found.value(QStringLiteral("keptTexts")).toArray().size())
                             .arg(found.value(QStringLiteral("outbox")).toArray().size());
    if (!log.open(QIODevice::Append) || log.write(line.toUtf8()) < 0)
        return fail(ErrorCode::FileUnreadable, log.fileName());
    return {};
}

} // namespace

Exit runRecover(const QStringList &arguments, Console &console)
{
    Arguments given({{"store", true}, {"key", true}, {"out", true}}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto keyText = fileContent(given.value("key"));
    if (!keyText)
        return console.refuse(keyText.error());
    const QTemporaryDir copy; // Only its owner may read it; it goes when this function ends.
    if (!copy.isValid())
        return console.refuse({ErrorCode::DiskFull, copy.errorString()});
    const QString store = given.value("store");
    if (auto done = copyWorkFile(store, copy.path()); !done)
        return console.refuse(done.error());
    const auto found = recovered(copy.path(), QByteArray::fromBase64(keyText->trimmed()));
    if (!found)
        return console.refuse(found.error());
    // The trace comes first: no work is handed out without it.
    if (auto done = logRecovery(store, *found); !done)
        return console.refuse(done.error());
    if (auto done = writePrivate(given.value("out"), *found); !done)
        return console.refuse(done.error());
    //: %1 and %2 are numbers
    console.out << QCoreApplication::translate("Cli", "Recovered: %1 drafts, %2 unsent steps.")
                       .arg(found->value(QStringLiteral("drafts")).toArray().size())
                       .arg(found->value(QStringLiteral("outbox")).toArray().size())
                << Qt::endl;
    return Exit::Fine;
}

} // namespace chengban::cli
