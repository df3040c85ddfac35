#include "shared/intake/Intake.h"

#include "shared/canonical/Digest.h"
#include "shared/intake/Cells.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace chengban {

namespace {

/// The columns that rejectsCsv() adds; they are ignored when the file comes back.
constexpr std::array addedHeaders{u"行号", u"原因"};

/// Titles such as "工单明细表" stand above the header in many exports.
constexpr qsizetype headerSearchedIn = 10;

qsizetype headerRow(const Table &table)
{
    qsizetype best = 0;
    qsizetype most = 1;
    for (qsizetype i = 0; i < std::min(headerSearchedIn, table.rows.size()); ++i) {
        const auto known = std::ranges::count_if(
            table.rows[i].cells, [](const QString &cell) { return meaningOf(cleanCell(cell)).has_value(); });
        if (known > most) {
            most = known;
            best = i;
        }
    }
    return best;
}

/// A profile made for these headers says itself where they stand.
qsizetype headerRow(const Table &table, const Mapping &mapping)
{
    for (qsizetype i = 0; i < std::min(headerSearchedIn, table.rows.size()); ++i) {
        if (std::ranges::any_of(
                mapping.headers, [&](const QString &header) { return table.rows[i].cells.contains(header); }))
            return i;
    }
    return 0;
}

QStringList headersOf(const TableRow &row)
{
    QStringList headers;
    for (const QString &cell : row.cells)
        headers.append(cleanCell(cell));
    while (!headers.isEmpty() && headers.last().isEmpty())
        headers.removeLast();
    return headers;
}

/// Turns rows into registrations under one mapping.
class RowReader
{
public:
    RowReader(const QStringList &headers, const Mapping &mapping, bool padded)
        : m_source(mapping.source)
        , m_width(headers.size())
        , m_padded(padded)
    {
        for (auto it = mapping.headers.constBegin(); it != mapping.headers.constEnd(); ++it)
            m_columns.insert(it.key(), headers.indexOf(it.value()));
    }

    /// The registration, or why there is none.
    [[nodiscard]] tl::expected<IntakeCase, IntakeFinding> read(const TableRow &row)
    {
        if (const auto fault = shapeFault(row))
            return tl::unexpected(*fault);
        m_row = &row;
        m_warnings.clear();
        IntakeCase found{row.line, {}, {}, row.cells};
        found.body.demand = demand();
        found.body.identity = identity();
        found.body.demand.hasPhone = !found.body.identity.phone.isEmpty();
        found.body.earlierReplies = earlierReplies();
        found.warnings = m_warnings;
        if (found.body.demand.text.isEmpty())
            return tl::unexpected(IntakeFinding::ContentMissing);
        if (isDamagedNumber(found.body.demand.sourceNumber))
            return tl::unexpected(IntakeFinding::NumberDamaged);
        return found;
    }

private:
    [[nodiscard]] std::optional<IntakeFinding> shapeFault(const TableRow &row) const
    {
        if (row.fault)
            return row.fault;
        if (row.cells.size() < m_width && !m_padded)
            return IntakeFinding::CellsTooFew;
        for (qsizetype i = m_width; i < row.cells.size(); ++i) {
            if (!row.cells[i].trimmed().isEmpty())
                return IntakeFinding::CellsTooMany;
        }
        return std::nullopt;
    }

    [[nodiscard]] QString cell(IntakeColumn column) const
    {
        return cleanCell(m_row->cells.value(m_columns.value(column, -1)));
    }

    [[nodiscard]] QString optionalCell(IntakeColumn column) const { return optionalText(cell(column)); }

    void warn(IntakeFinding finding) { m_warnings.append(finding); }

    [[nodiscard]] Demand demand()
    {
        Demand demand;
        demand.source = m_source;
        demand.sourceNumber = number();
        demand.channel = optionalCell(IntakeColumn::Channel);
        demand.category = optionalCell(IntakeColumn::Category);
        demand.location = optionalCell(IntakeColumn::Location);
        demand.title = cell(IntakeColumn::Title);
        demand.text = cell(IntakeColumn::Text);
        fillTitleAndText(demand);
        demand.reportedAtMs = reportedAt();
        const auto anonymous = yesNoOf(cell(IntakeColumn::Anonymous));
        if (!anonymous)
            warn(IntakeFinding::AnonymityUnreadable);
        demand.anonymous = anonymous.value_or(false);
        return demand;
    }

    void fillTitleAndText(Demand &demand)
    {
        if (demand.text.isEmpty() && !demand.title.isEmpty()) {
            demand.text = demand.title;
            warn(IntakeFinding::TextMissing);
        } else if (demand.title.isEmpty() && !demand.text.isEmpty()) {
            demand.title = beginning(demand.text);
            warn(IntakeFinding::TitleMissing);
        }
    }

    [[nodiscard]] static QString beginning(const QString &text)
    {
        constexpr qsizetype titleLength = 30;
        const QString line = text.section(QLatin1Char('\n'), 0, 0).trimmed();
        if (line.size() <= titleLength)
            return line;
        // Never half a character: an ideograph beyond the BMP takes two units.
        const bool splits = line[titleLength - 1].isHighSurrogate();
        return line.first(splits ? titleLength - 1 : titleLength) + QChar(0x2026);
    }

