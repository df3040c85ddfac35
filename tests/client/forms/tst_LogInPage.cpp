#include "client/forms/LogInPage.h"

#include "tests/client/support/DemoCounty.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace chengban;

/// Errors of the log-in stand at the field they are about, and what was typed stays.
class TestLogInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressUp(); }
    void logIn_passwordMissing_isNotAsked();
    void logIn_complete_asksOnce();
    void error_ofTheServer_standsAtItsField_data();
    void error_ofTheServer_standsAtItsField();
    void serverAway_offersWhatCanBeDoneNow();
    void locked_unlock_givesThePassword();
};

void TestLogInPage::logIn_passwordMissing_isNotAsked()
{
    LogInPage page;
    page.setRequest({QStringLiteral("https://a.example"), QStringLiteral("q"), QStringLiteral("u"), {}});
    QSignalSpy wanted(&page, &LogInPage::logInWanted);
    page.findChild<QPushButton *>(QStringLiteral("logIn"))->click();
    QCOMPARE(wanted.size(), 0);
    QVERIFY(!page.findChild<QLabel *>(QStringLiteral("passwordError"))->text().isEmpty());
}

void TestLogInPage::logIn_complete_asksOnce()
{
    LogInPage page;
    const LogInRequest request{
        QStringLiteral("https://a.example"), QStringLiteral("q"), QStringLiteral("u"), QStringLiteral("p")};
    page.setRequest(request);
    QSignalSpy wanted(&page, &LogInPage::logInWanted);
    QTest::keyClick(page.findChild<QLineEdit *>(QStringLiteral("password")), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<LogInRequest>(), request);
}

void TestLogInPage::error_ofTheServer_standsAtItsField_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("place");
    QTest::newRow("certificate") << ErrorCode::CertificateUntrusted << QStringLiteral("serverError");
    QTest::newRow("proxy's page") << ErrorCode::NotOurServer << QStringLiteral("serverError");
    QTest::newRow("wrong password") << ErrorCode::WrongCredentials << QStringLiteral("passwordError");
    QTest::newRow("locked account") << ErrorCode::AccountLocked << QStringLiteral("passwordError");
    QTest::newRow("expired log-in") << ErrorCode::TokenExpired << QStringLiteral("passwordError");
    QTest::newRow("newer database") << ErrorCode::StoreNewer << QStringLiteral("passwordError");
    QTest::newRow("damaged database") << ErrorCode::StoreDamaged << QStringLiteral("passwordError");
    QTest::newRow("full disk") << ErrorCode::DiskFull << QStringLiteral("passwordError");
}

void TestLogInPage::error_ofTheServer_standsAtItsField()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, place);
    LogInPage page;
    page.setRequest(
        {QStringLiteral("https://a.example"), QStringLiteral("q"), QStringLiteral("u"), QStringLiteral("p")});
    page.setBusy(true);
    page.fail(code);
    QCOMPARE(page.findChild<QLabel *>(place)->text(), errorText(code));
    QCOMPARE(page.request().user, QStringLiteral("u"));
    QVERIFY(page.findChild<QPushButton *>(QStringLiteral("logIn"))->isEnabled());
}

void TestLogInPage::serverAway_offersWhatCanBeDoneNow()
{
    LogInPage page;
    const auto *error = page.findChild<QLabel *>(QStringLiteral("serverError"));
    page.fail(ErrorCode::ServerAway);
    QVERIFY(error->text().contains(QStringLiteral("检查网络")));
    QVERIFY(!error->text().contains(QStringLiteral("离线办公")));
    page.setOfflinePossible(true);
    page.fail(ErrorCode::ServerAway);
    QVERIFY(error->text().contains(QStringLiteral("离线办公")));
}

void TestLogInPage::locked_unlock_givesThePassword()
{
    LogInPage page;
    page.showLocked(QStringLiteral("赵启明"));
    QSignalSpy wanted(&page, &LogInPage::unlockWanted);
    page.findChild<QLineEdit *>(QStringLiteral("passphrase"))->setText(QStringLiteral("secret"));
    page.findChild<QPushButton *>(QStringLiteral("unlock"))->click();
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("secret"));
}

QTEST_MAIN(TestLogInPage)
#include "tst_LogInPage.moc"
