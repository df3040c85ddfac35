#include "client/printing/PageImages.h"
#include "tests/client/printing/DossierFixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent>

using namespace chengban;
using namespace chengban::dossiers;

class TestDossierWriter : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};

    [[nodiscard]] QString pathOf(const QString &name) const { return m_dir.filePath(name); }

    [[nodiscard]] Result<DossierInfo> written(const Case &c, const Files &files, const QString &name) const
    {
        return writeDossier(
            manifestOf(c, PaperOrder::ConclusionFirst), c, sampleLog(c), files.source(), pathOf(name));
    }

private Q_SLOTS:
    void dossier_isCleanAndEveryFontIsEmbedded()
    {
        Files files;
        Case c = samples::archivedCase();
        c.replies.last().reply.attachments
            = {files.add(QStringLiteral("现场照片.jpg"), QStringLiteral("image/jpeg"), jpegScan())};
        const Result<DossierInfo> info = written(c, files, QStringLiteral("clean.pdf"));
        QVERIFY(info);
        QVERIFY(info->pdfA);
        QVERIFY(info->unprintable.isEmpty());
        const QString path = pathOf(QStringLiteral("clean.pdf"));
        QCOMPARE(info->bytes, QFileInfo(path).size());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(hex(sha256(file.readAll())), info->sha256);

        const Run check = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
        QVERIFY2(check.code == 0, check.out.constData());
        const Run fonts = run(QStringLiteral("pdffonts"), {path});
        const QList<QByteArray> lines = fonts.out.trimmed().split('\n').mid(2);
        QVERIFY(!lines.isEmpty());
        for (const QByteArray &line : lines)
            QVERIFY2(line.simplified().contains(" yes no yes") || line.simplified().contains(" yes yes yes"),
                line.constData());
        const QByteArray facts = run(QStringLiteral("pdfinfo"), {QStringLiteral("-isodates"), path}).out;
        QVERIFY(facts.contains("2026-03-13T11:00:00+08"));
        QVERIFY(facts.contains("PDF version:     1.4"));
    }

    void everyCharacter_comesBackFromTheText()
    {
        Case c = samples::archivedCase();
        // The shared glyphs of Noto CJK: each of these once came back as a radical or not at all.
        const QString hard
            = QStringLiteral("市民工单一人大水火口行入八力十又土士女子小尸山己巾干广心戈手支文斗斤方日月木"
                             "欠止毛气爪父片牙牛犬玄玉瓜瓦甘生用田白皮目矛石示禾穴立竹米羊老而耳肉自至舌舟色"
                             "虫血衣西见角言谷豆赤走足身车辛辰里金长门雨青非面革音页风飞食首香马骨高鬼鱼鸟"
                             "𠮷𡈽龢镕䶮玥①②③《》〔〕“”、；：？！—…·％Aa0");
        c.replies.last().reply.answer = hard;
        c.demand.text += hard;
        const Result<DossierInfo> info = written(c, {}, QStringLiteral("text.pdf"));
        QVERIFY(info);
        QCOMPARE(info->unprintable, QStringList());
        const QString text = textOf(pathOf(QStringLiteral("text.pdf")));
        const Reply &reply = c.replies.last().reply;
        QString wanted = hard + c.demand.text + c.demand.title + c.identity->name + reply.investigation
            + reply.handling + reply.result + c.leadUnitName + c.returns.first().request.body.statement
            + c.instructions.first().body.note;
        QSet<uint> lost = charactersOf(wanted);
        lost.subtract(charactersOf(text));
        QString names;
        for (const uint character : std::as_const(lost))
            names += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
        QVERIFY2(lost.isEmpty(), qPrintable(names));
        QVERIFY(!text.contains(u'\t'));
        for (const uint character : charactersOf(text))
            QVERIFY2(character < 0x2E80 || character > 0x2FDF, "a radical came back");
    }

    void sameInput_givesTheSameBytesInAnotherProcess()
    {
        // Written by hand: Qt's writer would put the time of day into it.
        const QByteArray fixedPdf
            = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
              "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
              "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
              "xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n"
              "0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n";
        const QString here = pathOf(QStringLiteral("here.pdf"));
        const QString there = pathOf(QStringLiteral("there.pdf"));
        Files files;
        Case c = samples::archivedCase();
        c.replies.last().reply.attachments
            = {files.add(QStringLiteral("a.jpg"), QStringLiteral("image/jpeg"), jpegScan()),
                files.add(QStringLiteral("b.pdf"), QStringLiteral("application/pdf"), fixedPdf)};
        QVERIFY(
            writeDossier(manifestOf(c, PaperOrder::ConclusionFirst), c, sampleLog(c), files.source(), here));
        if (qEnvironmentVariableIsSet("CHENGBAN_DOSSIER_COPY")) {
            QVERIFY(QFile::copy(here, qEnvironmentVariable("CHENGBAN_DOSSIER_COPY")));
            return;
        }
        QProcess other;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CHENGBAN_DOSSIER_COPY"), there);
        other.setProcessEnvironment(environment);
        other.start(
            QCoreApplication::applicationFilePath(), {QString::fromLatin1(QTest::currentTestFunction())});
        QVERIFY(other.waitForFinished(60000));
        QCOMPARE(other.exitCode(), 0);
        QFile first(here);
        QFile second(there);
        QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
        QVERIFY(first.readAll() == second.readAll());
    }

    void threadsAtOnce_giveTheSameBytes()
    {
        const Case c = samples::archivedCase();
        QVERIFY(written(c, {}, QStringLiteral("main.pdf")));
        QList<QFuture<Result<DossierInfo>>> running;
        for (int i = 0; i < 4; ++i)
            running.append(
                QtConcurrent::run([&, i] { return written(c, {}, QStringLiteral("%1.pdf").arg(i)); }));
        for (const auto &future : std::as_const(running))
            QVERIFY(future.result());
        const auto bytesOf = [&](const QString &name) {
            QFile file(pathOf(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(bytesOf(QStringLiteral("%1.pdf").arg(i)) == bytesOf(QStringLiteral("main.pdf")));
    }

    void erasedIdentity_isSaidAndTheLetterNamesNobody()
    {
        Case c = samples::archivedCase();
        c.identity.reset();
        c.identityErased = true;
        const Result<DossierInfo> info = written(c, {}, QStringLiteral("erased.pdf"));
        QVERIFY(info);
        const QString text = textOf(pathOf(QStringLiteral("erased.pdf")));
        QVERIFY(text.contains(QStringLiteral("（已按规定删除）")));
        QVERIFY(text.contains(QStringLiteral("尊敬的反映人：")));
        QVERIFY(!text.contains(QStringLiteral("𠮷田龢")));
        QVERIFY(!text.contains(QStringLiteral("00000000017")));
    }

    void jpegScan_goesInByteForByte()
    {
        Files files;
        Case c = samples::archivedCase();
        const QByteArray scan = jpegScan({1240, 1754});
        c.replies.last().reply.attachments
            = {files.add(QStringLiteral("扫描件.jpg"), QStringLiteral("image/jpeg"), scan)};
        QVERIFY(written(c, files, QStringLiteral("scan.pdf")));
        const QString prefix = pathOf(QStringLiteral("image"));
        run(QStringLiteral("pdfimages"),
            {QStringLiteral("-all"), pathOf(QStringLiteral("scan.pdf")), prefix});
        QFile image(prefix + QStringLiteral("-000.jpg"));
        QVERIFY(image.open(QIODevice::ReadOnly));
        QVERIFY(image.readAll() == scan);
    }

    void cataloguePages_pointToThePapers()
    {
        Files files;
        Case c = samples::archivedCase();
        for (int i = 0; i < 30; ++i) {
            c.replies.last().reply.attachments.append(files.add(QStringLiteral("第%1份材料.jpg").arg(i + 1),
                QStringLiteral("image/jpeg"), jpegScan({310, 438}, i)));
        }
        c.replies.last().reply.attachments.append(
            files.add(QStringLiteral("检测报告.pdf"), QStringLiteral("application/pdf"), smallPdf(3)));
        c.replies.last().reply.attachments.append(
            files.add(QStringLiteral("通话录音.mp3"), QStringLiteral("audio/mpeg"), QByteArray("ID3 sound")));
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const Result<DossierInfo> info = written(c, files, QStringLiteral("pages.pdf"));
        QVERIFY(info);
        QCOMPARE(info->pdfA, canPaintPdf()); // Without QtPdf the pages of another's PDF stay as they are.
        QCOMPARE(info->papers.size(), manifest.papers.size());
        const QString path = pathOf(QStringLiteral("pages.pdf"));
        QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path}).code, 0);
        const int front = info->sheets - info->numberedPages - 1; // cover and catalogue
        QVERIFY(front >= 3);
        QString catalogue;
        for (int page = 2; page <= front; ++page)
            catalogue += textOf(path, page);
        QVERIFY(catalogue.contains(QStringLiteral("卷内文件目录")));
        int next = 1;
        for (qsizetype i = 0; i < manifest.papers.size(); ++i) {
            QCOMPARE(info->papers[i].first, next);
            next = info->papers[i].last + 1;
            const QString page = textOf(path, front + info->papers[i].first);
            const QString words = manifest.papers[i].kind == PaperKind::ReplyLetter
                ? QStringLiteral("尊敬的")
                : manifest.papers[i].title;
            QVERIFY2(page.contains(words), qPrintable(words + u'\n' + page));
            QVERIFY(page.contains(QString::number(info->papers[i].first)));
            QVERIFY(catalogue.contains(QString::number(info->papers[i].first)));
        }
        QCOMPARE(next, info->numberedPages + 1);
        QVERIFY(textOf(path, front + info->papers.at(35).first + 1)
                    .contains(QStringLiteral("检测报告.pdf（2/3）")));
        QVERIFY(textOf(path, front + info->numberedPages + 1).contains(QStringLiteral("卷内备考表")));
    }

    void longTexts_flowOverPagesAndLoseNothing()
    {
        Case c = samples::archivedCase();
        QString answer;
        for (int i = 1; i <= 250; ++i)
            answer += QStringLiteral("第%1句说明办理的经过和结果，共二十个字。%2")
                          .arg(i)
                          .arg(i % 10 == 0 ? QStringLiteral("\n") : QString());
        QVERIFY(answer.size() >= 5000);
        c.replies.last().reply.answer = answer;
        c.replies.last().reply.investigation = answer;
        c.demand.title = QString(200, u'长');
        c.demand.text = answer;
        const Result<DossierInfo> info = written(c, {}, QStringLiteral("long.pdf"));
        QVERIFY(info);
        QVERIFY(info->papers.at(1).last - info->papers.at(1).first >= 8);
        QString text = textOf(pathOf(QStringLiteral("long.pdf")));
        text.remove(QRegularExpression(QStringLiteral("\\s")));
        // The demand on the case sheet and the register page, the investigation, the answer.
        QCOMPARE(text.count(QStringLiteral("第250句")), 4);
        for (int i = 1; i <= 250; ++i)
            QVERIFY2(text.count(QRegularExpression(QStringLiteral("第%1句").arg(i))) >= 2,
                qPrintable(QString::number(i)));
        const QByteArray boxes = run(QStringLiteral("pdftotext"),
            {QStringLiteral("-bbox"), pathOf(QStringLiteral("long.pdf")), QStringLiteral("-")})
                                     .out;
        static const QRegularExpression word(QStringLiteral(
            "xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\""));
        auto it = word.globalMatch(QString::fromUtf8(boxes));
        int words = 0;
        while (it.hasNext()) {
            const QRegularExpressionMatch match = it.next();
            ++words;
            QVERIFY2(match.captured(1).toDouble() > 40 && match.captured(3).toDouble() < 595 - 35
                    && match.captured(2).toDouble() > 10 && match.captured(4).toDouble() < 842 - 10,
                qPrintable(match.captured(0)));
        }
        QVERIFY(words > 300);
    }

    void internalRemarks_stayOutOfTheLetter()
    {
        const Case c = samples::archivedCase();
        const Result<DossierInfo> info = written(c, {}, QStringLiteral("letter.pdf"));
        QVERIFY(info);
        const QString path = pathOf(QStringLiteral("letter.pdf"));
        const QString letter = textOf(path, 2 + info->papers.at(1).first);
        QVERIFY(letter.contains(QStringLiteral("尊敬的𠮷田龢：")));
        for (const QString &internal : {QStringLiteral("拟由排水所"), QStringLiteral("务必汛前"),
                 QStringLiteral("请写明疏通"), QStringLiteral("请审签"), QStringLiteral("情况属实")})
            QVERIFY(!letter.contains(internal));
        QVERIFY(textOf(path, 2 + info->papers.at(0).first).contains(QStringLiteral("拟由排水所")));
    }

    void handler_isNamedOnceInTheLetter()
    {
        Case c = samples::archivedCase();
        c.replies.last().reply.answer
            += QStringLiteral("\n承办单位：住建局，承办人：林小禾，联系电话：0000-1234567。");
        const Result<DossierInfo> info = written(c, {}, QStringLiteral("once.pdf"));
        QVERIFY(info);
        QString letter;
        for (int page = info->papers.at(1).first; page <= info->papers.at(1).last; ++page)
            letter += textOf(pathOf(QStringLiteral("once.pdf")), 2 + page);
        letter.remove(QRegularExpression(QStringLiteral("\\s")));
        QCOMPARE(letter.count(QStringLiteral("承办人：")), 1);
    }

    void rareAndOddCharacters_areNeverSilentlyBlank()
    {
        Case c = samples::archivedCase();
        c.demand.text = QStringLiteral("私用字\uE123在此\t制表\u200B零宽\r\n换行");
        const Result<DossierInfo> info = written(c, {}, QStringLiteral("odd.pdf"));
        QVERIFY(info);
        QCOMPARE(info->unprintable, QStringList{QStringLiteral("U+E123")});
        const QString text = textOf(pathOf(QStringLiteral("odd.pdf")));
        // On the case sheet, the register page and in the note at the back.
        QCOMPARE(text.count(QStringLiteral("U+E123")), 3);
        QVERIFY(text.contains(QStringLiteral("制表零宽")));
    }

    void fonts_tellTheHeightsOfTheirOwnTables()
    {
        QVERIFY(written(samples::archivedCase(), {}, QStringLiteral("heights.pdf")));
        QFile plain(pathOf(QStringLiteral("heights.txt")));
        run(QStringLiteral("qpdf"),
            {QStringLiteral("--qdf"), pathOf(QStringLiteral("heights.pdf")), plain.fileName()});
        QVERIFY(plain.open(QIODevice::ReadOnly));
        const QString objects = QString::fromLatin1(plain.readAll());
        static const QRegularExpression heights(
            QStringLiteral("/Ascent (\\d+)\\s+/CIDSet[^/]+/CapHeight (\\d+)\\s+/Descent -\\d+"));
        int fonts = 0;
        for (const QRegularExpressionMatch &match : heights.globalMatch(objects)) {
            // Qt's own engine for Linux gives one for the other.
            QVERIFY(match.captured(2).toInt() < match.captured(1).toInt());
            ++fonts;
        }
        QVERIFY(fonts >= 3);
    }

    void fonts_areRecordedAsTheFileEmbedsThem()
    {
        const Result<DossierInfo> info = written(samples::archivedCase(), {}, QStringLiteral("fonts.pdf"));
        QVERIFY(info);
        QStringList embedded;
        for (const QByteArray &line : run(QStringLiteral("pdffonts"), {pathOf(QStringLiteral("fonts.pdf"))})
                                          .out.trimmed()
                                          .split('\n')
                                          .mid(2))
            embedded.append(QString::fromLatin1(line.simplified().split(' ').first().mid(7)));
        embedded.sort();
        QStringList recorded;
        for (const EmbeddedFont &font : info->fonts) {
            recorded.append(font.postScriptName);
            QVERIFY2(font.version.contains(QStringLiteral("ersion")), qPrintable(font.version));
            QCOMPARE(font.tablesSha256.size(), 64);
        }
        QCOMPARE(recorded, embedded);
        QCOMPARE(info->fontRoles.size(), 5);
        for (const FontRole &role : info->fontRoles) {
            const bool song = role.used == info->fontRoles.first().used;
            QCOMPARE(role.substitute, song && role.role != QStringLiteral("宋体"));
        }
    }

    void exifOrientation_turnsThePicture()
    {
        Files files;
        Case c = samples::archivedCase();
        QByteArray scan = jpegScan({877, 620});
        const QByteArray exif = QByteArray("Exif\0\0", 6)
            + QByteArray::fromHex("4d4d002a00000008000101120003000000010006000000000000");
        scan.insert(2, QByteArray::fromHex("ffe1") + char(0) + char(exif.size() + 2) + exif);
        c.replies.last().reply.attachments
            = {files.add(QStringLiteral("横拍.jpg"), QStringLiteral("image/jpeg"), scan)};
        const Result<DossierInfo> info = written(c, files, QStringLiteral("turned.pdf"));
        QVERIFY(info);
        const QString page = QString::number(2 + info->papers.at(5).first);
        const QString png = pathOf(QStringLiteral("turned"));
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("36"), QStringLiteral("-f"), page, QStringLiteral("-l"),
                page, QStringLiteral("-png"), QStringLiteral("-singlefile"),
                pathOf(QStringLiteral("turned.pdf")), png});
        const QImage image(png + QStringLiteral(".png"));
        QVERIFY(!image.isNull());
        // Turned right by 90 degrees: the red corner is at the top right, the blue one at the top left.
        const QPoint middle(image.width() / 2, 28 / 2 + 393 / 2 + 14);
        QCOMPARE(QColor(image.pixel(middle + QPoint(30, -60))).red() > 200, true);
        QCOMPARE(QColor(image.pixel(middle + QPoint(-30, -60))).blue() > 200, true);
        QCOMPARE(QColor(image.pixel(middle + QPoint(30, 60))).green() > 80, true);
    }

    void onePaper_isWrittenAloneWithoutANumber()
    {
        const Case c = samples::archivedCase();
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const QString path = pathOf(QStringLiteral("alone.pdf"));
        const Result<DossierInfo> info = writePaper(manifest.papers.at(1), manifest, c, {}, path);
        QVERIFY(info);
        QCOMPARE(info->sheets, 2);
        QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), path}).code, 0);
        QVERIFY(textOf(path).contains(QStringLiteral("尊敬的𠮷田龢：")));
        Paper attachment = manifest.papers.at(1);
        attachment.kind = PaperKind::Attachment;
        QCOMPARE(writePaper(attachment, manifest, c, {}, pathOf(QStringLiteral("none.pdf"))).error().code,
            ErrorCode::DossierIncomplete);
        QVERIFY(!QFile::exists(pathOf(QStringLiteral("none.pdf"))));
    }

    void unsignedCase_hasASheetToBeSignedByHand()
    {
        Case c = samples::archivedCase();
        c.phase = Phase::AwaitingSignOff;
        c.signatures.clear();
        const Result<DossierInfo> info = written(c, {}, QStringLiteral("paper.pdf"));
        QVERIFY(info);
        QVERIFY(textOf(pathOf(QStringLiteral("paper.pdf")), 3).contains(QStringLiteral("签字：")));
    }

    /// Stands last.
    void everyFileOfThisTest_passesPreflight()
    {
        // With another's PDF in them they are only declared when its pages could be painted.
        const QStringList foreign{
            QStringLiteral("here.pdf"), QStringLiteral("there.pdf"), QStringLiteral("pages.pdf")};
        QStringList paths;
        for (const QFileInfo &file : QDir(m_dir.path()).entryInfoList({QStringLiteral("*.pdf")})) {
            if (canPaintPdf() || !foreign.contains(file.fileName()))
                paths.append(file.filePath());
        }
        const Run report = preflight(paths);
        if (report.code == 77)
            QSKIP(report.out.constData());
        QVERIFY2(report.code == 0, report.out.constData());
    }
};

QTEST_MAIN(TestDossierWriter)
#include "tst_DossierWriter.moc"
