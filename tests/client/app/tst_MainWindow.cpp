#include "client/app/MainWindow.h"

#include "client/forms/LogInPage.h"
#include "client/forms/Rail.h"
#include "client/models/CaseListModel.h"
#include "tests/client/support/DemoCounty.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

using namespace chengban;

/// The window as its user has it: real clicks and keys on the widgets found by their names. With
/// CHENGBAN_PICTURES set to a folder every page is also saved as a picture there.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pages_ofEveryRole_openWithoutFault_data();
    void pages_ofEveryRole_openWithoutFault();
    void logIn_serverAway_saysSoAtTheServer();

private:
    void open(const Actor &actor);
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
    row("transfer", "clerk", "railTransfer", Phase::None);
}

void TestMainWindow::pages_ofEveryRole_openWithoutFault()
{
    QFETCH(QString, role);
    QFETCH(QString, rail);
    QFETCH(int, phase);
    open(role == QStringLiteral("clerk")       ? m_county->clerk
            : role == QStringLiteral("leader") ? m_county->leader
            : role == QStringLiteral("centre") ? m_county->centre
                                               : m_county->archivist);
    click(rail.toLatin1().constData());
    if (Phase(phase) != Phase::None) {
        openCase(Phase(phase));
        QVERIFY(!find<QLabel>("caseTitle")->text().isEmpty());
    }
    shoot(QString::fromLatin1(QTest::currentDataTag()));
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
