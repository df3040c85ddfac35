#pragma once

// Runs the real program, and writes the files it is given.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace chengban {

struct Answer
{
    int exitCode = -1; ///< -1 when it crashed or did not end.
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

inline Answer run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return {};
    const bool crashed = process.exitStatus() != QProcess::NormalExit;
    const auto words = [](const QByteArray &said) {
        return QString::fromUtf8(said).replace(QStringLiteral("\r\n"), QStringLiteral("\n")); // Of Windows.
    };
    return {crashed ? -1 : process.exitCode(), words(process.readAllStandardOutput()),
        words(process.readAllStandardError())};
}

/// Runs the real command line.
inline Answer run(const QStringList &arguments)
{
    return run(QStringLiteral(CHENGBAN_BIN_DIR "/chengban-cli"), arguments);
}

/// Files that go with the object.
class Files
{
public:
    QString written(const QByteArray &content)
    {
        const QString path = m_dir.filePath(QString::number(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return path;
    }
    QString written(const QJsonObject &json) { return written(QJsonDocument(json).toJson()); }
    QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
    int m_files = 0;
};

inline QByteArray sourceFile(const QString &path)
{
    QFile file(QStringLiteral(CHENGBAN_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace chengban
