#pragma once

#include "shared/base/ErrorCode.h"
#include "shared/base/Names.h"

#include <QString>

#include <array>
#include <optional>

namespace chengban {

/// What can be said about one row of a file. Rejects first, then warnings.
enum class IntakeFinding {
    EncodingMixed, ///< Bytes of another encoding than the file's.
    CellTooLarge,
    QuoteUnclosed,
    QuoteMisplaced, ///< Text after a closing quote.
    CellsTooFew,
    CellsTooMany,
    ContentMissing, ///< Neither a demand nor a title.
    NumberDamaged, ///< The spreadsheet program turned a long number into 1.23E+17.
    NumberRepeated, ///< The same number stood earlier in the file.
    TimeMissing,
    TimeUnreadable,
    PhoneMissing,
    PhoneUnreadable,
    NumberMissing, ///< One was derived from the row.
    TitleMissing, ///< The beginning of the demand serves.
    TextMissing, ///< The title serves as the demand.
    AnonymityUnreadable, ///< Taken as not anonymous, so contact is due.
};

constexpr auto namesOf(IntakeFinding)
{
    using enum IntakeFinding;
    return std::array{Named{EncodingMixed, "encoding-mixed"}, Named{CellTooLarge, "cell-too-large"},
        Named{QuoteUnclosed, "quote-unclosed"}, Named{QuoteMisplaced, "quote-misplaced"},
        Named{CellsTooFew, "cells-too-few"}, Named{CellsTooMany, "cells-too-many"},
        Named{ContentMissing, "content-missing"}, Named{NumberDamaged, "number-damaged"},
        Named{NumberRepeated, "number-repeated"}, Named{TimeMissing, "time-missing"},
        Named{TimeUnreadable, "time-unreadable"}, Named{PhoneMissing, "phone-missing"},
        Named{PhoneUnreadable, "phone-unreadable"}, Named{NumberMissing, "number-missing"},
        Named{TitleMissing, "title-missing"}, Named{TextMissing, "text-missing"},
        Named{AnonymityUnreadable, "anonymity-unreadable"}};
}

/// The code a reject is reported with; empty for a warning.
[[nodiscard]] std::optional<ErrorCode> rejectCode(IntakeFinding finding);

/// One sentence for people. Translated.
[[nodiscard]] QString findingText(IntakeFinding finding);

} // namespace chengban
