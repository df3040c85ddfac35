#include "client/models/LocalTransfers.h"

#include <algorithm>

namespace chengban {

namespace {

constexpr qint64 stalledMs = 30'000; ///< Without a word for so long nothing moves.

void collect(const QJsonValue &value, QHash<QString, QString> &names)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collect(item, names);
        return;
    }
    const QJsonObject object = value.toObject();
    const QString sha256 = object.value(QStringLiteral("sha256")).toString();
    if (!sha256.isEmpty())
        names.insert(sha256, object.value(QStringLiteral("name")).toString());
    for (const QJsonValue &member : object) {
        if (member.isObject() || member.isArray())
            collect(member, names);
    }
}

} // namespace

void Pace::note(qint64 done, qint64 atMs)
{
    // An upload that begins anew, or goes on after a pause, has another pace.
    if (m_firstDone < 0 || done < m_done || atMs - m_atMs > stalledMs) {
        m_firstDone = done;
        m_firstMs = atMs;
    }
    m_done = done;
    m_atMs = atMs;
}

std::optional<qint64> Pace::secondsLeft(qint64 size, qint64 nowMs) const
{
    const qint64 moved = m_done - m_firstDone;
    const qint64 spent = m_atMs - m_firstMs;
    if (m_firstDone < 0 || moved <= 0 || spent <= 0 || size <= m_done || nowMs - m_atMs > stalledMs)
        return std::nullopt;
    const qint64 whole = (size - m_done) * spent / moved - (nowMs - m_atMs);
    return std::max<qint64>(whole, 0) / 1000 + 1;
}

LocalTransfers::LocalTransfers(LocalDesk &desk, QObject *parent)
    : Transfers(parent)
    , m_desk(desk)
{
    connect(&desk, &Desk::outboxChanged, this, &Transfers::changed);
    connect(&desk, &Desk::fileArrived, this, &Transfers::changed);
}

QHash<QString, QString> LocalTransfers::names() const
{
    QHash<QString, QString> names;
    Drafts &drafts = m_desk.store()->drafts();
    for (const CaseId &id : drafts.cases().value_or(QList<CaseId>())) {
        if (const auto draft = drafts.draft(id); draft && *draft)
            collect(toJson((*draft)->reply), names);
    }
    for (const OutboxRow &row : m_desk.outbox())
        collect(row.command.body, names);
    return names;
}

void LocalTransfers::addState(BlobState state, QList<FileTransfer> &files) const
{
    const auto rows = m_desk.store()->blobs().inState(state);
    const qint64 now = m_desk.nowMs();
    for (const BlobRow &row : rows.value_or(QList<BlobRow>())) {
        FileTransfer one{row.sha256, {}, state == BlobState::Uploading, row.size};
        if (const auto pace = m_pace.constFind(row.sha256); pace != m_pace.cend()) {
            one.done = pace->done();
            one.secondsLeft = pace->secondsLeft(row.size, now);
        }
        one.nextTryMs = row.nextTryMs;
        one.reason = row.reason;
        files.append(one);
    }
}

QList<FileTransfer> LocalTransfers::files() const
{
    QList<FileTransfer> files;
    if (m_desk.isLocked())
        return files;
    addState(BlobState::Uploading, files);
    addState(BlobState::Wanted, files);
    if (files.isEmpty())
        return files;
    const QHash<QString, QString> known = names();
    for (FileTransfer &one : files)
        one.name = known.value(one.sha256);
    return files;
}

void LocalTransfers::takeProgress(const QString &sha256, qint64 done)
{
    m_pace[sha256].note(done, m_desk.nowMs());
    Q_EMIT changed();
}

} // namespace chengban
