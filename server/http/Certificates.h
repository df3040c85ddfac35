#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QStringList>

namespace chengban::server {

struct CertificateAndKey
{
    QByteArray certificatePem;
    QByteArray keyPem;
};

/// The county's own certificate authority: EC P-256, 10 years, may sign server certificates only.
/// Errors: ServerFault when the crypto library refuses.
[[nodiscard]] Result<CertificateAndKey> makeAuthority(const QString &name, qint64 nowMs);

/// A server certificate of that authority for 825 days. `hosts` are DNS names and IP addresses, the first one
/// is also the common name. Errors: BadInput for a host that is neither, ServerFault.
[[nodiscard]] Result<CertificateAndKey> makeServerCertificate(
    const CertificateAndKey &authority, const QStringList &hosts, qint64 nowMs);

} // namespace chengban::server
