#pragma once

#include "shared/signing/Signing.h"

namespace chengban {

/// The centre's word that it holds a dossier's package: what was handed over, when, by whom.
struct FilingReceipt
{
    TenantId tenant;
    QString dossier; ///< Id of the register's line.
    CaseId caseId;
    QString archiveNumber;
    QString sha256; ///< Of the package as one file, hex.
    QString sm3;
    qint64 bytes = 0;
    QString caseHead; ///< Hex: of the log that travels in it.
    UserId filedBy;
    QString filedByName;
    qint64 filedAtMs = 0;
    KeyId key;
    QByteArray signature; ///< DER, over the canonical form of receiptText().

    bool operator==(const FilingReceipt &) const = default;
};
[[nodiscard]] QJsonObject receiptText(const FilingReceipt &receipt); ///< Without the signature.
[[nodiscard]] QJsonObject toJson(const FilingReceipt &receipt);
[[nodiscard]] Result<FilingReceipt> filingReceiptFromJson(const QJsonObject &json);
/// Fills in key and signature.
[[nodiscard]] Result<FilingReceipt> signedReceipt(FilingReceipt receipt, const Sm2Key &serverKey);
/// Errors: SignatureInvalid; KeyUnknown when it was signed by another key.
[[nodiscard]] Result<void> verifyReceipt(const FilingReceipt &receipt, const QByteArray &serverKeyPem);

} // namespace chengban
