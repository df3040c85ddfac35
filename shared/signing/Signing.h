#pragma once

#include "shared/base/Result.h"
#include "shared/cases/Case.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

struct evp_pkey_st;

namespace chengban {

/// The user id of GB/T 32918 that every SM2 signature here uses (OpenSSL's own default is empty).
inline constexpr char sm2UserId[] = "1234567812345678";

/// An SM2 private key in memory. Movable, not copyable; wiped when dropped.
class Sm2Key
{
public:
    [[nodiscard]] static Result<Sm2Key> generate();
    /// PKCS#8 DER without encryption, for a caller that seals it itself. Errors: KeyUnknown.
    [[nodiscard]] static Result<Sm2Key> fromDer(QByteArrayView pkcs8);
    Sm2Key(Sm2Key &&) noexcept;
    Sm2Key &operator=(Sm2Key &&) noexcept;
    ~Sm2Key();

    [[nodiscard]] QByteArray toDer() const; ///< PKCS#8.
    [[nodiscard]] QByteArray publicKeyPem() const; ///< SubjectPublicKeyInfo.
    /// DER signature over the text itself: SM2 with SM3 and sm2UserId, no pre-hash.
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView text) const;

private:
    explicit Sm2Key(evp_pkey_st *key);
    struct Drop
    {
        void operator()(evp_pkey_st *key) const;
    };
    std::unique_ptr<evp_pkey_st, Drop> m_key;
};

/// Errors: SignatureInvalid, KeyUnknown when the PEM is no SM2 key.
[[nodiscard]] Result<void> verifySm2(
    const QByteArray &publicKeyPem, QByteArrayView text, QByteArrayView signature);

/// First 8 bytes of SM3 over the public key's DER, in hex: the id of a key and the short code on prints.
[[nodiscard]] Result<KeyId> keyIdOf(const QByteArray &publicKeyPem);

/// What is signed (M, design 5): binds a signature to one tenant, case, round, version, head, action and
/// level. Of a request that leaves the unit, version and digest are the request's.
struct SignedText
{
    QString purpose = QStringLiteral("chengban-sign-off-v1");
    TenantId tenant;
    CaseId caseId;
    int round = 1;
    int replyVersion = 0;
    QString replyDigest;
    QString caseHead; ///< Hex digest of the head the leader saw.
    QString action = QStringLiteral("sign"); ///< Of a request: the name of its SignedAction.
    SignerLevel level = SignerLevel::DeputyLeader;
    UserId signer;
    UserId actingFor;
    KeyId key;
    qint64 claimedTimeMs = 0;

    bool operator==(const SignedText &) const = default;
};

[[nodiscard]] Result<QByteArray> canonicalForm(const SignedText &text);
[[nodiscard]] Result<SignedText> signedTextFromJson(const QJsonObject &json);

/// M for the current reply of the case as the actor sees it. Errors: ReplyChanged when there is none to sign.
[[nodiscard]] Result<SignedText> textToSign(
    const Case &theCase, const Actor &actor, SignerLevel level, const KeyId &key, qint64 claimedTimeMs);

/// The same for a request that waits for its signature. Errors: ReplyChanged when it does not.
[[nodiscard]] Result<SignedText> textToSign(const Case &theCase, const UnitRequest &request,
    const Actor &actor, SignerLevel level, const KeyId &key, qint64 claimedTimeMs);

/// The body of a Sign or SignRequest command: M and the signature over it. Errors: NotCanonical, KeyUnknown.
[[nodiscard]] Result<SignatureBody> signReply(
    const SignedText &text, const Sm2Key &key, const QString &opinion);

/// An enrolled public key.
struct EnrolledKey
{
    KeyId id;
    UserId user;
    DeviceId device;
    QByteArray publicKeyPem;
    QString witnessName; ///< The second person of the enrolment.
    qint64 validFromMs = 0;
    std::optional<qint64> revokedAtMs;

