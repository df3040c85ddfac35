#include "shared/canonical/Canonical.h"
#include "shared/wire/Wire.h"
#include "tests/shared/cases/Samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace chengban;
using namespace chengban::samples;
using namespace chengban::wire;

namespace {

QList<Event> events()
{
    const EventDraft draft{u"registered"_s,
        {{u"demand"_s, {Audience::Kind::Case, {}}, chengban::toJson(demand())},
            {u"identity"_s, {Audience::Kind::Identity, {}}, chengban::toJson(identity())}}};
    const Stamp stamp{.command = commandId(1),
        .actor = centre(),
        .pack = {},
        .serverTimeMs = mondayMs,
        .claimedTimeMs = mondayMs};
    const QList<Event> whole = chained({draft}, caseId, 0, {}, stamp, countingSalts()).value();
    return {withheldFor(whole.first(), [](const Audience &a) { return a.kind == Audience::Kind::Case; })};
}

EnrolledKey key()
{
    return {
        {u"00112233aabbccdd"_s}, {u"chen"_s}, {u"d-chen"_s}, "pem", u"何长青"_s, mondayMs, mondayMs + dayMs};
}

Problem problem()
{
    Problem made;
    made.code = ErrorCode::PartMissing;
    made.finding = u"investigation-missing"_s;
    made.field = u"investigation"_s;
    made.severity = Severity::Should;
    made.cite = u"T9"_s;
    made.start = 3;
    made.length = 2;
    return made;
}

CommandAnswer answer()
{
    Receipt receipt;
    receipt.tenant = tenant;
    receipt.caseId = caseId;
    receipt.signature = "sig";
    return {commandId(4), CommandState::Refused, {problem(), Problem{}}, events(), receipt};
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logIn_readsBack()
    {
        const LogIn logIn{u"demo"_s, u"liu"_s, u"秘密"_s, u"d-liu"_s, u"一楼电脑"_s};
        QCOMPARE(logInFromJson(toJson(logIn)).value(), logIn);
        QCOMPARE(logInFromJson({}).error(), (Error{ErrorCode::MissingField, u"tenant"_s}));
    }

    void session_readsBack()
    {
        const Session session{
            u"access"_s, mondayMs, u"refresh"_s, clerk(), mondayMs - 1, u"pem"_s, u"recovery"_s};
        QCOMPARE(sessionFromJson(toJson(session)).value(), session);
    }

    void feedPage_readsBack()
    {
        const FeedPage page{u"cursor"_s, true, mondayMs,
            {{caseId, Access::Closed, true, events(), u"吴**"_s, u"139****0000"_s},
                {{u"other"_s}, Access::Left, false, {}, {}, {}}},
            {}};
        QCOMPARE(feedPageFromJson(toJson(page).value()).value(), page);
    }

    void feedPage_writtenAtOnce_isTheSameJson()
    {
        const FeedPage page{u"cursor"_s, true, mondayMs,
            {{caseId, Access::Closed, true, events(), u"吴**"_s, u"139****0000"_s},
                {{u"other"_s}, Access::Left, false, {}, {}, {}}},
            {}};
        QCOMPARE(canonicalForm(page).value(), chengban::canonicalForm(toJson(page).value()).value());
    }

    void feedPage_withAChangedEvent_namesItsCaseAndReadsTheOthers()
    {
        const FeedCase other{{u"other"_s}, Access::Left, false, {}, {}, {}};
        const FeedPage page{
            u"cursor"_s, false, mondayMs, {{caseId, Access::Working, true, events(), {}, {}}, other}, {}};
        QByteArray bytes = QJsonDocument(toJson(page).value()).toJson();
        bytes.replace("柳树巷12号", "柳树巷13号");
        const auto read = feedPageFromJson(QJsonDocument::fromJson(bytes).object());
        QCOMPARE(read->unverified, QList<CaseId>{caseId});
        QCOMPARE(read->cases, QList<FeedCase>{other});
    }

    void feedPage_withACaseOfAnotherForm_saysWhere()
    {
        QJsonObject json = toJson(FeedPage{u"cursor"_s, false, mondayMs, {}, {}}).value();
        json.insert(u"cases"_s, QJsonArray{QJsonObject{{u"caseId"_s, 7}}});
        const auto read = feedPageFromJson(json);
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY2(read.error().detail.startsWith(u"cases[0].caseId"), qPrintable(read.error().detail));
    }

    void commandAnswer_readsBackWithAndWithoutReceipt()
    {
        CommandAnswer whole = answer();
        QCOMPARE(commandAnswerFromJson(toJson(whole).value()).value(), whole);
        whole.receipt.reset();
        QCOMPARE(commandAnswerFromJson(toJson(whole).value()).value(), whole);
    }

    void directory_readsBack()
    {
        const Directory directory{{{waterUnit, u"县水务局"_s, u"0377-0000000"_s}},
            {{{u"liu"_s}, u"刘小河"_s, waterUnit, Role::Clerk, {}}}, {key()},
            {{.id = u"0199a2c4-0000-7000-8000-000000000001"_s,
                .holder = {u"zhou"_s},
                .substitute = {u"liu"_s},
                .from = QDate(2025, 9, 1),
                .to = QDate(2025, 9, 5),
                .reason = u"出差"_s,
                .appointedBy = {u"zhou"_s},
                .appointedByName = u"周明"_s,
                .appointedAtMs = 1'756'600'000'000,
                .revokedAtMs = 1'756'700'000'000,
                .revokedByName = u"周明"_s}}};
        QCOMPARE(directoryFromJson(toJson(directory)).value(), directory);
    }

    void problemDocument_readsBack()
    {
        const ProblemDocument document{409, ErrorCode::StepNotAllowed, u"detail"_s};
        QCOMPARE(problemDocumentFromJson(toJson(document)).value(), document);
        QCOMPARE(toJson(document).value(u"type"_s).toString(), u"about:blank"_s);
    }

    void problemDocument_ofANewerServer_isStillRead()
    {
        QJsonObject json = toJson(ProblemDocument{422, ErrorCode::TooLate, {}});
        json.insert(u"code"_s, u"case.invented-later"_s);
        json.insert(u"instance"_s, u"/v1/x"_s);
        QCOMPARE(problemDocumentFromJson(json).value(), (ProblemDocument{422, ErrorCode::ServerFault, {}}));
    }

    void problemDocument_refusesWhatIsNone_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::newRow("empty") << QJsonObject();
        QTest::newRow("no code") << QJsonObject{{u"status"_s, 404}};
        QTest::newRow("good status") << QJsonObject{{u"status"_s, 200}, {u"code"_s, u"access.not-found"_s}};
        QTest::newRow("status as text")
            << QJsonObject{{u"status"_s, u"404"_s}, {u"code"_s, u"access.not-found"_s}};
    }
    void problemDocument_refusesWhatIsNone()
    {
        QFETCH(QJsonObject, json);
        QVERIFY(!problemDocumentFromJson(json));
    }

