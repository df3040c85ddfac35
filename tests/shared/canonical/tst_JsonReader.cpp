#include "shared/base/Problem.h"
#include "shared/canonical/JsonReader.h"

#include <QTest>

#include <functional>

using namespace chengban;

namespace {

QJsonObject json(const char *text)
{
    return parseJsonObject(text).value();
}

using Ask = std::function<void(JsonReader &)>;

QString fault(const char *text, const Ask &ask)
{
    JsonReader reader(json(text));
    ask(reader);
    const auto done = reader.finish();
    return done ? QString() : QString(errorName(done.error().code)) + QLatin1Char(' ') + done.error().detail;
}

QString k(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reader_givesTheValues()
    {
        JsonReader reader(json(
            R"({"s": "x", "i": -5, "b": true, "l": ["a", "b"], "o": {"i": 1}, "os": [{"i": 2}, {"i": 3}], "n": "must"})"));
        QCOMPARE(reader.string(k("s")), k("x"));
        QCOMPARE(reader.string(k("absent"), k("y")), k("y"));
        QCOMPARE(reader.integer(k("i")), -5);
        QCOMPARE(reader.integer(k("absent"), 7), 7);
        QCOMPARE(reader.optionalInteger(k("absent")), std::nullopt);
        QCOMPARE(reader.boolean(k("b")), true);
        QCOMPARE(reader.strings(k("l")), (QStringList{k("a"), k("b")}));
        QCOMPARE(reader.strings(k("absent")), QStringList());
        QCOMPARE(reader.object(k("o")).integer(k("i")), 1);
        const auto inner = reader.objects(k("os"));
        QCOMPARE(inner.size(), 2);
        QCOMPARE(inner[1].place(k("i")), k("os[1].i"));
        QCOMPARE(reader.named<Severity>(k("n")), Severity::Must);
        QVERIFY(reader.finish());
    }

    void parse_memberTwice_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("twice") << QByteArray("{\"a\": 1, \"a\": 1}") << false;
        QTest::newRow("twice inside")
            << QByteArray("{\"l\": [{\"x\": {\"a\": 1, \"b\": 2, \"a\": 3}}]}") << false;
        QTest::newRow("escaped once") << QByteArray("{\"a\": 1, \"\\u0061\": 2}") << false;
        QTest::newRow("three times") << QByteArray("{\"a\": 1, \"a\": 2, \"a\": 3}") << false;
        QTest::newRow("behind a backslash")
            << QByteArray("{\"a\": \"\\\\\", \"b\": \"\\\\\\\"\", \"a\": 2}") << false;
        QTest::newRow("whole object replaced")
            << QByteArray("{\"a\": {\"x\": 1, \"y\": 2}, \"a\": 3}") << false;
        QTest::newRow("in two objects") << QByteArray("{\"x\": {\"a\": 1}, \"y\": {\"a\": 1}}") << true;
        QTest::newRow("colons in strings") << QByteArray("{\"a:b\": \"c:\\\"d:\\\\\", \"\": \":\"}") << true;
        QTest::newRow("empty") << QByteArray("{\"a\": {}, \"b\": []}") << true;
    }
    void parse_memberTwice_isRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto parsed = parseJsonObject(text);
        QCOMPARE(parsed.has_value(), good);
        QVERIFY(good || parsed.error().code == ErrorCode::BadJson);
    }

    void parse_depthBomb_isRefusedNotFollowed()
    {
        const QByteArray deep = "{\"a\":" + QByteArray(1 << 20, '[') + QByteArray(1 << 20, ']') + '}';
        QCOMPARE(parseJsonObject(deep).error().code, ErrorCode::BadJson);
    }

    void fault_namesKindAndPlace_data()
    {
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const Ask &ask, const char *expected) {
            QTest::newRow(name) << fault(text, ask) << QString::fromLatin1(expected);
        };
        const Ask string = [](JsonReader &r) { std::ignore = r.string(k("a")); };
        const Ask integer = [](JsonReader &r) { std::ignore = r.integer(k("a")); };
        row("missing", "{}", string, "input.missing-field a");
        row("null for a text", R"({"a": null})", string, "input.bad-input a");
        row("number for a text", R"({"a": 1})", string, "input.bad-input a");
        row("text for a number", R"({"a": "1"})", integer, "input.bad-input a");
        row("fraction", R"({"a": 1.5})", integer, "input.bad-input a");
        row("2^53", R"({"a": 9007199254740992})", integer, "input.bad-input a");
        row(
            "number for a flag", R"({"a": 1})", [](JsonReader &r) { std::ignore = r.boolean(k("a")); },
            "input.bad-input a");
        row(
            "number in a list of texts", R"({"a": ["x", 1]})",
            [](JsonReader &r) { std::ignore = r.strings(k("a")); }, "input.bad-input a");
        row(
            "text for a list", R"({"a": "x"})", [](JsonReader &r) { std::ignore = r.strings(k("a")); },
            "input.bad-input a");
        row(
            "text for an object", R"({"a": "x"})", [](JsonReader &r) { std::ignore = r.object(k("a")); },
            "input.bad-input a");
        row(
            "text among objects", R"({"a": [{}, "x"]})",
            [](JsonReader &r) { std::ignore = r.objects(k("a")); }, "input.bad-input a[1]");
        row(
            "unknown name", R"({"a": "maybe"})",
            [](JsonReader &r) { std::ignore = r.named<Severity>(k("a")); }, "input.bad-input a");
        row("unknown member", R"({"a": "x", "b": 1})", string, "input.unknown-field b");
        row(
            "the first fault counts", R"({"b": 1, "c": 2})",
            [](JsonReader &r) {
                std::ignore = r.string(k("b"));
                std::ignore = r.string(k("a"));
            },
            "input.bad-input b");
    }
    void fault_namesKindAndPlace()
    {
        QFETCH(QString, found);
        QFETCH(QString, expected);
        QCOMPARE(found, expected);
    }

    void innerReader_reportsToTheOuterOne()
    {
        const Ask finished = [](JsonReader &r) {
            JsonReader inner = r.object(k("a"));
            std::ignore = inner.string(k("b"));
            std::ignore = inner.finish();
        };
        QCOMPARE(fault(R"({"a": {"b": 1}})", finished), k("input.bad-input a.b"));
        QCOMPARE(fault(R"({"a": {"b": "x", "c": 1}})", finished), k("input.unknown-field a.c"));
        QCOMPARE(fault(R"({"a": {"b": "x"}})", finished), QString());
    }

    void parse_refusesWhatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QByteArray() << ErrorCode::BadJson;
        QTest::newRow("array") << QByteArray("[]") << ErrorCode::BadJson;
        QTest::newRow("cut off") << QByteArray("{\"a\": ") << ErrorCode::BadJson;
        QTest::newRow("something after it") << QByteArray("{} x") << ErrorCode::BadJson;
        QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\"}") << ErrorCode::BadEncoding;
        QTest::newRow("a surrogate in UTF-8")
            << QByteArray("{\"a\": \"\xed\xa0\xbd\"}") << ErrorCode::BadEncoding;
        QTest::newRow("too large") << QByteArray("{\"a\": \"") + QByteArray(100, 'x') + "\"}"
                                   << ErrorCode::TooLarge;
    }
    void parse_refusesWhatIsNoObject()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const auto object = parseJsonObject(bytes, 100);
        QVERIFY(!object);
        QCOMPARE(errorName(object.error().code), errorName(code));
    }
};

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_JsonReader.moc"
