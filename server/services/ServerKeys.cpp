#include "server/services/ServerKeys.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace chengban {

namespace {

constexpr char signingFile[] = "signing.key";
constexpr char dataFile[] = "data.key";

QString pathIn(const QString &folder, const char *name)
{
    return QDir(folder).filePath(QString::fromLatin1(name));
}

/// Readable by the server's account from its first byte on; refuses to replace a file.
Result<void> writeSecret(const QString &path, const QByteArray &bytes)
{
    const int file
        = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("cannot create a key file"));
    const bool written = ::write(file, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size()
        && ::fsync(file) == 0;
    ::close(file);
    if (!written)
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("cannot write a key file"));
    return {};
}

Result<QByteArray> readSecret(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("cannot read a key file"));
    return file.readAll();
}

Result<ServerKeys> keysOf(Sm2Key signing, const QByteArray &data)
{
    if (data.size() != SealingKey::size)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("data.key"));
    const QByteArray pem = signing.publicKeyPem();
    return ServerKeys{std::move(signing), pem, SealingKey(data)};
}

} // namespace

Result<ServerKeys> ServerKeys::create(const QString &folder, const RandomSource &random)
{
    auto signing = Sm2Key::generate();
    if (!signing)
        return fail(signing.error());
    const QByteArray data = random(SealingKey::size);
    if (const auto written = writeSecret(pathIn(folder, dataFile), data); !written)
        return fail(written.error());
    if (const auto written = writeSecret(pathIn(folder, signingFile), signing->toDer()); !written)
        return fail(written.error());
    return keysOf(std::move(*signing), data);
}

Result<ServerKeys> ServerKeys::load(const QString &folder)
{
    const auto data = readSecret(pathIn(folder, dataFile));
    if (!data)
        return fail(data.error());
    const auto der = readSecret(pathIn(folder, signingFile));
    if (!der)
        return fail(der.error());
    auto signing = Sm2Key::fromDer(*der);
    if (!signing)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("signing.key"));
    return keysOf(std::move(*signing), *data);
}

} // namespace chengban
