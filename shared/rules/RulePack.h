#pragma once

#include "shared/base/Problem.h"
#include "shared/base/Result.h"
#include "shared/calendar/WorkingCalendar.h"
#include "shared/rules/Assessment.h"
#include "shared/rules/Duties.h"
#include "shared/rules/Limits.h"
#include "shared/rules/Policies.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace chengban {

/// A part a reply must have under a verdict. `part` is a field of Reply or one of "contact",
/// "contactSentence" and "attachment:<kind>".
struct RequiredPart
{
    QString verdict; ///< Name of a Verdict, or "any".
    QString outcome; ///< Code of a reply's outcome (HA29d); empty: under every one.
    QString caseType; ///< Code of a case type; empty: for every one.
    QString part;
    bool unlessAnonymous = false;
    QString order; ///< "re-review" or "supervision": only in answer to such an order (HA18, HA20c, HE7).
    std::optional<CaseClass> caseClass; ///< Empty: for every class (HA18: complex cases add a report).
    bool unlessNoAnswer = false; ///< Not for a case that the centre marked as needing no answer (M13).
    bool unlessNoSite = false; ///< Not where nothing can be looked at on the spot (HA20a).
    int least = 1; ///< Letters and digits of a text, or number of attachments or legal bases.
    QString cite;

    bool operator==(const RequiredPart &) const = default;
};

/// A check of the text that the document asks for, with what it means there. Mechanism: shared/reply.
struct TextCheck
{
    QString finding; ///< One of textCheckNames().
    Severity severity = Severity::Should;
    QString cite;
    QString note;

    bool operator==(const TextCheck &) const = default;
};

struct CodedReason
{
    QString code;
    QString label; ///< Chinese.
    QString definition; ///< When it applies, shown beside it (HA29d); empty when the label says it.
    QString cite;
    QString group; ///< Of channels "channel" (T12) or "body" (T13); of outcomes the case type they belong to
                   ///< (HA10c); of return reasons what a limit can be for (HA7c); of closing points "citizen"
                   ///< for those of a case whose citizen is known and wants an answer.

    bool operator==(const CodedReason &) const = default;
};

/// A document that the rows of a pack cite.
struct Document
{
    QString rows; ///< The letters that the ids of its rows begin with: "HA" of "HA8 第八条".
    QString title; ///< Chinese, without 《》.

    bool operator==(const Document &) const = default;
};

/// What a county's effective pack was made of (CountyProfile.h).
struct PackOrigin
{
    QString id;
    int version = 1;
    QString digest; ///< Hex.

    bool operator==(const PackOrigin &) const = default;
};

/// The rules of one document, loaded from resources/rulepacks/*.json by the strict loader.
struct RulePack
{
    QString id;
    int version = 1;
    QByteArray form; ///< Canonical form of the whole pack, what it extends included: loads anywhere.
    QByteArray digest; ///< SM3 of `form`.
    QString title;
    QString documentNumber;
    QList<Document> documents; ///< What citedText() calls the places by; one for each kind of row.
    QDate effectiveFrom;
    QDate effectiveTo; ///< Invalid: open.
    CountyDays countyDays; ///< Of a county's effective pack: laid over the national calendar.
    QString profileDigest; ///< Likewise; hex, empty for the pack of one document.
    QList<PackOrigin> origins; ///< Likewise.
    QList<Limit> limits;
    QList<SignerRule> signers;
    QList<InstructionRule> instructions;
    QList<RequiredPart> requiredParts;
    QList<TextCheck> textChecks;
    ContactPolicy contact;
    QList<ExtensionPolicy> extensions; ///< One for each clock and class at most.
    OverridePolicy limitOverride;
    ReturnPolicy returns;
    AcceptancePolicy acceptance;
    JointPolicy joint;
    AnswerPolicy answering;
    CallbackPolicy callback;
    SubstitutionPolicy substitution;
    TerminationPolicy termination;
    Assessment assessment;
    QList<Duty> duties;
    QList<Notice> notices;
    QList<RosterPost> roster;
    QList<CodedReason> reworkReasons;
    QList<CodedReason> returnReasons;
    QList<CodedReason> refusalReasons;
    QList<CodedReason> channels; ///< T12, T13
    QList<CodedReason> satisfaction; ///< Best first.
    QList<CodedReason> closingPoints;
    QList<CodedReason> caseTypes;
    QList<CodedReason> outcomes; ///< HA29d, HA10c
    QList<CodedReason> keyCategories; ///< N5
    QList<CodedReason> immediateKinds; ///< HA23: handled at once, also at night.
    QList<CodedReason> supervisionReasons; ///< HA14
    QList<CodedReason> supervisionMethods; ///< HA15, HE7-HE10
    QList<CodedReason> urgeChannels; ///< HF9, N13
    QList<CodedReason> reReviewReasons; ///< HA19
    QList<CodedReason> answerChannels; ///< HA11a
    QList<CodedReason> accountabilityCases; ///< HB14, G13
    QList<CodedReason> knowledgeKinds; ///< HB9
    QHash<QString, QString> templates; ///< Prescribed wording: "contact-reached", "contact-unreachable", …
    QHash<QString, QStringList> words; ///< Word lists of the text checks.

    /// The limit for handling of that class, else the one for every class, else null: the document sets none.
    /// `group` is that of a return's reason; a group without a limit of its own has the one without a group.
    [[nodiscard]] const Limit *limit(LimitName name, CaseClass caseClass, const QString &group = {}) const;
    /// The one units are scored by (HA29c); the limit for handling when the pack has no other.
    [[nodiscard]] const Limit *scoringLimit(LimitName name, CaseClass caseClass) const;
    /// The cell of the signer matrix, from the most special to the general one; null: nobody has to sign.
    [[nodiscard]] const SignerRule *signer(
        SignedAction action, CaseClass caseClass = CaseClass::General, bool supervised = false) const;
    /// The one of that class, else the one for every class. Null: that clock cannot be extended.
    [[nodiscard]] const ExtensionPolicy *extension(
        LimitName limit, CaseClass caseClass = CaseClass::General) const;
};

/// Whether a metric or threshold of the pack is made of that counter; the row's cite, null when none is.
[[nodiscard]] const QString *citeOfCounter(const RulePack &pack, Counter counter);

/// Where a list of the document stands: the cite of its first row; empty for an empty list.
[[nodiscard]] QString citeOfList(const QList<CodedReason> &reasons);

/// The row of a list with that code; null when there is none.
[[nodiscard]] const CodedReason *reasonCoded(const QList<CodedReason> &reasons, const QString &code);

/// Loads a pack strictly; docs/rule-packs.md describes the form. What it extends (PackBases.h) is read from
/// the packs that are linked into the program. Errors: PackInvalid for a wrong value, a duplicate or broken
/// JSON, UnknownField, MissingField; each with the place in `detail`.
[[nodiscard]] Result<RulePack> loadRulePack(const QByteArray &bytes);

} // namespace chengban
