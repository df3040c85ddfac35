#include "shared/base/FileNames.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

class TestFileNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void safeFileName_ofWhatPeopleWrite_isTakenByEverySystem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char *what, const QString &name, const QString &safe) {
            QTest::newRow(what) << name << safe;
        };
        row("as it should be", u"答复 一.pdf"_s, u"答复 一.pdf"_s);
        row("number of a document", u"海政办〔2026〕15号.pdf"_s, u"海政办〔2026〕15号.pdf"_s);
        row("device", u"CON"_s, u"_CON"_s);
        row("device in small letters with an ending", u"nul.txt"_s, u"_nul.txt"_s);
        row("device with a space", u"aux .pdf"_s, u"_aux .pdf"_s);
        row("port", u"COM1.log"_s, u"_COM1.log"_s);
        row("port with a raised digit", u"lpt¹"_s, u"_lpt¹"_s);
        row("begins like a device", u"contract.pdf"_s, u"contract.pdf"_s);
        row("port that is none", u"COM12"_s, u"COM12"_s);
        row("trailing dot", u"调查报告."_s, u"调查报告"_s);
        row("trailing dots and blanks", u"调查报告 . . "_s, u"调查报告"_s);
        row("leading blank", u"  a.pdf"_s, u"a.pdf"_s);
        row("hidden file of Linux", u".profile"_s, u".profile"_s);
        row("refused signs", u"a<b>c:d\"e/f\\g|h?i*j"_s, u"a_b_c_d_e_f_g_h_i_j"_s);
        row("stream of a file", u"a.pdf:hidden.exe"_s, u"a.pdf_hidden.exe"_s);
        row("way upwards", u"../../etc/passwd"_s, u".._.._etc_passwd"_s);
        row("line break", u"one\ntwo.pdf"_s, u"onetwo.pdf"_s);
        row("turns the text round", u"exe\u202Efdp.pdf"_s, u"exefdp.pdf"_s);
        row("device behind an invisible sign", u"C\u200BON"_s, u"_CON"_s);
        row("nothing", QString(), u"_"_s);
        row("dots", u"..."_s, u"_"_s);
        row("blanks", u"   "_s, u"_"_s);
    }
    void safeFileName_ofWhatPeopleWrite_isTakenByEverySystem()
    {
        QFETCH(QString, name);
        const QString safe = safeFileName(name);
        QTEST(safe, "safe");
        QVERIFY(isWindowsName(safe));
        QCOMPARE(safeFileName(safe), safe);
    }

    void safeFileName_tooLong_keepsItsEndingAndWholeCharacters_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::newRow("Latin") << u"a"_s;
        QTest::newRow("Chinese") << u"王"_s;
        QTest::newRow("outside the first plane") << QString::fromUcs4(U"\U0002A700");
    }
    void safeFileName_tooLong_keepsItsEndingAndWholeCharacters()
    {
        QFETCH(QString, letter);
        const QString safe = safeFileName(letter.repeated(300) + u".pdf"_s);
        QVERIFY(safe.endsWith(letter + u".pdf"_s));
        QVERIFY(safe.size() <= 120);
        QVERIFY(safe.toUtf8().size() <= 255);
        const QTemporaryDir folder;
        QFile file(folder.filePath(safe));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(safe));
    }

    void safeFileName_longWithoutAnEnding_isCut()
    {
        QCOMPARE(safeFileName(u"x"_s.repeated(500)), u"x"_s.repeated(120));
        // A sentence with a dot in it has no ending.
        QCOMPARE(safeFileName(u"a. b"_s.repeated(100)).size(), 120);
    }

    void plainFileName_ofANumber_holdsLettersDigitsAndDashesAlone()
    {
        QCOMPARE(plainFileName(u"HD-2026/0715 (补)"_s), u"HD-2026_0715__补_"_s);
        QCOMPARE(plainFileName(u"CON"_s), u"_CON"_s);
        QCOMPARE(plainFileName(u"1"_s.repeated(200)).size(), 80);
    }
};

QTEST_APPLESS_MAIN(TestFileNames)
#include "tst_FileNames.moc"