    void readers_refuseUnknownMembers()
    {
        const auto withExtra = [](QJsonObject json) {
            json.insert(u"extra"_s, 1);
            return json;
        };
        const Error unknown{ErrorCode::UnknownField, u"extra"_s};
        QCOMPARE(sessionFromJson(withExtra(toJson(Session{}))).error(), unknown);
        QCOMPARE(feedPageFromJson(withExtra(toJson(FeedPage{}).value())).error(), unknown);
        QCOMPARE(feedCaseFromJson(withExtra(toJson(FeedCase{}).value())).error(), unknown);
        QCOMPARE(commandAnswerFromJson(withExtra(toJson(CommandAnswer{}).value())).error(), unknown);
        QCOMPARE(directoryFromJson(withExtra(toJson(Directory{}))).error(), unknown);
        QCOMPARE(problemFromJson(withExtra(toJson(Problem{}))).error(), unknown);
    }

    void everyCode_hasAStatusOfAnError()
    {
        for (const ErrorCode code : allErrorCodes()) {
            const int status = httpStatus(code);
            QVERIFY2(status >= 400 && status < 600, errorName(code).data());
        }
    }

    void status_saysWhoIsToAct_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("not logged in") << ErrorCode::NotAuthenticated << 401;
        QTest::newRow("old token") << ErrorCode::TokenExpired << 401;
        QTest::newRow("no permission") << ErrorCode::Forbidden << 403;
        QTest::newRow("unknown case") << ErrorCode::CaseUnknown << 404;
        QTest::newRow("conflict") << ErrorCode::Conflict << 409;
        QTest::newRow("old cursor") << ErrorCode::CursorTooOld << 410;
        QTest::newRow("too large") << ErrorCode::TooLarge << 413;
        QTest::newRow("id used again") << ErrorCode::CommandIdReused << 422;
        QTest::newRow("too many requests") << ErrorCode::RateLimited << 429;
        QTest::newRow("damaged chunk (tus)") << ErrorCode::DigestMismatch << 460;
        QTest::newRow("fault") << ErrorCode::ServerFault << 500;
        QTest::newRow("database gone") << ErrorCode::StoreUnavailable << 503;
        QTest::newRow("a code of the client's own") << ErrorCode::PinWrong << 500;
    }
    void status_saysWhoIsToAct()
    {
        QFETCH(ErrorCode, code);
        QFETCH(int, status);
        QCOMPARE(httpStatus(code), status);
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_Wire.moc"
