#include "tests/shared/cases/Story.h"

#include <QTest>

#include <functional>

using namespace chengban;
using namespace chengban::samples;

namespace {

using C = CommandType;
using enum Phase;

struct Refusal
{
    Phase phase;
    C type;
    std::function<QJsonObject(const Story &)> body;
    Actor actor;
    QString finding;
};

QStringList findings(const Problems &problems)
{
    QStringList names;
    for (const Problem &problem : problems)
        names.append(problem.finding);
    return names;
}

ReturnRequestBody returning()
{
    return {u"out-of-duty"_s, u"该路段供水由园林中心自管。"_s, parkUnit, u"县园林中心"_s};
}

void row(const char *name, const Refusal &refusal)
{
    QTest::newRow(name) << refusal;
}

template <typename Body> auto body(const Body &value)
{
    return [json = toJson(value)](const Story &) { return json; };
}

/// The body with one member changed.
template <typename Body> auto with(const Body &value, const QString &key, const QJsonValue &change)
{
    QJsonObject json = toJson(value);
    json.insert(key, change);
    return [json](const Story &) { return json; };
}

void intakeRows()
{
    row("no source number",
        {None, C::Register,
            [](const Story &) {
                RegisterBody r = registration();
                r.demand.sourceNumber.clear();
                return toJson(r);
            },
            centre(), u"source-number-missing"_s});
    row("no demand",
        {None, C::Register,
            [](const Story &) {
                RegisterBody r = registration();
                r.demand.title = r.demand.text = u" "_s;
                return toJson(r);
            },
            centre(), u"demand-missing"_s});
    row("text of a million characters",
        {None, C::Register,
            [](const Story &) {
                RegisterBody r = registration();
                r.demand.text = QString(1'000'000, u'水');
                return toJson(r);
            },
            centre(), u"text-too-long"_s});
    row("a name with a NUL",
        {None, C::Register,
            [](const Story &) {
                RegisterBody r = registration();
                r.identity.name += QChar::Null;
                return toJson(r);
            },
            centre(), u"character-not-allowed"_s});
    row("half a surrogate pair",
        {None, C::Register,
            [](const Story &) {
                RegisterBody r = registration();
                r.demand.text += QChar(0xd83d);
                return toJson(r);
            },
            centre(), u"body-malformed"_s});
    row("unknown member",
        {Dispatched, C::Accept, with(NoteBody{}, u"more"_s, 1), clerk(), u"body-malformed"_s});
    row("registered twice", {Registered, C::Register, body(registration()), centre(), u"step-not-allowed"_s});
    row("dispatch without a unit",
        {Registered, C::Dispatch, with(toWater(), u"leadUnit"_s, QString()), centre(),
            u"lead-unit-missing"_s});
    row("co-handler is the lead",
        {Registered, C::Dispatch, with(toWater(), u"leadUnit"_s, roadUnit.value), centre(),
            u"unit-named-twice"_s});
    row("clerk dispatches", {Registered, C::Dispatch, body(toWater()), clerk(), u"role-not-allowed"_s});
}

void handlingRows()
{
    row("foreign clerk accepts",
        {Dispatched, C::Accept, body(NoteBody{}), parkClerk(), u"not-responsible"_s});
    row("co-handler accepts", {Dispatched, C::Accept, body(NoteBody{}), roadClerk(), u"not-responsible"_s});
    row("contact before acceptance",
        {Dispatched, C::RecordContact, body(call(mondayMs)), clerk(), u"step-not-allowed"_s});
    row("contact in the future",
        {Handling, C::RecordContact, body(call(mondayMs + dayMs)), clerk(), u"time-in-future"_s});
    row("contact while the leader reads",
        {AwaitingSignOff, C::RecordContact, body(call(mondayMs)), clerk(), u"step-not-allowed"_s});
    row("return without statement",
        {Dispatched, C::RequestReturn, with(returning(), u"statement"_s, u" "_s), clerk(),
            u"return-statement-missing"_s});
    row("return with unknown reason",
        {Dispatched, C::RequestReturn, with(returning(), u"reason"_s, u"lazy"_s), clerk(),
            u"return-reason-unknown"_s});
    row("return to oneself",
        {Dispatched, C::RequestReturn, with(returning(), u"suggestedUnit"_s, waterUnit.value), clerk(),
            u"suggested-unit-is-own"_s});
    row("empty instruction", {Handling, C::Instruct, body(NoteBody{}), leader(), u"instruction-missing"_s});
    row("extension without contact",
        {Handling, C::RequestExtension, body(ExtensionBody{u"因"_s, u"据"_s, 3}), clerk(),
            u"extension-contact-missing"_s});
    row("extension without basis",
        {Handling, C::RequestExtension, body(ExtensionBody{u"因"_s, {}, 3}), clerk(),
            u"extension-basis-missing"_s});
    row("extension of no days",
        {Handling, C::RequestExtension, body(ExtensionBody{u"因"_s, u"据"_s, 0}), clerk(),
            u"extension-days-missing"_s});
    row("extension of six days",
        {Handling, C::RequestExtension, body(ExtensionBody{u"因"_s, u"据"_s, 6}), clerk(),
            u"extension-too-long"_s});
    row("nothing to extend",
        {Handling, C::DecideExtension, body(DecisionBody{true, {}}), centre(), u"step-not-allowed"_s});
}

void signOffRows()
{
    row("empty reply", {Handling, C::SubmitForSignOff, body(SubmitBody{}), clerk(), u"contact-missing"_s});
    row("clerk signs",
        {AwaitingSignOff, C::Sign, [](const Story &s) { return toJson(signOn(s.theCase)); }, clerk(),
            u"role-not-allowed"_s});
    row("section head signs",
        {AwaitingSignOff, C::Sign,
            [](const Story &s) { return toJson(signOn(s.theCase, SignerLevel::SectionHead)); }, sectionHead(),
            u"signer-level-not-allowed"_s});
    row("section head signs as leader",
        {AwaitingSignOff, C::Sign, [](const Story &s) { return toJson(signOn(s.theCase)); }, sectionHead(),
            u"signer-level-not-own"_s});
    row("signature on another text",
        {AwaitingSignOff, C::Sign,
            [](const Story &s) {
                SignatureBody b = signOn(s.theCase);
                b.replyDigest[0] = b.replyDigest[0] == u'0' ? u'1' : u'0';
                return toJson(b);
            },
            leader(), u"reply-digest-differs"_s});
    row("signature on another version",
        {AwaitingSignOff, C::Sign,
            [](const Story &s) {
                SignatureBody b = signOn(s.theCase);
                ++b.replyVersion;
                return toJson(b);
            },
            leader(), u"reply-version-not-current"_s});
    row("return to clerk without comment",
        {AwaitingSignOff, C::ReturnToClerk, body(NoteBody{}), leader(), u"comment-missing"_s});
    row("withdraw after signature", {Signed, C::Withdraw, body(NoteBody{}), clerk(), u"step-not-allowed"_s});
    row("submit unsigned",
        {AwaitingSignOff, C::SubmitReply, body(ReplyVersionBody{1}), clerk(), u"step-not-allowed"_s});
    row("submit another version",
        {Signed, C::SubmitReply, body(ReplyVersionBody{2}), clerk(), u"reply-version-not-current"_s});
}

void reviewRows()
{
    row("unit accepts its own reply",
        {AwaitingReview, C::AcceptReply, body(ReviewBody{1, {}, {}, {}}), clerk(), u"role-not-allowed"_s});
    row("unknown closing point",
        {AwaitingReview, C::AcceptReply, body(ReviewBody{1, {}, {u"nice"_s}, {}}), centre(),
            u"closing-point-unknown"_s});
    row("rework without reason",
        {AwaitingReview, C::ReturnForRework, body(ReviewBody{1, {}, {}, {}}), centre(),
            u"rework-reason-missing"_s});
    row("rework with unknown reason",
        {AwaitingReview, C::ReturnForRework, body(ReviewBody{1, {u"bad"_s}, {}, {}}), centre(),
            u"rework-reason-unknown"_s});
    row("callback without satisfaction",
        {AwaitingCallback, C::RecordCentreCallback,
            with(satisfied(mondayMs), u"overallSatisfaction"_s, QString()), centre(),
            u"satisfaction-missing"_s});
    row("satisfaction without a call",
        {AwaitingCallback, C::RecordCentreCallback, with(satisfied(mondayMs), u"reached"_s, false), centre(),
            u"satisfaction-without-call"_s});
    row("unknown satisfaction",
        {AwaitingCallback, C::RecordCentreCallback,
            with(satisfied(mondayMs), u"resultSatisfaction"_s, u"great"_s), centre(),
            u"satisfaction-unknown"_s});
    row("close without callback",
        {AwaitingCallback, C::Close, body(NoteBody{}), centre(), u"close-without-callback"_s});
    row("archive without number",
        {Closed, C::Archive, body(ArchiveBody{{}, u"D10"_s, {}}), archivist(), u"archive-number-missing"_s});
    row("archive for ever and a day",
        {Closed, C::Archive, body(ArchiveBody{u"1"_s, u"D99"_s, {}}), archivist(), u"retention-unknown"_s});
    row("erase unasked",
        {Closed, C::ErasePart, body(EraseBody{1, u"identity"_s, u"期满"_s}), archivist(),
            u"step-not-allowed"_s});
    row("erase without reason",
        {Closed, C::RequestErasure, body(EraseBody{1, u"identity"_s, {}}), archivist(),
            u"erase-reason-missing"_s});
    row("erase the demand",
        {Closed, C::RequestErasure, body(EraseBody{1, u"demand"_s, u"期满"_s}), archivist(),
            u"part-not-erasable"_s});
    row("erase a reply",
        {Closed, C::RequestErasure, body(EraseBody{5, u"reply"_s, u"期满"_s}), archivist(),
            u"part-not-erasable"_s});
    row("erase while handled",
        {Handling, C::RequestErasure, body(EraseBody{1, u"identity"_s, u"期满"_s}), archivist(),
            u"step-not-allowed"_s});
    row("urge a closed case", {Closed, C::Urge, body(NoteBody{u"快"_s}), centre(), u"step-not-allowed"_s});
    row("administrator urges",
        {Handling, C::Urge, body(NoteBody{u"快"_s}),
            actor(u"ad"_s, u"管理"_s, Role::SystemAdmin, {u"u-centre"_s}, {}), u"role-not-allowed"_s});
}

} // namespace

class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusal_namesItsFinding_data()
    {
        QTest::addColumn<Refusal>("refusal");
        intakeRows();
        handlingRows();
        signOffRows();
        reviewRows();
    }
    void refusal_namesItsFinding()
    {
        QFETCH(Refusal, refusal);
        Story story;
        story.until(refusal.phase);
        QCOMPARE(story.theCase.phase, refusal.phase);
        const Case before = story.theCase;
        const Problems problems = story.take(refusal.type, refusal.body(story), refusal.actor);
        QVERIFY2(findings(problems).contains(refusal.finding), qPrintable(findings(problems).join(u' ')));
        QCOMPARE(story.theCase, before);
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_Refusals.moc"
