#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Envelope.h"
#include "tests/shared/cases/Samples.h"

#include <QFile>
#include <QTest>

using namespace chengban;
using namespace chengban::samples;

namespace {

/// Two events with a part for every audience.
QList<Event> log()
{
    const EventDraft first{u"registered"_s,
        {{u"demand"_s, {Audience::Kind::Case, {}}, toJson(demand())},
            {u"identity"_s, {Audience::Kind::Identity, {}}, toJson(identity())}}};
    const EventDraft second{u"handling-proposed"_s,
        {{u"note"_s, {Audience::Kind::UnitInternal, waterUnit}, {{u"note"_s, u"建议由供水股办理"_s}}},
            {u"remark"_s, {Audience::Kind::Centre, {}}, {{u"note"_s, u"重点关注"_s}}}}};
    const Stamp stamp{.command = commandId(1),
        .actor = centre(),
        .pack = {u"tongbai-2023"_s, 1, QString(64, u'a')},
        .serverTimeMs = mondayMs,
        .claimedTimeMs = mondayMs - 5};
    return chained({first, second}, caseId, 0, {}, stamp, countingSalts()).value();
}

QByteArray bytesOf(const QList<Event> &events)
{
    QByteArray bytes;
    for (const Event &event : events)
        bytes += canonicalForm(toJson(event).value()).value() + '\n';
    return bytes;
}

QList<Event> eventsOf(const QByteArray &bytes)
{
    QList<Event> events;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.isEmpty())
            events.append(eventFromJson(parseJsonObject(line).value()).value());
    }
    return events;
}

