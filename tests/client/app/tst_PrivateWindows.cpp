#include "client/app/DeskArchive.h"
#include "client/app/MainWindow.h"
#include "client/app/PrintWindow.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace chengban;
using namespace Qt::StringLiterals;

/// What the windows show to others, and what they leave to the system's own viewer.
class TestPrivateWindows : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QStringList m_opened;

    QString file(const QString &name)
    {
        QFile pdf(m_dir.filePath(name));
        if (pdf.open(QIODevice::WriteOnly))
            pdf.write("%PDF-1.4");
        return pdf.fileName();
    }

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(u"file"_s, this, "take"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"file"_s); }
    void init() { m_opened.clear(); }

    void hidingKey_asksForIt_andTheTitleSaysWhetherItIs()
    {
        MainWindow window(false);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QString plain = window.windowTitle();
        QSignalSpy wanted(&window, &MainWindow::hidingWanted);
        QTest::keyClick(&window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toBool(), true);
        QCOMPARE(window.windowTitle(), plain); // Nobody has done it yet.
        window.showHidden(true);
        QVERIFY(window.windowTitle() != plain);
        QTest::keyClick(&window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(wanted.last().first().toBool(), false);
        window.sayCannotHide(u"because"_s);
        auto *notice = window.findChild<QMessageBox *>(u"cannotHide"_s);
        QVERIFY(notice);
        QCOMPARE(notice->text(), u"because"_s);
    }

    void printing_withoutPagesOfOurOwn_givesEveryVolumeToTheViewer()
    {
        PrintWindow window(nullptr, false);
        window.show();
        const QStringList files{file(u"卷一.pdf"_s), file(u"卷二.pdf"_s)};
        window.setItems({{u"HD-2026-1"_s, files}});
        const QString folder = QString::fromLocal8Bit(qgetenv("CHENGBAN_PICTURES"));
        if (!folder.isEmpty())
            window.grab().save(folder + u"/print-outside.png"_s);
        QVERIFY(!window.findChild<QComboBox *>(u"printer"_s)->isVisible());
        QVERIFY(window.findChild<QLabel *>(u"printPage"_s)->text().size() > 20);
        auto *print = window.findChild<QPushButton *>(u"print"_s);
        QVERIFY(print->isVisible() && print->isEnabled());
        print->click();
        QCOMPARE(m_opened, files);
        QCOMPARE(window.findChild<QLabel *>(u"printState"_s)->text(), PrintWindow::tr("Given to the viewer"));
    }

    void lock_withADossierInSight_leavesNothingOfIt()
    {
        QWidget desk;
        DeskArchive archive(desk);
        QPointer<PrintWindow> print = new PrintWindow(&desk, false);
        print->show();
        archive.verify({});
        archive.leave();
        QVERIFY(!print->isVisible());
        QCOMPARE(desk.findChildren<QWidget *>(u"verifyWindow"_s).size(), 0);
        QTRY_VERIFY(!print);
    }

public Q_SLOTS:
    void take(const QUrl &url) { m_opened << url.toLocalFile(); }
};

QTEST_MAIN(TestPrivateWindows)
#include "tst_PrivateWindows.moc"
