#include "client/centre/ImportPage.h"

#include "tests/client/support/DemoCounty.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

/// The page by clicks: a file is dropped, looked at, corrected, sent, and what stays out is kept.
class TestImportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        m_county = std::make_unique<DemoCounty>();
        m_county->desk.actAs(m_county->centre);
    }
    void init()
    {
        m_page = std::make_unique<ImportPage>(m_county->desk);
        m_page->resize(1200, 720);
        m_page->show();
        SyncState state;
        state.line = SyncState::Line::Online;
        m_county->desk.setSyncState(state);
    }

    void file_dropped_isShownAndImported()
    {
        drop(sample());
        QTRY_VERIFY(button("startImport")->isVisible());
        QVERIFY(button("startImport")->isEnabled());
        QCOMPARE(find<QTableView>("importTable")->model()->rowCount(), 3);
        button("startImport")->click();
        QVERIFY(button("cancelImport")->isVisible());
        m_county->desk.answerImport(1);
        QVERIFY(button("cancelImport")->isVisible());
        m_county->desk.answerImport(10);
        QVERIFY(button("dispatchImported")->isVisible());
        QVERIFY(button("saveRejects")->isVisible());
        QVERIFY(find<QLabel>("importFacts")->text().contains(u'2'));
    }

    void import_cancelled_saysThatItGoesOn()
    {
        drop(sample());
        QTRY_VERIFY(button("startImport")->isVisible());
        button("startImport")->click();
        button("cancelImport")->click();
        m_county->desk.answerImport(1);
        QVERIFY(find<QLabel>("importMessage")->isVisible());
        QVERIFY(button("anotherImport")->isVisible());
    }

    void import_lineLost_saysWhyAndKeepsTheTable()
    {
        drop(sample());
        QTRY_VERIFY(button("startImport")->isVisible());
        button("startImport")->click();
        m_county->desk.answerImport(1, ErrorCode::ServerAway);
        QVERIFY(find<QLabel>("importMessage")->text().startsWith(errorText(ErrorCode::ServerAway)));
        QCOMPARE(find<QTableView>("importTable")->model()->rowCount(), 3);
    }

    void import_offline_canBePreviewedOnly()
    {
        SyncState state;
        state.line = SyncState::Line::Offline;
        m_county->desk.setSyncState(state);
        drop(sample());
        QTRY_VERIFY(button("startImport")->isVisible());
        QVERIFY(!button("startImport")->isEnabled());
        QVERIFY(find<QLabel>("importMessage")->isVisible());
    }

    void columns_unknown_areChosenAndKept()
    {
        drop(write("a1,b2\nX-1,路灯不亮\n"));
        QTRY_VERIFY(find<QLabel>("importMessage")->isVisible());
        QVERIFY(!button("startImport")->isEnabled());
        find<QComboBox>("column:source-number")->setFocus();
        choose("column:source-number", u"a1"_s);
        choose("column:text", u"b2"_s);
        QVERIFY(find<QComboBox>("column:source-number")->hasFocus()); // It was read again under the hand.
        QTRY_VERIFY(button("startImport")->isEnabled());
        button("saveProfile")->click();
        QCOMPARE(m_county->desk.importProfiles().size(), 1);
    }

    void file_unreadable_saysSoOnTheEmptyPage()
    {
        drop(m_folder.filePath(u"none.csv"_s));
        QTRY_VERIFY(find<QLabel>("importMessage")->isVisible());
        QVERIFY(button("chooseImport")->isVisible());
    }

private:
    template <typename T> T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    QPushButton *button(const char *name) { return find<QPushButton>(name); }
    void choose(const char *name, const QString &header)
    {
        QTRY_VERIFY(find<QComboBox>(name)->isEnabled());
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(header));
        Q_EMIT box->activated(box->currentIndex());
    }
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_page.get(), &event);
    }
    QString sample()
    {
        ++m_files;
        return write(
            u"工单编号,标题,诉求内容\nP-%1-1,路灯不亮,村口路灯不亮\nP-%1-2,井盖松动,巷口井盖松动\nP-%1-3,,\n"_s
                .arg(m_files)
                .toUtf8());
    }
    QString write(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"page-%1.csv"_s.arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<DemoCounty> m_county;
    std::unique_ptr<ImportPage> m_page;
};

QTEST_MAIN(TestImportPage)
#include "tst_ImportPage.moc"
