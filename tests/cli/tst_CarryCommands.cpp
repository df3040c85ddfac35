#include "client/store/Cards.h"
#include "client/store/DeviceIdentity.h"
#include "client/store/Handovers.h"
#include "client/store/Store.h"
#include "client/store/Vault.h"
#include "shared/wire/Wire.h"
#include "tests/cli/Program.h"

#include <QJsonArray>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const QString passphrase = u"passphrase of the clerk"_s;

Actor liu(const QString &device)
{
    Actor actor;
    actor.tenant = {u"demo"_s};
    actor.user = {u"liu"_s};
    actor.unit = {u"water"_s};
    actor.role = Role::Clerk;
    actor.device = {device};
    return actor;
}

/// A computer whose store the program may open with the person's passphrase; the store is closed meanwhile.
class Computer
{
public:
    explicit Computer(const QString &device)
    {
        Vault vault = Vault::open(folder()).value();
        m_key = std::make_unique<DataKey>(vault
                                              .createKey(QByteArray(32, 'k'), passphrase,
                                                  newRecoveryPair().first, PassphraseCost{1, 8192 * 1024})
                                              .value());
        const auto store = Store::open(folder(), *m_key).value();
        const QJsonObject who{{u"actor"_s, toJson(liu(device))}, {u"serverKey"_s, u""_s}};
        QVERIFY(store->values().setSealed(u"who"_s, QJsonDocument(who).toJson()));
        m_card = deviceIdentity(store->values()).value().card({u"liu"_s}, {device});
    }
    [[nodiscard]] QString folder() const { return m_dir.filePath(u"store"_s); }
    [[nodiscard]] const DeviceCard &card() const { return m_card; }
    [[nodiscard]] std::unique_ptr<Store> store() const { return Store::open(folder(), *m_key).value(); }
    void learn(const QList<DeviceCard> &cards) const
    {
        QJsonArray json;
        for (const DeviceCard &card : cards)
            json.append(toJson(card));
        const QByteArray body = QJsonDocument(QJsonObject{{u"cards"_s, json}}).toJson();
        QVERIFY(store()->documents().setDocument(cardsDocumentName(), {u"1"_s, body}));
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<DataKey> m_key;
    DeviceCard m_card;
};

} // namespace

/// `chengban-cli carry`: what the window does with a stick, without the window.
class TestCarryCommands : public QObject
{
    Q_OBJECT

    Files m_files;
    QString m_passphrase;
    std::unique_ptr<Computer> m_office; ///< Without a line.
    std::unique_ptr<Computer> m_line;

    Answer carry(const QString &verb, const Computer &at, const QStringList &more) const
    {
        return run(
            QStringList{u"carry"_s, verb, u"--store"_s, at.folder(), u"--passphrase-file"_s, m_passphrase}
            + more);
    }
    QString work() const { return m_files.path(u"work.carry"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        m_passphrase = m_files.written(passphrase.toUtf8() + '\n');
        m_office = std::make_unique<Computer>(u"pc-office"_s);
        m_line = std::make_unique<Computer>(u"pc-line"_s);
        m_office->learn({m_line->card()});
        m_line->learn({m_office->card()});
        const auto store = m_office->store();
        ReplyDraft draft;
        draft.reply.investigation = u"柳树巷的水压已测"_s;
        QVERIFY(store->drafts().save({u"case-1"_s}, draft));
        QVERIFY(store->outbox().queue({{u"01890000-0000-7000-8000-000000000001"_s}, CommandType::Accept,
                                          {u"case-1"_s}, 2, 1000, toJson(NoteBody{u"已签收"_s})},
            1000));
    }

    void list_beforeAnything_namesTheComputersThatAreKnown()
    {
        const Answer answer = carry(u"list"_s, *m_office, {});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json().value(u"computers"_s).toArray(), QJsonArray{u"liu/pc-line"_s});
        QCOMPARE(answer.json().value(u"packages"_s).toArray().size(), 0);
    }

    void write_toAComputerNobodyKnows_isRefusedAndWritesNothing()
    {
        const Answer answer = carry(u"write"_s, *m_office, {u"--to"_s, u"liu/pc-unknown"_s, work()});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.err.contains(u"--to liu/pc-unknown"_s), qPrintable(answer.err));
        QVERIFY(!QFile::exists(work()));
    }

    void write_thenRead_bringsStepsAndDraftsOnce()
    {
        QCOMPARE(carry(u"write"_s, *m_office, {u"--to"_s, u"liu/pc-line"_s, work()}).exitCode, 0);
        const QJsonObject head = run({u"carry"_s, u"show"_s, work()}).json();
        QCOMPARE(head.value(u"kind"_s).toString(), u"work"_s);
        QCOMPARE(head.value(u"toDevice"_s).toString(), u"pc-line"_s);
        QVERIFY(!head.contains(u"box"_s));

        QCOMPARE(carry(u"read"_s, *m_line, {work()}).exitCode, 0);
        const QJsonObject package
            = carry(u"list"_s, *m_line, {}).json().value(u"packages"_s).toArray().first().toObject();
        QCOMPARE(package.value(u"state"_s).toString(), u"in"_s);
        QCOMPARE(package.value(u"steps"_s).toInt(), 1);
        QCOMPARE(package.value(u"drafts"_s).toInt(), 1);
        QVERIFY(m_line->store()->handovers().all().value().first().draft->reply.investigation
            == u"柳树巷的水压已测"_s);

        const Answer again = carry(u"read"_s, *m_line, {work()});
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.out.contains(u"此前已读过"_s), qPrintable(again.out));
        QCOMPARE(carry(u"list"_s, *m_line, {}).json().value(u"packages"_s).toArray().size(), 1);
    }

    void read_forAnotherComputer_saysWhereToReadIt()
    {
        const Answer answer = carry(u"read"_s, *m_office, {work()});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.err.contains(u"请到那台电脑读取"_s), qPrintable(answer.err));
    }

    void answers_whileNotEverythingIsSent_sayToWait()
    {
        const QString id = run({u"carry"_s, u"show"_s, work()}).json().value(u"id"_s).toString();
        const QString to = m_files.path(u"answers.carry"_s);
        const Answer answer = carry(u"answers"_s, *m_line, {u"--package"_s, id, to});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.err.contains(u"还有事项未得到答复"_s), qPrintable(answer.err));
        QVERIFY(!QFile::exists(to));
    }

    void anything_withAWrongPassphrase_opensNothing()
    {
        const QString wrong = m_files.written(QByteArray("wrong\n"));
        const Answer answer
            = run({u"carry"_s, u"list"_s, u"--store"_s, m_office->folder(), u"--passphrase-file"_s, wrong});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.out.isEmpty());
    }

    void show_ofAnythingElse_saysThatItIsNoPackage()
    {
        const Answer answer = run({u"carry"_s, u"show"_s, m_files.written(QByteArray("%PDF-1.7 and more"))});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.err.contains(u"不是工作包"_s), qPrintable(answer.err));
    }
};

QTEST_GUILESS_MAIN(TestCarryCommands)
#include "tst_CarryCommands.moc"
