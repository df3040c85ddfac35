#include "server/blobs/FileCipher.h"

#include <sodium.h>

namespace chengban {

namespace {

const QByteArray magic = QByteArrayLiteral("CBFILE1\n");
constexpr qsizetype nonceSize = crypto_stream_xchacha20_NONCEBYTES;
constexpr qint64 blockSize = 64;
static_assert(FileCipher::keySize == crypto_stream_xchacha20_KEYBYTES);

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *constBytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

} // namespace

FileCipher::FileCipher(QByteArray key)
    : m_key(std::move(key))
{
    Q_ASSERT(m_key.size() == keySize);
}

FileCipher::~FileCipher()
{
    if (!m_key.isEmpty())
        sodium_memzero(m_key.data(), static_cast<size_t>(m_key.size()));
}

QByteArray FileCipher::freshHead()
{
    static const int ready = sodium_init();
    Q_ASSERT(ready >= 0);
    QByteArray nonce(nonceSize, Qt::Uninitialized);
    randombytes_buf(nonce.data(), static_cast<size_t>(nonce.size()));
    static_assert(headSize == 8 + nonceSize);
    return magic + nonce;
}

std::optional<QByteArray> FileCipher::nonceIn(const QByteArray &head)
{
    if (head.size() < headSize || !head.startsWith(magic))
        return std::nullopt;
    return head.mid(magic.size(), nonceSize);
}

void FileCipher::apply(QByteArray &bytes, qint64 offset, const QByteArray &nonce) const
{
    // The stream is counted in blocks: one that begins in the middle is done with what stands before it.
    const qint64 before = offset % blockSize;
    QByteArray whole = QByteArray(before, '\0') + bytes;
    crypto_stream_xchacha20_xor_ic(bytesOf(whole), constBytesOf(whole),
        static_cast<unsigned long long>(whole.size()), constBytesOf(nonce),
        static_cast<uint64_t>(offset / blockSize), constBytesOf(m_key));
    bytes = before == 0 ? std::move(whole) : whole.mid(before);
}

} // namespace chengban
