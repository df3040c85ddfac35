#include "client/printing/CheckSheets.h"
#include "client/printing/FaxForm.h"
#include "client/printing/RosterForm.h"
#include "shared/dossier/SheetCode.h"
#include "tests/client/printing/DossierFixture.h"
#include "tests/client/printing/FullCase.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace chengban;
using namespace chengban::dossiers;

namespace {

QString packed(QString text)
{
    static const QRegularExpression blank(QStringLiteral("\\s"));
    return text.remove(blank);
}

} // namespace

class TestSheets : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};

    [[nodiscard]] QString pathOf(const QString &name) const { return m_dir.filePath(name); }

    /// The text of the first paper of that kind, printed alone.
    [[nodiscard]] QString sheetText(
        const Case &c, PaperKind kind, const DossierTemplate &form = builtInTemplate({})) const
    {
        const Manifest manifest = manifestOf(c, form);
        const auto paper = std::ranges::find(manifest.papers, kind, &Paper::kind);
        if (paper == manifest.papers.end())
            return {};
        const QString path = pathOf(QString(nameOf(kind)) + QStringLiteral(".pdf"));
        const Result<DossierInfo> info = writePaper(*paper, manifest, c, sampleLog(c), path);
        return info && info->pdfA ? packed(textOf(path)) : QString();
    }

