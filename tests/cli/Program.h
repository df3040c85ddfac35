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

inline Answer run(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral(CHENGBAN_BIN_DIR "/chengban-cli"), arguments);
    if (!program.waitForFinished())
        return {};
    const bool crashed = program.exitStatus() != QProcess::NormalExit;
    return {crashed ? -1 : program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
        QString::fromUtf8(program.readAllStandardError())};
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