    bool operator==(const EnrolledKey &) const = default;
};
[[nodiscard]] QJsonObject toJson(const EnrolledKey &key);
[[nodiscard]] Result<EnrolledKey> enrolledKeyFromJson(const QJsonObject &json);

/// Checks a sign command against the case and the key: M says what the body says, belongs to this tenant,
/// case, round, action and version; its head is in the log no older than the version; the signature verifies;
/// the key is the actor's, of this device, and valid at `receivedMs`. Errors: SignatureInvalid, ReplyChanged,
/// KeyUnknown (also for one on paper), KeyRevoked.
[[nodiscard]] Result<void> checkSignature(const SignatureBody &body, const Case &theCase,
    const QList<Event> &log, const Actor &actor, const EnrolledKey &key, qint64 receivedMs);

/// The same for a signature that stands in the log, of whatever round: it is judged by the time at which the
/// server received it. This is what a window or a dossier calls before it says "valid". Errors: as above, and
/// OnlyServerKnows while the reader may not see what was signed.
[[nodiscard]] Result<void> checkStoredSignature(const Entry<SignatureBody> &signature, const Case &theCase,
    const QList<Event> &log, const EnrolledKey &key);

/// The server's word that a submission arrived.
struct Receipt
{
    TenantId tenant;
    CaseId caseId;
    qint64 revision = 0;
    QString digest; ///< Head digest after the command, hex.
    CommandId command;
    qint64 serverTimeMs = 0;
    KeyId key;
    QByteArray signature; ///< DER, over the canonical form of receiptText().

    bool operator==(const Receipt &) const = default;
};
[[nodiscard]] QJsonObject receiptText(const Receipt &receipt); ///< Without the signature.
[[nodiscard]] QJsonObject toJson(const Receipt &receipt);
[[nodiscard]] Result<Receipt> receiptFromJson(const QJsonObject &json);
/// Fills in key and signature.
[[nodiscard]] Result<Receipt> signedReceipt(Receipt receipt, const Sm2Key &serverKey);
/// Errors: SignatureInvalid; KeyUnknown when it was signed by another key.
[[nodiscard]] Result<void> verifyReceipt(const Receipt &receipt, const QByteArray &serverKeyPem);

/// One leaf of the Merkle tree over all case heads of a tenant.
struct CaseHead
{
    CaseId caseId;
    qint64 revision = 0;
    QByteArray head;
    bool operator==(const CaseHead &) const = default;
};

/// SM3 Merkle root in the order of case ids; leaves and nodes are separated by a first byte 0x00 or 0x01.
[[nodiscard]] QByteArray merkleRoot(QList<CaseHead> heads);

struct SignedRoot
{
    TenantId tenant;
    qint64 atMs = 0;
    qint64 cases = 0;
    QByteArray root;
    KeyId key;
    QByteArray signature;
    bool operator==(const SignedRoot &) const = default;
};
[[nodiscard]] QJsonObject rootText(const SignedRoot &root); ///< Without the signature.
[[nodiscard]] QJsonObject toJson(const SignedRoot &root);
[[nodiscard]] Result<SignedRoot> signedRootFromJson(const QJsonObject &json);
/// Fills in key and signature.
[[nodiscard]] Result<SignedRoot> signedRoot(SignedRoot root, const Sm2Key &serverKey);
/// Errors: SignatureInvalid; KeyUnknown when it was signed by another key.
[[nodiscard]] Result<void> verifyRoot(const SignedRoot &root, const QByteArray &serverKeyPem);

/// Sibling digests from a leaf to the root, and on which side each stands.
struct MerkleProof
{
    struct Sibling
    {
        QByteArray digest;
        bool onLeft = false;
        bool operator==(const Sibling &) const = default;
    };
    QList<Sibling> path;
    bool operator==(const MerkleProof &) const = default;
};
/// Errors: CaseUnknown.
[[nodiscard]] Result<MerkleProof> merkleProof(QList<CaseHead> heads, const CaseId &caseId);
[[nodiscard]] bool provesHead(const MerkleProof &proof, const CaseHead &head, const QByteArray &root);

} // namespace chengban
