#pragma once

#include "tests/client/CaseSamples.h"

namespace chengban::bench {

/// Cases in work, three events each, that differ in place and number.
inline QList<wire::FeedCase> madeCases(int count)
{
    static const QStringList places{QStringLiteral("幸福里"), QStringLiteral("和平路"),
        QStringLiteral("东关街"), QStringLiteral("河西村"), QStringLiteral("学府苑"),
        QStringLiteral("老城巷")};
    QList<wire::FeedCase> cases;
    for (int i = 0; i < count; ++i) {
        const QString place = places[i % places.size()] + QString::number(i);
        samples::Log log;
        RegisterBody body = samples::registration(QStringLiteral("TB-%1").arg(i));
        body.demand.title = place + QStringLiteral("小区管道漏水");
        body.demand.location = place + QStringLiteral("小区");
        body.demand.text = body.demand.text.repeated(6);
        const Actor centre = samples::actor(Role::Centre, QStringLiteral("zhou"));
        log.step(CommandType::Register, toJson(body), centre, samples::monday);
        DispatchBody dispatch;
        dispatch.leadUnit = UnitId{QStringLiteral("water")};
        dispatch.leadUnitName = QStringLiteral("水务局");
        log.step(CommandType::Dispatch, toJson(dispatch), centre, samples::monday + samples::hour);
        log.step(CommandType::Accept, toJson(NoteBody{}), samples::actor(Role::Clerk),
            samples::monday + 2 * samples::hour);
        cases << log.feedCase();
    }
    return cases;
}

} // namespace chengban::bench
