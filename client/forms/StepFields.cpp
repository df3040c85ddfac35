#include "client/forms/StepFields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

using enum FieldKind;
using C = CommandType;

constexpr StepField refusal[] = {
    {"code", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Reason"), &RulePack::refusalReasons},
    {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What is said to the citizen")},
    {"reference", Case, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Number of the case it repeats, if any")}};
constexpr StepField directAnswer[]
    = {{"atMs", Moment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Answered at")},
        {"channel", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "How"), &RulePack::answerChannels},
        {"handler", Line, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Who answered")},
        {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What was answered")}};
constexpr StepField classification[]
    = {{"caseType", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Type"), &RulePack::caseTypes},
        {"caseClass", Class, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Class")},
        {"keyCategory", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Key category"),
            &RulePack::keyCategories},
        {"immediateKind", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "To be handled at once as"),
            &RulePack::immediateKinds},
        {"noAnswer", Tick, QT_TRANSLATE_NOOP("chengban::FieldsForm", "The citizen needs no answer")},
        {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Remark (may stay empty)")}};
constexpr StepField absorption[]
    = {{"duplicate", Duplicate, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Number of the duplicate")},
        {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Why it is the same matter")}};
constexpr StepField merging[]
    = {{"into", Case, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Number of the case that goes on")},
        {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Why it is the same matter")}};
constexpr StepField reminder[]
    = {{"channel", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "How"), &RulePack::urgeChannels},
        {"person", Line, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Who was told")},
        {"atMs", OptionalMoment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Told at (now, when left out)")},
        {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What was said or promised")}};
constexpr StepField appeal[]
    = {{"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What the unit objects to, and why")}};
constexpr StepField handDown[]
    = {{"to", FieldKind::HandDownTo, QT_TRANSLATE_NOOP("chengban::FieldsForm", "To")},
        {"name", FieldKind::Receiver, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Name")},
        {"dueMs", OptionalMoment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "To be done by")},
        {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What is to be done")}};
constexpr StepField report[] = {{"atMs", Moment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "When")},
    {"people", Names, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Who")},
    {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What was found")},
    {"attachments", Papers, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Papers")}};
constexpr StepField siteVisit[] = {{"atMs", Moment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Arrival")},
    {"people", Names, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Who was there")},
    {"place", Line, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Place")},
    {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What was found")},
    {"attachments", Papers, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Photos")}};
constexpr StepField measures[] = {{"atMs", Moment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "When")},
    {"people", Names, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Who")},
    {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What was done")},
    {"finishedMs", OptionalMoment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "The work was finished at")},
    {"attachments", Papers, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Papers")}};
constexpr StepField progress[] = {{"atMs", Moment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "As of")},
    {"people", Names, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Who")},
    {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "How far it is")},
    {"promisedMs", OptionalMoment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "The rest will be done by")},
    {"attachments", Papers, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Papers")}};
constexpr StepField part[] = {{"atMs", Moment, QT_TRANSLATE_NOOP("chengban::FieldsForm", "When")},
    {"people", Names, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Who")},
    {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "This unit's part of the opinion")},
    {"attachments", Papers, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Papers")}};
constexpr StepField reReview[]
    = {{"code", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Reason"), &RulePack::reReviewReasons},
        {"days", Number, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Working days; 0: as the rules say")},
        {"onSite", Tick, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Somebody must go there")},
        {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What is asked for")}};
constexpr StepField supervision[]
    = {{"code", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Reason"), &RulePack::supervisionReasons},
        {"method", Code, QT_TRANSLATE_NOOP("chengban::FieldsForm", "How"), &RulePack::supervisionMethods},
        {"days", Number, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Working days; 0: as the rules say")},
        {"onSite", Tick, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Somebody must go there")},
        {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "What is asked for")}};
constexpr StepField reason[] = {{"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Reason")}};
constexpr StepField termination[] = {{"facts", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Facts")},
    {"reason", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Reason")},
    {"basis", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Basis")},
    {"earlierCases", Names,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "Numbers of earlier cases of the matter")},
    {"attachments", Papers, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Papers")}};
constexpr StepField copy[] = {
    {"number", Line, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Archive number of the unit")},
    {"digest", Line, QT_TRANSLATE_NOOP("chengban::FieldsForm", "SM3 of the package that was handed over")},
    {"note", Text, QT_TRANSLATE_NOOP("chengban::FieldsForm", "Remark (may stay empty)")}};

constexpr StepFields rows[] = {
    {C::Refuse, QT_TRANSLATE_NOOP("chengban::FieldsForm", "The case ends here; the citizen is told why."),
        refusal},
    {C::AnswerDirectly,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "The hotline answered at once; no unit has to act."),
        directAnswer},
    {C::Classify,
        QT_TRANSLATE_NOOP(
            "chengban::FieldsForm", "Type and class decide by when the unit must have finished."),
        classification},
    {C::AbsorbDuplicate,
        QT_TRANSLATE_NOOP("chengban::FieldsForm",
            "This case takes the demand of the other one over, word for word; then the other one can be "
            "merged into it."),
        absorption},
    {C::MergeInto,
        QT_TRANSLATE_NOOP(
            "chengban::FieldsForm", "This case ends; the other one has taken its demand over before."),
        merging},
    {C::ConfirmByPhone,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "For urgent cases the unit is told by phone as well."),
        reminder},
    {C::Appeal,
        QT_TRANSLATE_NOOP(
            "chengban::FieldsForm", "The unit objects to having got this case. The clock goes on."),
        appeal},
    {C::HandDown,
        QT_TRANSLATE_NOOP(
            "chengban::FieldsForm", "A line of the unit's own ledger; other units do not see it."),
        handDown},
    {C::ReportBack,
        QT_TRANSLATE_NOOP("chengban::FieldsForm",
            "What a section or village found, for the unit's opinion; other units do not see it."),
        report},
    {C::UrgeInside,
        QT_TRANSLATE_NOOP(
            "chengban::FieldsForm", "Reminds a section or person of the unit; other units do not see it."),
        reminder},
    {C::RecordAnswer, QT_TRANSLATE_NOOP("chengban::FieldsForm", "How and when the citizen got the answer."),
        directAnswer},
    {C::RecordInvestigation,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "What was asked and looked up, as facts."), report},
    {C::RecordSiteVisit,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "Who went there, when they arrived, what they saw."),
        siteVisit},
    {C::RecordMeasures,
        QT_TRANSLATE_NOOP("chengban::FieldsForm",
            "What was done; the time the work was finished starts the time to report."),
        measures},
    {C::ReportProgress,
        QT_TRANSLATE_NOOP(
            "chengban::FieldsForm", "Tells the centre how far the case is while it is not finished."),
        progress},
    {C::SubmitPart,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "The lead unit joins it to the others' into one opinion."),
        part},
    {C::OrderReReview,
        QT_TRANSLATE_NOOP(
            "chengban::FieldsForm", "The unit goes through the case again and answers within its own time."),
        reReview},
    {C::OrderSupervision,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "The unit answers to the centre within its own time."),
        supervision},
    {C::RecordMismatch,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "What the unit recorded and what the citizen says differ."),
        reason},
    {C::AppealScore,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "The unit objects to how this case was scored; once."),
        appeal},
    {C::ExcludeFromScoring,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "The case counts in no ranking; both rates are shown."),
        reason},
    {C::Urge,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "The unit sees the urge in the case and in its list."),
        reminder},
    {C::RequestTermination,
        QT_TRANSLATE_NOOP("chengban::FieldsForm",
            "The matter is lawfully settled and comes again without ground, or cannot be solved. A leader "
            "signs the request, the centre decides."),
        termination},
    {C::FileCopy,
        QT_TRANSLATE_NOOP("chengban::FieldsForm", "The unit's copy of the dossier lies with the centre."),
        copy},
};

} // namespace

const StepFields *stepFields(CommandType step)
{
    const auto row = std::ranges::find(rows, step, &StepFields::step);
    return row == std::end(rows) ? nullptr : &*row;
}

} // namespace chengban
