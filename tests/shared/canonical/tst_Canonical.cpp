#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace chengban;

namespace {

QJsonObject json(const char *text)
{
    return parseJsonObject(text).value();
}

QByteArray form(const QJsonValue &value)
{
    const auto result = canonicalForm(value);
    return result ? *result : "fails: " + QByteArray(errorName(result.error().code).data());
}

} // namespace

class TestCanonical : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_followsRfc8785_data()
    {
        QTest::addColumn<QJsonObject>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << json(text) << QByteArray(expected);
        };
        row("literals (3.2.2)", R"({ "literals": [ null, true, false ], "empty": {}, "none": [] })",
            R"({"empty":{},"literals":[null,true,false],"none":[]})");
        row("string of 3.2.2", "{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}",
            "{\"string\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        row("members by UTF-16 units (3.2.3)",
            "{\"\\u20ac\": 5, \"\\r\": 1, \"\\ufb33\": 7, \"1\": 2, \"\\ud83d\\ude00\": 6, \"\\u0080\": 3, "
            "\"\\u00f6\": 4}",
            "{\"\\r\":1,\"1\":2,\"\xc2\x80\":3,\"\xc3\xb6\":4,\"\xe2\x82\xac\":5,\"\xf0\x9f\x98\x80\":6,"
            "\"\xef\xac\xb3\":7}");
        row("an emoji before U+FFFF though its code point is higher",
            "{\"\\uffff\": 1, \"\\ud83d\\ude00\": 2}", "{\"\xf0\x9f\x98\x80\":2,\"\xef\xbf\xbf\":1}");
        row("a prefix before the longer key", R"({"aa": 1, "a": 2, "": 3})", R"({"":3,"a":2,"aa":1})");
        row("inner objects are ordered too", R"({"b": {"d": 1, "c": [{"f": 1, "e": 2}]}, "a": 0})",
            R"({"a":0,"b":{"c":[{"e":2,"f":1}],"d":1}})");
        row("arrays keep their order", R"({"a": [3, 1, 2]})", R"({"a":[3,1,2]})");
        row("control characters", "{\"a\": \"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\\u007f\"}",
            "{\"a\":\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\"}");
        row("Chinese is not escaped", "{\"a\": \"\\u7b54\\u590d\"}", "{\"a\":\"答复\"}");
        row("largest integers", R"({"a": 9007199254740991, "b": -9007199254740991})",
            R"({"a":9007199254740991,"b":-9007199254740991})");
        row("integers in other spellings", R"({"a": 1e2, "b": 5.0, "c": -0})", R"({"a":100,"b":5,"c":0})");
    }
    void form_followsRfc8785()
    {
        QFETCH(QJsonObject, value);
        QFETCH(QByteArray, expected);
        QCOMPARE(form(value), expected);
    }

    void form_refusesWhatMayNotBeHashed_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("fraction") << QJsonValue(0.5);
        QTest::newRow("2^53") << QJsonValue(9007199254740992.0);
        QTest::newRow("2^53 as an integer") << QJsonValue(qint64(9007199254740992));
        QTest::newRow("2^53 + 1") << QJsonValue(qint64(9007199254740993));
        QTest::newRow("-2^53") << QJsonValue(-9007199254740992.0);
        QTest::newRow("not a number") << QJsonValue(std::nan(""));
        QTest::newRow("infinity") << QJsonValue(HUGE_VAL);
        QTest::newRow("high half") << QJsonValue(QString(QChar(u'\xd83d')));
        QTest::newRow("low half") << QJsonValue(QString(QChar(u'\xde00')));
        QTest::newRow("halves the wrong way round")
            << QJsonValue(QString(QChar(u'\xde00')) + QChar(u'\xd83d'));
        QTest::newRow("half in a key") << QJsonValue(QJsonObject{{QString(QChar(u'\xd83d')), 1}});
        QTest::newRow("half from an escape") << QJsonValue(json("{\"a\": \"\\ud83dx\"}"));
        QTest::newRow("fraction deep inside") << QJsonValue(json(R"({"a": [{"b": [1, 2.5]}]})"));
        QTest::newRow("undefined") << QJsonValue(QJsonValue::Undefined);
    }
    void form_refusesWhatMayNotBeHashed()
    {
        QFETCH(QJsonValue, value);
        QCOMPARE(form(value), QByteArray("fails: input.not-canonical"));
    }

    void form_readBack_hasTheSameForm()
    {
        const QByteArray once
            = form(json("{\"z\": \"\\ud83d\\ude00\\u0001\\\"\", \"a\": [1, {\"y\": null, \"x\": true}]}"));
        QCOMPARE(form(parseJsonObject(once).value()), once);
    }
};

QTEST_GUILESS_MAIN(TestCanonical)
#include "tst_Canonical.moc"
