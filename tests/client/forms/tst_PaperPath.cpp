// The whole paper path against the real server: a reply is submitted, its sheet printed, signed by hand and
// scanned askew; the clerk's desk finds the case by the code and files it; the server holds it.
#include "client/forms/PileFiler.h"
#include "client/forms/PilePage.h"
#include "client/settings/MemoryKeyStore.h"
#include "tests/client/CaseSamples.h"
#include "tests/client/live/Workplace.h"
#include "tests/client/scanning/Scans.h"

#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;
using live::Caller;
using live::LiveCounty;
using live::Workplace;

namespace {

constexpr int patienceMs = 20'000;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

class TestPaperPath : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveCounty> m_county;
    MemoryKeyStore m_keychain;
    std::unique_ptr<Workplace> m_pc;
    QTemporaryDir m_dir{};

    LocalDesk &desk() { return m_pc->desk(); }

    /// The phase, and the server has said yes to everything that was sent.
    bool becomes(const CaseId &id, Phase phase)
    {
        return QTest::qWaitFor(
            [&] {
                const Result<Case> c = desk().caseOf(id);
                const QList<OutboxRow> rows = desk().outbox();
                return c && c->phase == phase && std::ranges::all_of(rows, [](const OutboxRow &row) {
                    return row.state == OutboxState::Accepted;
                });
            },
            patienceMs);
    }

    CaseId caseInWork()
    {
        const CaseId id = Caller(*m_county, u"zhou"_s).dispatchCase(u"TB-1"_s);
        Caller clerk(*m_county, u"wang"_s);
        clerk.step(CommandType::Accept, id, 2, toJson(NoteBody{}));
        Caller(*m_county, u"chen"_s).step(CommandType::Instruct, id, 3, toJson(NoteBody{u"今天到现场。"_s}));
        clerk.step(CommandType::RecordContact, id, 4, toJson(samples::contact(nowMs() - 1000)));
        return id;
    }

    void submit(const CaseId &id, const QString &result)
    {
        const Reply reply = samples::solvedReply(*desk().caseOf(id), result);
        QVERIFY(desk().take(id, CommandType::SubmitForSignOff, toJson(SubmitBody{reply, {}})));
        QVERIFY(becomes(id, Phase::AwaitingSignOff));
    }

    QString scannedSheet(const CaseId &id, const QString &name)
    {
        const QString pdf = m_dir.filePath(u"sheet.pdf"_s), path = m_dir.filePath(name);
        if (!scans::printSheet(*desk().caseOf(id), pdf))
            return {};
        const QImage scan = scans::scanned(scans::rendered(pdf, 200).value(0),
            {.quarters = 2, .skew = -3.2, .depth = scans::Spec::Depth::Bit, .noise = 30, .specks = 40});
        return scan.save(path) ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_county = std::make_unique<LiveCounty>();
        m_pc = std::make_unique<Workplace>(*m_county, m_keychain, u"li"_s, u"pc-li"_s);
        QVERIFY(!m_pc->logIn());
        QVERIFY(m_pc->comesOnline());
    }
    void cleanupTestCase()
    {
        m_pc.reset();
        m_county.reset();
    }

    void signedSheet_findsItsCaseAndStandsAtTheServer()
    {
        const CaseId id = caseInWork();
        QVERIFY(QTest::qWaitFor(
            [&] { return desk().caseOf(id) && !desk().caseOf(id)->contacts.isEmpty(); }, patienceMs));
        submit(id, u"漏水已修复。"_s);
        const QString before = scannedSheet(id, u"before.png"_s);
        Caller(*m_county, u"chen"_s)
            .step(CommandType::ReturnToClerk, id, desk().caseOf(id)->revision,
                toJson(NoteBody{u"写明时间。"_s}));
        QVERIFY(becomes(id, Phase::Handling));
        submit(id, u"漏水已于当日修复。"_s);
        const QString now = scannedSheet(id, u"now.png"_s);

        PilePage page(desk(), {});
        page.show();
        page.open({before, now});
        QTRY_COMPARE_WITH_TIMEOUT(page.model().rowCount(), 2, 60000);
        QCOMPARE(page.model().at(0).found.state, ReturnState::Older);
        QVERIFY(!page.model().at(0).found.changes.isEmpty());
        QCOMPARE(page.model().at(1).found.state, ReturnState::Open);
        PileItem item = page.model().at(1);
        item.facts.signer = Caller(*m_county, u"chen"_s).actor();
        PileFiler filer(desk(), {});
        QSignalSpy ended(&filer, &PileFiler::ended);
        filer.file(1, item);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30000);
        QCOMPARE(ended.first().at(1).toString(), QString());
        QVERIFY(becomes(id, Phase::Signed));

        const PaperSignature paper = *desk().caseOf(id)->signatures.last().body.paper;
        QVERIFY(!paper.signerName.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_county->storedDigests().contains(paper.scan.sha256), patienceMs);
    }
};

QTEST_MAIN(TestPaperPath)
#include "tst_PaperPath.moc"
