#pragma once

#include "shared/dossier/Register.h"

namespace chengban {

// The archive room's words.
[[nodiscard]] QString retentionText(const QString &code);
[[nodiscard]] QString disposalText(DisposalKind kind);
/// State of a line: kept, due, proposed and by whom, destroyed or transferred and when.
[[nodiscard]] QString stateText(const DossierLine &line, int year);
/// "2026-03-21 09:12 某某提出销毁：保管期限已满" and what was decided.
[[nodiscard]] QString disposalText(const Disposal &disposal);
[[nodiscard]] QString openingText(const Opening &opening);

} // namespace chengban
