#include "server/api/Api.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace chengban;
using namespace chengban::server;

namespace {

struct Operation
{
    QString name; ///< "GET /v1/cases/{}"
    qint64 bodyLimit = 0;
};

/// The operations of docs/openapi.yaml by its indentation: paths at two blanks, methods at four.
QList<Operation> documented()
{
    QFile file(QStringLiteral(CHENGBAN_SOURCE_DIR "/docs/openapi.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression path(QStringLiteral("\\A  (/[^:]*):\\z"));
    static const QRegularExpression method(
        QStringLiteral("\\A    (get|post|put|patch|delete|head|options):\\z"));
    static const QRegularExpression limit(QStringLiteral("\\A      x-body-limit: (\\d+)\\z"));
    static const QRegularExpression capture(QStringLiteral("\\{[a-z]+\\}"));
    QList<Operation> operations;
    QString current;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (const auto found = path.match(line); found.hasMatch())
            current = found.captured(1).replace(capture, QStringLiteral("{}"));
        else if (const auto verb = method.match(line); verb.hasMatch())
            operations.append({verb.captured(1).toUpper() + QLatin1Char(' ') + current, 0});
        else if (const auto bytes = limit.match(line); bytes.hasMatch())
            operations.last().bodyLimit = bytes.captured(1).toLongLong();
    }
    return operations;
}

QString nameOfRoute(const Route &route)
{
    return QString::fromLatin1(route.method) + QLatin1Char(' ') + QString::fromLatin1(route.path);
}

} // namespace

class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentAndRouteTable_haveTheSameOperations()
    {
        QSet<QString> inDocument;
        for (const Operation &operation : documented())
            inDocument.insert(operation.name);
        QSet<QString> inTable;
        for (const Route &route : routes())
            inTable.insert(nameOfRoute(route));
        QCOMPARE(inDocument - inTable, QSet<QString>());
        QCOMPARE(inTable - inDocument, QSet<QString>());
    }

    void bodyLimits_areTheTables()
    {
        QHash<QString, qint64> limits;
        for (const Operation &operation : documented())
            limits.insert(operation.name, operation.bodyLimit);
        for (const Route &route : routes())
            QVERIFY2(limits.value(nameOfRoute(route)) == route.bodyLimit, qPrintable(nameOfRoute(route)));
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_OpenApi.moc"
