#include "shared/base/ErrorCode.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace chengban;

class TestErrorCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_areUniqueAndReadBack()
    {
        QSet<QString> names;
        for (const ErrorCode code : allErrorCodes()) {
            const QString name = errorName(code);
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
            QCOMPARE(errorCode(name), code);
        }
        QCOMPARE(errorCode(QStringLiteral("no.such-code")), std::nullopt);
    }

    void everyCode_hasARowInTheDocument()
    {
        QFile file(QStringLiteral(CHENGBAN_SOURCE_DIR "/docs/error-codes.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString document = QString::fromUtf8(file.readAll());
        for (const ErrorCode code : allErrorCodes()) {
            const QString row = QStringLiteral("| `%1` |").arg(errorName(code));
            QVERIFY2(document.contains(row), qPrintable(row));
        }
    }

    void everyCode_hasASentence()
    {
        for (const ErrorCode code : allErrorCodes())
            QVERIFY(errorText(code).size() > 20);
    }
};

QTEST_GUILESS_MAIN(TestErrorCode)
#include "tst_ErrorCode.moc"
