#include "client/sync/DocumentWatch.h"

#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/rules/LinkedRules.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chengban {

namespace {

const QString directoryName = QStringLiteral("directory");
const QString packListName = QStringLiteral("rulepacks");

QString packName(const QString &digest)
{
    return QStringLiteral("rulepack/") + digest;
}

} // namespace

void DocumentWatch::run()
{
    m_context.api.document(QStringLiteral("/directory"), knownVersion(directoryName),
        heard([this](const Result<std::optional<FetchedDocument>> &answer) { takeDirectory(answer); }));
}

QString DocumentWatch::knownVersion(const QString &name) const
{
    const auto known = m_context.store.documents().document(name);
    return known && *known ? (*known)->etag : QString();
}

bool DocumentWatch::keep(const QString &name, const FetchedDocument &document)
{
    return m_context.store.documents().setDocument(name, {document.etag, document.body}).has_value();
}

void DocumentWatch::takeDirectory(const Result<std::optional<FetchedDocument>> &answer)
{
    if (answer && *answer) {
        const auto json = parseJsonObject((*answer)->body);
        if (json && wire::directoryFromJson(*json) && keep(directoryName, **answer))
            Q_EMIT changed();
    }
    askPackList();
}

void DocumentWatch::askPackList()
{
    m_context.api.document(QStringLiteral("/rulepacks"), {},
        heard([this](const Result<std::optional<FetchedDocument>> &answer) { takePackList(answer); }));
}

void DocumentWatch::takePackList(const Result<std::optional<FetchedDocument>> &answer)
{
    const auto json = answer && *answer ? parseJsonObject((*answer)->body)
                                        : Result<QJsonObject>(chengban::fail(ErrorCode::NotFound));
    if (!json)
        return finish();
    const QJsonArray packs = json->value(QStringLiteral("packs")).toArray();
    const QByteArray list
        = QJsonDocument(QJsonObject{{QStringLiteral("packs"), packs},
                            {QStringLiteral("inForce"), json->value(QStringLiteral("inForce"))}})
              .toJson(QJsonDocument::Compact);
    if (!keep(packListName, {QString(), list}))
        return finish();
    m_packsLeft.clear();
    for (const QJsonValue &pack : packs)
        m_packsLeft.append(
            {pack[QStringLiteral("id")].toString(), pack[QStringLiteral("digest")].toString()});
    m_packsLeft.removeIf([this](const Pack &pack) { return isHere(pack.id, pack.digest); });
    leaveUnneeded(json->value(QStringLiteral("inForce"))[QStringLiteral("digest")].toString());
    askNextPack();
}

/// A pack's digest is its name: what is here or linked into the program need not be asked for again.
bool DocumentWatch::isHere(const QString &id, const QString &digest) const
{
    if (!knownVersion(packName(digest)).isEmpty())
        return true;
    const auto linked = linkedPack(id);
    return linked && hex(linked->digest) == digest;
}

/// A county that has worked for years has many versions; a desk needs those of its own cases.
void DocumentWatch::leaveUnneeded(const QString &inForce)
{
    if (m_packsLeft.isEmpty())
        return;
    const auto lines = m_context.store.replica().summaries();
    QSet<QByteArray> needed{QByteArray::fromHex(inForce.toLatin1())};
    for (const CaseSummary &line : lines.value_or(QList<CaseSummary>())) {
        if (!line.packKnown)
            return; // Any may be the one.
        needed.insert(line.pack);
    }
    m_packsLeft.removeIf(
        [&](const Pack &pack) { return !needed.contains(QByteArray::fromHex(pack.digest.toLatin1())); });
}

void DocumentWatch::askNextPack()
{
    if (m_packsLeft.isEmpty()) {
        Q_EMIT changed();
        return finish();
    }
    const Pack pack = m_packsLeft.takeFirst();
    m_context.api.document(QStringLiteral("/rulepacks/%1?digest=%2").arg(pack.id, pack.digest), {},
        heard([this, name = packName(pack.digest)](const Result<std::optional<FetchedDocument>> &answer) {
            if (answer && *answer)
                (void)keep(name, **answer);
            askNextPack();
        }));
}

} // namespace chengban
