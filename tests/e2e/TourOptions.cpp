#include "tests/e2e/TourOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

namespace chengban::e2e {

namespace {

[[noreturn]] void refuse(const QString &reason)
{
    QTextStream(stderr) << reason << Qt::endl;
    std::exit(2);
}

QList<int> rowNumbers(const QString &text)
{
    QList<int> rows;
    for (const QString &word : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool fine = false;
        const int row = word.toInt(&fine);
        if (!fine || row < 1 || rows.contains(row))
            refuse(QStringLiteral("--rows takes three different row numbers from 1, e.g. 4,17,230"));
        rows.append(row);
    }
    if (!rows.isEmpty() && rows.size() != 3)
        refuse(QStringLiteral("--rows takes three row numbers, e.g. 4,17,230"));
    return rows;
}

} // namespace

TourOptions tourOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Takes three cases through their whole life on the real client and server."));
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("out"), QStringLiteral("Folder for pictures, dossiers and tour.json."),
                           QStringLiteral("DIR")},
        {QStringLiteral("orders"), QStringLiteral("Import this file of cases first."),
            QStringLiteral("FILE")},
        {QStringLiteral("rows"), QStringLiteral("Rows of the file for the three lives."),
            QStringLiteral("N,N,N")},
        {QStringLiteral("release"),
            QStringLiteral("Roll this newer version out (its manifest lies beside it as .json), and wait "
                           "until it is ready for the next start."),
            QStringLiteral("ZIP")}});
    parser.process(app);
    if (parser.value(QStringLiteral("out")).isEmpty())
        refuse(QStringLiteral("--out DIR is needed"));
    TourOptions options{QDir(parser.value(QStringLiteral("out"))).absolutePath(),
        QDateTime::currentDateTimeUtc(), parser.value(QStringLiteral("orders")),
        rowNumbers(parser.value(QStringLiteral("rows"))), parser.value(QStringLiteral("release"))};
    if (!options.rows.isEmpty() && options.orders.isEmpty())
        refuse(QStringLiteral("--rows needs --orders"));
    return options;
}

} // namespace chengban::e2e
