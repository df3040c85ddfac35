#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// `chengban-server import` as the real program, on a real data folder.
class TestServerImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_data = m_dir.filePath(u"data"_s);
        const QString password = written(u"password"_s, "a long password\n");
        QCOMPARE(run({u"init"_s, u"--data"_s, m_data, u"--tenant"_s, u"yunxi"_s, u"--name"_s, u"云溪县"_s,
                     u"--password-file"_s, password}),
            0);
    }

    void goodRowsComeIn_badOnesAreKept_nothingTwice()
    {
        const QString file = written(u"orders.csv"_s,
            "编号,诉求内容,来电时间\n1,路灯不亮,2025-09-06\n2,少一格\n3,井盖丢失,\n1,另一件事,2025-09-06\n");
        QCOMPARE(run({u"import"_s, file, u"--data"_s, m_data}), 0);
        QVERIFY2(counts(2, 0, 2), qPrintable(m_out));
        QFile rejects(file + u".rejects.csv"_s);
        QVERIFY(rejects.open(QIODevice::ReadOnly));
        QCOMPARE(rejects.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
        const QByteArray kept = rejects.readAll();
        QVERIFY(kept.contains("少一格") && kept.contains("另一件事") && kept.contains(",3,"));
        QCOMPARE(run({u"import"_s, file, u"--data"_s, m_data}), 0);
        QVERIFY2(counts(0, 2, 2), qPrintable(m_out));
    }

    void correctedRejects_comeIn()
    {
        const QString file
            = written(u"corrected.csv"_s, "编号,诉求内容,来电时间,行号,原因\n2,补上了,2025-09-06,3,列数少\n");
        QCOMPARE(run({u"import"_s, file, u"--data"_s, m_data}), 0);
        QVERIFY2(counts(1, 0, 0), qPrintable(m_out));
        QVERIFY(!QFile::exists(file + u".rejects.csv"_s));
    }

    void rowTheRulesRefuse_isKeptWithItsReason()
    {
        const QString file
            = written(u"long.csv"_s, "编号,标题,诉求内容\n9," + QByteArray(600, 'x') + ",文\n");
        const QString rejects = m_dir.filePath(u"kept.csv"_s);
        QCOMPARE(run({u"import"_s, file, u"--data"_s, m_data, u"--rejects"_s, rejects}), 0);
        QVERIFY2(counts(0, 0, 1), qPrintable(m_out));
        QVERIFY(QFile::exists(rejects));
    }

    void unfitCalls_fail_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no demand column") << QByteArray("编号,电话\n1,2\n");
        QTest::newRow("old Excel") << QByteArray("\xD0\xCF\x11\xE0");
        QTest::newRow("empty") << QByteArray();
    }
    void unfitCalls_fail()
    {
        QFETCH(QByteArray, content);
        QCOMPARE(run({u"import"_s, written(u"unfit.csv"_s, content), u"--data"_s, m_data}), 1);
        QCOMPARE(run({u"import"_s, u"--data"_s, m_data}), 2);
    }

private:
    QString written(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    int run(const QStringList &arguments)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(CHENGBAN_BIN_DIR "/chengban-server"), arguments);
        const bool ended = program.waitForFinished() && program.exitStatus() == QProcess::NormalExit;
        m_out = QString::fromUtf8(program.readAll());
        return ended ? program.exitCode() : -1;
    }

    /// The figures of the first line; tests run in English.
    bool counts(int imported, int known, int rejected) const
    {
        static const QRegularExpression sentence(
            u"^(\\d+) imported .*?, (\\d+) already there, (\\d+) rejected"_s);
        const auto match = sentence.match(m_out);
        return match.captured(1) == QString::number(imported) && match.captured(2) == QString::number(known)
            && match.captured(3) == QString::number(rejected);
    }

    QTemporaryDir m_dir;
    QString m_data;
    QString m_out;
};

QTEST_GUILESS_MAIN(TestServerImport)
#include "tst_ServerImport.moc"
