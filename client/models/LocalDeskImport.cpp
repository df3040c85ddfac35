// Cases of other systems: sent to the server in slices, with profiles of their columns.
#include "client/models/LocalDesk.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

namespace chengban {

namespace {

constexpr qsizetype sliceRows = 64;
constexpr qsizetype sliceLetters = 1 << 20; ///< A request may be 16 MiB.
constexpr QLatin1StringView profilesName("import-profiles");

qsizetype lettersOf(const RegisterBody &body)
{
    qsizetype letters = body.demand.text.size() + body.demand.title.size();
    for (const EarlierReply &reply : body.earlierReplies)
        letters += reply.text.size();
    return letters;
}

} // namespace

void LocalDesk::importCases(const QList<wire::ImportRow> &rows)
{
    m_importRows = rows;
    m_importing = true;
    // Never from inside the call: the caller has to be ready for the answer.
    QMetaObject::invokeMethod(this, &LocalDesk::sendSlice, Qt::QueuedConnection);
}

void LocalDesk::cancelImport()
{
    m_importRows.clear(); // What is under way at the server is still told.
}

void LocalDesk::sendSlice()
{
    if (!m_importing)
        return;
    if (m_importRows.isEmpty())
        return endImport(std::nullopt);
    if (isLocked())
        return endImport(ErrorCode::StoreLocked);
    if (m_syncState.line != SyncState::Line::Online)
        return endImport(ErrorCode::ServerAway);
    qsizetype rows = 0;
    qsizetype letters = 0;
    while (rows < std::min(sliceRows, m_importRows.size()) && (rows == 0 || letters < sliceLetters))
        letters += lettersOf(m_importRows.at(rows++).body);
    const QList<wire::ImportRow> slice = m_importRows.first(rows);
    m_importRows.remove(0, rows);
    Q_EMIT importWanted(slice);
}

void LocalDesk::takeOverImported(const QList<wire::ImportOutcome> &outcomes)
{
    if (!m_importing)
        return;
    Q_EMIT importProgressed(outcomes);
    sendSlice();
}

void LocalDesk::takeOverFailedImport(ErrorCode reason)
{
    if (m_importing)
        endImport(reason);
}

void LocalDesk::endImport(std::optional<ErrorCode> failure)
{
    m_importing = false;
    m_importRows.clear();
    Q_EMIT importEnded(failure);
}

QHash<QString, Mapping> LocalDesk::importProfiles() const
{
    const auto bytes
        = isLocked() ? Result<std::optional<QByteArray>>() : m_store->values().sealed(profilesName);
    const auto json = bytes && *bytes ? parseJsonObject(**bytes) : Result<QJsonObject>();
    QHash<QString, Mapping> profiles;
    const QJsonObject saved = json.value_or(QJsonObject());
    for (auto one = saved.begin(); one != saved.end(); ++one) {
        // One that a newer program wrote is only a convenience lost.
        if (const auto mapping = mappingFromJson(one.value().toObject()))
            profiles.insert(one.key(), *mapping);
    }
    return profiles;
}

Result<void> LocalDesk::saveImportProfile(const QString &signature, const Mapping &mapping)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    QHash<QString, Mapping> profiles = importProfiles();
    profiles.insert(signature, mapping);
    QJsonObject json;
    for (auto one = profiles.cbegin(); one != profiles.cend(); ++one)
        json.insert(one.key(), toJson(one.value()));
    return m_store->values().setSealed(profilesName, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace chengban
