#include "client/app/MainWindow.h"

#include "client/app/DossierJob.h"
#include "client/forms/AttachmentForm.h"
#include "client/forms/CasePage.h"
#include "client/forms/LogInPage.h"
#include "client/forms/Rail.h"
#include "client/models/CaseListModel.h"
#include "shared/reply/Requirements.h"
#include "tests/client/support/DemoCounty.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace chengban;

namespace {

/// Whether a widget shows less than its words: narrower than they need, or sideways outside of what holds it.
bool isCutOff(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const bool wraps = label && label->wordWrap();
    const int needed = wraps ? widget.minimumSizeHint().width() : widget.sizeHint().width();
    if (widget.width() < needed || (wraps && widget.height() < label->heightForWidth(widget.width())))
        return true;
    for (const QWidget *in = widget.parentWidget(); in; in = in->isWindow() ? nullptr : in->parentWidget()) {
        const QRect place(widget.mapTo(in, QPoint()), widget.size());
        if (place.left() < 0 || place.right() > in->rect().right())
            return true;
    }
    return false;
}

QStringList cutOff(const QWidget &window)
{
    QStringList cut;
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *one : all) {
        const auto *label = qobject_cast<const QLabel *>(one);
        const auto *button = qobject_cast<const QAbstractButton *>(one);
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (!text.isEmpty() && one->isVisible() && isCutOff(*one))
            cut << QStringLiteral("%1 \"%2\" %3x%4")
                       .arg(one->objectName(), text.left(30))
                       .arg(one->width())
                       .arg(one->height());
    }
    return cut;
}

} // namespace

/// The window as its user has it: real clicks and keys on the widgets found by their names. With
/// CHENGBAN_PICTURES set to a folder every page is also saved as a picture there.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pages_ofEveryRole_openWithoutFault_data();
    void pages_ofEveryRole_openWithoutFault();
    void text_atEverySize_isNotCutOff_data();
    void text_atEverySize_isNotCutOff();
    void dossier_fileNotHereYet_isWrittenWhenItHasArrived();
    void case_throughItsLife_byClicksAndKeys();
    void logIn_serverAway_saysSoAtTheServer();
    void window_darkAndLarge_opens();
    void keys_F1_showsThemAndEscapeHidesThem();

private:
    void open(const Actor &actor);
    void openAs(const QString &role);
    void openCase(Phase phase);
    void shoot(const QString &name);
    template <typename T> [[nodiscard]] T *find(const char *name)
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    void click(const char *name);

    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    dressUp();
    m_county = std::make_unique<DemoCounty>();
}

void TestMainWindow::open(const Actor &actor)
{
    m_county->desk.actAs(actor);
    m_window = std::make_unique<MainWindow>(false);
    m_window->resize(1366, 768);
    m_window->openDesk(m_county->desk,
        [](const CaseId &, const QString &) { return QtFuture::makeReadyFuture(Result<void>()); });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::openAs(const QString &role)
{
    open(role == QStringLiteral("clerk")       ? m_county->clerk
            : role == QStringLiteral("leader") ? m_county->leader
            : role == QStringLiteral("centre") ? m_county->centre
                                               : m_county->archivist);
}

void TestMainWindow::openCase(Phase phase)
{
    const CaseId id = m_county->caseIn(phase);
    auto *view = find<QListView>("cases");
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (view->model()->index(row, 0).data(CaseListModel::IdRole).toString() == id.value)
            view->setCurrentIndex(view->model()->index(row, 0));
    }
}

