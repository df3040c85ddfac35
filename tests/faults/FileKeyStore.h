#pragma once

#include "client/settings/KeyStore.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace chengban::faults {

/// A keychain that outlives a killed process: one file, replaced as a whole. For tests only.
class FileKeyStore : public KeyStore
{
public:
    explicit FileKeyStore(QString path)
        : m_path(std::move(path))
    {
    }

    Result<std::optional<QByteArray>> read(const QString &name) override
    {
        const QJsonObject all = content();
        if (!all.contains(name))
            return std::nullopt;
        return QByteArray::fromBase64(all.value(name).toString().toLatin1());
    }
    Result<void> write(const QString &name, const QByteArray &secret) override
    {
        QJsonObject all = content();
        all.insert(name, QString::fromLatin1(secret.toBase64()));
        return replace(all);
    }
    Result<void> remove(const QString &name) override
    {
        QJsonObject all = content();
        all.remove(name);
        return replace(all);
    }

private:
    [[nodiscard]] QJsonObject content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }
    [[nodiscard]] Result<void> replace(const QJsonObject &all) const
    {
        QSaveFile file(m_path);
        const QByteArray bytes = QJsonDocument(all).toJson(QJsonDocument::Compact);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return fail(ErrorCode::KeychainUnavailable);
        return {};
    }

    QString m_path;
};

} // namespace chengban::faults
