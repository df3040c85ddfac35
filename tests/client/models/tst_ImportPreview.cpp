#include "client/models/ImportPreview.h"

#include "client/models/ImportTableModel.h"
#ifdef Q_OS_WIN
#include "shared/intake/Gb18030.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

/// What a file would bring, line by line, and what became of it.
class TestImportPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_ofGoodAndBadRows_isShownLineByLine()
    {
        const ImportPreview preview = readForImport({write(table())}, {}).value();
        QVERIFY(!preview.fault);
        QCOMPARE(preview.lines.size(), 4);
        QCOMPARE(preview.lines[0].state, ImportLineState::Fine);
        QCOMPARE(preview.lines[1].state, ImportLineState::Warned);
        QCOMPARE(preview.lines[2].state, ImportLineState::Unreadable);
        QVERIFY(!preview.lines[2].remark.isEmpty());
        QCOMPARE(preview.lines[3].state, ImportLineState::Unreadable); // The number stood earlier.
        QCOMPARE(preview.rows().size(), 2);
        QCOMPARE(preview.rows().first().line, 2);
    }

    void file_inGb18030_isReadAndCanBeForced()
    {
        const QByteArray table("\xb1\xe0\xba\xc5,\xc4\xda\xc8\xdd\n1,\xc2\xb7\xb5\xc6\n");
#ifdef Q_OS_WIN
        if (!decodeGb18030(table))
            QSKIP("this system has no code page for GB18030");
#endif
        const QString path = write(table);
        QCOMPARE(readForImport({path}, {})->lines.first().number, u"1"_s);
        ImportChoice wrong{path};
        wrong.encoding = TextEncoding::Utf16Little;
        const auto read = readForImport(wrong, {});
        QVERIFY(!read || read->fault || read->lines.isEmpty()
            || read->lines.first().state == ImportLineState::Unreadable);
    }

    void file_withUnknownHeaders_waitsForItsColumns()
    {
        const QString path = write("a1,b2\nX-1,路灯不亮\n");
        const ImportPreview unknown = readForImport({path}, {}).value();
        QCOMPARE(unknown.fault->code, ErrorCode::ColumnMissing);
        QCOMPARE(unknown.outline.headers, (QStringList{u"a1"_s, u"b2"_s}));
        ImportChoice choice{path};
        choice.mapping
            = Mapping{u"信箱"_s, {{IntakeColumn::SourceNumber, u"a1"_s}, {IntakeColumn::Text, u"b2"_s}}};
        const ImportPreview known = readForImport(choice, {}).value();
        QVERIFY(!known.fault);
        QCOMPARE(known.rows().first().body.demand.source, u"信箱"_s);
        const QHash<QString, Mapping> profiles{{headerSignature(known.outline.headers), *choice.mapping}};
        const ImportPreview again = readForImport({path}, profiles).value();
        QVERIFY(again.bySavedProfile && !again.fault);
        QCOMPARE(again.lines, known.lines);
    }

    void file_missingOrEmpty_saysSo()
    {
        QCOMPARE(
            readForImport({m_folder.filePath(u"none.csv"_s)}, {}).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(readForImport({m_folder.path()}, {}).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(readForImport({write({})}, {}).error().code, ErrorCode::FileEmpty);
    }

    void outcomes_standAtTheirLines_andRefusedRowsAreRejects()
    {
        ImportPreview preview = readForImport({write(table())}, {}).value();
        Problem tooLarge;
        tooLarge.finding = u"body-too-large"_s;
        preview.take({{2, wire::ImportState::Duplicate, CaseId{u"c"_s}, {}},
            {3, wire::ImportState::Refused, {}, Problems{tooLarge}}});
        QCOMPARE(preview.lines[0].state, ImportLineState::Duplicate);
        QCOMPARE(preview.lines[1].state, ImportLineState::Refused);
        QCOMPARE(preview.count(ImportLineState::Unreadable), 2);
        const QString rejects = QString::fromUtf8(preview.rejects());
        QVERIFY(rejects.contains(u"T-2"_s) && !rejects.contains(u"三天"_s));
        QCOMPARE(rejects.count(u"\r\n"_s), 4); // The header and three rows.
    }

    void table_filtered_showsOnlyThoseLines()
    {
        ImportTableModel model;
        model.setLines(readForImport({write(table())}, {})->lines);
        QCOMPARE(model.rowCount(), 4);
        model.setFilter({ImportLineState::Unreadable});
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(!model.index(0, ImportTableModel::Remark).data().toString().isEmpty());
    }

private:
    [[nodiscard]] static QByteArray table()
    {
        return "工单编号,标题,诉求内容,来电时间,联系电话\n"
               "T-1,路灯不亮,村口路灯三天不亮,2025-11-03 08:00,13900001234\n"
               "T-2,井盖松动,巷口井盖松动,,13900001235\n"
               "T-3,,,2025-11-03 08:00,\n"
               "T-1,路灯不亮,还是不亮,2025-11-04 08:00,13900001234\n";
    }
    QString write(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"cases-%1.csv"_s.arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestImportPreview)
#include "tst_ImportPreview.moc"
