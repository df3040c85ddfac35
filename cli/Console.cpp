#include "cli/Console.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace chengban::cli {

QString errorLine(const Error &error)
{
    const QString sentence = errorText(error.code);
    const QString code = QString(errorName(error.code));
    return error.detail.isEmpty() ? QStringLiteral("%1 [%2]").arg(sentence, code)
                                  : QStringLiteral("%1 [%2: %3]").arg(sentence, code, error.detail);
}

Error inFile(Error error, const QString &path)
{
    if (error.detail != path)
        error.detail = error.detail.isEmpty() ? path : path + QStringLiteral(": ") + error.detail;
    return error;
}

Exit Console::refuse(const Error &error)
{
    err << errorLine(error) << Qt::endl;
    return Exit::BadInput;
}

Exit Console::refuseUsage(const QString &text)
{
    err << text << Qt::endl;
    err << QCoreApplication::translate("Cli", "See chengban-cli --help.") << Qt::endl;
    return Exit::BadInput;
}

void Console::print(const QJsonObject &json)
{
    out << QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

Result<QByteArray> fileContent(const QString &path)
{
    constexpr qint64 largest = 256 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    if (file.size() > largest)
        return fail(ErrorCode::TooLarge, path);
    return file.readAll();
}

} // namespace chengban::cli
