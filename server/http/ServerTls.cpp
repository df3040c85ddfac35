#include "server/http/ServerTls.h"

#include <openssl/err.h>
#include <openssl/pem.h>

namespace chengban::server {

namespace {

struct PemDeleter
{
    void operator()(BIO *pem) const { BIO_free(pem); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using Pem = std::unique_ptr<BIO, PemDeleter>;
using Certificate = std::unique_ptr<X509, PemDeleter>;
using PrivateKey = std::unique_ptr<EVP_PKEY, PemDeleter>;

Pem pemOf(const QByteArray &text)
{
    return Pem(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
}

/// Nobody sits at the server to type a passphrase: an encrypted key is an error.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

bool useChain(SSL_CTX *context, const QByteArray &certificatePem)
{
    const Pem pem = pemOf(certificatePem);
    const Certificate own(PEM_read_bio_X509(pem.get(), nullptr, noPassphrase, nullptr));
    if (!own || SSL_CTX_use_certificate(context, own.get()) != 1)
        return false;
    while (Certificate issuer{PEM_read_bio_X509(pem.get(), nullptr, noPassphrase, nullptr)}) {
        if (SSL_CTX_add0_chain_cert(context, issuer.get()) != 1)
            return false;
        static_cast<void>(issuer.release());
    }
    return true;
}

bool useKey(SSL_CTX *context, const QByteArray &keyPem)
{
    const PrivateKey key(PEM_read_bio_PrivateKey(pemOf(keyPem).get(), nullptr, noPassphrase, nullptr));
    return key && SSL_CTX_use_PrivateKey(context, key.get()) == 1 && SSL_CTX_check_private_key(context) == 1;
}

void setProtocol(SSL_CTX *context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    // Tickets resume sessions; a cache beside them would only keep memory for peers that are gone.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    // A waiting connection holds no buffer, and what is left of an answer may move between two tries.
    SSL_CTX_set_mode(context,
        SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

} // namespace

Result<TlsContext> serverTls(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    TlsContext context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return fail(ErrorCode::ServerFault, QStringLiteral("SSL_CTX_new"));
    setProtocol(context.get());
    const bool fits = useChain(context.get(), certificatePem) && useKey(context.get(), keyPem);
    ERR_clear_error(); // The end of a PEM file counts as one.
    if (!fits)
        return fail(ErrorCode::CertificateUntrusted, QStringLiteral("certificate and key of the server"));
    return context;
}

} // namespace chengban::server
