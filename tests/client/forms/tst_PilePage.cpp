// Signed sheets on their way back from paper: printed, scanned, told by their code, filed or refused.
#include "client/forms/CasePicker.h"
#include "client/forms/PilePage.h"
#include "tests/client/scanning/Scans.h"
#include "tests/client/support/DemoCounty.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;
using scans::Spec;

class TestPilePage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<PilePage> m_page;
    QTemporaryDir m_dir{};
    QHash<QString, QImage> m_printed{}; ///< By case and version.
    int m_files = 0;

    MemoryDesk &desk() { return m_county->desk; }

    CaseId twice() { return m_county->ids.at(5); } ///< Version 2 waits for sign-off.
    CaseId once() { return m_county->ids.at(6); } ///< Version 1 does.

    /// The sign-off sheet of the case as it is now, or as it was at an earlier version.
    QImage printed(const CaseId &id, int version = 0)
    {
        Case c = *desk().caseOf(id);
        while (version > 0 && c.replies.last().number > version)
            c.replies.removeLast();
        const QString key = id.value + QString::number(c.replies.last().number);
        if (!m_printed.contains(key)) {
            const QString path = m_dir.filePath(u"sheet.pdf"_s);
            if (!scans::printSheet(c, path))
                return {};
            m_printed.insert(key, scans::rendered(path, 200).value(0));
        }
        return m_printed.value(key);
    }

    QString scan(const QImage &printed, const Spec &spec = {})
    {
        const QString path = m_dir.filePath(u"scan%1.png"_s.arg(++m_files));
        return scans::scanned(printed, spec).save(path) ? path : QString();
    }

    /// A page of writing that has no code.
    QImage letter()
    {
        QImage page(1654, 2339, QImage::Format_Grayscale8);
        page.fill(Qt::white);
        QPainter painter(&page);
        for (int y = 300; y < 1800; y += 60)
            painter.fillRect(200, y, 1200, 22, Qt::black);
        return page;
    }

    void open(const QStringList &paths)
    {
        m_page->open(paths);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->model().rowCount() > 0 || named<QLabel>("pileMessage"), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(!named<QPushButton>("cancelPile"), 60000);
    }

    template <typename Widget> Widget *named(const char *name)
    {
        for (Widget *one : m_page->findChildren<Widget *>(QLatin1StringView(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    void go(int row)
    {
        auto *list = named<QListView>("pileList");
        list->setCurrentIndex(m_page->model().index(row));
    }

    void click(const char *name)
    {
        auto *one = named<QAbstractButton>(name);
        QVERIFY2(one && one->isEnabled(), name);
        QTest::mouseClick(one, Qt::LeftButton);
    }

    void chooseSigner(const UserId &user)
    {
        auto *box = named<QComboBox>("sheetSigner");
        const int index = box->findData(user.value);
        QVERIFY(index > 0);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }

    QString sentence()
    {
        return named<QLabel>("sheetSentence") ? named<QLabel>("sheetSentence")->text() : QString();
    }

    PileItem item(int row) { return m_page->model().at(row); }

    /// Its picture, for whoever wants to look at the page.
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("CHENGBAN_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(100);
        m_page->grab().save(folder + QLatin1Char('/') + QLatin1StringView(name) + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase() { dressUp(); }
    void init()
    {
        m_county = std::make_unique<DemoCounty>();
        m_page = std::make_unique<PilePage>(desk(), BookOpener());
        m_page->resize(1240, 728);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void pile_findsItsCasesAndIsFiledWithOneButton()
    {
        picture("empty");
        open({scan(printed(twice()), {.quarters = 2, .skew = 3.5, .depth = Spec::Depth::Bit}),
            scan(printed(once()), {.skew = -4, .noise = 20})});
        QCOMPARE(m_page->model().rowCount(), 2);
        QCOMPARE(item(0).found.theCase->id, twice());
        QCOMPARE(item(1).found.theCase->id, once());
        QVERIFY(item(0).found.isOpen() && item(1).found.isOpen());
        QVERIFY(!named<QPushButton>("fileSheets")->isEnabled()); // Nobody has said who signed.
        chooseSigner(m_county->leader.user);
        picture("one-ready");
        QVERIFY(named<QPushButton>("fileSheet")->isEnabled());
        click("sameForAll");
        picture("ready");
        click("fileSheets");
        QTRY_COMPARE_WITH_TIMEOUT(item(0).stage, PileItem::Stage::Filed, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(item(1).stage, PileItem::Stage::Filed, 30000);
        for (const CaseId &id : {twice(), once()}) {
            const Case c = *desk().caseOf(id);
            QCOMPARE(c.phase, Phase::Signed);
            const SignatureBody &body = c.signatures.last().body;
            QVERIFY(body.paper);
            QCOMPARE(body.paper->signer, m_county->leader.user);
            QCOMPARE(body.paper->scan.kind, AttachmentKind::SignedSheet);
            const QImage kept = QImage::fromData(*desk().fileBytes(body.paper->scan.sha256));
            QVERIFY(kept.height() > kept.width());
            QVERIFY(std::abs(skewOf(kept)) < 0.2);
        }
        picture("filed");
    }

    void olderVersion_isRefusedWithTheDifference()
    {
        open({scan(printed(twice(), 1))});
        QCOMPARE(item(0).found.state, ReturnState::Older);
        QVERIFY(!named<QPushButton>("fileSheet"));
        QVERIFY(!named<QPushButton>("fileSheets")->isEnabled());
        QVERIFY(!sentence().isEmpty());
        const auto isResult = [](const ReplyChange &one) {
            return one.now.contains(u"11月18日"_s) && !one.onPaper.contains(u"11月18日"_s);
        };
        QVERIFY(std::ranges::any_of(item(0).found.changes, isResult));
        const auto isShown = [this] {
            return std::ranges::any_of(m_page->findChildren<QLabel *>(),
                [](const QLabel *one) { return one->isVisible() && one->text().contains(u"<u>"_s); });
        };
        QTRY_VERIFY(isShown());
        picture("older");
        QCOMPARE(desk().caseOf(twice())->phase, Phase::AwaitingSignOff);
    }

    void sheetOfAnotherText_isRefused()
    {
        Case forged = *desk().caseOf(once());
        forged.replies.last().digest = QString(64, u'e');
        const QString path = m_dir.filePath(u"forged.pdf"_s);
        QVERIFY(scans::printSheet(forged, path));
        open({scan(scans::rendered(path, 200).value(0))});
        QCOMPARE(item(0).found.state, ReturnState::OtherText);
        QVERIFY(!named<QPushButton>("fileSheet"));
    }

    void sheetOfAnUnknownCase_isNamedAndCanBeSetAside()
    {
        const QString path = m_dir.filePath(u"unknown.pdf"_s);
        QVERIFY(scans::printSheet(scans::sheetCase(u"0195514e-1c00-7abc-8def-00000000000a"_s), path));
        open({scan(scans::rendered(path, 200).value(0))});
        QCOMPARE(item(0).found.state, ReturnState::NotHere);
        click("setSheetAside");
        QCOMPARE(item(0).stage, PileItem::Stage::Aside);
    }

    void sheetSignedMeanwhile_isToldAsSecondCopy()
    {
        open({scan(printed(once())), scan(printed(twice()))});
        chooseSigner(m_county->leader.user);
        click("fileSheet");
        QTRY_COMPARE_WITH_TIMEOUT(item(0).stage, PileItem::Stage::Filed, 30000);
        open({scan(printed(once()))});
        QCOMPARE(item(0).found.state, ReturnState::Signed);
        QVERIFY(!named<QPushButton>("fileSheet"));
    }

    void pageWithoutCode_isGivenToItsCaseByHand()
    {
        open({scan(letter())});
        QCOMPARE(item(0).found.state, ReturnState::NotHere);
        QVERIFY(!item(0).code);
        auto *query = named<QLineEdit>("sheetCase");
        QVERIFY(query);
        query->setText(desk().caseOf(once())->demand.sourceNumber);
        QCOMPARE(named<QListWidget>("sheetCases")->count(), 1);
        picture("by-hand");
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(item(0).found.isOpen());
        chooseSigner(m_county->leader.user);
        picture("by-hand-chosen");
        click("fileSheet");
        QTRY_COMPARE_WITH_TIMEOUT(item(0).stage, PileItem::Stage::Filed, 30000);
        QCOMPARE(desk().caseOf(once())->phase, Phase::Signed);
    }

    void fileThatCannotBeRead_isNamed()
    {
        QFile broken(m_dir.filePath(u"broken.pdf"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("%PDF-1.4 and no more");
        broken.close();
        open({broken.fileName(), scan(printed(once()))});
        QCOMPARE(m_page->model().rowCount(), 2);
        QVERIFY(item(1).fault);
        go(1);
        QVERIFY(!named<QLabel>("sheetTrouble")->text().isEmpty());
        picture("fault");
    }

    void caseThatMovesOn_isSeenAtOnce()
    {
        open({scan(printed(once()))});
        QVERIFY(item(0).found.isOpen());
        desk().play(m_county->leader, once(), CommandType::ReturnToClerk, toJson(NoteBody{u"请补充。"_s}));
        desk().actAs(m_county->clerk);
        desk().announce(once());
        QCOMPARE(item(0).found.state, ReturnState::NotWaiting);
        QVERIFY(!named<QPushButton>("fileSheet"));
    }

    void folderWithoutScans_isSaid()
    {
        QTemporaryDir empty;
        m_page->open({empty.path()});
        QVERIFY(named<QLabel>("pileMessage"));
        QVERIFY(named<QPushButton>("choosePile"));
    }
};

QTEST_MAIN(TestPilePage)
#include "tst_PilePage.moc"
