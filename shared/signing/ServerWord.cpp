// What the server vouches for with its own key: receipts and roots.
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/signing/FilingReceipt.h"

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView receiptPurpose("chengban-receipt-v1");
constexpr QLatin1StringView filingPurpose("chengban-filing-v1");
constexpr QLatin1StringView rootPurpose("chengban-root-v1");

void requirePurpose(JsonReader &in, QLatin1StringView purpose)
{
    if (in.string(u"purpose"_s) != purpose)
        in.note(ErrorCode::BadInput, u"purpose"_s);
}

QByteArray base64At(JsonReader &in, const QString &key)
{
    auto decoded
        = QByteArray::fromBase64Encoding(in.string(key).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        in.note(ErrorCode::BadInput, key);
    return decoded ? *decoded : QByteArray();
}

QJsonObject withSignature(QJsonObject text, const QByteArray &signature)
{
    text.insert(u"signature"_s, QString::fromLatin1(signature.toBase64()));
    return text;
}

Result<QByteArray> signedBy(const Sm2Key &key, const QJsonObject &text)
{
    const auto form = canonicalForm(text);
    if (!form)
        return fail(form.error());
    return key.sign(*form);
}

/// The word with the server's key named and signed; `textOf` says what of it is signed.
template <typename Word>
Result<Word> signedWord(Word word, const Sm2Key &serverKey, QJsonObject (*textOf)(const Word &))
{
    auto signature = keyIdOf(serverKey.publicKeyPem()).and_then([&](const KeyId &id) {
        word.key = id;
        return signedBy(serverKey, textOf(word));
    });
    if (!signature)
        return fail(signature.error());
    word.signature = *std::move(signature);
    return word;
}

Result<void> verified(
    const QJsonObject &text, const QByteArray &signature, const KeyId &key, const QByteArray &pem)
{
    const auto id = keyIdOf(pem);
    if (!id)
        return fail(id.error());
    if (*id != key)
        return fail(ErrorCode::KeyUnknown, u"another server's key"_s);
    const auto form = canonicalForm(text);
    if (!form)
        return fail(form.error());
    return verifySm2(pem, *form, signature);
}

} // namespace

QJsonObject receiptText(const Receipt &receipt)
{
    return {{u"purpose"_s, receiptPurpose}, {u"tenant"_s, receipt.tenant.value},
        {u"caseId"_s, receipt.caseId.value}, {u"revision"_s, receipt.revision}, {u"digest"_s, receipt.digest},
        {u"command"_s, receipt.command.value}, {u"serverTimeMs"_s, receipt.serverTimeMs},
        {u"key"_s, receipt.key.value}};
}

QJsonObject toJson(const Receipt &receipt)
{
    return withSignature(receiptText(receipt), receipt.signature);
}

Result<Receipt> receiptFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    requirePurpose(in, receiptPurpose);
    const Receipt receipt{.tenant = {in.string(u"tenant"_s)},
        .caseId = {in.string(u"caseId"_s)},
        .revision = in.integer(u"revision"_s),
        .digest = in.string(u"digest"_s),
        .command = {in.string(u"command"_s)},
        .serverTimeMs = in.integer(u"serverTimeMs"_s),
        .key = {in.string(u"key"_s)},
        .signature = base64At(in, u"signature"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return receipt;
}

Result<Receipt> signedReceipt(Receipt receipt, const Sm2Key &serverKey)
{
    return signedWord<Receipt>(std::move(receipt), serverKey, &receiptText);
}

Result<void> verifyReceipt(const Receipt &receipt, const QByteArray &serverKeyPem)
{
    return verified(receiptText(receipt), receipt.signature, receipt.key, serverKeyPem);
}

QJsonObject receiptText(const FilingReceipt &receipt)
{
    return {{u"purpose"_s, filingPurpose}, {u"tenant"_s, receipt.tenant.value},
        {u"dossier"_s, receipt.dossier}, {u"caseId"_s, receipt.caseId.value},
        {u"archiveNumber"_s, receipt.archiveNumber}, {u"sha256"_s, receipt.sha256}, {u"sm3"_s, receipt.sm3},
        {u"bytes"_s, receipt.bytes}, {u"caseHead"_s, receipt.caseHead}, {u"filedBy"_s, receipt.filedBy.value},
        {u"filedByName"_s, receipt.filedByName}, {u"filedAtMs"_s, receipt.filedAtMs},
        {u"key"_s, receipt.key.value}};
}

QJsonObject toJson(const FilingReceipt &receipt)
{
    return withSignature(receiptText(receipt), receipt.signature);
}

Result<FilingReceipt> filingReceiptFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    requirePurpose(in, filingPurpose);
    const FilingReceipt receipt{.tenant = {in.string(u"tenant"_s)},
        .dossier = in.string(u"dossier"_s),
        .caseId = {in.string(u"caseId"_s)},
        .archiveNumber = in.string(u"archiveNumber"_s),
        .sha256 = in.string(u"sha256"_s),
        .sm3 = in.string(u"sm3"_s),
        .bytes = in.integer(u"bytes"_s),
        .caseHead = in.string(u"caseHead"_s),
        .filedBy = {in.string(u"filedBy"_s)},
        .filedByName = in.string(u"filedByName"_s),
        .filedAtMs = in.integer(u"filedAtMs"_s),
        .key = {in.string(u"key"_s)},
        .signature = base64At(in, u"signature"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return receipt;
}

Result<FilingReceipt> signedReceipt(FilingReceipt receipt, const Sm2Key &serverKey)
{
    return signedWord<FilingReceipt>(std::move(receipt), serverKey, &receiptText);
}

Result<void> verifyReceipt(const FilingReceipt &receipt, const QByteArray &serverKeyPem)
{
    return verified(receiptText(receipt), receipt.signature, receipt.key, serverKeyPem);
}

QJsonObject rootText(const SignedRoot &root)
{
    return {{u"purpose"_s, rootPurpose}, {u"tenant"_s, root.tenant.value}, {u"atMs"_s, root.atMs},
        {u"cases"_s, root.cases}, {u"root"_s, hex(root.root)}, {u"key"_s, root.key.value}};
}

QJsonObject toJson(const SignedRoot &root)
{
    return withSignature(rootText(root), root.signature);
}

Result<SignedRoot> signedRootFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    requirePurpose(in, rootPurpose);
    const SignedRoot root{.tenant = {in.string(u"tenant"_s)},
        .atMs = in.integer(u"atMs"_s),
        .cases = in.integer(u"cases"_s),
        .root = fromHex(in.string(u"root"_s)),
        .key = {in.string(u"key"_s)},
        .signature = base64At(in, u"signature"_s)};
    if (root.root.isEmpty())
        in.note(ErrorCode::BadInput, u"root"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return root;
}

Result<SignedRoot> signedRoot(SignedRoot root, const Sm2Key &serverKey)
{
    return signedWord<SignedRoot>(std::move(root), serverKey, &rootText);
}

Result<void> verifyRoot(const SignedRoot &root, const QByteArray &serverKeyPem)
{
    return verified(rootText(root), root.signature, root.key, serverKeyPem);
}

} // namespace chengban
