#pragma once

#include "shared/rules/Limits.h"

#include <QStringList>

namespace chengban {

/// A level of signer, from the lowest up.
enum class SignerLevel { SectionHead, DeputyLeader, PrincipalLeader };

constexpr auto namesOf(SignerLevel)
{
    return std::array{Named{SignerLevel::SectionHead, "section-head"},
        Named{SignerLevel::DeputyLeader, "deputy-leader"},
        Named{SignerLevel::PrincipalLeader, "principal-leader"}};
}

/// What has to be signed before it leaves the unit.
enum class SignedAction { Reply, Return, Extension, ReReviewAnswer, SupervisionAnswer, Termination };

constexpr auto namesOf(SignedAction)
{
    using enum SignedAction;
    return std::array{Named{Reply, "reply"}, Named{Return, "return"}, Named{Extension, "extension"},
        Named{ReReviewAnswer, "re-review-answer"}, Named{SupervisionAnswer, "supervision-answer"},
        Named{Termination, "termination"}};
}

/// One cell of the signer matrix: who signs an action of a case of that class; any of `levels` will do.
struct SignerRule
{
    SignedAction action = SignedAction::Reply;
    std::optional<CaseClass> caseClass; ///< Empty: for every class without a rule of its own.
    bool supervised = false; ///< For a case under supervision (HA17, HA18); otherwise for the rest.
    QList<SignerLevel> levels;
    bool seal = false;
    bool paperAllowed = true;
    QString cite;
    QString note;

    bool operator==(const SignerRule &) const = default;
};

/// When a leader of the unit must say in writing how a case is to be handled before the unit may answer (T25,
/// M22, G11). It starts when the named thing happens to the case, and again each time.
struct InstructionRule
{
    QString code;
    QString when; ///< "dispatched", "returned" (for rework), "unsatisfied" (the citizen, called by the
                  ///< centre), "supervised".
    QList<CaseClass> classes; ///< Only for cases of these; empty: for all.
    QList<SignerLevel> levels; ///< Any of them will do.
    QString cite;
    QString note;

    bool operator==(const InstructionRule &) const = default;
};

/// T5-T7, N8: contact with the citizen.
struct ContactPolicy
{
    int attemptsWhenUnreachable = 2; ///< T7: "several".
    bool waivedWhenAnsweredInLimit = false; ///< HA8: no first contact owed when answered within its limit.
    QStringList tells; ///< What a citizen who was reached is told: "acceptance", "procedure", "limit" (HA8).
    QString cite;
    QString note;

    bool operator==(const ContactPolicy &) const = default;
};

/// How long a clock may be extended, and on which conditions.
struct ExtensionPolicy
{
    LimitName limit = LimitName::Handle; ///< Which clock: handle (rework too), re-review or supervision.
    std::optional<CaseClass> caseClass; ///< Empty: for every class without a policy of its own (HF7).
    int maxCount = 1; ///< T23; 0: never.
    int addMax = 0; ///< Working days; 0 means no cap of its own.
    int totalCap = 0; ///< Working days from the start of the clock, all extensions included (HA9e); 0: none.
    int askBefore = 0; ///< Working days before the due time (HB7.3b).
    bool askWithin = false; ///< `askBefore` is when asking begins, not when it ends: the document can be read
                            ///< both ways.
    bool needsContact = false; ///< T22: the citizen was told reason, progress and plan.
    bool needsPromise = false; ///< N9: a date promised to the citizen, tracked.
    bool unitSigns = true; ///< A leader of the unit signs it before the centre decides (signer "extension").
    QString cite;
    QString note;

    bool operator==(const ExtensionPolicy &) const = default;
};

/// A limit in a law or of the unit's own that replaces the document's (HA9a shorter, HB7.3c longer).
struct OverridePolicy
{
    bool shorterAllowed = false; ///< HA9a: a shorter limit of the unit's own prevails.
    bool longerAllowed = false; ///< HB7.3c: a longer one of the law, with its basis, when the centre agrees.
    QString cite;
    QString note;

    bool operator==(const OverridePolicy &) const = default;
};

/// T24, HA7, HB7.2b, HB7.4, M14.
struct ReturnPolicy
{
    bool allowed = true;
    int maxRejected = 1; ///< After so many rejected requests no further one.
    bool needsSuggestedUnit = false;
    bool needsBasis = false; ///< HA7b: the provision of duty it relies on.
    bool allowedWhenJoint = true; ///< HB7.4: a jointly handled case cannot be returned.
    bool appealAllowed = false; ///< HA7f: after a rejection, without stopping the clock.
    QString cite;
    QString note;

    bool operator==(const ReturnPolicy &) const = default;
};

/// HB7.2a: a case that was not accepted in time.
struct AcceptancePolicy
{
    bool byDefault = false; ///< It counts as accepted when the limit `accept` is over.
    QString cite;
    QString note;

    bool operator==(const AcceptancePolicy &) const = default;
};

/// HA10d, HB7.4, M8: several units on one case.
struct JointPolicy
{
    bool allowed = true;
    int coHandlerDays = 0; ///< Working days the co-handlers have for their part; 0: as long as the lead unit.
    bool mergedOpinion = false; ///< The lead unit's reply waits for every co-handler's part.
    QString cite;
    QString note;

    bool operator==(const JointPolicy &) const = default;
};

/// How the citizen is answered (HA11a, HB7.5, M12, M13).
struct AnswerPolicy
{
    bool citizenFirst = false; ///< M12: the citizen is answered before the unit reports.
    bool noAnswerAllowed = false; ///< M13: the centre may mark a case as needing no answer.
    bool proofreadNeeded = false; ///< M9
    int leastSentences = 1; ///< M11: 2 refuses a reply of one sentence.
    QString cite;
    QString note;

    bool operator==(const AnswerPolicy &) const = default;
};

/// Calling back and what follows (T16, T17, G8, HA19-HA21, N12).
struct CallbackPolicy
{
    bool unitFirst
        = false; ///< T16, T17: the unit calls back itself before it submits, and acts on what it hears.
    bool centreAlways = false; ///< G8, HA29b: the centre calls every citizen before it closes.
    bool reworkWhenUnsatisfied
        = false; ///< N12, G9: an unsatisfied citizen's case may not be closed as it is.
    bool onlyReasonable = false; ///< G9, T18: that binds for reasonable demands only.
    bool reworkWhenUnsolved = false; ///< N12: nor a case whose reply says that nothing was solved.
    bool reReview = false; ///< HA19: a re-review order can follow.
    bool secondCall = false; ///< HA21: the city calls a second time; a mismatch leads to supervision.
    QString cite;
    QString note;

    bool operator==(const CallbackPolicy &) const = default;
};

/// Names of the roles of a unit's people, from the clerk up (shared/cases/Actor.h).
[[nodiscard]] inline QStringList unitPosts()
{
    return {QStringLiteral("clerk"), QStringLiteral("section-head"), QStringLiteral("deputy-leader"),
        QStringLiteral("principal-leader")};
}

/// M23: which posts of a unit may have a substitute (AB角). A document that is silent lets every post have
/// one.
struct SubstitutionPolicy
{
    QStringList posts = unitPosts();
    QString cite;
    QString note;

    bool operator==(const SubstitutionPolicy &) const = default;
};

/// HA10e, N10: a matter that is not dispatched again.
struct TerminationPolicy
{
    bool allowed = false;
    int leastEarlierCases = 0; ///< HA10e: so many lawfully closed cases of the same matter.
    QString cite;
    QString note;

    bool operator==(const TerminationPolicy &) const = default;
};

} // namespace chengban
