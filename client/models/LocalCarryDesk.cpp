#include "client/models/LocalCarryDesk.h"

#include "client/store/Cards.h"
#include "shared/base/CountyTime.h"

#include <QDateTime>
#include <QDir>

#include <algorithm>

namespace chengban {

QString carrySuffix()
{
    return QStringLiteral(".carry");
}

LocalCarryDesk::LocalCarryDesk(LocalDesk &desk, QObject *parent)
    : CarryDesk(parent)
    , m_desk(desk)
{
    connect(&desk, &LocalDesk::locked, this, &CarryDesk::packagesChanged);
}

QList<CarryReceiver> LocalCarryDesk::receivers() const
{
    QList<CarryReceiver> found;
    if (m_desk.isLocked())
        return found;
    const Actor self = m_desk.person();
    const wire::Directory directory = m_desk.directory();
    for (const DeviceCard &card : knownCards(m_desk.store()->documents())) {
        const auto person = std::ranges::find(directory.people, card.user, &wire::DirectoryPerson::id);
        const bool isOurs = person != directory.people.end() && person->unit == self.unit
            && (card.user != self.user || card.device != self.device);
        if (isOurs)
            found.append({card, person->name});
    }
    std::ranges::stable_partition(
        found, [&](const CarryReceiver &one) { return one.card.user == self.user; });
    return found;
}

QList<CarryPackage> LocalCarryDesk::packages() const
{
    return m_desk.isLocked() ? QList<CarryPackage>()
                             : m_desk.store()->carriage().packages().value_or(QList<CarryPackage>());
}

QString LocalCarryDesk::fileIn(const QString &folder, const QString &kind) const
{
    // The name tells a person which is the newest, and nobody what is in it.
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_desk.nowMs(), Qt::OffsetFromUTC, 8 * 3600);
    return QDir(folder).filePath(
        QStringLiteral("chengban-%1-%2%3")
            .arg(kind, now.toString(QStringLiteral("yyyyMMdd-HHmmss")), carrySuffix()));
}

void LocalCarryDesk::writeWork(const CarryReceiver &receiver, const QString &folder)
{
    Q_EMIT workWanted(receiver, fileIn(folder, QStringLiteral("work")));
}

void LocalCarryDesk::writeAnswers(const QString &package, const QString &folder)
{
    Q_EMIT answersWanted(package, fileIn(folder, QStringLiteral("answers")));
}

int LocalCarryDesk::readFolder(const QString &folder)
{
    const QDir dir(folder);
    const QStringList names = dir.entryList({QLatin1Char('*') + carrySuffix()}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        Q_EMIT readingWanted(dir.filePath(name));
    return int(names.size());
}

} // namespace chengban
