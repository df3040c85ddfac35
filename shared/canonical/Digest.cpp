#include "shared/canonical/Digest.h"

#include "shared/canonical/Canonical.h"

#include <QIODevice>
#include <QThreadStorage>

#include <openssl/evp.h>

#include <memory>

namespace chengban {

namespace {

/// A digest being taken.
class Hasher
{
public:
    explicit Hasher(const char *kind)
        : m_kind(EVP_MD_fetch(nullptr, kind, nullptr), &EVP_MD_free)
        , m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        begin();
    }

    void begin()
    {
        if (!m_kind || !m_context || EVP_DigestInit_ex2(m_context.get(), m_kind.get(), nullptr) != 1)
            qFatal("The cryptographic library has no such digest");
    }

    void add(QByteArrayView bytes)
    {
        EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    }

    QByteArray result()
    {
        QByteArray out(32, Qt::Uninitialized);
        unsigned int length = 0;
        EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(out.data()), &length);
        Q_ASSERT(length == 32);
        return out;
    }

private:
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> m_kind;
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

using Hashers = QThreadStorage<Hasher *>;

/// The thread's own, begun anew: to set one up costs as much as to hash a kilobyte. Not thread_local: MinGW
/// frees such memory before it destroys what lies in it (gcc.gnu.org, bug 80816).
Hasher &ofThisThread(Hashers &hashers, const char *kind)
{
    if (!hashers.hasLocalData())
        hashers.setLocalData(new Hasher(kind));
    Hasher &hasher = *hashers.localData();
    hasher.begin();
    return hasher;
}

Hasher &sm3Hasher()
{
    static Hashers hashers;
    return ofThisThread(hashers, "SM3");
}

Hasher &sha256Hasher()
{
    static Hashers hashers;
    return ofThisThread(hashers, "SHA2-256");
}

} // namespace

QByteArray sm3(QByteArrayView bytes)
{
    Hasher &hasher = sm3Hasher();
    hasher.add(bytes);
    return hasher.result();
}

QByteArray sha256(QByteArrayView bytes)
{
    Hasher &hasher = sha256Hasher();
    hasher.add(bytes);
    return hasher.result();
}

Result<FileDigest> fileDigest(QIODevice &device)
{
    constexpr qint64 slice = 1 << 20;
    Hasher sha("SHA2-256"); // Its own: reading the device may hash as well.
    Hasher sm("SM3");
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
    Hasher &hasher = sm3Hasher();
    hasher.add(salt);
    hasher.add(*form);
    return hasher.result();
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
