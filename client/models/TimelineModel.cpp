#include "client/models/TimelineModel.h"

#include "client/models/Posts.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"

#include <algorithm>

namespace chengban {

namespace {

/// The words a person wrote with the step; bodies name them differently.
QString noteOf(const Event &event)
{
    static constexpr QLatin1StringView fields[] = {QLatin1StringView("note"), QLatin1StringView("opinion"),
        QLatin1StringView("statement"), QLatin1StringView("reason")};
    for (const Part &part : event.parts) {
        for (const QLatin1StringView field : fields) {
            const QString text = part.body.value(field).toString();
            if (!text.isEmpty() && part.state == Part::State::Clear)
                return text;
        }
    }
    return {};
}

QString whoOf(const Actor &actor)
{
    if (actor.role == Role::System)
        return actor.name.isEmpty() ? roleText(Role::System) : actor.name;
    const QString name = shownName(actor);
    return actor.unitName.isEmpty() ? name : name + QStringLiteral(" · ") + actor.unitName;
}

} // namespace

void TimelineModel::setLog(const QList<Event> &log, qint64 nowMs)
{
    beginResetModel();
    m_events = QList<Event>(log.rbegin(), log.rend());
    m_nowMs = nowMs;
    endResetModel();
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = m_events.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case WhatRole:
        return eventText(event.type);
    case WhenAndWhoRole:
        return shortTime(event.serverTimeMs, m_nowMs) + QStringLiteral(" · ") + whoOf(event.actor);
    case NoteRole:
        return noteOf(event);
    default:
        return {};
    }
}

} // namespace chengban
