#pragma once

#include "shared/base/Names.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace chengban {

/// What a limit limits. Feedback is the report after the work is done (HA10b, HA24, N3).
enum class LimitName { Accept, FirstContact, Start, Handle, Feedback, Rework, ReReview, Return, Supervision };

constexpr auto namesOf(LimitName)
{
    return std::array{Named{LimitName::Accept, "accept"}, Named{LimitName::FirstContact, "first-contact"},
        Named{LimitName::Start, "start"}, Named{LimitName::Handle, "handle"},
        Named{LimitName::Feedback, "feedback"}, Named{LimitName::Rework, "rework"},
        Named{LimitName::ReReview, "re-review"}, Named{LimitName::Return, "return"},
        Named{LimitName::Supervision, "supervision"}};
}

/// Urgency and difficulty of a case; a pack has limits for those its document knows.
enum class CaseClass { Consult, Urgent, General, Complex, Difficult, Emergency, BasicLife };

constexpr auto namesOf(CaseClass)
{
    return std::array{Named{CaseClass::Consult, "consult"}, Named{CaseClass::Urgent, "urgent"},
        Named{CaseClass::General, "general"}, Named{CaseClass::Complex, "complex"},
        Named{CaseClass::Difficult, "difficult"}, Named{CaseClass::Emergency, "emergency"},
        Named{CaseClass::BasicLife, "basic-life"}};
}

enum class LimitUnit { WorkingDay, NaturalDay, WorkingHour, NaturalHour };

constexpr auto namesOf(LimitUnit)
{
    return std::array{Named{LimitUnit::WorkingDay, "working-day"},
        Named{LimitUnit::NaturalDay, "natural-day"}, Named{LimitUnit::WorkingHour, "working-hour"},
        Named{LimitUnit::NaturalHour, "natural-hour"}};
}

/// From which moment a limit counts.
enum class ClockStart { Transfer, Dispatch, Accept, Finish, Order };

constexpr auto namesOf(ClockStart)
{
    return std::array{Named{ClockStart::Transfer, "transfer"}, Named{ClockStart::Dispatch, "dispatch"},
        Named{ClockStart::Accept, "accept"}, Named{ClockStart::Finish, "finish"},
        Named{ClockStart::Order, "order"}};
}

/// Where the day count begins and ends.
enum class DayCount {
    NextDay, ///< The day of receipt is not counted; due at the close of business of the last day.
    SameMoment, ///< Counted from the moment: due at the same time of the n-th day.
};

constexpr auto namesOf(DayCount)
{
    return std::array{Named{DayCount::NextDay, "next-day"}, Named{DayCount::SameMoment, "same-moment"}};
}

/// A document may promise the citizen one limit and score the units by another (HA9 and HA29c): both are
/// kept.
enum class LimitPurpose { Handling, Scoring };

constexpr auto namesOf(LimitPurpose)
{
    return std::array{Named{LimitPurpose::Handling, "handling"}, Named{LimitPurpose::Scoring, "scoring"}};
}

struct Limit
{
    LimitName name = LimitName::Handle;
    std::optional<CaseClass> caseClass; ///< Empty: for every class without a limit of its own.
    QString group; ///< Of a return: the group of its reason that it is for (HA7c); empty: every other.
    LimitPurpose purpose = LimitPurpose::Handling;
    int amount = 0;
    bool setByOrder = false; ///< The order itself names the days (HA16, M5); `amount` is then the proposal.
    LimitUnit unit = LimitUnit::WorkingDay;
    ClockStart from = ClockStart::Dispatch;
    DayCount count = DayCount::NextDay;
    QList<int> warnBefore; ///< In the limit's unit, longest first: when a warning is due (HF9, N13, T29).
    QString cite;
    QString note; ///< Said to people when the document leaves the value open and this is the default.

    bool operator==(const Limit &) const = default;
};

} // namespace chengban
