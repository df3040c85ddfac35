#include "shared/canonical/Digest.h"

#include "shared/canonical/Canonical.h"

#include <QIODevice>

#include <openssl/evp.h>

#include <memory>

namespace chengban {

namespace {

class Hasher
{
public:
    explicit Hasher(const EVP_MD *kind)
        : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        if (!m_context || EVP_DigestInit_ex(m_context.get(), kind, nullptr) != 1)
            qFatal("The cryptographic library has no such digest");
    }

    void add(QByteArrayView bytes)
    {
        EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    }

    QByteArray result()
    {
        QByteArray out(32, '\0');
        unsigned int length = 0;
        EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(out.data()), &length);
        Q_ASSERT(length == 32);
        return out;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

} // namespace

QByteArray sm3(QByteArrayView bytes)
{
    Hasher hasher(EVP_sm3());
    hasher.add(bytes);
    return hasher.result();
}

QByteArray sha256(QByteArrayView bytes)
{
    Hasher hasher(EVP_sha256());
    hasher.add(bytes);
    return hasher.result();
}

Result<FileDigest> fileDigest(QIODevice &device)
{
    constexpr qint64 slice = 1 << 20;
    Hasher sha(EVP_sha256());
    Hasher sm(EVP_sm3());
    FileDigest digest;
    QByteArray buffer(slice, Qt::Uninitialized);
    for (;;) {
        const qint64 read = device.read(buffer.data(), slice);
        if (read < 0)
            return fail(ErrorCode::FileUnreadable, device.errorString());
        if (read == 0)
            break;
        const QByteArrayView bytes(buffer.constData(), read);
        sha.add(bytes);
        sm.add(bytes);
        digest.size += read;
    }
    if (!device.atEnd())
        return fail(ErrorCode::FileUnreadable, device.errorString());
    digest.sha256 = sha.result();
    digest.sm3 = sm.result();
    return digest;
}

Result<QByteArray> commitment(QByteArrayView salt, const QJsonObject &body)
{
    const auto form = canonicalForm(body);
    if (!form)
        return fail(form.error());
    return sm3(salt.toByteArray() + *form);
}

QString hex(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

QByteArray fromHex(QStringView text, qsizetype size)
{
    if (text.size() != size * 2)
        return {};
    for (const QChar c : text) {
        if (!(c >= u'0' && c <= u'9') && !(c >= u'a' && c <= u'f'))
            return {};
    }
    return QByteArray::fromHex(text.toLatin1());
}

} // namespace chengban
