#include "client/printing/Bulletin.h"
#include "tests/client/printing/Ink.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace chengban::dossiers;
using namespace Qt::StringLiterals;

class TestBulletin : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};

    [[nodiscard]] static Bulletin sample()
    {
        Bulletin one;
        one.mark = u"清河县12345热线中心文件"_s;
        one.issuer = u"清河县12345热线中心"_s;
        one.reference = u"清热函〔2026〕3号"_s;
        one.title = u"关于2026年3月份12345热线工单办理情况的通报"_s;
        one.recipient = u"各乡镇人民政府，各承办单位"_s;
        one.paragraphs = {u"一、基本情况"_s,
            u"3月份全县受理诉求412件，同比下降6%。按时办结405件，按时办结率98.3%；回访满意率91.2%。"_s,
            u"二、回访情况"_s, u"（一）好的单位"_s, u"住房和城乡建设局、水务局按时办结率100%。"_s,
            u"三、热点问题"_s, u"排水、噪声、物业三类占全部诉求的四成。"_s};
        one.atMs = samples::at(31, 9);
        one.copies
            = u"县委书记、县长，县委、县政府分管领导，县纪委监委机关，县委组织部，县政府办公室，县营商环境办公室"_s;
        one.printedBy = u"清河县12345热线中心办公室"_s;
        one.printedAtMs = samples::at(31, 15);
        return one;
    }
    [[nodiscard]] static Bulletin withAnnex()
    {
        Bulletin one = sample();
        BulletinAnnex annex{u"各承办单位办理情况统计表"_s, {56, 25, 25, 25, 25},
            {u"单位"_s, u"交办量"_s, u"按时办结率"_s, u"满意率"_s, u"评分"_s}, {}};
        for (int i = 0; i < 30; ++i)
            annex.rows.append(
                {u"第%1承办单位"_s.arg(i + 1), QString::number(40 - i), u"100%"_s, u"95%"_s, u"98"_s});
        one.annexes = {annex};
        return one;
    }
    [[nodiscard]] QString written(const Bulletin &bulletin, const QString &name = u"bulletin.pdf"_s) const
    {
        const QString path = m_dir.filePath(name);
        return writeBulletin(bulletin, path) ? path : QString();
    }
    [[nodiscard]] Ink ink(const QString &pdf, int page) const
    {
        return {pdf, page, m_dir.filePath(u"page"_s)};
    }
    [[nodiscard]] static int pagesOf(const QString &pdf)
    {
        const QByteArray facts = run(u"pdfinfo"_s, {pdf}).out;
        return facts.mid(facts.indexOf("Pages:") + 6, 12).trimmed().split('\n').first().toInt();
    }

private Q_SLOTS:
    void head_standsAsTheStandardHasIt()
    {
        const Ink page = ink(written(sample()), 1);
        const QRectF mark = page.within(QRectF(20, 40, 170, 60), true);
        COMPARE_MM(mark.top(), 37 + 35.0);
        COMPARE_MM(mark.center().x(), 28 + 78.0);
        const auto band = page.rows(QRectF(28, mark.bottom() + 10, 156, 25)).first();
        const QRectF number = page.within(QRectF(28, band.first, 156, band.second - band.first));
        COMPARE_MM(number.center().x(), 28 + 78.0);
        const QRectF rule = page.within(QRectF(20, number.bottom() + 1, 170, 8), true);
        COMPARE_MM(rule.left(), 28.0);
        COMPARE_MM(rule.right(), 210 - 26.0);
        // To the character's square: the ink of 号 ends a little above its edge.
        COMPARE_MM(rule.center().y() - number.bottom(), 4.0);
    }

    void firstPage_showsTextAndItsNumber()
    {
        const QString pdf = written(sample());
        QVERIFY(textOf(pdf, 1).contains(u"基本情况"));
        QVERIFY(textOf(pdf, 1).remove(u' ').contains(u"—1—"));
        const QRectF number = ink(pdf, 1).within(QRectF(20, 264, 170, 12));
        COMPARE_MM(number.right(), 210 - 26 - 25.4 * 14 / 72);
        COMPARE_MM(number.center().y(), 37 + 225 + 7.0);
    }

    void record_endsTheLastEvenPage()
    {
        const QString pdf = written(sample());
        const int pages = pagesOf(pdf);
        QCOMPARE(pages % 2, 0);
        const Ink last = ink(pdf, pages);
        const QList<QPair<double, double>> rows = last.rows(QRectF(28.2, 200, 3, 66));
        QVERIFY(rows.size() >= 3); // three lines; the text begins one character further in
        COMPARE_MM(rows.last().second, 37 + 225.0);
        const QRectF lowest = last.within(QRectF(20, 37 + 225 - 1, 170, 2));
        COMPARE_MM(lowest.left(), 28.0);
        COMPARE_MM(lowest.right(), 210 - 26.0);
        const QString text = textOf(pdf, pages);
        QVERIFY(text.contains(u"抄送：") && text.contains(u"2026年3月31日印发"));
    }

    void annex_beginsAPageWithItsTitleOnTheThirdLine()
    {
        const QString pdf = written(withAnnex());
        int page = 1;
        while (page < pagesOf(pdf) && !textOf(pdf, page).startsWith(u"附件\n"))
            ++page;
        QVERIFY(textOf(pdf, page).contains(u"各承办单位办理情况统计表"));
        const QList<QPair<double, double>> rows = ink(pdf, page).rows(QRectF(28, 30, 156, 40));
        COMPARE_MM(rows.at(0).first, 37.0 + 0.3);
        COMPARE_MM(rows.at(1).first, 37 + 2 * 10.39 - 1.0); // 22 points in the third line's space
        QVERIFY(textOf(pdf, 0).contains(u"第30承办单位"));
        QVERIFY(textOf(pdf, page + 1).contains(u"按时办结率")); // repeated on the next page
    }

    void everyCharacter_comesBack()
    {
        const QString pdf = written(withAnnex());
        const QSet<uint> back = charactersOf(textOf(pdf));
        QString all = sample().title + sample().copies + sample().mark + sample().reference;
        for (const QString &one : sample().paragraphs)
            all += one;
        QVERIFY((charactersOf(all) - back).isEmpty());
    }

    void file_passesPreflight()
    {
        const Run checked = preflight({written(withAnnex())});
        if (checked.code == 77)
            QSKIP("PDFBox Preflight is not installed");
        QVERIFY2(checked.code == 0, checked.out.constData());
    }
};

QTEST_MAIN(TestBulletin)
#include "tst_Bulletin.moc"
