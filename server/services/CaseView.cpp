#include "server/services/CaseView.h"

#include "server/auth/Permits.h"

namespace chengban {

CaseView viewWith(Access access, const Actor &actor, qint64 untilRevision)
{
    server::Resource resource;
    resource.tenant = actor.tenant;
    resource.access = access;
    const bool may = actor.role == Role::System
        || server::permits(actor, server::Action::ReadCase, resource) != server::Permission::Deny;
    if (access == Access::None || !may)
        return {};
    return {access, access == Access::Left ? untilRevision : 0};
}

QList<Event> readable(const QList<Event> &events, const Actor &actor, const CaseView &view)
{
    QList<Event> shown;
    if (view.access == Access::None)
        return shown;
    for (const Event &event : events) {
        if (view.untilRevision > 0 && event.revision > view.untilRevision)
            break;
        shown.append(shownTo(event, actor, view.access));
    }
    return shown;
}

QString maskedName(const QString &name)
{
    if (name.isEmpty())
        return {};
    const qsizetype first = name.at(0).isHighSurrogate() ? 2 : 1;
    return name.left(first) + QStringLiteral("**");
}

QString maskedPhone(const QString &phone)
{
    if (phone.isEmpty())
        return {};
    if (phone.size() < 9)
        return QStringLiteral("****") + phone.right(phone.size() > 4 ? 2 : 0);
    return phone.left(3) + QStringLiteral("****") + phone.right(4);
}

} // namespace chengban
