#include "client/printing/OfficialLetter.h"
#include "tests/client/printing/Ink.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace chengban::dossiers;

class TestLetters : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};

    [[nodiscard]] QString letterOf(const Case &c) const
    {
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const auto paper = std::ranges::find(manifest.papers, PaperKind::ReplyLetter, &Paper::kind);
        const QString path = m_dir.filePath(QStringLiteral("letter.pdf"));
        return writePaper(*paper, manifest, c, {}, path) ? path : QString();
    }
    [[nodiscard]] Ink ink(const QString &pdf, int page) const
    {
        return {pdf, page, m_dir.filePath(QStringLiteral("page"))};
    }
    /// 国 fills its square: its ink shows where the characters' squares are.
    [[nodiscard]] static Case longCase(int characters)
    {
        Case c = samples::archivedCase();
        c.replies.last().reply.answer = QString(characters, u'国');
        return c;
    }

private Q_SLOTS:
    void fullPage_holds22LinesOf28Characters()
    {
        const QString pdf = letterOf(longCase(28 * 40));
        const QStringList lines = textOf(pdf, 2).remove(QChar(u'\f')).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.first(), QString(28, u'国'));
        const Ink page = ink(pdf, 2);
        const QList<QPair<double, double>> rows = page.rows(QRectF(28, 20, 156, 243));
        QCOMPARE(rows.size(), 22);
        // In the middle of a character's square of 5.64 mm the ink of 国 has about 0.4 mm around it.
        COMPARE_MM(rows.first().first, 37.0 + 0.3);
        COMPARE_MM(rows.last().second, 37 + 22 * 10.39 - 4.84 - 0.3); // GB/T 33476.2: fits the 225 mm
        for (qsizetype i = 1; i < rows.size(); ++i)
            QVERIFY2(std::abs(rows[i].first - rows.first().first - 10.39 * double(i)) <= 0.15,
                qPrintable(QString::number(i)));
        const QRectF all = page.within(QRectF(10, 36, 190, 226));
        COMPARE_MM(all.left(), 28.0 + 0.4);
        COMPARE_MM(all.right(), 210 - 26.0 - 0.4);
    }

    void lineThatEndsWithAWideOutline_holds28CharactersToo_data()
    {
        QTest::addColumn<QString>("last");
        QTest::newRow("a little") << QStringLiteral("按");
        QTest::newRow("far") << QStringLiteral("员");
        QTest::newRow("not at all") << QStringLiteral("国");
    }
    void lineThatEndsWithAWideOutline_holds28CharactersToo()
    {
        QFETCH(QString, last); // How far its last stroke reaches beyond its square.
        const QString full = QString(27, u'国') + last;
        Case c = samples::archivedCase();
        c.replies.last().reply.answer
            = full.last(26) + full.repeated(30); // The first line is indented by two.
        const QString pdf = letterOf(c);
        const QStringList lines = textOf(pdf, 2).remove(QChar(u'\f')).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.first(), full);
    }

    void pageNumbers_standBelowTheTextAreaFromTheSecondPageOn()
    {
        const QString pdf = letterOf(longCase(28 * 70));
        const QRectF foot(20, 264, 170, 9); // above the red rule of the first page
        QVERIFY(ink(pdf, 1).within(foot).isNull());
        QVERIFY(textOf(pdf, 2).remove(u' ').contains(QStringLiteral("—2—")));
        const QRectF even = ink(pdf, 2).within(foot);
        COMPARE_MM(even.left(), 28 + 25.4 * 14 / 72);
        COMPARE_MM(even.center().y(), 37 + 225 + 7.0);
        const QRectF odd = ink(pdf, 3).within(foot);
        COMPARE_MM(odd.right(), 210 - 26 - 25.4 * 14 / 72);
        COMPARE_MM(odd.center().y(), 37 + 225 + 7.0);
    }

    void letterHead_standsAsTheLetterFormHasIt()
    {
        Case c = samples::archivedCase();
        c.leadUnitName = QStringLiteral("国国国国国国");
        const QString pdf = letterOf(c);
        const Ink page = ink(pdf, 1);
        const QRectF mark = page.within(QRectF(20, 25, 170, 18), true);
        COMPARE_MM(mark.top(), 30.0 + 0.6); // the square of 32 points begins at 30 mm
        const double square = 32.0 / 72 * 25.4;
        const QRectF rule = page.within(QRectF(5, 30 + square + 2, 200, 6), true);
        COMPARE_MM(rule.top(), 30 + square + 4);
        COMPARE_MM(rule.width(), 170.0);
        COMPARE_MM(rule.left(), 20.0);
        const QRectF last = page.within(QRectF(5, 270, 200, 15), true);
        COMPARE_MM(last.bottom(), 297 - 20.0);
        COMPARE_MM(last.width(), 170.0);
        const QRectF reference = page.within(QRectF(100, rule.bottom() + 0.5, 100, 12));
        COMPARE_MM(reference.right(), 210 - 26.0 - 0.2);
        COMPARE_MM(reference.top(), rule.bottom() + 25.4 * 16 / 72 * 7 / 8 + 0.5);
    }

    void unitAndDate_leaveThePlaceOfTheSeal()
    {
        Case c = longCase(28);
        c.replies.last().reply.handler.clear();
        const QString pdf = letterOf(c);
        const Ink page = ink(pdf, 1);
        const QList<QPair<double, double>> rows = page.rows(QRectF(28, 60, 156, 190));
        QVERIFY(rows.size() >= 4);
        const auto [dayTop, dayBottom] = rows.last();
        const auto [unitTop, unitBottom] = rows.at(rows.size() - 2);
        const double textBottom = rows.at(rows.size() - 3).second;
        const QRectF day = page.within(QRectF(28, dayTop - 0.2, 156, dayBottom - dayTop + 0.4));
        const QRectF unit = page.within(QRectF(28, unitTop - 0.2, 156, unitBottom - unitTop + 0.4));
        COMPARE_MM(day.right(), 210 - 26 - 4 * character - 0.7); // 日 is narrow in its square
        COMPARE_MM(unit.center().x(), day.center().x());
        // A seal of 42 mm whose middle is a little above unit and date begins within one line of the text.
        const double sealTop = unitTop + 2 - 21;
        QVERIFY(sealTop > textBottom && sealTop < textBottom + 10.39);
    }

    void end_neverStandsAloneOnAPage()
    {
        for (int lines = 1; lines <= 24; ++lines) {
            const QString pdf = letterOf(longCase(28 * lines));
            const int pages
                = run(QStringLiteral("pdfinfo"), {pdf}).out.contains("Pages:           2") ? 2 : 1;
            const QString last = textOf(pdf, pages);
            QVERIFY2(last.contains(QStringLiteral("国国")) && last.contains(QStringLiteral("2026年3月11日")),
                qPrintable(QString::number(lines)));
        }
    }

    void headings_haveTheirFaces()
    {
        Case c = samples::archivedCase();
        c.replies.last().reply.answer
            = QStringLiteral("一、调查情况\n（一）现场情况\n管道堵塞。\n1.已疏通。");
        const QByteArray fonts = run(QStringLiteral("pdffonts"), {letterOf(c)}).out;
        for (const char *face : {"Sans", "WenKai", "Serif"})
            QVERIFY2(fonts.contains(face), face);
    }

    void title_breaksEvenlyAndNotBeforeAClosingMark_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("one line") << QStringLiteral("关于延期办理的函")
                                  << QStringList{QStringLiteral("关于延期办理的函")};
        QTest::newRow("two lines") << QStringLiteral("关于“河滨小区雨天污水倒灌”诉求的答复")
                                   << QStringList{QStringLiteral("关于“河滨小区雨天"),
                                          QStringLiteral("污水倒灌”诉求的答复")};
        QTest::newRow("a number stays whole")
            << QStringLiteral("关于河滨小区三号楼2026年改造问题的答复")
            << QStringList{QStringLiteral("关于河滨小区三号楼"), QStringLiteral("2026年改造问题的答复")};
    }
    void title_breaksEvenlyAndNotBeforeAClosingMark()
    {
        QFETCH(QString, title);
        QFETCH(QStringList, lines);
        QCOMPARE(titleLines(title, 18), lines);
    }

    void requestsAndUrges_areLettersToTheirRecipients()
    {
        Case c = samples::archivedCase();
        c.urges = {Entry<ReminderBody>{ReminderBody{QStringLiteral("该工单将于3月9日到期。")},
            samples::centre(), samples::at(7, 9), 12}};
        c.extensions.first().decision.reset();
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const auto textOfKind = [&](PaperKind kind) {
            const auto paper = std::ranges::find(manifest.papers, kind, &Paper::kind);
            const QString path = m_dir.filePath(nameOf(kind) + QStringLiteral(".pdf"));
            return writePaper(*paper, manifest, c, {}, path) ? textOf(path).remove(u'\n') : QString();
        };
        const QString extension = textOfKind(PaperKind::ExtensionSheet);
        for (const QString &words :
            {QStringLiteral("清河县12345热线中心："), QStringLiteral("申请延期3个工作日"),
                QStringLiteral("一、延期理由"), QStringLiteral("2026年3月4日")})
            QVERIFY2(extension.contains(words), qPrintable(extension));
        QVERIFY(!extension.contains(QStringLiteral("批复意见")));
        const QString back = textOfKind(PaperKind::ReturnSheet);
        for (const QString &words :
            {QStringLiteral("情况说明"), QStringLiteral("建议转由清河县河滨街道办事处办理"),
                QStringLiteral("签发人：赵立群"), QStringLiteral("批复意见")})
            QVERIFY2(back.contains(words), qPrintable(back));
        const QString urge = textOfKind(PaperKind::UrgeLetter);
        for (const QString &words : {QStringLiteral("清河县住房和城乡建设局："), QStringLiteral("现予催办"),
                 QStringLiteral("该工单将于3月9日到期")})
            QVERIFY2(urge.contains(words), qPrintable(urge));
    }
};

QTEST_MAIN(TestLetters)
#include "tst_Letters.moc"
