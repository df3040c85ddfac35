#include "client/sync/DocumentWatch.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chengban {

namespace {

const QString directoryName = QStringLiteral("directory");
const QString packListName = QStringLiteral("rulepacks");

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
    QStringList ids;
    for (const QJsonValue &pack : json->value(QStringLiteral("packs")).toArray())
        ids << pack[QStringLiteral("id")].toString();
    ids.removeDuplicates();
    const QByteArray list
        = QJsonDocument(QJsonObject{{QStringLiteral("ids"), QJsonArray::fromStringList(ids)},
                            {QStringLiteral("inForce"), json->value(QStringLiteral("inForce"))}})
              .toJson(QJsonDocument::Compact);
    if (!keep(packListName, {QString(), list}))
        return finish();
    m_packsLeft = ids;
    askNextPack();
}

void DocumentWatch::askNextPack()
{
    if (m_packsLeft.isEmpty()) {
        Q_EMIT changed();
        return finish();
    }
    const QString id = m_packsLeft.takeFirst();
    const QString name = QStringLiteral("rulepack/") + id;
    m_context.api.document(QStringLiteral("/rulepacks/") + id, knownVersion(name),
        heard([this, name](const Result<std::optional<FetchedDocument>> &answer) {
            if (answer && *answer)
                (void)keep(name, **answer);
            askNextPack();
        }));
}

} // namespace chengban
