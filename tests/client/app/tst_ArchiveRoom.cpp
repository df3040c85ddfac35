// The archive room in the window, before a register in memory that decides by the real rules; packages are
// made and verified for real.
#include "client/app/DeskArchive.h"
#include "client/app/DossierJob.h"
#include "client/app/MainWindow.h"
#include "client/app/VerifyWindow.h"
#include "client/forms/Rail.h"
#include "shared/dossier/BagArchive.h"
#include "tests/client/support/DemoCounty.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

constexpr int yearNow = 2037;

/// The server's part, in a few lines: who asks stands in `actor`.
struct FakeRegister
{
    Actor actor;
    QList<wire::FiledDossier> filed;
    QList<RegisterCall> calls;
    std::optional<ErrorCode> failure;

    void add(const QString &number, int year, const QString &retention)
    {
        wire::FiledDossier one;
        one.line.id = u"d%1"_s.arg(filed.size());
        one.line.facts = {number, year, retention, u"县水务局关于“水压不足”诉求的办理材料"_s, u"县水务局"_s,
            u"QH%1"_s.arg(filed.size()), {}, 1, 31};
        filed.append(one);
    }
    wire::FiledDossier &of(const QString &id)
    {
        for (wire::FiledDossier &one : filed) {
            if (one.line.id == id)
                return one;
        }
        qFatal("no such line");
    }
    Result<RegisterAnswer> answer(const RegisterCall &call);
    Result<RegisterAnswer> propose(const RegisterCall &call);
    Result<RegisterAnswer> decide(const RegisterCall &call);
};

Result<RegisterAnswer> FakeRegister::propose(const RegisterCall &call)
{
    wire::FiledDossier &one = of(call.id);
    Disposal disposal;
    disposal.kind = call.proposal.kind;
    disposal.reason = call.proposal.reason;
    disposal.proposedBy = actor.user;
    disposal.proposedByName = actor.name;
    if (const auto may = mayPropose(one.line, disposal, actor, yearNow); !may)
        return fail(may.error());
    one.line.disposal = disposal;
    one.disposals.append(disposal);
    return RegisterAnswer{{}, one};
}

Result<RegisterAnswer> FakeRegister::decide(const RegisterCall &call)
{
    wire::FiledDossier &one = of(call.id);
    if (const auto may = mayDecide(one.line, actor, call.verdict.reason); !may)
        return fail(may.error());
    one.line.disposal->state = call.verdict.approved ? DisposalState::Approved : DisposalState::Refused;
    one.line.disposal->decidedByName = actor.name;
    one.line.disposal->decisionReason = call.verdict.reason;
    if (call.verdict.approved)
        one.line.state = DossierState::Destroyed;
    one.disposals.last() = *one.line.disposal;
    return RegisterAnswer{{}, one};
}

Result<RegisterAnswer> FakeRegister::answer(const RegisterCall &call)
{
    calls.append(call);
    if (failure)
        return fail(*failure);
    RegisterAnswer given;
    switch (call.kind) {
    case RegisterCall::Kind::Lines:
        given.page.year = yearNow;
        for (const wire::FiledDossier &one : filed)
            given.page.dossiers.append(one.line);
        return given;
    case RegisterCall::Kind::Line:
        return RegisterAnswer{{}, of(call.id)};
    case RegisterCall::Kind::File:
        add(u"Q012-ZY·RX·2026·D10-%1"_s.arg(filed.size()), 2026, u"D10"_s);
        return RegisterAnswer{{}, filed.last()};
    case RegisterCall::Kind::Open:
        return given;
    case RegisterCall::Kind::Propose:
        return propose(call);
    case RegisterCall::Kind::Decide:
        return decide(call);
    }
    Q_UNREACHABLE();
}

} // namespace