    [[nodiscard]] QString number()
    {
        const QString number = optionalCell(IntakeColumn::SourceNumber);
        if (!number.isEmpty())
            return number;
        warn(IntakeFinding::NumberMissing);
        return QStringLiteral("SM3-") + hex(sm3(m_row->cells.join(QChar(0x1f)).toUtf8()).first(8));
    }

    [[nodiscard]] std::optional<qint64> reportedAt()
    {
        const QString text = optionalCell(IntakeColumn::ReportedAt);
        const auto time = timeOf(text);
        if (!time)
            warn(text.isEmpty() ? IntakeFinding::TimeMissing : IntakeFinding::TimeUnreadable);
        return time;
    }

    [[nodiscard]] Identity identity()
    {
        const QString phone = optionalCell(IntakeColumn::Phone);
        const auto number = phoneOf(phone);
        if (!number)
            warn(phone.isEmpty() ? IntakeFinding::PhoneMissing : IntakeFinding::PhoneUnreadable);
        return {optionalCell(IntakeColumn::Name), number.value_or(QString()),
            optionalCell(IntakeColumn::Address)};
    }

    [[nodiscard]] QList<EarlierReply> earlierReplies() const
    {
        const QString text = optionalCell(IntakeColumn::Reply);
        if (text.isEmpty())
            return {};
        return {{text, optionalCell(IntakeColumn::ReplyUnit), timeOf(optionalCell(IntakeColumn::RepliedAt))}};
    }

    QString m_source;
    QHash<IntakeColumn, qsizetype> m_columns;
    qsizetype m_width;
    bool m_padded;
    const TableRow *m_row = nullptr;
    QList<IntakeFinding> m_warnings;
};

QStringList unusedHeaders(const QStringList &headers, const Mapping &mapping)
{
    QStringList unused;
    for (const QString &header : headers) {
        const bool added
            = std::ranges::any_of(addedHeaders, [&](const char16_t *word) { return header == word; });
        if (!header.isEmpty() && !added && !mapping.headers.values().contains(header))
            unused.append(header);
    }
    return unused;
}

void readRows(const Table &table, qsizetype header, Intake &intake)
{
    RowReader reader(intake.headers, intake.mapping, table.padded);
    QSet<QString> numbers;
    for (qsizetype i = header + 1; i < table.rows.size(); ++i) {
        auto found = reader.read(table.rows[i]);
        if (found && numbers.contains(found->body.demand.sourceNumber))
            found = tl::unexpected(IntakeFinding::NumberRepeated);
        if (found) {
            numbers.insert(found->body.demand.sourceNumber);
            intake.cases.append(std::move(*found));
        } else {
            intake.rejects.append(
                {table.rows[i].line, rejectCode(found.error()).value_or(ErrorCode::RowInvalid),
                    findingText(found.error()), table.rows[i].cells});
        }
    }
}

QString csvCell(QString cell)
{
    if (!cell.isEmpty() && QStringLiteral("=+-@").contains(cell.front()))
        cell.prepend(QLatin1Char('\''));
    static const QString special = QStringLiteral("\",;\t\r\n");
    if (!std::ranges::any_of(cell, [](QChar c) { return special.contains(c); }))
        return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return written.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace

qsizetype Intake::duplicateCount() const
{
    return std::ranges::count(rejects, ErrorCode::RowDuplicate, &IntakeReject::code);
}

Result<IntakeOutline> outlineOf(const QByteArray &bytes, const IntakeOptions &options)
{
    const auto table = readTable(bytes, options.limits, options.encoding);
    if (!table)
        return fail(table.error());
    const QStringList headers = headersOf(table->rows[headerRow(*table)]);
    return IntakeOutline{table->format, headers, proposedMapping(headers, options.source)};
}

Result<Intake> readCases(const QByteArray &bytes, const IntakeOptions &options)
{
    const auto table = readTable(bytes, options.limits, options.encoding);
    if (!table)
        return fail(table.error());
    const qsizetype header = options.mapping ? headerRow(*table, *options.mapping) : headerRow(*table);
    Intake intake;
    intake.format = table->format;
    intake.headers = headersOf(table->rows[header]);
    intake.mapping = options.mapping ? *options.mapping : proposedMapping(intake.headers, options.source);
    if (auto done = checkMapping(intake.mapping, intake.headers); !done)
        return fail(done.error());
    intake.unusedHeaders = unusedHeaders(intake.headers, intake.mapping);
    readRows(*table, header, intake);
    return intake;
}

QByteArray rejectsCsv(const QStringList &headers, const QList<IntakeReject> &rejects)
{
    const auto isAdded = [](const QString &header) {
        return std::ranges::any_of(addedHeaders, [&](const char16_t *word) { return header == word; });
    };
    QStringList columns = headers;
    // A file of rejects that is rejected again gets its line and reason anew, not twice.
    while (!columns.isEmpty() && isAdded(columns.last()))
        columns.removeLast();
    const qsizetype width = columns.size();
    for (const char16_t *word : addedHeaders)
        columns.append(QString::fromUtf16(word));

    QByteArray out = "\xEF\xBB\xBF" + csvLine(columns);
    for (const IntakeReject &reject : rejects) {
        QStringList cells = reject.cells.first(std::min(width, reject.cells.size()));
        cells.resize(width);
        cells.append(QString::number(reject.line));
        cells.append(reject.reason);
        cells += reject.cells.mid(width); // What was too many stands behind, so nothing of the row is lost.
        out += csvLine(cells);
    }
    return out;
}

} // namespace chengban
