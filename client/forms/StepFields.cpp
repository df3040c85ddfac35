#include "client/forms/StepFields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

using enum FieldKind;
using C = CommandType;

#define WORD(text) QT_TRANSLATE_NOOP("chengban::FieldsForm", text)

constexpr StepField refusal[] = {{"code", Code, WORD("Reason"), &RulePack::refusalReasons},
    {"note", Text, WORD("What is said to the citizen")},
    {"reference", Case, WORD("Number of the case it repeats, if any")}};
constexpr StepField directAnswer[]
    = {{"atMs", Moment, WORD("Answered at")}, {"channel", Code, WORD("How"), &RulePack::answerChannels},
        {"handler", Line, WORD("Who answered")}, {"note", Text, WORD("What was answered")}};
constexpr StepField classification[] = {{"caseType", Code, WORD("Type"), &RulePack::caseTypes},
    {"caseClass", Class, WORD("Class")},
    {"keyCategory", Code, WORD("Key category"), &RulePack::keyCategories},
    {"immediateKind", Code, WORD("To be handled at once as"), &RulePack::immediateKinds},
    {"noAnswer", Tick, WORD("The citizen needs no answer")}, {"note", Text, WORD("Remark (may stay empty)")}};
constexpr StepField absorption[] = {
    {"duplicate", Case, WORD("Number of the duplicate")}, {"note", Text, WORD("Why it is the same matter")}};
constexpr StepField merging[] = {{"into", Case, WORD("Number of the case that goes on")},
    {"note", Text, WORD("Why it is the same matter")}};
constexpr StepField reminder[] = {{"channel", Code, WORD("How"), &RulePack::urgeChannels},
    {"person", Line, WORD("Who was told")}, {"atMs", OptionalMoment, WORD("Told at another time than now")},
    {"note", Text, WORD("What was said or promised")}};
constexpr StepField appeal[] = {{"note", Text, WORD("What the unit objects to, and why")}};
constexpr StepField handDown[] = {{"to", FieldKind::HandDownTo, WORD("To")}, {"name", Line, WORD("Name")},
    {"dueMs", OptionalMoment, WORD("To be done by")}, {"note", Text, WORD("What is to be done")}};
constexpr StepField report[] = {{"atMs", Moment, WORD("When")}, {"people", Names, WORD("Who")},
    {"note", Text, WORD("What was found")}, {"attachments", Papers, WORD("Papers")}};
constexpr StepField siteVisit[] = {{"atMs", Moment, WORD("Arrival")},
    {"people", Names, WORD("Who was there")}, {"place", Line, WORD("Place")},
    {"note", Text, WORD("What was found")}, {"attachments", Papers, WORD("Photos")}};
constexpr StepField measures[] = {{"atMs", Moment, WORD("When")}, {"people", Names, WORD("Who")},
    {"note", Text, WORD("What was done")}, {"finishedMs", OptionalMoment, WORD("The work was finished at")},
    {"attachments", Papers, WORD("Papers")}};
constexpr StepField progress[] = {{"atMs", Moment, WORD("As of")}, {"people", Names, WORD("Who")},
    {"note", Text, WORD("How far it is")}, {"promisedMs", OptionalMoment, WORD("The rest will be done by")},
    {"attachments", Papers, WORD("Papers")}};
constexpr StepField part[] = {{"atMs", Moment, WORD("When")}, {"people", Names, WORD("Who")},
    {"note", Text, WORD("This unit's part of the opinion")}, {"attachments", Papers, WORD("Papers")}};
constexpr StepField reReview[] = {{"code", Code, WORD("Reason"), &RulePack::reReviewReasons},
    {"days", Number, WORD("Working days; 0: as the rules say")},
    {"onSite", Tick, WORD("Somebody must go there")}, {"note", Text, WORD("What is asked for")}};
constexpr StepField supervision[] = {{"code", Code, WORD("Reason"), &RulePack::supervisionReasons},
    {"method", Code, WORD("How"), &RulePack::supervisionMethods},
    {"days", Number, WORD("Working days; 0: as the rules say")},
    {"onSite", Tick, WORD("Somebody must go there")}, {"note", Text, WORD("What is asked for")}};
constexpr StepField reason[] = {{"note", Text, WORD("Reason")}};
constexpr StepField termination[] = {{"facts", Text, WORD("Facts")}, {"reason", Text, WORD("Reason")},
    {"basis", Text, WORD("Basis")}, {"earlierCases", Names, WORD("Numbers of earlier cases of the matter")},
    {"attachments", Papers, WORD("Papers")}};
constexpr StepField copy[] = {{"number", Line, WORD("Archive number of the unit")},
    {"digest", Line, WORD("SM3 of the package that was handed over")},
    {"note", Text, WORD("Remark (may stay empty)")}};

constexpr StepFields rows[] = {
    {C::Refuse, WORD("The case ends here; the citizen is told why."), refusal},
    {C::AnswerDirectly, WORD("The hotline answered at once; no unit has to act."), directAnswer},
    {C::Classify, WORD("Type and class decide by when the unit must have finished."), classification},
    {C::AbsorbDuplicate,
        WORD("This case takes the demand of the other one over, word for word; then the other one can be "
             "merged into it."),
        absorption},
    {C::MergeInto, WORD("This case ends; the other one has taken its demand over before."), merging},
    {C::ConfirmByPhone, WORD("For urgent cases the unit is told by phone as well."), reminder},
    {C::Appeal, WORD("The unit objects to having got this case. The clock goes on."), appeal},
    {C::HandDown, WORD("A line of the unit's own ledger; other units do not see it."), handDown},
    {C::ReportBack,
        WORD("What a section or village found, for the unit's opinion; other units do not see it."), report},
    {C::UrgeInside, WORD("Reminds a section or person of the unit; other units do not see it."), reminder},
    {C::RecordAnswer, WORD("How and when the citizen got the answer."), directAnswer},
    {C::RecordInvestigation, WORD("What was asked and looked up, as facts."), report},
    {C::RecordSiteVisit, WORD("Who went there, when they arrived, what they saw."), siteVisit},
    {C::RecordMeasures, WORD("What was done; the time the work was finished starts the time to report."),
        measures},
    {C::ReportProgress, WORD("Tells the centre how far the case is while it is not finished."), progress},
    {C::SubmitPart, WORD("The lead unit joins it to the others' into one opinion."), part},
    {C::OrderReReview, WORD("The unit goes through the case again and answers within its own time."),
        reReview},
    {C::OrderSupervision, WORD("The unit answers to the centre within its own time."), supervision},
    {C::RecordMismatch, WORD("What the unit recorded and what the citizen says differ."), reason},
    {C::AppealScore, WORD("The unit objects to how this case was scored; once."), appeal},
    {C::ExcludeFromScoring, WORD("The case counts in no ranking; both rates are shown."), reason},
    {C::Urge, WORD("The unit sees the urge in the case and in its list."), reminder},
    {C::RequestTermination,
        WORD("The matter is lawfully settled and comes again without ground, or cannot be solved. A leader "
             "signs the request, the centre decides."),
        termination},
    {C::FileCopy, WORD("The unit's copy of the dossier lies with the centre."), copy},
};

} // namespace

const StepFields *stepFields(CommandType step)
{
    const auto row = std::ranges::find(rows, step, &StepFields::step);
    return row == std::end(rows) ? nullptr : &*row;
}

} // namespace chengban
