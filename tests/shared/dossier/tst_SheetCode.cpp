#include "shared/dossier/SheetCode.h"

#include <QRegularExpression>
#include <QTest>

using namespace chengban;

class TestSheetCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isReadBack()
    {
        for (const QString &id :
            {QStringLiteral("0195514e-1c00-7abc-8def-001122334455"), QStringLiteral("Case-7")}) {
            for (const auto &step : namesOf(SheetStep())) {
                const SheetCode code{{id}, 12, step.value, QStringLiteral("0123456789abcdef"), 2, 3};
                QCOMPARE(sheetCodeFrom(textOf(code)).value_or(SheetCode()), code);
            }
        }
    }

    void text_needsOnlyCapitalsForAnOrdinaryId()
    {
        const QString text = textOf({{QStringLiteral("0195514e-1c00-7abc-8def-001122334455")}, 12,
            SheetStep::SignOff, QStringLiteral("0123456789abcdef")});
        static const QRegularExpression alphanumeric(QStringLiteral("\\A[0-9A-Z $%*+./:-]+\\z"));
        QVERIFY(alphanumeric.match(text).hasMatch());
        QVERIFY(text.size() <= 87); // A QR code of 37 modules at level Q.
    }

    void sheetOfTheFormBefore_isStillRead()
    {
        const SheetCode code{
            {QStringLiteral("Case-7")}, 3, SheetStep::Fax, QStringLiteral("0123456789abcdef")};
        QCOMPARE(
            sheetCodeFrom(QStringLiteral("chengban:1:Case-7:3:fax:0123456789abcdef")).value_or(SheetCode()),
            code);
    }

    /// Whatever a reader might take for another character: it is no code then, never another one.
    void anyOtherCharacter_makesItNoCode()
    {
        const QString text = textOf({{QStringLiteral("0195514e-1c00-7abc-8def-001122334455")}, 12,
            SheetStep::SignOff, QStringLiteral("0123456789abcdef"), 1, 2});
        const QString others = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-:/");
        int wrong = 0, tried = 0;
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const QChar other : others) {
                if (other == text[at])
                    continue;
                QString changed = text;
                changed[at] = other;
                ++tried;
                wrong += sheetCodeFrom(changed) ? 1 : 0;
            }
        }
        QVERIFY(tried > 3000);
        QCOMPARE(wrong, 0);
    }

    void otherText_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("a web address") << QStringLiteral("https://example.com");
        QTest::newRow("version 0") << QStringLiteral("chengban:1:abc:0:fax:0123456789abcdef");
        QTest::newRow("unknown step") << QStringLiteral("chengban:1:abc:1:dance:0123456789abcdef");
        QTest::newRow("short digest") << QStringLiteral("chengban:1:abc:1:fax:0123");
        QTest::newRow("a line more") << QStringLiteral("chengban:1:abc:1:fax:0123456789abcdef\n");
        QTest::newRow("a later form") << QStringLiteral("CHENGBAN:3:ABC:1:FAX:0123456789ABCDEF:1/1:0000");
        QTest::newRow("without check") << QStringLiteral("CHENGBAN:2:ABC:1:FAX:0123456789ABCDEF:1/1");
    }
    void otherText_isRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(sheetCodeFrom(text).error().code, ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestSheetCode)
#include "tst_SheetCode.moc"