void TestMainWindow::click(const char *name)
{
    auto *button = find<QAbstractButton>(name);
    QVERIFY2(button && button->isVisible(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestMainWindow::shoot(const QString &name)
{
    const QString folder = qEnvironmentVariable("CHENGBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(250);
    QVERIFY(m_window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png"))));
}

void TestMainWindow::pages_ofEveryRole_openWithoutFault_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("rail");
    QTest::addColumn<int>("phase");
    const auto row = [](const char *name, const char *role, const char *rail, Phase phase) {
        QTest::newRow(name) << QString::fromLatin1(role) << QString::fromLatin1(rail) << int(phase);
    };
    row("clerk-handling", "clerk", "railToDo", Phase::Handling);
    row("clerk-accept", "clerk", "railToDo", Phase::Dispatched);
    row("clerk-signed", "clerk", "railToDo", Phase::Signed);
    row("clerk-waiting", "clerk", "railSignOff", Phase::AwaitingSignOff);
    row("clerk-rework", "clerk", "railRework", Phase::Rework);
    row("clerk-done", "clerk", "railDone", Phase::AwaitingReview);
    row("leader-sign", "leader", "railSignOff", Phase::AwaitingSignOff);
    row("centre-dispatch", "centre", "railDispatch", Phase::Registered);
    row("centre-decide", "centre", "railDecisions", Phase::ReturnRequested);
    row("centre-review", "centre", "railReview", Phase::AwaitingReview);
    row("centre-callback", "centre", "railCallback", Phase::AwaitingCallback);
    row("centre-close", "centre", "railClose", Phase::AwaitingClose);
    row("archivist-archive", "archivist", "railArchive", Phase::Closed);
    row("archivist-dossiers", "archivist", "railDossiers", Phase::None);
    row("clerk-rules", "clerk", "railRules", Phase::None);
    row("transfer", "clerk", "railTransfer", Phase::None);
}

void TestMainWindow::pages_ofEveryRole_openWithoutFault()
{
    QFETCH(QString, role);
    QFETCH(QString, rail);
    QFETCH(int, phase);
    openAs(role);
    click(rail.toLatin1().constData());
    if (Phase(phase) != Phase::None) {
        openCase(Phase(phase));
        QVERIFY(!find<QLabel>("caseTitle")->text().isEmpty());
    }
    shoot(QString::fromLatin1(QTest::currentDataTag()));
}

void TestMainWindow::text_atEverySize_isNotCutOff_data()
{
    pages_ofEveryRole_openWithoutFault_data();
}

void TestMainWindow::text_atEverySize_isNotCutOff()
{
    QFETCH(QString, role);
    QFETCH(QString, rail);
    QFETCH(int, phase);
    for (const int percent : {100, 150, 200}) {
        openAs(role);
        m_window->setTextPercent(percent);
        click(rail.toLatin1().constData());
        if (Phase(phase) != Phase::None)
            openCase(Phase(phase));
        (void)QTest::qWaitFor([this] { return cutOff(*m_window).isEmpty(); }); // The layouts settle.
        shoot(QString::fromLatin1(QTest::currentDataTag()) + QLatin1Char('-') + QString::number(percent));
        QCOMPARE(m_window->width(), 1366);
        const QStringList cut = cutOff(*m_window);
        QVERIFY2(cut.isEmpty(), qPrintable(QString::number(percent) + cut.join(QStringLiteral("\n"))));
        QCOMPARE(find<QScrollArea>("formColumn")->horizontalScrollBar()->maximum(), 0);
    }
    m_window->setTextPercent(100);
}

void TestMainWindow::dossier_fileNotHereYet_isWrittenWhenItHasArrived()
{
    DemoCounty county;
    county.desk.actAs(county.clerk);
    const CaseId id = county.caseIn(Phase::Handling);
    Reply reply = DemoCounty::solvedReply();
    reply.attachments
        = {county.desk.addFile(county.picture(QStringLiteral("现场照片.png")), AttachmentKind::Evidence)
                .value()};
    reply.answer = composedAnswer(reply, county.desk.caseOf(id)->contactAttempts(),
        replyContext(*county.desk.caseOf(id)), *county.desk.rulesFor(*county.desk.caseOf(id)).pack);
    county.desk.play(county.clerk, id, CommandType::SubmitForSignOff, toJson(SubmitBody{reply, {}}));
    const QString sha = reply.attachments.first().sha256;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("卷宗.pdf"));
    county.desk.sendAway(sha);
    QFuture<Result<void>> written = DossierJob::start(county.desk, id, path);
    QCOMPARE(written.progressText(), QStringLiteral("正在下载附件，还差1个"));
    QVERIFY(!written.isFinished());
    county.desk.bringBack(sha);
    QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), 30'000);
    QVERIFY(written.result());
    QVERIFY(QFileInfo(path).size() > 1000);

    county.desk.sendAway(sha);
    QFuture<Result<void>> given = DossierJob::start(county.desk, id, path + QLatin1Char('2'));
    given.cancel();
    county.desk.bringBack(sha);
    QTest::qWait(50);
    QVERIFY(!QFileInfo::exists(path + QLatin1Char('2')));
}

void TestMainWindow::case_throughItsLife_byClicksAndKeys()
{
    DemoCounty &county = *m_county;
    const auto phaseOf = [&](const CaseId &id) { return county.desk.caseOf(id)->phase; };
    open(county.clerk);
    click("railToDo");
    openCase(Phase::Handling);
    const CaseId id = m_window->findChild<CasePage *>()->caseId();
    const Reply solved = DemoCounty::solvedReply();
    click("verdictSolvable");
    find<QPlainTextEdit>("investigation")->insertPlainText(solved.investigation);
    find<QPlainTextEdit>("handling")->insertPlainText(solved.handling);
    find<QPlainTextEdit>("result")->insertPlainText(solved.result);
    find<QPushButton>("addBasis")->click();
    QTest::keyClicks(find<QLineEdit>("basisTitle"), QStringLiteral("GB 5749"));
    m_window->findChild<AttachmentForm *>()->addFiles({county.picture(QStringLiteral("现场照片.png"))});
    auto *called = find<QComboBox>("unitCallback"); // T16: the unit calls back itself before it submits.
    called->setCurrentIndex(called->findData(QStringLiteral("satisfied")));
    Q_EMIT called->activated(called->currentIndex());
    find<QPushButton>("composeAnswer")->click();
    shoot(QStringLiteral("clerk-filled-in"));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(phaseOf(id), Phase::AwaitingSignOff);

    open(county.leader);
    m_window->findChild<CasePage *>()->setCase(id);
    find<QLineEdit>("pin")->setText(QStringLiteral("246810"));
    shoot(QStringLiteral("leader-pin"));
    click("sign");
    QCOMPARE(phaseOf(id), Phase::Signed);

    open(county.clerk);
    m_window->findChild<CasePage *>()->setCase(id);
    click("submitReply");
    QCOMPARE(phaseOf(id), Phase::AwaitingReview);
    QVERIFY(find<QLabel>("saveState")->text().contains(QStringLiteral("中心已收到")));

    open(county.centre);
    m_window->findChild<CasePage *>()->setCase(id);
    const QList<QCheckBox *> points = find<QWidget>("points")->findChildren<QCheckBox *>();
    for (QCheckBox *point : points)
        point->click();
    click("acceptReply");
    QCOMPARE(phaseOf(id), Phase::AwaitingCallback);
    m_window->findChild<CasePage *>()->setCase(id);
    for (const char *name : {"processSatisfaction", "resultSatisfaction", "overallSatisfaction"}) {
        auto *box = find<QComboBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
    }
    click("recordCentreCallback");
    QCOMPARE(phaseOf(id), Phase::AwaitingClose);
    m_window->findChild<CasePage *>()->setCase(id);
    click("close");
    QCOMPARE(phaseOf(id), Phase::Closed);

    open(county.archivist);
    m_window->findChild<CasePage *>()->setCase(id);
    QTest::keyClicks(find<QLineEdit>("archiveNumber"), QStringLiteral("Q001-2025-0001"));
    shoot(QStringLiteral("archive-filled-in"));
    click("archive");
    QCOMPARE(phaseOf(id), Phase::Archived);
    m_window->findChild<CasePage *>()->setCase(id);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    click("writeDossier");
    QTRY_COMPARE(find<QLabel>("dossierState")->text(), QStringLiteral("已生成"));
    shoot(QStringLiteral("dossier"));
}

void TestMainWindow::window_darkAndLarge_opens()
{
    open(m_county->clerk);
    m_window->setTextPercent(150);
    click("railToDo");
    openCase(Phase::Handling);
    click("explainDue");
    QVERIFY(find<QLabel>("explanation")->isVisible());
    shoot(QStringLiteral("large-explained"));
    dressUp(true);
    shoot(QStringLiteral("dark"));
    dressUp();
}

void TestMainWindow::keys_F1_showsThemAndEscapeHidesThem()
{
    open(m_county->clerk);
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY(find<QFrame>("keys")->isVisible());
    shoot(QStringLiteral("keys"));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!find<QFrame>("keys")->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>("search")->hasFocus());
}

void TestMainWindow::logIn_serverAway_saysSoAtTheServer()
{
    m_window = std::make_unique<MainWindow>(false);
    m_window->show();
    m_window->logInPage().setRequest({QStringLiteral("https://12345.qinghu.example"),
        QStringLiteral("qinghu"), QStringLiteral("zhao"), QString()});
    m_window->logInPage().setOfflinePossible(true);
    m_window->logInPage().fail(ErrorCode::ServerAway);
    QVERIFY(find<QLabel>("serverError")->isVisible());
    QVERIFY(find<QPushButton>("workOffline")->isVisible());
    shoot(QStringLiteral("log-in"));
}

QTEST_MAIN(TestMainWindow)
#include "tst_MainWindow.moc"
