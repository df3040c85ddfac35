#include "client/forms/ReceiptPage.h"
#include "tests/client/support/DemoCounty.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace chengban;

/// The page of a case's receipts.
class TestReceiptPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<ReceiptPage> m_page;
    QTemporaryDir m_folder;

    template <typename T> T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    /// One that was submitted, so that it has a receipt.
    CaseId submitted() const { return m_county->caseIn(Phase::AwaitingReview); }

private Q_SLOTS:
    void init()
    {
        m_county = std::make_unique<DemoCounty>();
        m_page = std::make_unique<ReceiptPage>(m_county->desk);
        find<QLineEdit>("receiptFolder")->setText(m_folder.path());
    }

    void setCase_showsEachReceiptWithItsTimeAndDigest()
    {
        const QList<Receipt> receipts = m_county->desk.receipts(submitted());
        QVERIFY(!receipts.isEmpty());
        m_page->setCase(submitted(), QStringLiteral("TB-7"));
        const QString text = find<QTextBrowser>("receipts")->toPlainText();
        QVERIFY(text.contains(QStringLiteral("TB-7")));
        for (const Receipt &one : receipts)
            QVERIFY(text.contains(one.digest) && text.contains(one.command.value));
    }

    void print_withoutAPrinter_isGrey()
    {
        m_page->setCase(submitted(), QStringLiteral("TB-7"));
        QVERIFY(!find<QPushButton>("printReceipts")->isEnabled());
        QString printed;
        m_page->setPrinter([&](const QString &, const QString &html) { printed = html; });
        find<QPushButton>("printReceipts")->click();
        QVERIFY(printed.contains(m_county->desk.receipts(submitted()).first().digest));
    }

    void write_putsAFileEach_thatReadsBackAsTheReceipt()
    {
        const QList<Receipt> receipts = m_county->desk.receipts(submitted());
        m_page->setCase(submitted(), QStringLiteral("TB-7"));
        find<QPushButton>("writeReceipts")->click();
        const QStringList names = QDir(m_folder.path()).entryList({QStringLiteral("*.json")});
        QCOMPARE(names.size(), receipts.size());
        QFile file(m_folder.filePath(names.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto back = receiptFromJson(QJsonDocument::fromJson(file.readAll()).object());
        QVERIFY(back && receipts.contains(*back));
        QVERIFY(!find<QLabel>("receiptState")->text().isEmpty());
    }

    void write_folderThatIsNotThere_saysSo()
    {
        m_page->setCase(submitted(), QStringLiteral("TB-7"));
        find<QLineEdit>("receiptFolder")->setText(m_folder.filePath(QStringLiteral("no/such")));
        find<QPushButton>("writeReceipts")->click();
        QCOMPARE(find<QLabel>("receiptState")->text(), errorText(ErrorCode::FileUnreadable));
    }

    void escape_andTheButton_goBackToTheCase()
    {
        QSignalSpy closed(m_page.get(), &ReceiptPage::closed);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        find<QPushButton>("closeReceipts")->click();
        QCOMPARE(closed.size(), 2);
    }

    void caseWithoutReceipts_writesNothing()
    {
        m_page->setCase(m_county->caseIn(Phase::Handling), QStringLiteral("TB-8"));
        QVERIFY(!find<QTextBrowser>("receipts")->toPlainText().contains(QStringLiteral("SM3")));
    }
};

QTEST_MAIN(TestReceiptPage)
#include "tst_ReceiptPage.moc"
