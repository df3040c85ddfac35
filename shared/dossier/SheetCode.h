#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QString>

#include <array>

namespace chengban {

/// Which paper a printed code stands on.
enum class SheetStep { SignOff, Fax };

constexpr auto namesOf(SheetStep)
{
    return std::array{Named{SheetStep::SignOff, "sign-off"}, Named{SheetStep::Fax, "fax"}};
}

/// What the QR code of a sheet names: the case, the version of the reply and the step, with the first digits
/// of the reply's digest, and which page of the sheet it stands on. A sheet of an older version is told by
/// it.
struct SheetCode
{
    CaseId id;
    int version = 0;
    SheetStep step = SheetStep::SignOff;
    QString digest; ///< Hex; 16 digits of it are printed.
    int page = 1; ///< From 1.
    int pages = 1; ///< 0: more follow; how many, the sheet's last page says.
    bool operator==(const SheetCode &) const = default;
};

/// "CHENGBAN:2:CASE:VERSION:STEP:DIGEST:PAGE/PAGES:CHECK". CHECK are four digits of a SHA-256 over all before
/// it: a code that was read wrongly is no code. In capitals, which a QR code stores in fewer modules, unless
/// the case's id has some of its own.
[[nodiscard]] QString textOf(const SheetCode &code);
/// Reads that and the form of sheets printed earlier, "chengban:1:CASE:VERSION:STEP:DIGEST".
/// Errors: BadInput for anything else.
[[nodiscard]] Result<SheetCode> sheetCodeFrom(const QString &text);

/// Whether both stand on pages of one sheet.
[[nodiscard]] bool isSameSheet(const SheetCode &one, const SheetCode &other);

} // namespace chengban
