#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace chengban {

/// What a column of a foreign file can mean to us.
enum class IntakeColumn {
    SourceNumber,
    Category,
    Channel,
    Title,
    Text,
    ReportedAt,
    Location,
    Name,
    Phone,
    Address,
    Anonymous,
    Reply,
    RepliedAt,
    ReplyUnit,
};

constexpr auto namesOf(IntakeColumn)
{
    using enum IntakeColumn;
    return std::array{Named{SourceNumber, "source-number"}, Named{Category, "category"},
        Named{Channel, "channel"}, Named{Title, "title"}, Named{Text, "text"},
        Named{ReportedAt, "reported-at"}, Named{Location, "location"}, Named{Name, "name"},
        Named{Phone, "phone"}, Named{Address, "address"}, Named{Anonymous, "anonymous"},
        Named{Reply, "reply"}, Named{RepliedAt, "replied-at"}, Named{ReplyUnit, "reply-unit"}};
}

/// Name of a column for people. Translated.
[[nodiscard]] QString columnText(IntakeColumn column);

/// Which header of a file holds what, for files of one source; saved as a profile and used again.
struct Mapping
{
    QString source; ///< System the file comes from: with the number the key that keeps a case from coming in
                    ///< twice.
    QHash<IntakeColumn, QString> headers; ///< Header text by meaning, as it stands in the file.

    bool operator==(const Mapping &) const = default;
};

/// What a header most likely means, by a table of words that Chinese hotline systems and English exports use.
[[nodiscard]] std::optional<IntakeColumn> meaningOf(const QString &header);

/// The proposal for a header row. Of two headers with the same meaning the first is taken.
[[nodiscard]] Mapping proposedMapping(const QStringList &headers, const QString &source);

/// Checks that the mapping fits a file: every header it names is there, and there is a text or a title.
/// Errors: ColumnMissing with the header or the column's name.
[[nodiscard]] Result<void> checkMapping(const Mapping &mapping, const QStringList &headers);

/// Names a header row: a saved profile is found again by source and signature. 16 hex digits.
[[nodiscard]] QString headerSignature(const QStringList &headers);

/// {"version":1,"source":"12345","columns":{"text":"诉求内容",…}}
[[nodiscard]] QJsonObject toJson(const Mapping &mapping);
/// Errors: BadInput, MissingField, UnknownField with the place.
[[nodiscard]] Result<Mapping> mappingFromJson(const QJsonObject &json);

} // namespace chengban
