#pragma once

#include "shared/base/Result.h"

#include <QByteArray>

#include <openssl/ssl.h>

#include <memory>

namespace chengban::server {

struct TlsContextDeleter
{
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using TlsContext = std::unique_ptr<SSL_CTX, TlsContextDeleter>;

/// TLS 1.2 and 1.3 with forward secrecy, for the given certificate (then its issuers) and key.
/// Errors: CertificateUntrusted when they cannot be read or do not fit each other.
[[nodiscard]] Result<TlsContext> serverTls(const QByteArray &certificatePem, const QByteArray &keyPem);

} // namespace chengban::server
