#include "client/centre/BulletinPage.h"

#include "tests/client/support/DemoCounty.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

/// The centre's bulletin: kept as it is typed, told what it lacks, given to the printer's side whole.
class TestBulletinPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<BulletinPage> m_page;
    BulletinDraft m_kept;
    std::optional<ErrorCode> m_refusal;
    std::optional<Bulletin> m_printed;

    void open()
    {
        BulletinTools tools;
        tools.kept = [this] { return m_kept; };
        tools.keep = [this](const BulletinDraft &draft) -> Result<void> {
            if (m_refusal)
                return fail(*m_refusal);
            m_kept = draft;
            return {};
        };
        tools.write = [](const Bulletin &, const QString &) {
            return QtFuture::makeReadyFuture(Result<void>(fail(ErrorCode::DiskFull)));
        };
        tools.print = [this](const Bulletin &bulletin) { m_printed = bulletin; };
        m_page = std::make_unique<BulletinPage>(m_county->desk, std::move(tools));
        m_page->resize(1100, 760);
        m_page->show();
    }
    template <typename T> T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    void type(const char *name, const QString &text)
    {
        for (const QChar letter : text)
            QTest::sendKeyEvent(
                QTest::Click, find<QWidget>(name), Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
    QString state() { return find<QLabel>("bulletinState")->text(); }

private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        m_county = std::make_unique<DemoCounty>();
        m_county->desk.actAs(m_county->centre);
    }
    void init()
    {
        m_kept = {};
        m_refusal.reset();
        m_printed.reset();
        open();
    }

    void words_areKeptSoonAfterTheyWereTyped_andComeBack()
    {
        type("bulletinMark", u"清河县12345热线中心文件"_s);
        type("bulletinTitle", u"关于三月份办理情况的通报"_s);
        type("bulletinText", u"一、基本情况"_s);
        QTRY_COMPARE(m_kept.bulletin.paragraphs, QStringList{u"一、基本情况"_s});
        QCOMPARE(m_kept.bulletin.title, u"关于三月份办理情况的通报"_s);
        open();
        QCOMPARE(find<QLineEdit>("bulletinMark")->text(), u"清河县12345热线中心文件"_s);
        QCOMPARE(find<QPlainTextEdit>("bulletinText")->toPlainText(), u"一、基本情况"_s);
    }

    void flush_keepsWhatStillWaited()
    {
        type("bulletinTitle", u"通"_s);
        m_page->flush();
        QCOMPARE(m_kept.bulletin.title, u"通"_s);
    }

    void print_isPossibleOnceNothingLacks()
    {
        QVERIFY(!find<QPushButton>("printBulletin")->isEnabled());
        type("bulletinMark", u"中心文件"_s);
        type("bulletinTitle", u"通报"_s);
        QVERIFY(!find<QPushButton>("printBulletin")->isEnabled());
        QVERIFY(!state().isEmpty());
        type("bulletinText", u"受理诉求412件。"_s);
        QVERIFY(find<QPushButton>("printBulletin")->isEnabled());
        QCOMPARE(state(), QString());
        find<QPushButton>("printBulletin")->click();
        QVERIFY(m_printed && m_printed->paragraphs == QStringList{u"受理诉求412件。"_s});
        QVERIFY(m_printed->atMs > 0);
    }

    void table_withACellTooFew_namesTheLine()
    {
        type("bulletinMark", u"中心文件"_s);
        type("bulletinTitle", u"通报"_s);
        type("bulletinText", u"见附件。"_s);
        QTest::keyClicks(find<QWidget>("annexTable"), u"a"_s);
        find<QPlainTextEdit>("annexTable")->insertPlainText(u"单位\t数量\n水务局\t3\n民政局"_s);
        QTRY_VERIFY(state().contains(u'3'));
        QVERIFY(!find<QPushButton>("printBulletin")->isEnabled());
    }

    void keeping_refused_isSaid()
    {
        m_refusal = ErrorCode::DiskFull;
        type("bulletinTitle", u"通"_s);
        m_page->flush();
        QCOMPARE(state(), errorText(ErrorCode::DiskFull));
    }
};

QTEST_MAIN(TestBulletinPage)
#include "tst_BulletinPage.moc"
