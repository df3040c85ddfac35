#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace chengban {

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

struct Limit
{
    LimitName name = LimitName::Handle;
    std::optional<CaseClass> caseClass; ///< Empty: for every class without a limit of its own.
    int amount = 0;
    LimitUnit unit = LimitUnit::WorkingDay;
    ClockStart from = ClockStart::Dispatch;
    DayCount count = DayCount::NextDay;
    QString cite;
    QString note; ///< Said to people when the document leaves the value open and this is the default.

    bool operator==(const Limit &) const = default;
};

/// A level of signer, from the lowest up.
enum class SignerLevel { SectionHead, DeputyLeader, PrincipalLeader };

constexpr auto namesOf(SignerLevel)
{
    return std::array{Named{SignerLevel::SectionHead, "section-head"},
        Named{SignerLevel::DeputyLeader, "deputy-leader"},
        Named{SignerLevel::PrincipalLeader, "principal-leader"}};
}

/// Who signs an action ("reply", "return", "extension"); any of `levels` will do.
struct SignerRule
{
    QString action;
    QList<SignerLevel> levels;
    bool seal = false;
    bool paperAllowed = true;
    QString cite;
    QString note;

    bool operator==(const SignerRule &) const = default;
};

/// A part a reply must have under a verdict. `part` is a field of Reply or one of "contact",
/// "contactSentence" and "attachment:<kind>".
struct RequiredPart
{
    QString verdict; ///< Name of a Verdict, or "any".
    QString part;
    bool unlessAnonymous = false;
    int least = 1; ///< Letters and digits of a text, or number of attachments or legal bases.
    QString cite;

    bool operator==(const RequiredPart &) const = default;
};

struct CodedReason
{
    QString code;
    QString label; ///< Chinese.
    QString cite;
    QString group; ///< Within the channels "channel" (T12) or "body" (T13); empty elsewhere.

    bool operator==(const CodedReason &) const = default;
};

struct ExtensionPolicy
{
    int maxCount = 1; ///< T23
    int addMax = 0; ///< Working days; 0 means no cap of its own.
    int askBefore = 0; ///< Working days before the due time.
    bool needsContact = false; ///< T22
    QString cite;
    QString note;
};

struct ReturnPolicy
{
    bool allowed = true;
    int maxRejected = 1; ///< After so many rejected requests no further one.
    bool needsSuggestedUnit = false;
    QString cite;
    QString note;
};

struct ContactPolicy
{
    int attemptsWhenUnreachable = 2; ///< T7: "several".
    QString cite;
    QString note;
};

/// The rules of one document, loaded from resources/rulepacks/*.json by the strict loader.
struct RulePack
{
    QString id;
    int version = 1;
    QByteArray digest; ///< SM3 of the canonical form of the file.
    QString title;
    QString documentNumber;
    QDate effectiveFrom;
    QDate effectiveTo; ///< Invalid: open.
    QList<Limit> limits;
    QList<SignerRule> signers;
    QList<RequiredPart> requiredParts;
    ContactPolicy contact;
    ExtensionPolicy extension;
    ReturnPolicy returns;
    bool defaultAcceptance = false;
    QList<CodedReason> reworkReasons;
    QList<CodedReason> returnReasons;
    QList<CodedReason> refusalReasons;
    QList<CodedReason> channels; ///< T12, T13
    QList<CodedReason> satisfaction; ///< Best first.
    QList<CodedReason> closingPoints;
    QList<CodedReason> caseTypes;
    QHash<QString, QString> templates; ///< Prescribed wording: "contact-reached", "contact-unreachable", …
    QHash<QString, QStringList> words; ///< Word lists of the text checks.

    /// The limit of that class, else the one for every class, else null: the document sets none.
    [[nodiscard]] const Limit *limit(LimitName name, CaseClass caseClass) const;
    [[nodiscard]] const SignerRule *signer(
        const QString &action) const; ///< Null: the pack has no such action.
};

/// The row of a list with that code; null when there is none.
[[nodiscard]] const CodedReason *reasonCoded(const QList<CodedReason> &reasons, const QString &code);

/// Loads a pack strictly; docs/rule-packs.md describes the form. Errors: PackInvalid for a wrong value, a
/// duplicate or broken JSON, UnknownField, MissingField; each with the place in `detail`.
[[nodiscard]] Result<RulePack> loadRulePack(const QByteArray &bytes);

} // namespace chengban