/// What one reader gets: everything but the named audiences.
QList<Event> without(const QList<Event> &events, const QList<Audience::Kind> &kinds)
{
    QList<Event> shown;
    for (const Event &event : events)
        shown.append(
            withheldFor(event, [&](const Audience &audience) { return !kinds.contains(audience.kind); }));
    return shown;
}

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void golden_isWrittenAndReadTheSame_data()
    {
        QTest::addColumn<QList<Event>>("events");
        QTest::newRow("envelope-v1-clear") << log();
        QTest::newRow("envelope-v1-case") << without(
            log(), {Audience::Kind::Identity, Audience::Kind::Centre, Audience::Kind::UnitInternal});
        QTest::newRow("envelope-v1-unit") << without(log(), {Audience::Kind::Centre});
        QTest::newRow("envelope-v1-centre") << without(log(), {Audience::Kind::UnitInternal});
        QTest::newRow("envelope-v1-erased") << QList{erasedPart(log().first(), u"identity"), log().last()};
    }
    void golden_isWrittenAndReadTheSame()
    {
        QFETCH(QList<Event>, events);
        QFile file(QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/shared/cases/golden/%1.jsonl")
                       .arg(QLatin1StringView(QTest::currentDataTag())));
        if (qEnvironmentVariableIsSet("CHENGBAN_NEW_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::NewOnly));
            file.write(bytesOf(events));
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray golden = file.readAll();
        QCOMPARE(bytesOf(events), golden);
        for (const Event &event : std::as_const(events))
            QCOMPARE(canonicalForm(event).value(), canonicalForm(toJson(event).value()).value());
        QCOMPARE(eventsOf(golden), events);
        QCOMPARE(verifyChain(events), verifyChain(log()));
    }

    void chain_verifiesForEveryReader()
    {
        const QByteArray head = verifyChain(log()).value();
        QCOMPARE(log().last().digest, head);
        QCOMPARE(verifyChain(without(log(), {Audience::Kind::Identity})).value(), head);
        QCOMPARE(verifyChain({erasedPart(log()[0], u"identity"), log()[1]}).value(), head);
        QCOMPARE(verifyChainAfter(1, log()[0].digest, {log()[1]}).value(), head);
        QCOMPARE(verifyLinksAfter(1, log()[0].digest, {log()[1]}).value(), head);
    }

    void links_thatDoNotHold_areFound_data()
    {
        QTest::addColumn<qint64>("revision");
        QTest::addColumn<QList<Event>>("events");
        QTest::newRow("gap") << qint64(0) << QList{log()[1]};
        QTest::newRow("again") << qint64(2) << QList{log()[1]};
        QTest::newRow("swapped") << qint64(0) << QList{log()[1], log()[0]};
        Event foreign = log()[1];
        foreign.caseId.value = u"another"_s;
        QTest::newRow("of another case") << qint64(0) << QList{log()[0], foreign};
        Event unread = log()[1];
        unread.digest.clear();
        QTest::newRow("never read or chained") << qint64(1) << QList{unread};
    }
    void links_thatDoNotHold_areFound()
    {
        QFETCH(qint64, revision);
        QFETCH(QList<Event>, events);
        const QByteArray head = revision == 0 ? chainStart(log()[0].tenant, caseId) : log()[0].digest;
        const auto verified = verifyLinksAfter(revision, head, events);
        QVERIFY(!verified);
        QCOMPARE(verified.error().code, ErrorCode::ChainBroken);
    }

    void changedEvent_isFound_data()
    {
        QTest::addColumn<QList<Event>>("events");
        QTest::addColumn<ErrorCode>("code");
        const auto changed = [](auto change) {
            QList<Event> events = log();
            change(events);
            return events;
        };
        QTest::newRow("empty log") << QList<Event>() << ErrorCode::ChainBroken;
        QTest::newRow("first event cut")
            << changed([](auto &e) { e.removeFirst(); }) << ErrorCode::ChainBroken;
        QTest::newRow("swapped") << changed([](auto &e) { e.swapItemsAt(0, 1); }) << ErrorCode::ChainBroken;
        QTest::newRow("time changed")
            << changed([](auto &e) { ++e[0].serverTimeMs; }) << ErrorCode::ChainBroken;
        QTest::newRow("actor's name changed")
            << changed([](auto &e) { e[0].actor.name += u'某'; }) << ErrorCode::ChainBroken;
        QTest::newRow("other tenant")
            << changed([](auto &e) { e[0].tenant.value = u"other"_s; }) << ErrorCode::ChainBroken;
        QTest::newRow("part's text changed")
            << changed([](auto &e) { e[0].parts[0].body.insert(u"title"_s, u"改过"_s); })
            << ErrorCode::CommitmentWrong;
        QTest::newRow("salt changed")
            << changed([](auto &e) { e[0].parts[0].salt[3] = 'x'; }) << ErrorCode::CommitmentWrong;
        QTest::newRow("audience widened")
            << changed([](auto &e) { e[0].parts[1].audience.kind = Audience::Kind::Case; })
            << ErrorCode::ChainBroken;
    }
    void changedEvent_isFound()
    {
        QFETCH(QList<Event>, events);
        QFETCH(ErrorCode, code);
        const auto verified = verifyChain(events);
        QVERIFY(!verified);
        QCOMPARE(verified.error().code, code);
    }

    void everyChangedByte_isFound()
    {
        const QByteArray bytes = canonicalForm(toJson(log().first()).value()).value();
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = changed[i] == '1' ? '2' : '1';
            const auto json = parseJsonObject(changed);
            QVERIFY2(!json || !eventFromJson(*json), qPrintable(QString::number(i)));
        }
    }

    void reading_refusesWhatIsNotTheForm_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("unknown member") << u"more"_s << QJsonValue(1) << ErrorCode::UnknownField;
        QTest::newRow("missing parts")
            << u"parts"_s << QJsonValue(QJsonValue::Undefined) << ErrorCode::MissingField;
        QTest::newRow("unknown format") << u"header.format"_s << QJsonValue(2) << ErrorCode::BadInput;
        QTest::newRow("fraction") << u"header.revision"_s << QJsonValue(1.5) << ErrorCode::BadInput;
        QTest::newRow("part not in the header")
            << u"parts.more"_s << QJsonValue(QJsonObject{{u"withheld"_s, true}}) << ErrorCode::UnknownField;
        QTest::newRow("part gone") << u"parts.identity"_s << QJsonValue(QJsonValue::Undefined)
                                   << ErrorCode::MissingField;
        QTest::newRow("withheld: false")
            << u"parts.identity"_s << QJsonValue(QJsonObject{{u"withheld"_s, false}}) << ErrorCode::BadInput;
        QTest::newRow("withheld with a body")
            << u"parts.identity"_s
            << QJsonValue(QJsonObject{{u"withheld"_s, true}, {u"body"_s, QJsonObject()}})
            << ErrorCode::UnknownField;
        QTest::newRow("digest in capitals")
            << u"digest"_s << QJsonValue(hex(log().first().digest).toUpper()) << ErrorCode::BadInput;
    }
    void reading_refusesWhatIsNotTheForm()
    {
        QFETCH(QString, place);
        QFETCH(QJsonValue, value);
        QFETCH(ErrorCode, code);
        QJsonObject json = toJson(log().first()).value();
        const QStringList path = place.split(u'.');
        if (path.size() == 1) {
            json.insert(place, value);
        } else {
            QJsonObject inner = json.value(path[0]).toObject();
            inner.insert(path[1], value);
            json.insert(path[0], inner);
        }
        const auto event = eventFromJson(json);
        QVERIFY(!event);
        QCOMPARE(event.error().code, code);
    }

    void chainStart_differsByTenantAndCase()
    {
        QVERIFY(chainStart(tenant, caseId) != chainStart({u"other"_s}, caseId));
        QVERIFY(chainStart(tenant, caseId) != chainStart(tenant, {u"other"_s}));
    }

    void audience_namesReadBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("known");
        QTest::newRow("case") << u"case"_s << true;
        QTest::newRow("centre") << u"centre"_s << true;
        QTest::newRow("identity") << u"identity"_s << true;
        QTest::newRow("unit") << u"unit:u-water"_s << true;
        QTest::newRow("no unit") << u"unit:"_s << false;
        QTest::newRow("other") << u"everybody"_s << false;
    }
    void audience_namesReadBack()
    {
        QFETCH(QString, name);
        QFETCH(bool, known);
        const auto audience = Audience::named(name);
        QCOMPARE(audience.has_value(), known);
        if (audience)
            QCOMPARE(audience->name(), name);
    }
};

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_Envelope.moc"
