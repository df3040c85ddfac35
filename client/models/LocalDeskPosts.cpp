// The directory and the packs as the server has them; whose post the desk acts on.
#include "client/models/LocalDesk.h"
#include "client/models/Posts.h"
#include "shared/canonical/JsonReader.h"

namespace chengban {

void LocalDesk::readDirectory()
{
    const auto document = m_store->documents().document(QStringLiteral("directory"));
    if (!document || !*document)
        return;
    const auto json = parseJsonObject((*document)->body);
    const auto directory
        = json ? wire::directoryFromJson(*json) : Result<wire::Directory>(fail(json.error()));
    if (directory)
        m_directory = *directory;
    // Packs the server has and this program was not built with lie beside it.
    const auto packs = m_store->documents().document(QStringLiteral("rulepacks"));
    if (!packs || !*packs)
        return;
    const auto names = parseJsonObject((*packs)->body);
    for (const QJsonValue &name : names ? names->value(QStringLiteral("packs")).toArray() : QJsonArray()) {
        const QString digest = name[QStringLiteral("digest")].toString();
        if (m_rules.contains(digest))
            continue;
        const auto pack = m_store->documents().document(QStringLiteral("rulepack/") + digest);
        // One that does not load is set aside and told of; a case under it then says PackUnknown.
        if (pack && *pack)
            (void)m_rules.add((*pack)->body);
    }
    const QJsonValue inForce = names ? names->value(QStringLiteral("inForce")) : QJsonValue();
    if (inForce.isObject()) {
        m_rules.setInForce({inForce[QStringLiteral("id")].toString(),
            inForce[QStringLiteral("version")].toInt(), inForce[QStringLiteral("digest")].toString()});
    }
}

void LocalDesk::takeOverDirectory()
{
    if (isLocked())
        return;
    readDirectory();
    leaveClosedPost();
    m_book->forgetOwn(); // A new rule pack may decide a waiting command otherwise.
    Q_EMIT directoryChanged();
    Q_EMIT casesChanged({});
}

Actor LocalDesk::actor() const
{
    return m_post.isEmpty() ? m_setup.actor
                            : onPostOf(m_post, m_setup.actor, m_directory, nowMs()).value_or(m_setup.actor);
}

Result<void> LocalDesk::actFor(const UserId &holder)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    if (const auto onPost = onPostOf(holder, m_setup.actor, m_directory, nowMs()); !onPost)
        return fail(onPost.error());
    m_post = holder;
    Q_EMIT postChanged();
    return {};
}

/// The days are over, or somebody took it back.
void LocalDesk::leaveClosedPost()
{
    if (m_post.isEmpty() || onPostOf(m_post, m_setup.actor, m_directory, nowMs()))
        return;
    m_post = {};
    Q_EMIT postChanged();
}

void LocalDesk::appointSubstitute(const wire::Appointment &wanted)
{
    if (isLocked() || m_syncState.line != SyncState::Line::Online)
        return takeOverSubstituteAnswer(isLocked() ? ErrorCode::StoreLocked : ErrorCode::ServerAway);
    Q_EMIT substituteWanted(wanted);
}

void LocalDesk::revokeSubstitute(const QString &id)
{
    if (isLocked() || m_syncState.line != SyncState::Line::Online)
        return takeOverSubstituteAnswer(isLocked() ? ErrorCode::StoreLocked : ErrorCode::ServerAway);
    Q_EMIT revocationWanted(id);
}

void LocalDesk::takeOverSubstituteAnswer(std::optional<ErrorCode> refusal)
{
    // Never from inside the call that asked.
    QMetaObject::invokeMethod(
        this, [this, refusal] { Q_EMIT substituteAnswered(refusal); }, Qt::QueuedConnection);
}

} // namespace chengban