private Q_SLOTS:
    void sheet_saysWhatTheCaseHolds_data()
    {
        QTest::addColumn<PaperKind>("kind");
        QTest::addColumn<QStringList>("words");
        const auto row = [](PaperKind kind, const QStringList &words) {
            QTest::newRow(nameOf(kind).data()) << kind << words;
        };
        row(PaperKind::RegisterPage,
            {QStringLiteral("派发记录"), QStringLiteral("请及时联系反映人"),
                QStringLiteral("单位内部流转台账"), QStringLiteral("排水所"),
                QStringLiteral("并入的重复诉求"), QStringLiteral("QH202603020099"),
                QStringLiteral("电话通知值班室")});
        row(PaperKind::HandlingSheet,
            {QStringLiteral("拟由排水所现场查看"), QStringLiteral("务必汛前解决"), QStringLiteral("韩志远"),
                QStringLiteral("领导批示")});
        row(PaperKind::SiteRecord,
            {QStringLiteral("到现场"), QStringLiteral("林小禾、周平"), QStringLiteral("河滨小区东门"),
                QStringLiteral("雨水口堵塞"), QStringLiteral("现场照片.jpg"), QStringLiteral("采取措施")});
        row(PaperKind::PartRecord, {QStringLiteral("协办任务协助入户"), QStringLiteral("已入户登记十二户")});
        row(PaperKind::ContactRecord,
            {QStringLiteral("无人接听"), QStringLiteral("积水最深约二十厘米"),
                QStringLiteral("答复反映人记录"), QStringLiteral("已当面答复")});
        row(PaperKind::OrderLetter,
            {QStringLiteral("关于督办“河滨小区雨天污水倒灌”工单的通知"), QStringLiteral("一、督办要求"),
                QStringLiteral("逐户回访"), QStringLiteral("须派员到现场核实"),
                QStringLiteral("清河县住房和城乡建设局：")});
        row(PaperKind::OrderAnswer,
            {QStringLiteral("督办事项办理情况"), QStringLiteral("逐户回访十二户"),
                QStringLiteral("赵立群（纸面签字，盖章）"), QStringLiteral("同意。")});
        row(PaperKind::TerminationSheet,
            {QStringLiteral("终止办理申请及批复"), QStringLiteral("同一诉求已三次办结"),
                QStringLiteral("QH202512010001")});
        row(PaperKind::AppealSheet, {QStringLiteral("申诉及处理意见"), QStringLiteral("接口归属有图可查")});
        row(PaperKind::ExclusionSheet, {QStringLiteral("不计入考核认定"), QStringLiteral("反映人认可处理")});
        row(PaperKind::SupersededReply,
            {QStringLiteral("被退回的答复（第1版）"), QStringLiteral("由后一版代替")});
        row(PaperKind::CallbackRecord,
            {QStringLiteral("二次回访"), QStringLiteral("回访情况不一致"), QStringLiteral("工作人员态度好")});
        row(PaperKind::ExtensionSheet,
            {QStringLiteral("2026年3月12日18:00"), QStringLiteral("分管领导签发意见"),
                QStringLiteral("3个工作日")});
        row(PaperKind::SignOffSheet,
            {QStringLiteral("韩志远（代赵立群）"), QStringLiteral("内容短码bbbbbbbbbbbbbbbb"),
                QStringLiteral("签名算法")});
    }
    void sheet_saysWhatTheCaseHolds()
    {
        QFETCH(PaperKind, kind);
        QFETCH(QStringList, words);
        const QString text = sheetText(fullCase(), kind);
        QVERIFY(!text.isEmpty());
        QVERIFY(text.contains(QStringLiteral("QH202603020017")));
        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(word + QStringLiteral(" not in ") + text));
    }

    void everyKind_hasASheetInTheFullCase()
    {
        const Manifest manifest = manifestOf(fullCase(), PaperOrder::ConclusionFirst);
        for (const auto &kind : namesOf(PaperKind()))
            QVERIFY2(std::ranges::find(manifest.papers, kind.value, &Paper::kind) != manifest.papers.end(),
                kind.name);
    }

    void paperSignature_isToldFromAnElectronicOne()
    {
        Case c = fullCase();
        c.signatures.last().body.paper = PaperSignature{UserId{QStringLiteral("zhao")},
            QStringLiteral("赵立群"), samples::at(11, 10), true, fileOf(u'9', QStringLiteral("签字单.jpg"))};
        const QString text = sheetText(c, PaperKind::SignOffSheet);
        QVERIFY2(text.contains(QStringLiteral("赵立群（纸面签字，盖章）")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("签字单扫描件“签字单.jpg”归入本卷")));
        QVERIFY(!text.contains(QStringLiteral("签名算法")));
    }

    void reply_canHaveTheFormOfAnOpinion()
    {
        DossierTemplate form = builtInTemplate({});
        form.reply = ReplyShape::Opinion;
        const QString text = sheetText(fullCase(), PaperKind::ReplyLetter, form);
        for (const QString &word :
            {QStringLiteral("事项的答复意见书"), QStringLiteral("您2026年3月2日通过12345热线反映"),
                QStringLiteral("一、办理情况和答复意见"), QStringLiteral("二、依据"),
                QStringLiteral("《城镇排水与污水处理条例》（国务院令第641号）第二十五条"),
                QStringLiteral("三、其他事项"), QStringLiteral("再次拨打12345热线"),
                QStringLiteral("2026年3月11日")})
            QVERIFY2(text.contains(word), qPrintable(word));
        QVERIFY(!text.contains(QStringLiteral("尊敬的")));
    }

    void citizensPrint_holdsNothingInternal()
    {
        Case c = fullCase();
        const int planted = plantSecrets(c);
        QVERIFY(planted > 60);
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const QString path = pathOf(QStringLiteral("citizen.pdf"));
        const Result<DossierInfo> info = writeCitizensPrint(manifest, c, path);
        QVERIFY(info);
        const QString text = packed(textOf(path));
        QVERIFY(text.contains(QStringLiteral("污水倒灌问题")) && text.contains(QStringLiteral("𠮷田龢")));
        QVERIFY2(!text.contains(QStringLiteral("密")), qPrintable(text));
        const QByteArray facts = run(QStringLiteral("pdfinfo"), {path}).out;
        QVERIFY(!facts.contains("密"));
        const QByteArray marks = run(
            QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines"), path})
                                     .out;
        QVERIFY(!QString::fromUtf8(marks).contains(QStringLiteral("密")));
        // What was planted does stand in the archive's own print: the search above would have found it.
        const QString whole = pathOf(QStringLiteral("planted.pdf"));
        QVERIFY(writeDossier(manifest, c, sampleLog(c), fullFiles().source(), whole));
        const QString all = packed(textOf(whole));
        QSet<QString> seen;
        static const QRegularExpression secret(QStringLiteral("密(\\d+)密"));
        for (auto found = secret.globalMatch(all); found.hasNext();)
            seen.insert(found.next().captured(1));
        QVERIFY2(seen.size() > planted * 3 / 4, qPrintable(QString::number(seen.size())));
    }

    void citizensPrint_needsAReply()
    {
        Case c = fullCase();
        c.replies.last().reply.answer.clear();
        QCOMPARE(writeCitizensPrint(
                     manifestOf(c, PaperOrder::ConclusionFirst), c, pathOf(QStringLiteral("none.pdf")))
                     .error()
                     .code,
            ErrorCode::DossierIncomplete);
        QVERIFY(!QFile::exists(pathOf(QStringLiteral("none.pdf"))));
    }

    void unitsPrint_masksTheCitizenAndKeepsTheRest()
    {
        const Case c = fullCase();
        const Case shown = printed(c, PrintProfile::Unit);
        const Manifest manifest = printed(manifestOf(c, PaperOrder::ConclusionFirst), PrintProfile::Unit);
        const QString path = pathOf(QStringLiteral("unit.pdf"));
        QVERIFY(writeDossier(manifest, shown, sampleLog(c), fullFiles().source(), path));
        const QString text = packed(textOf(path));
        QVERIFY(!text.contains(QStringLiteral("𠮷田龢")) && !text.contains(QStringLiteral("00000000017")));
        QVERIFY(text.contains(QStringLiteral("𠮷**")));
        QVERIFY(text.contains(QStringLiteral("务必汛前解决")));
        QVERIFY(text.contains(QStringLiteral("河滨小区****")));
    }

    void photo_saysWhereAndWhenItWasTaken()
    {
        const Case c = fullCase();
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const QString path = pathOf(QStringLiteral("photos.pdf"));
        QVERIFY(writeDossier(manifest, c, sampleLog(c), fullFiles().source(), path));
        QVERIFY(packed(textOf(path))
                    .contains(QStringLiteral("现场照片.jpg2026年3月3日15:00河滨小区东门林小禾、周平")));
    }

    void bothSides_numberBacksAtTheLeftAndBeginOnAFront()
    {
        DossierTemplate form = builtInTemplate({});
        form.bothSides = true;
        const Case c = samples::archivedCase();
        const QString path = pathOf(QStringLiteral("both.pdf"));
        const Result<DossierInfo> info
            = writeDossier(manifestOf(c, form), c, sampleLog(c), Files().source(), path);
        QVERIFY(info);
        QVERIFY(info->sheets % 2 == 1); // the note at the back is the last front
        const auto numberAt = [&](int page, const QString &number) {
            const QByteArray boxes = run(QStringLiteral("pdftotext"),
                {QStringLiteral("-bbox"), QStringLiteral("-f"), QString::number(page), QStringLiteral("-l"),
                    QString::number(page), path, QStringLiteral("-")})
                                         .out;
            const QRegularExpression word(
                QStringLiteral("xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\"[^>]*>%1</word>").arg(number));
            for (auto match = word.globalMatch(QString::fromUtf8(boxes)); match.hasNext();) {
                const QRegularExpressionMatch one = match.next();
                if (one.captured(2).toDouble() < 45)
                    return one.captured(1).toDouble();
            }
            return -1.0;
        };
        const int front = 5; // cover, blank, catalogue, blank
        QVERIFY2(
            textOf(path, front).contains(QStringLiteral("答复意见审签单")), qPrintable(textOf(path, front)));
        QVERIFY(numberAt(front, QStringLiteral("1")) > 500);
        const double back = numberAt(front + 1, QStringLiteral("2"));
        QVERIFY(back > 30 && back < 80);
    }

    void faxForm_namesCaseVersionAndStepInItsCode()
    {
        const Case c = fullCase();
        const Reply &reply = c.replies.last().reply;
        const QString path = pathOf(QStringLiteral("fax.pdf"));
        const Result<DossierInfo> info = writeFaxForm(c, reply, 2,
            {QStringLiteral("3月11日8时起系统不能登录"), QStringLiteral("0000-7654321"), samples::at(11, 9)},
            path);
        QVERIFY(info && info->pdfA);
        QCOMPARE(info->sheets, 1);
        const QString text = packed(textOf(path));
        for (const QString &word : {QStringLiteral("传真回复单"), QStringLiteral("系统不能登录"),
                 QStringLiteral("0000-7654321"), QStringLiteral("（公章）"), QStringLiteral("林小禾")})
            QVERIFY2(text.contains(word), qPrintable(word));
        const QString png = pathOf(QStringLiteral("fax"));
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("200"), QStringLiteral("-png"),
                QStringLiteral("-singlefile"), path, png});
        const Run read = run(QStringLiteral("zbarimg"),
            {QStringLiteral("-q"), QStringLiteral("--raw"), png + QStringLiteral(".png")});
        if (read.code == -1)
            QSKIP("zbarimg is not installed");
        const Result<SheetCode> code = sheetCodeFrom(QString::fromUtf8(read.out).section(u'\n', 0, 0));
        QVERIFY2(code, read.out.constData());
        QCOMPARE(code->id, c.id);
        QCOMPARE(code->version, 2);
        QCOMPARE(code->step, SheetStep::Fax);
        QCOMPARE(code->digest, hex(*replyDigest(reply)).left(16));
    }

    void faxForm_needsAnAnswer()
    {
        QCOMPARE(writeFaxForm(fullCase(), Reply(), 1, {}, pathOf(QStringLiteral("empty.pdf"))).error().code,
            ErrorCode::DossierIncomplete);
    }

    void roster_hasTheThreePostsWhenBlank()
    {
        const QString path = pathOf(QStringLiteral("roster.pdf"));
        QVERIFY(writeRosterForm({QStringLiteral("清河县住房和城乡建设局"), {}, {}, {}, {}, 0}, path));
        const QString text = packed(textOf(path));
        for (const QString &word : {QStringLiteral("分管领导"), QStringLiteral("经办人A"),
                 QStringLiteral("经办人B"), QStringLiteral("姓名"), QStringLiteral("职务"),
                 QStringLiteral("办公电话"), QStringLiteral("手机"), QStringLiteral("传真"),
                 QStringLiteral("备注"), QStringLiteral("填报人"), QStringLiteral("（公章）")})
            QVERIFY2(text.contains(word), qPrintable(word));
        QVERIFY(writeRosterForm({QStringLiteral("清河县住房和城乡建设局"),
                                    {{QStringLiteral("经办人A"), QStringLiteral("林小禾"), {}, {}, {}, {}}},
                                    {}, QStringLiteral("林小禾"), {}, samples::at(1, 9)},
            path));
        QVERIFY(packed(textOf(path)).contains(QStringLiteral("2026年3月1日")));
    }

    void folderCover_hasTheSizeOfAFolder()
    {
        const Manifest manifest = manifestOf(samples::archivedCase(), PaperOrder::ConclusionFirst);
        const QString path = pathOf(QStringLiteral("folder.pdf"));
        QVERIFY(writeFolder(manifest, 37, path));
        const QByteArray facts = run(QStringLiteral("pdfinfo"), {path}).out;
        const QRegularExpressionMatch size
            = QRegularExpression(QStringLiteral("Page size:\\s+([0-9.]+) x ([0-9.]+)"))
                  .match(QString::fromUtf8(facts));
        QVERIFY(std::abs(size.captured(1).toDouble() / 72 * 25.4 - 220) < 0.5);
        QVERIFY(std::abs(size.captured(2).toDouble() / 72 * 25.4 - 310) < 0.5);
        const QString text = packed(textOf(path));
        for (const QString &word : {QStringLiteral("全宗号"), QStringLiteral("目录号"),
                 QStringLiteral("案卷号"), QStringLiteral("归档号"), QStringLiteral("保管期限30年"),
                 QStringLiteral("37页"), QStringLiteral("Q012-ZY·RX·2026·D30-0007")})
            QVERIFY2(text.contains(word), qPrintable(word + u' ' + text));
    }

    void selfTestReport_namesWhatWasNotChecked()
    {
        const Manifest manifest = manifestOf(samples::archivedCase(), PaperOrder::ConclusionFirst);
        const QString path = pathOf(QStringLiteral("self-test.pdf"));
        QVERIFY(writeSelfTest(manifest,
            {{QStringLiteral("GD-1-1"), QStringLiteral("固化信息有效性检测"), TestState::Passed, {}},
                {QStringLiteral("GD-4-2"), QStringLiteral("病毒感染检测"), TestState::NotChecked,
                    QStringLiteral("本程序不能检测")}},
            path));
        const QString text = packed(textOf(path));
        QVERIFY(text.contains(QStringLiteral("共2项：通过1项，不通过0项，未检测1项")));
        QVERIFY(text.contains(QStringLiteral("病毒感染检测未检测")));
    }

    void signatureCheck_saysWhatDoesNotHold()
    {
        const Case c = samples::archivedCase();
        const QString path = pathOf(QStringLiteral("check.pdf"));
        CaseLog log;
        log.events = sampleLog(c); // an invented chain, which cannot hold
        QVERIFY(writeSignatureCheck(manifestOf(c, PaperOrder::ConclusionFirst), log, path));
        const QString text = packed(textOf(path));
        QVERIFY(text.contains(QStringLiteral("电子签名核验单")) && text.contains(QStringLiteral("有无效项")));
        QVERIFY(text.contains(QStringLiteral("记录链不衔接")) && !text.contains(QStringLiteral("chain")));
    }

    /// Stands last.
    void everyFileOfThisTest_passesPreflight()
    {
        QStringList paths;
        const QString keep = qEnvironmentVariable("CHENGBAN_SHEETS"); // to look at them
        for (const QFileInfo &file : QDir(m_dir.path()).entryInfoList({QStringLiteral("*.pdf")})) {
            paths.append(file.filePath());
            if (!keep.isEmpty())
                QFile::copy(file.filePath(), QDir(keep).filePath(file.fileName()));
        }
        const Run report = preflight(paths);
        if (report.code == 77)
            QSKIP("PDFBox Preflight is not installed");
        QVERIFY2(report.code == 0, report.out.constData());
    }
};

QTEST_MAIN(TestSheets)
#include "tst_Sheets.moc"
