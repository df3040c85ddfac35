#include "client/app/LogInAgain.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace chengban;

class TestLogInAgain : public QObject
{
    Q_OBJECT

    std::unique_ptr<LogInAgain> m_dialog;
    QLineEdit &password() { return *m_dialog->findChild<QLineEdit *>(QStringLiteral("passwordAgain")); }
    QLabel &error() { return *m_dialog->findChild<QLabel *>(QStringLiteral("logInAgainError")); }

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<LogInAgain>(QStringLiteral("李承办"));
        m_dialog->show();
    }

    void shown_takesNoKeysFromWhoIsTyping()
    {
        QVERIFY(m_dialog->testAttribute(Qt::WA_ShowWithoutActivating));
        QVERIFY(!m_dialog->isModal());
    }

    void enter_withAPassword_givesItOnce()
    {
        QSignalSpy given(m_dialog.get(), &LogInAgain::passwordGiven);
        QTest::keyClick(&password(), Qt::Key_Return);
        QCOMPARE(given.size(), 0);
        QTest::keyClicks(&password(), QStringLiteral("secret"));
        QTest::keyClick(&password(), Qt::Key_Return);
        QTest::keyClick(&password(), Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.first().first().toString(), QStringLiteral("secret"));
    }

    void fail_saysWhyAndTakesAnotherTry()
    {
        QSignalSpy given(m_dialog.get(), &LogInAgain::passwordGiven);
        QTest::keyClicks(&password(), QStringLiteral("wrong"));
        QTest::keyClick(&password(), Qt::Key_Return);
        m_dialog->fail(ErrorCode::WrongCredentials);
        QCOMPARE(error().text(), errorText(ErrorCode::WrongCredentials));
        QVERIFY(error().isVisible());
        QVERIFY(password().text().isEmpty() && password().isEnabled());
        QTest::keyClicks(&password(), QStringLiteral("right"));
        QTest::keyClick(&password(), Qt::Key_Return);
        QCOMPARE(given.size(), 2);
    }

    void later_closesIt()
    {
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }
};

QTEST_MAIN(TestLogInAgain)
#include "tst_LogInAgain.moc"
