#include "client/store/Store.h"
#include "client/store/Vault.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

class TestRecover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto [publicKey, privateKey] = newRecoveryPair();
        m_key = written(u"recovery.key"_s, privateKey.view().toByteArray().toBase64() + '\n');
        auto [other, otherPrivate] = newRecoveryPair();
        m_otherKey = written(u"other.key"_s, otherPrivate.view().toByteArray().toBase64());
        auto vault = Vault::open(folder());
        QVERIFY(vault.has_value());
        const PassphraseCost cheap{1, 8192 * 1024};
        const auto key
            = vault->createKey(QByteArray(32, 'k'), u"passphrase of the clerk"_s, publicKey, cheap);
        QVERIFY(key.has_value());
        auto store = Store::open(folder(), *key);
        QVERIFY(store.has_value());
        ReplyDraft draft;
        draft.reply.investigation = u"河东路路灯已查看"_s;
        QVERIFY((*store)->drafts().save({u"case-1"_s}, draft));
        QVERIFY((*store)->drafts().save({u"case-2"_s}, draft));
        QVERIFY((*store)->drafts().quarantine({u"case-2"_s}, 1000).value_or(false));
        KeptText text;
        text.caseId = {u"case-3"_s};
        text.kind = u"reply"_s;
        text.why = u"replaced"_s;
        text.body = {{u"answer"_s, u"被替换的答复"_s}};
        QVERIFY((*store)->drafts().keep({u"case-3"_s}, text));
        const Command command{{u"01890000-0000-7000-8000-000000000001"_s}, CommandType::Accept, {u"case-4"_s},
            2, 1000, toJson(NoteBody{u"已签收"_s})};
        QVERIFY((*store)->outbox().queue(command, 1000));
        store->reset();
        // The PC's own ways in are gone: only the recovery key is left.
        QVERIFY(vault->wipe());
    }

    void recover_opensEverythingUnsent()
    {
        QCOMPARE(run(m_key), 0);
        QFile out(m_dir.filePath(u"out.json"_s));
        QVERIFY(out.open(QIODevice::ReadOnly));
#ifndef Q_OS_WIN // There the profile's folder keeps others out.
        QCOMPARE(out.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
#endif
        const QJsonObject json = QJsonDocument::fromJson(out.readAll()).object();
        const QJsonArray drafts = json.value(u"drafts"_s).toArray();
        QCOMPARE(drafts.size(), 2);
        QCOMPARE(drafts[0][u"reply"_s][u"investigation"_s].toString(), u"河东路路灯已查看"_s);
        QCOMPARE(drafts[1][u"setAside"_s].toBool(), true);
        QCOMPARE(
            json.value(u"keptTexts"_s).toArray()[0][u"body"_s][u"answer"_s].toString(), u"被替换的答复"_s);
        QCOMPARE(
            json.value(u"outbox"_s).toArray()[0][u"command"_s][u"body"_s][u"note"_s].toString(), u"已签收"_s);
    }

    void recover_leavesTheStoreAsItIs_andATrace()
    {
        const QByteArray before = content(workPath(folder()));
        QFile::remove(folder() + u"/recoveries.log"_s);
        QCOMPARE(run(m_key), 0);
        QCOMPARE(content(workPath(folder())), before);
        QCOMPARE(content(folder() + u"/recoveries.log"_s).count("drafts=2 kept=1 outbox=1"), 1);
    }

    void recover_withAnotherKey_opensNothing()
    {
        QFile::remove(m_dir.filePath(u"out.json"_s));
        QCOMPARE(run(m_otherKey), 2);
        QCOMPARE(run(written(u"empty.key"_s, {})), 2);
        QVERIFY(!QFile::exists(m_dir.filePath(u"out.json"_s)));
    }

    void recover_withoutAStore_makesNone()
    {
        QCOMPARE(run(m_key, m_dir.filePath(u"nowhere"_s)), 2);
        QVERIFY(!QFile::exists(m_dir.filePath(u"nowhere"_s)));
    }

private:
    [[nodiscard]] QString folder() const
    {
        return m_dir.filePath(u"store"_s);
    }

    QString written(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    int run(const QString &key, const QString &store = {})
    {
        QProcess program;
        program.start(QStringLiteral(CHENGBAN_BIN_DIR "/chengban-cli"),
            {u"recover"_s, u"--store"_s, store.isEmpty() ? folder() : store, u"--key"_s, key, u"--out"_s,
                m_dir.filePath(u"out.json"_s)});
        return program.waitForFinished() && program.exitStatus() == QProcess::NormalExit ? program.exitCode()
                                                                                         : -1;
    }

    QTemporaryDir m_dir;
    QString m_key;
    QString m_otherKey;
};

QTEST_GUILESS_MAIN(TestRecover)
#include "tst_Recover.moc"
