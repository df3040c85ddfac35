// The only file that sees the cryptographic library's keys.
#include "shared/canonical/Digest.h"
#include "shared/signing/Signing.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

template <auto free> struct Freed
{
    template <typename T> void operator()(T *thing) const { free(thing); }
};

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Pkcs8 = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

bool isSm2(const EVP_PKEY *key)
{
    return key && EVP_PKEY_is_a(key, "SM2") == 1;
}

/// A digest context whose key carries sm2UserId. The id must be set on the key's context before the operation
/// is initialized; else the library signs with an empty one and nobody else can verify it.
struct Sm3WithSm2
{
    explicit Sm3WithSm2(EVP_PKEY *key)
        : keyContext(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr))
        , digest(EVP_MD_CTX_new())
    {
        if (!keyContext || !digest)
            qFatal("The cryptographic library gives no context");
        EVP_PKEY_CTX_set1_id(keyContext.get(), sm2UserId, int(sizeof(sm2UserId) - 1));
        EVP_MD_CTX_set_pkey_ctx(digest.get(), keyContext.get());
    }

    KeyContext keyContext; // first, so that it is freed after the digest that points to it
    DigestContext digest;
};

/// Without it the library asks for a passphrase at the terminal when a PEM says that it is encrypted, and the
/// thread stands there until somebody types.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

Key publicKey(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    Key key(PEM_read_bio_PUBKEY(bio.get(), nullptr, noPassphrase, nullptr));
    if (!isSm2(key.get()))
        return {};
    return key;
}

/// Runs one of the library's i2d functions: length first, then the bytes.
template <typename Thing> QByteArray der(const Thing *thing, int (*write)(const Thing *, unsigned char **))
{
    const int size = write(thing, nullptr);
    if (size <= 0)
        return {};
    QByteArray bytes(size, '\0');
    auto *out = reinterpret_cast<unsigned char *>(bytes.data());
    write(thing, &out);
    return bytes;
}

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

} // namespace

Sm2Key::Sm2Key(evp_pkey_st *key)
    : m_key(key)
{
}
Sm2Key::Sm2Key(Sm2Key &&) noexcept = default;
Sm2Key &Sm2Key::operator=(Sm2Key &&) noexcept = default;
Sm2Key::~Sm2Key() = default;

void Sm2Key::Drop::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key); // wipes the private number
}

Result<Sm2Key> Sm2Key::generate()
{
    // Not EVP_EC_gen: it gives an EC key on this curve, which silently signs ECDSA.
    Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    if (!isSm2(key.get()))
        return fail(ErrorCode::KeyUnknown, u"no key was generated"_s);
    return Sm2Key(key.release());
}

Result<Sm2Key> Sm2Key::fromDer(QByteArrayView pkcs8)
{
    const unsigned char *in = bytesOf(pkcs8);
    const Pkcs8 info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &in, long(pkcs8.size())));
    Key key(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
    if (!isSm2(key.get()))
        return fail(ErrorCode::KeyUnknown, u"no SM2 key"_s);
    return Sm2Key(key.release());
}

QByteArray Sm2Key::toDer() const
{
    const Pkcs8 info(EVP_PKEY2PKCS8(m_key.get()));
    return info ? der<PKCS8_PRIV_KEY_INFO>(info.get(), i2d_PKCS8_PRIV_KEY_INFO) : QByteArray();
}

QByteArray Sm2Key::publicKeyPem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(bio.get(), m_key.get());
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &bytes);
    return QByteArray(bytes, size);
}

Result<QByteArray> Sm2Key::sign(QByteArrayView text) const
{
    const Sm3WithSm2 context(m_key.get());
    EVP_MD_CTX *digest = context.digest.get();
    QByteArray signature(EVP_PKEY_get_size(m_key.get()), '\0');
    auto size = size_t(signature.size());
    auto *out = reinterpret_cast<unsigned char *>(signature.data());
    if (EVP_DigestSignInit_ex(digest, nullptr, "SM3", nullptr, nullptr, m_key.get(), nullptr) != 1
        || EVP_DigestSignUpdate(digest, text.data(), size_t(text.size())) != 1
        || EVP_DigestSignFinal(digest, out, &size) != 1)
        return fail(ErrorCode::KeyUnknown, u"the key does not sign"_s);
    signature.truncate(qsizetype(size));
    return signature;
}

Result<void> verifySm2(const QByteArray &publicKeyPem, QByteArrayView text, QByteArrayView signature)
{
    const Key key = publicKey(publicKeyPem);
    if (!key)
        return fail(ErrorCode::KeyUnknown, u"no SM2 public key"_s);
    const Sm3WithSm2 context(key.get());
    EVP_MD_CTX *digest = context.digest.get();
    if (EVP_DigestVerifyInit_ex(digest, nullptr, "SM3", nullptr, nullptr, key.get(), nullptr) != 1
        || EVP_DigestVerifyUpdate(digest, text.data(), size_t(text.size())) != 1
        || EVP_DigestVerifyFinal(digest, bytesOf(signature), size_t(signature.size())) != 1)
        return fail(ErrorCode::SignatureInvalid);
    return {};
}

Result<KeyId> keyIdOf(const QByteArray &publicKeyPem)
{
    const Key key = publicKey(publicKeyPem);
    if (!key)
        return fail(ErrorCode::KeyUnknown, u"no SM2 public key"_s);
    constexpr qsizetype idBytes = 8;
    return KeyId{hex(sm3(der<EVP_PKEY>(key.get(), i2d_PUBKEY)).first(idBytes))};
}

} // namespace chengban
