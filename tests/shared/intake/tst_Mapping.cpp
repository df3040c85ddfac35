#include "shared/intake/Mapping.h"

#include <QTest>

using namespace chengban;

class TestMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meaningOf_readsHeadersAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("meaning");
        QTest::newRow("English") << QStringLiteral("source_id") << QStringLiteral("source-number");
        QTest::newRow("capitals") << QStringLiteral("Reported At") << QStringLiteral("reported-at");
        QTest::newRow("number") << QStringLiteral("工单编号") << QStringLiteral("source-number");
        QTest::newRow("remark and star") << QStringLiteral("诉求 内容（必填）*") << QStringLiteral("text");
        QTest::newRow("call time") << QStringLiteral("来电时间") << QStringLiteral("reported-at");
        QTest::newRow("old answer") << QStringLiteral("答复内容") << QStringLiteral("reply");
        QTest::newRow("mark left over") << QStringLiteral("\uFEFF标题") << QStringLiteral("title");
        QTest::newRow("unknown") << QStringLiteral("transfers") << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void meaningOf_readsHeadersAsTheyAreWritten()
    {
        QFETCH(QString, header);
        const auto column = meaningOf(header);
        QTEST(column ? QString(nameOf(*column)) : QString(), "meaning");
    }

    void proposedMapping_takesTheFirstOfTwo()
    {
        const auto mapping
            = proposedMapping({QStringLiteral("内容"), QStringLiteral("诉求内容")}, QStringLiteral("市热线"));
        QCOMPARE(mapping.headers.value(IntakeColumn::Text), QStringLiteral("内容"));
        QCOMPARE(mapping.headers.size(), 1);
    }

    void checkMapping_namesWhatIsMissing()
    {
        const QStringList headers{QStringLiteral("编号"), QStringLiteral("电话")};
        const auto unfit = checkMapping(proposedMapping(headers, QStringLiteral("x")), headers);
        QCOMPARE(unfit.error().code, ErrorCode::ColumnMissing);
        QCOMPARE(unfit.error().detail, QStringLiteral("text"));
        const Mapping other{QStringLiteral("x"), {{IntakeColumn::Text, QStringLiteral("诉求")}}};
        QCOMPARE(checkMapping(other, headers).error().detail, QStringLiteral("诉求"));
    }

    void profile_readsBackAsItWasWritten()
    {
        const auto mapping
            = proposedMapping({QStringLiteral("编号"), QStringLiteral("内容"), QStringLiteral("答复")},
                QStringLiteral("12345"));
        QCOMPARE(mappingFromJson(toJson(mapping)), Result<Mapping>(mapping));
    }

    void profile_withAFault_isRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("newer version") << QStringLiteral("version") << QJsonValue(2) << ErrorCode::BadInput;
        QTest::newRow("no source") << QStringLiteral("source") << QJsonValue(QString())
                                   << ErrorCode::BadInput;
        QTest::newRow("unknown member") << QStringLiteral("x") << QJsonValue(1) << ErrorCode::UnknownField;
        QTest::newRow("unknown column")
            << QStringLiteral("columns")
            << QJsonValue(QJsonObject{{QStringLiteral("colour"), QStringLiteral("a")}})
            << ErrorCode::UnknownField;
    }
    void profile_withAFault_isRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json
            = toJson(Mapping{QStringLiteral("12345"), {{IntakeColumn::Text, QStringLiteral("内容")}}});
        json.insert(key, value);
        const auto mapping = mappingFromJson(json);
        QVERIFY(!mapping);
        QTEST(mapping.error().code, "code");
    }

    void headerSignature_isTheSameForTheSameWords()
    {
        QCOMPARE(headerSignature({QStringLiteral("编号*"), QStringLiteral("内 容")}),
            headerSignature({QStringLiteral("编号"), QStringLiteral("内容")}));
        QVERIFY(headerSignature({QStringLiteral("编号")}) != headerSignature({QStringLiteral("内容")}));
    }
};

QTEST_GUILESS_MAIN(TestMapping)
#include "tst_Mapping.moc"
