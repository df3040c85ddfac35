#include "client/sync/DocumentWatch.h"

#include "shared/canonical/JsonReader.h"

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
    askNextPack();
}

/// A pack's digest is its name: what is here need not be asked for again.
void DocumentWatch::askNextPack()
{
    while (!m_packsLeft.isEmpty() && !knownVersion(packName(m_packsLeft.first().digest)).isEmpty())
        m_packsLeft.removeFirst();
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