class TestArchiveRoom : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<MainWindow> m_window;
    FakeRegister m_register;
    QList<CaseId> m_made;

    template <typename T> T *find(const char *name)
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    void open(const Actor &actor)
    {
        m_register.actor = actor;
        m_county->desk.actAs(actor);
        m_window = std::make_unique<MainWindow>(false);
        m_window->archive().setServices(
            [this](const CaseId &id, const QString &) {
                m_made.append(id);
                return QtFuture::makeReadyFuture(Result<void>());
            },
            [this](const RegisterCall &call) { return QtFuture::makeReadyFuture(m_register.answer(call)); });
        m_window->openDesk(m_county->desk, {});
        m_window->show();
        QTest::mouseClick(find<RailButton>("railDossiers"), Qt::LeftButton);
        QTRY_COMPARE(find<QTableView>("dossiers")->model()->rowCount(), int(m_register.filed.size()));
    }
    void choose(int row)
    {
        find<QTableView>("dossiers")->selectRow(row);
        QTRY_VERIFY(find<QLabel>("dossierFacts")->isVisible());
    }
    /// A real package of an archived case of the county.
    QString package(const QTemporaryDir &dir)
    {
        const QString path = dir.filePath(u"package.zip"_s);
        QFutureWatcher<Result<void>> watcher;
        QSignalSpy done(&watcher, &QFutureWatcherBase::finished);
        m_county->desk.actAs(m_county->centre);
        watcher.setFuture(
            DossierJob::startPackage(m_county->desk, m_county->caseIn(Phase::Archived), path, {}));
        if (!done.wait(60'000) || !watcher.result())
            return {};
        return path;
    }
    /// The texts of the findings in that state.
    static QStringList findings(VerifyWindow &window, const QString &state)
    {
        const QAbstractItemModel &model = *window.findChild<QListView *>(u"findings"_s)->model();
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            if (index.data(FindingsModel::StateRole) == state)
                texts.append(index.data().toString());
        }
        return texts;
    }

private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        m_county = std::make_unique<DemoCounty>();
        m_county->desk.play(m_county->archivist, m_county->caseIn(Phase::Closed), CommandType::Archive,
            toJson(ArchiveBody{u"Q012-ZY·RX·2026·D10-0007"_s, u"D10"_s, {}}));
    }
    void init()
    {
        m_register = {};
        m_made.clear();
        m_register.add(u"Q012-ZY·RX·2025·D10-0001"_s, 2025, u"D10"_s);
        m_register.add(u"Q012-ZY·RX·2036·D30-0001"_s, 2036, u"D30"_s);
    }

    void lines_areAskedByWhatIsChosen()
    {
        open(m_county->archivist);
        QCOMPARE(find<QTableView>("dossiers")->model()->index(0, 0).data().toString(),
            u"Q012-ZY·RX·2025·D10-0001"_s);
        m_register.calls.clear();
        auto *retention = find<QComboBox>("dossierRetention");
        retention->setCurrentIndex(retention->findData(u"D10"_s));
        auto *due = find<QComboBox>("dossierDue");
        due->setCurrentIndex(due->findData(u"destroy"_s));
        find<QLineEdit>("dossierText")->setText(u"水压"_s);
        QTest::keyClick(find<QLineEdit>("dossierText"), Qt::Key_Return);
        QTRY_VERIFY(!m_register.calls.isEmpty());
        const wire::DossierQuestion asked = m_register.calls.last().question;
        QCOMPARE(asked.retention, u"D10"_s);
        QCOMPARE(asked.due, DisposalKind::Destroy);
        QCOMPARE(asked.text, u"水压"_s);
    }

    void serverAway_isSaid()
    {
        m_register.failure = ErrorCode::ServerAway;
        m_register.filed.clear();
        open(m_county->archivist);
        QTRY_COMPARE(find<QLabel>("archiveState")->text(), errorText(ErrorCode::ServerAway));
    }

    void archivedCases_areFiledOneAfterTheOther()
    {
        open(m_county->centre);
        const auto before = m_register.filed.size();
        find<QPushButton>("fileDossiers")->click();
        QTRY_VERIFY(m_register.filed.size() > before);
        QTRY_COMPARE(find<QTableView>("dossiers")->model()->rowCount(), int(m_register.filed.size()));
        QCOMPARE(m_made.size(), m_register.filed.size() - before);
        for (const CaseId &id : std::as_const(m_made))
            QCOMPARE(m_county->desk.caseOf(id)->phase, Phase::Archived);
    }

    void destruction_isProposedByOneAndDecidedByAnother()
    {
        open(m_county->archivist);
        choose(1);
        QVERIFY(!find<QPushButton>("propose")->isVisible()); // kept until 2066
        choose(0);
        QTRY_VERIFY(find<QPushButton>("propose")->isVisible());
        find<QPushButton>("propose")->click();
        QTRY_COMPARE(find<QLabel>("disposalError")->text(), errorText(ErrorCode::ReasonMissing));
        find<QLineEdit>("disposalReason")->setText(u"保管期限已满"_s);
        find<QPushButton>("propose")->click();
        QTRY_VERIFY(find<QPushButton>("approve")->isVisible());
        QVERIFY(!find<QPushButton>("approve")->isEnabled()); // not by the same person
        QCOMPARE(find<QLabel>("disposalError")->text(), errorText(ErrorCode::SamePerson));
        open(m_county->centre);
        choose(0);
        QTRY_VERIFY(find<QPushButton>("approve")->isVisible());
        QVERIFY(find<QPushButton>("approve")->isEnabled());
        find<QLineEdit>("disposalReason")->setText(u"同意销毁"_s);
        find<QPushButton>("approve")->click();
        QTRY_COMPARE(m_register.filed.first().line.state, DossierState::Destroyed);
        QTRY_VERIFY(find<QLabel>("disposals")->text().contains(u"同意销毁"));
        QTRY_VERIFY(!find<QPushButton>("approve")->isVisible());
    }

    void clerk_seesLinesAndDecidesNothing()
    {
        open(m_county->clerk);
        choose(0);
        QVERIFY(!find<QPushButton>("propose")->isVisible());
        QVERIFY(!find<QPushButton>("printDossiers")->isVisible());
    }

    void printAgain_opensEachForThatPurpose()
    {
        open(m_county->archivist);
        find<QTableView>("dossiers")->selectAll();
        m_register.calls.clear();
        find<QPushButton>("printDossiers")->click();
        QTRY_COMPARE(std::ranges::count(m_register.calls, RegisterCall::Kind::Open, &RegisterCall::kind), 2);
        for (const RegisterCall &call : std::as_const(m_register.calls)) {
            if (call.kind == RegisterCall::Kind::Open)
                QCOMPARE(call.purpose, OpeningPurpose::Reprint);
        }
    }

    void package_verifiesItemByItem()
    {
        const QTemporaryDir dir;
        const QString path = package(dir);
        QVERIFY(!path.isEmpty());
        VerifyWindow window;
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy verified(&window, &VerifyWindow::verified);
        window.verify(path);
        QVERIFY(verified.wait(60'000));
        // The invented county's directory names no keys: a signature and a receipt cannot be told true.
        const QStringList unknown = findings(window, u"failed"_s);
        QCOMPARE(unknown.size(), 2);
        for (const QString &one : unknown)
            QVERIFY2(one.contains(errorText(ErrorCode::KeyUnknown)), qPrintable(one));
        QVERIFY(findings(window, u"passed"_s).size() >= 4);
        // The same as a folder, and one byte of it changed.
        const auto folder = unpackBagArchive(path, dir.path());
        QVERIFY(folder);
        QFile log(*folder + u"/data/log.json"_s);
        QVERIFY(log.open(QIODevice::ReadWrite));
        QByteArray bytes = log.readAll();
        const qsizetype place = bytes.indexOf("\"salt\": \"") + 9;
        bytes[place] = bytes[place] == 'A' ? 'B' : 'A';
        QVERIFY(log.seek(0) && log.write(bytes) == bytes.size());
        log.close();
        window.verify(*folder);
        QVERIFY(verified.wait(60'000));
        const QStringList failed = findings(window, u"failed"_s);
        QVERIFY(failed.size() > unknown.size()); // the digest, and what the log says
        QVERIFY2(failed.first().contains(u"log.json"), qPrintable(failed.join(u'\n')));
    }

    void pdfAlone_saysWhatCannotBeChecked()
    {
        const QTemporaryDir dir;
        const QString path = package(dir);
        const auto folder = unpackBagArchive(path, dir.path());
        QVERIFY(folder);
        VerifyWindow window;
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy verified(&window, &VerifyWindow::verified);
        window.verify(*folder + u"/data/dossier.pdf"_s);
        QVERIFY(verified.wait(60'000));
        QCOMPARE(findings(window, u"not-checked"_s).size(), 3);
        QCOMPARE(findings(window, u"passed"_s).size(), 2);
        QFile other(dir.filePath(u"other.zip"_s));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("PK\x03\x04 no package") > 0);
        other.close();
        window.verify(other.fileName());
        QVERIFY(verified.wait(60'000));
        QCOMPARE(window.findChild<QLabel *>(u"verifySum"_s)->text(), errorText(ErrorCode::PackageInvalid));
    }

    void printItem_isTheVolumesOfThePackage()
    {
        const QTemporaryDir dir;
        const QString path = package(dir);
        QVERIFY(QDir(dir.path()).mkdir(u"room"_s));
        const auto item = printItemOf(path, dir.filePath(u"room"_s));
        QVERIFY(item);
        QCOMPARE(item->files.size(), 1);
        QVERIFY(item->files.first().endsWith(u"/data/dossier.pdf"));
        QVERIFY(!item->title.isEmpty());
    }
};

QTEST_MAIN(TestArchiveRoom)
#include "tst_ArchiveRoom.moc"
