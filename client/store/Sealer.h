#pragma once

#include "client/store/DataKey.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace chengban {

/// Where a sealed value belongs; bound into the seal, so a value moved to another row or column does not
/// open.
struct SealedPlace
{
    const char *table;
    const char *column;
    QString row;
};

/// Seals values of the local database: XChaCha20-Poly1305 with a random nonce. Any thread may ask it.
class Sealer
{
public:
    explicit Sealer(const DataKey &key);

    [[nodiscard]] QByteArray sealed(QByteArrayView clear, const SealedPlace &place) const;
    /// Errors: StoreDamaged when it does not open.
    [[nodiscard]] Result<QByteArray> opened(QByteArrayView sealed, const SealedPlace &place) const;

    [[nodiscard]] QByteArray sealedJson(const QJsonObject &object, const SealedPlace &place) const;
    [[nodiscard]] Result<QJsonObject> openedJson(QByteArrayView sealed, const SealedPlace &place) const;

    /// The address under which something is filed without telling its name: a keyed digest, in hex.
    [[nodiscard]] QString address(QStringView name) const;
    /// Blinded 64-bit value of a piece of text, for the search index.
    [[nodiscard]] quint64 token(QByteArrayView piece) const;
    [[nodiscard]] QByteArrayView fileKey() const { return m_files.view(); }

private:
    Secret m_columns;
    Secret m_identity; ///< Identity parts have a key of their own.
    Secret m_files;
    Secret m_addresses;
    Secret m_index;
    [[nodiscard]] const Secret &keyFor(const SealedPlace &place) const;
};

} // namespace chengban
