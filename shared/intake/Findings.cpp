#include "shared/intake/Findings.h"

#include <QCoreApplication>

namespace chengban {

namespace {

struct Row
{
    IntakeFinding finding;
    std::optional<ErrorCode> code; ///< Empty for a warning.
    const char *text;
};

// One row per finding, in the order of the enum.
constexpr std::array rows{
    Row{IntakeFinding::EncodingMixed, ErrorCode::BadEncoding,
        QT_TRANSLATE_NOOP("IntakeFinding", "The row holds characters in another encoding than the file.")},
    Row{IntakeFinding::CellTooLarge, ErrorCode::TooLarge,
        QT_TRANSLATE_NOOP("IntakeFinding", "A cell of the row is larger than allowed.")},
    Row{IntakeFinding::QuoteUnclosed, ErrorCode::RowInvalid,
        QT_TRANSLATE_NOOP("IntakeFinding", "A quotation mark is opened and never closed.")},
    Row{IntakeFinding::QuoteMisplaced, ErrorCode::RowInvalid,
        QT_TRANSLATE_NOOP("IntakeFinding",
            "Text follows a closing quotation mark; a quotation mark is missing or not doubled.")},
    Row{IntakeFinding::CellsTooFew, ErrorCode::RowInvalid,
        QT_TRANSLATE_NOOP(
            "IntakeFinding", "The row has fewer cells than the header; a line break may have cut it.")},
    Row{IntakeFinding::CellsTooMany, ErrorCode::RowInvalid,
        QT_TRANSLATE_NOOP("IntakeFinding",
            "The row has more cells than the header; a cell with a comma may lack its quotation marks.")},
    Row{IntakeFinding::ContentMissing, ErrorCode::MissingField,
        QT_TRANSLATE_NOOP("IntakeFinding", "The row has neither a demand nor a title.")},
    Row{IntakeFinding::NumberDamaged, ErrorCode::RowInvalid,
        QT_TRANSLATE_NOOP("IntakeFinding",
            "The spreadsheet program shortened the number to the form 1.23E+17; restore it as text.")},
    Row{IntakeFinding::NumberRepeated, ErrorCode::RowDuplicate,
        QT_TRANSLATE_NOOP(
            "IntakeFinding", "The same number stands earlier in the file; the first row counts.")},
    Row{IntakeFinding::TimeMissing, std::nullopt,
        QT_TRANSLATE_NOOP("IntakeFinding", "The time of the report is missing.")},
    Row{IntakeFinding::TimeUnreadable, std::nullopt,
        QT_TRANSLATE_NOOP("IntakeFinding", "The time of the report cannot be read and was left empty.")},
    Row{IntakeFinding::PhoneMissing, std::nullopt,
        QT_TRANSLATE_NOOP("IntakeFinding", "There is no telephone number.")},
    Row{IntakeFinding::PhoneUnreadable, std::nullopt,
        QT_TRANSLATE_NOOP("IntakeFinding", "The telephone number cannot be read and was left empty.")},
    Row{IntakeFinding::NumberMissing, std::nullopt,
        QT_TRANSLATE_NOOP("IntakeFinding", "There is no case number; one was derived from the row.")},
    Row{IntakeFinding::TitleMissing, std::nullopt,
        QT_TRANSLATE_NOOP("IntakeFinding", "There is no title; the beginning of the demand serves as one.")},
    Row{IntakeFinding::TextMissing, std::nullopt,
        QT_TRANSLATE_NOOP("IntakeFinding", "There is no demand; the title serves as one.")},
    Row{IntakeFinding::AnonymityUnreadable, std::nullopt,
        QT_TRANSLATE_NOOP("IntakeFinding",
            "Whether the report is anonymous cannot be read; it was taken as not anonymous.")},
};

const Row &rowOf(IntakeFinding finding)
{
    const Row &row = rows[static_cast<size_t>(finding)];
    Q_ASSERT(row.finding == finding);
    return row;
}

} // namespace

std::optional<ErrorCode> rejectCode(IntakeFinding finding)
{
    return rowOf(finding).code;
}

QString findingText(IntakeFinding finding)
{
    return QCoreApplication::translate("IntakeFinding", rowOf(finding).text);
}

} // namespace chengban
