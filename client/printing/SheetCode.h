#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QString>

#include <array>

namespace chengban {

class SheetPainter;

/// Which paper a printed code stands on.
enum class SheetStep { SignOff, Fax };

constexpr auto namesOf(SheetStep)
{
    return std::array{Named{SheetStep::SignOff, "sign-off"}, Named{SheetStep::Fax, "fax"}};
}

/// What the QR code of a sheet names: the case, the version of the reply and the step, with the first digits
/// of the reply's digest. A sheet of an older version is told by it.
struct SheetCode
{
    CaseId id;
    int version = 0;
    SheetStep step = SheetStep::SignOff;
    QString digest; ///< Hex; 16 digits of it are printed.
    bool operator==(const SheetCode &) const = default;
};

/// "chengban:1:CASE:VERSION:STEP:DIGEST"
[[nodiscard]] QString textOf(const SheetCode &code);
/// Errors: BadInput for anything else.
[[nodiscard]] Result<SheetCode> sheetCodeFrom(const QString &text);

/// The code in a square of 26 mm at the left, `words` beside it; both stay on one page.
void paintSheetCode(SheetPainter &painter, const SheetCode &code, const QString &words);

} // namespace chengban
