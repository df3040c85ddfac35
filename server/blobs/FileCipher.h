#pragma once

#include <QByteArray>

#include <optional>

namespace chengban {

/// Ciphers stored files with XChaCha20, which works from any offset: a file grows by chunks and is read by
/// ranges. It does not tell whether bytes were changed; a file's name, its digest, does (docs/adr/0026).
///
/// A ciphered file begins with a head of `headSize` bytes that holds its nonce.
class FileCipher
{
public:
    static constexpr qsizetype keySize = 32;
    static constexpr qsizetype headSize = 32;

    explicit FileCipher(QByteArray key);
    ~FileCipher();
    FileCipher(FileCipher &&) noexcept = default;
    FileCipher &operator=(FileCipher &&) = delete;

    /// For a new file, with a nonce of its own.
    [[nodiscard]] static QByteArray freshHead();
    /// None for a file in clear, as servers wrote them before.
    [[nodiscard]] static std::optional<QByteArray> nonceIn(const QByteArray &head);

    /// Ciphers or opens what stands at `offset` of the content.
    void apply(QByteArray &bytes, qint64 offset, const QByteArray &nonce) const;

private:
    QByteArray m_key;
};

} // namespace chengban
