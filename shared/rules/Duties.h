#pragma once

#include "shared/rules/Assessment.h"
#include "shared/rules/Limits.h"

namespace chengban {

/// What somebody must do again and again, apart from any case: log in every day (T2), report items to the
/// knowledge base every month (T19), a bulletin (HB10, N15, G2), a leader's day at the telephone (N6).
struct Duty
{
    QString code;
    QString label; ///< Chinese.
    QString who; ///< "unit", "centre", "leader".
    Period period = Period::Month;
    QStringList contents; ///< What belongs in it, Chinese.
    QString cite;
    QString note;

    bool operator==(const Duty &) const = default;
};

/// Somebody who is told when something happens (T25, T29, HF10, M20, M22, N4, N13, HB7.6).
struct Notice
{
    QString code;
    QString label; ///< Chinese.
    QString when; ///< "dispatched", "near-due", "overdue", "not-accepted", "returned", "unsatisfied",
                  ///< "urge-ignored", "difficult".
    QList<CaseClass> classes; ///< Only for cases of these (N4, M22); empty: for all.
    QStringList to; ///< Names of roles; or "supervisor", "government".
    QStringList channels; ///< "system", "phone", "sms", "letter", "mail", "wechat", "fax".
    QString cite;
    QString note;

    bool operator==(const Notice &) const = default;
};

/// The people a unit must name (T1, HA6, HB6, M23, M24, G14).
struct RosterPost
{
    QString code;
    QString label; ///< Chinese.
    QString role; ///< Name of the role whose account stands for it; posts of one role need a person each.
    int least = 1;
    QString cite;
    QString note;

    bool operator==(const RosterPost &) const = default;
};

/// The posts that a unit has not filled. `roles` are the names of the roles of its people, one entry each.
[[nodiscard]] QList<RosterPost> vacantPosts(const QList<RosterPost> &roster, QStringList roles);

} // namespace chengban
