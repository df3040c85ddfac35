#pragma once

#include "shared/cases/Case.h"
#include "shared/dossier/Manifest.h"

#include <QString>

namespace chengban {

// Words of official papers: Chinese data whatever the language of the window.

[[nodiscard]] QString word(Verdict verdict);
[[nodiscard]] QString word(ContactOutcome outcome);
[[nodiscard]] QString word(SignerLevel level);
[[nodiscard]] QString word(CaseClass caseClass);
[[nodiscard]] QString word(AttachmentKind kind);
[[nodiscard]] QString word(RecordKind kind);
[[nodiscard]] QString eventWord(const QString &eventType); ///< The type itself when it is not known here.
[[nodiscard]] QString retentionWord(const QString &retention); ///< "D30" -> 30年

/// The label of a coded reason in any list of the pack; the code itself without one.
[[nodiscard]] QString codeWord(const QString &code, const RulePack *pack);

/// 2026年3月9日, without leading zeros (GB/T 9704); empty for 0.
[[nodiscard]] QString dayWord(qint64 utcMs);
/// 2026年3月9日 16:05; empty for 0.
[[nodiscard]] QString timeWord(qint64 utcMs);
/// 20260309 as catalogues have it (standards A1); empty for 0.
[[nodiscard]] QString digitDay(qint64 utcMs);

/// A name, and for whom the person acted: 韩志远（代赵立群）
[[nodiscard]] QString nameWord(const Actor &actor);
/// Who signed; of a signature on paper not who recorded it.
[[nodiscard]] QString nameWord(const Entry<SignatureBody> &signature);

} // namespace chengban
