#pragma once

// Invented people, units and texts for the tests of cases, signing and wire.
#include "shared/cases/Command.h"
#include "shared/cases/Envelope.h"

namespace chengban::samples {

using namespace Qt::StringLiterals;

inline const TenantId tenant{u"demo"_s};
inline const CaseId caseId{u"0197a000-0000-7000-8000-000000000001"_s};
inline const UnitId waterUnit{u"u-water"_s};
inline const UnitId roadUnit{u"u-road"_s};
inline const UnitId parkUnit{u"u-park"_s};

/// 2025-09-01 09:00 in the county, a Monday.
inline constexpr qint64 mondayMs = 1756688400000;
inline constexpr qint64 hourMs = 3600 * 1000;
inline constexpr qint64 dayMs = 24 * hourMs;

inline Actor actor(
    const QString &user, const QString &name, Role role, const UnitId &unit, const QString &unitName)
{
    return {.tenant = tenant,
        .user = {user},
        .name = name,
        .unit = unit,
        .unitName = unitName,
        .role = role,
        .device = {u"d-"_s + user},
        .actingFor = {},
        .actingForName = {}};
}

inline Actor clerk()
{
    return actor(u"liu"_s, u"刘小河"_s, Role::Clerk, waterUnit, u"县水务局"_s);
}
inline Actor sectionHead()
{
    return actor(u"he"_s, u"何长青"_s, Role::SectionHead, waterUnit, u"县水务局"_s);
}
inline Actor leader()
{
    return actor(u"chen"_s, u"陈大江"_s, Role::DeputyLeader, waterUnit, u"县水务局"_s);
}
inline Actor principal()
{
    return actor(u"gao"_s, u"高山"_s, Role::PrincipalLeader, waterUnit, u"县水务局"_s);
}
inline Actor roadClerk()
{
    return actor(u"lu"_s, u"路平"_s, Role::Clerk, roadUnit, u"县交通局"_s);
}
inline Actor parkClerk()
{
    return actor(u"lin"_s, u"林木"_s, Role::Clerk, parkUnit, u"县园林中心"_s);
}
inline Actor centre()
{
    return actor(u"zhong"_s, u"钟心"_s, Role::Centre, {u"u-centre"_s}, u"县热线中心"_s);
}
inline Actor archivist()
{
    return actor(u"dang"_s, u"党安"_s, Role::Archivist, {u"u-archive"_s}, u"县档案馆"_s);
}

inline Demand demand()
{
    return {.source = u"12345"_s,
        .sourceNumber = u"DEMO-0001"_s,
        .channel = u"来电"_s,
        .category = u"投诉"_s,
        .title = u"柳树巷水压不足"_s,
        .text = u"柳树巷一带早晚水压不足，三楼以上用不上水，希望尽快处理。"_s,
        .location = u"柳树巷12号"_s,
        .reportedAtMs = mondayMs - hourMs,
        .anonymous = false,
        .hasPhone = true};
}

inline Identity identity()
{
    return {.name = u"吴有泉"_s, .phone = u"13900000000"_s, .address = u"柳树巷12号"_s};
}

inline EarlierReply earlierReply()
{
    return {u"已安排人员查看。"_s, u"县水务局"_s, mondayMs - 90 * dayMs};
}

inline RegisterBody registration()
{
    return {demand(), identity(), {earlierReply()}};
}

/// Salts that are the same at every run: 16 bytes that count up.
inline SaltSource countingSalts()
{
    return [next = 0]() mutable {
        QByteArray salt(saltSize, '\0');
        salt[0] = static_cast<char>(++next);
        salt[1] = static_cast<char>(next >> 8);
        return salt;
    };
}

inline CommandId commandId(int number)
{
    return {u"0197a000-0000-7000-9000-%1"_s.arg(number, 12, 16, QLatin1Char('0'))};
}

} // namespace chengban::samples
