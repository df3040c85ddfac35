#include "server/http/Certificates.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace chengban::server {

namespace {

template <auto free> struct Drop
{
    template <typename T> void operator()(T *thing) const { free(thing); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Drop<EVP_PKEY_free>>;
using CertPtr = std::unique_ptr<X509, Drop<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Drop<BIO_free_all>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Drop<X509_EXTENSION_free>>;

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr qint64 authorityDays = 3653;
constexpr qint64 serverDays = 825; ///< What clients accept at most of a server certificate.
constexpr qint64 earlierMs = 5 * 60 * 1000; ///< Clients' clocks are a little behind ours.

tl::unexpected<Error> refused()
{
    return fail(ErrorCode::ServerFault, QStringLiteral("certificate"));
}

template <typename Write> QByteArray pemOf(Write write)
{
    const BioPtr out(BIO_new(BIO_s_mem()));
    if (!out || write(out.get()) != 1)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

Result<CertificateAndKey> asPem(X509 *certificate, EVP_PKEY *key)
{
    CertificateAndKey pair{
        pemOf([&](BIO *out) { return PEM_write_bio_X509(out, certificate); }), pemOf([&](BIO *out) {
            return PEM_write_bio_PKCS8PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
        })};
    if (pair.certificatePem.isEmpty() || pair.keyPem.isEmpty())
        return refused();
    return pair;
}

bool setRandomSerial(X509 *certificate)
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return false;
    bytes[0] &= 0x7f; // Positive.
    const std::unique_ptr<BIGNUM, Drop<BN_free>> number(
        BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setName(X509 *certificate, const QString &commonName)
{
    const QByteArray utf8 = commonName.toUtf8().left(60);
    X509_NAME *name = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(utf8.constData()), static_cast<int>(utf8.size()), -1,
               0)
        == 1;
}

bool setTimes(X509 *certificate, qint64 nowMs, qint64 days)
{
    const qint64 from = nowMs - earlierMs;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), static_cast<time_t>(from / 1000))
        && ASN1_TIME_set(X509_getm_notAfter(certificate), static_cast<time_t>((from + days * dayMs) / 1000));
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

CertPtr newCertificate(EVP_PKEY *key, const QString &commonName, qint64 nowMs, qint64 days)
{
    CertPtr certificate(X509_new());
    const bool made = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1
        && setRandomSerial(certificate.get()) && setName(certificate.get(), commonName)
        && setTimes(certificate.get(), nowMs, days) && X509_set_pubkey(certificate.get(), key) == 1;
    return made ? std::move(certificate) : nullptr;
}

/// "DNS:localhost,IP:127.0.0.1"; nothing when a host is neither.
std::optional<QByteArray> alternativeNames(const QStringList &hosts)
{
    static const QRegularExpression dnsName(QStringLiteral(
        "\\A(?=.{1,253}\\z)[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*\\z"));
    QByteArrayList names;
    for (const QString &host : hosts) {
        if (!QHostAddress(host).isNull())
            names.append("IP:" + host.toLatin1());
        else if (dnsName.match(host).hasMatch())
            names.append("DNS:" + host.toLatin1());
        else
            return std::nullopt;
    }
    return names.isEmpty() ? std::nullopt : std::optional(names.join(','));
}

CertPtr readCertificate(const QByteArray &pem)
{
    const BioPtr in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return CertPtr(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
}

KeyPtr readKey(const QByteArray &pem)
{
    const BioPtr in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return KeyPtr(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr));
}

} // namespace

Result<CertificateAndKey> makeAuthority(const QString &name, qint64 nowMs)
{
    const KeyPtr key(EVP_EC_gen("P-256"));
    const CertPtr certificate = key ? newCertificate(key.get(), name, nowMs, authorityDays) : nullptr;
    X509 *const self = certificate.get();
    const bool made = self && X509_set_issuer_name(self, X509_get_subject_name(self)) == 1
        && addExtension(self, self, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && addExtension(self, self, NID_key_usage, "critical,keyCertSign,cRLSign")
        && addExtension(self, self, NID_subject_key_identifier, "hash")
        && X509_sign(self, key.get(), EVP_sha256()) > 0;
    if (!made)
        return refused();
    return asPem(self, key.get());
}

Result<CertificateAndKey> makeServerCertificate(
    const CertificateAndKey &authority, const QStringList &hosts, qint64 nowMs)
{
    const auto names = alternativeNames(hosts);
    if (!names)
        return fail(ErrorCode::BadInput, QStringLiteral("host"));
    const CertPtr issuer = readCertificate(authority.certificatePem);
    const KeyPtr issuerKey = readKey(authority.keyPem);
    const KeyPtr key(EVP_EC_gen("P-256"));
    if (!issuer || !issuerKey || !key)
        return refused();
    const CertPtr certificate = newCertificate(key.get(), hosts.first(), nowMs, serverDays);
    X509 *const self = certificate.get();
    const bool made = self && X509_set_issuer_name(self, X509_get_subject_name(issuer.get())) == 1
        && addExtension(self, issuer.get(), NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(self, issuer.get(), NID_key_usage, "critical,digitalSignature")
        && addExtension(self, issuer.get(), NID_ext_key_usage, "serverAuth")
        && addExtension(self, issuer.get(), NID_subject_key_identifier, "hash")
        && addExtension(self, issuer.get(), NID_authority_key_identifier, "keyid")
        && addExtension(self, issuer.get(), NID_subject_alt_name, *names)
        && X509_sign(self, issuerKey.get(), EVP_sha256()) > 0;
    if (!made)
        return refused();
    return asPem(self, key.get());
}

} // namespace chengban::server
