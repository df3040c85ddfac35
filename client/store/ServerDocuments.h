#pragma once

#include "client/store/Database.h"
#include "client/store/Sealer.h"
#include "shared/signing/Signing.h"

#include <optional>

namespace chengban {

/// A document of the server that is kept as it came: directory, rule packs.
struct StoredDocument
{
    QString etag;
    QByteArray body;
};

/// What the server publishes beside the cases: documents and signed roots. Lies with the replica and goes
/// with it.
class ServerDocuments
{
public:
    ServerDocuments(Database &db, const Sealer &sealer);

    [[nodiscard]] Result<std::optional<StoredDocument>> document(const QString &name) const;
    [[nodiscard]] Result<void> setDocument(const QString &name, const StoredDocument &document);
    [[nodiscard]] Result<void> keepRoot(const SignedRoot &root);
    [[nodiscard]] Result<std::optional<SignedRoot>> newestRoot() const;

private:
    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
