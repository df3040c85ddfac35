#include "client/store/SearchIndex.h"

#include "client/store/CaseSummary.h"

#include <QSet>

#include <algorithm>

namespace chengban {

namespace {

SealedPlace wordsPlace(const QString &id)
{
    return {"cases", "words", id};
}

// Base 32 with letters and digits only: the ascii tokenizer takes it as one token.
QString spelled(quint64 value)
{
    return QString::number(value, 32);
}

QStringList wordsOf(const QString &query)
{
    return foldedForSearch(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// A word of one or two characters is its token: who has the one has the other. Pairs of a longer one may lie
/// apart.
QStringList notProvenByTokens(QStringList words)
{
    words.removeIf([](const QString &word) { return word.size() <= 2; });
    return words;
}

/// Characters and pairs of neighbours as numbers; what parts the words is in neither.
QSet<quint32> piecesOf(const QString &text, bool withSingles)
{
    QSet<quint32> pieces;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace())
            continue;
        if (withSingles)
            pieces.insert(text[i].unicode());
        if (i + 1 < text.size() && !text[i + 1].isSpace())
            pieces.insert(quint32(text[i].unicode()) << 16 | text[i + 1].unicode());
    }
    return pieces;
}

} // namespace

SearchIndex::SearchIndex(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

QStringList SearchIndex::tokens(const QString &text, bool withSingles) const
{
    const QSet<quint32> pieces = piecesOf(text, withSingles);
    QStringList spelledTokens;
    spelledTokens.reserve(pieces.size());
    for (const quint32 piece : pieces)
        spelledTokens << spelled(m_sealer.token({reinterpret_cast<const char *>(&piece), sizeof piece}));
    return spelledTokens;
}

Result<bool> SearchIndex::contains(
    const QByteArray &sealed, const QString &id, const QList<QByteArray> &words) const
{
    const auto opened = m_sealer.opened(sealed, wordsPlace(id));
    if (!opened)
        return fail(opened.error());
    // A character's bytes never begin in the middle of another's, so bytes are compared.
    return std::ranges::all_of(words, [&](const QByteArray &word) { return opened->contains(word); });
}

Result<void> SearchIndex::scan(const QString &from, const QVariantList &values, const QStringList &words,
    int most, QList<CaseId> &found) const
{
    if (found.size() >= most)
        return {};
    QList<QByteArray> wanted;
    for (const QString &word : words)
        wanted << word.toUtf8();
    const QString columns = wanted.isEmpty() ? QStringLiteral("case_id") : QStringLiteral("case_id, words");
    return m_db.eachUntil(QStringLiteral("SELECT %1 FROM %2").arg(columns, from), values,
        [&](const QSqlQuery &row) -> Result<bool> {
            const QString id = row.value(0).toString();
            const auto hit
                = wanted.isEmpty() ? Result<bool>(true) : contains(row.value(1).toByteArray(), id, wanted);
            if (!hit)
                return fail(hit.error());
            if (*hit)
                found << CaseId{id};
            return found.size() < most;
        });
}

Result<QList<CaseId>> SearchIndex::search(const QString &query, int most) const
{
    const QStringList words = wordsOf(query);
    QList<CaseId> found;
    if (words.isEmpty())
        return found;
    QSet<QString> wanted;
    for (const QString &word : words) {
        for (const QString &token : tokens(word, word.size() == 1))
            wanted.insert(QLatin1Char('"') + token + QLatin1Char('"'));
    }
    const auto fresh
        = scan(QStringLiteral("cases WHERE indexed_revision < revision"), {}, words, most, found);
    if (!fresh)
        return fail(fresh.error());
    // From the tokens outwards and in their own order, so that reading ends with the last hit that is wanted;
    // as a subquery all rows of a common word are gathered first.
    const auto indexed
        = scan(QStringLiteral("search_tokens CROSS JOIN search_rows ON row = search_tokens.rowid"
                              " CROSS JOIN cases ON number = case_number"
                              " WHERE search_tokens MATCH ? AND indexed_revision >= revision"
                              " ORDER BY search_tokens.rowid DESC"),
            {QStringList(wanted.begin(), wanted.end()).join(QStringLiteral(" AND "))},
            notProvenByTokens(words), most, found);
    if (!indexed)
        return fail(indexed.error());
    return found;
}

Result<void> SearchIndex::indexOne(qint64 number, qint64 revision, const QString &words)
{
    const auto gone = m_db.run(QStringLiteral("DELETE FROM search_rows WHERE case_number = ?"), {number});
    if (!gone)
        return fail(gone.error());
    const auto put
        = m_db.run(QStringLiteral("INSERT INTO search_tokens (rowid, tokens) VALUES"
                                  " ((SELECT ifnull(max(id), 0) + 1 FROM search_tokens_docsize), ?)"),
            {tokens(words, true).join(QLatin1Char(' '))});
    if (!put)
        return fail(put.error());
    const auto row = m_db.run(
        QStringLiteral("INSERT INTO search_rows (row, case_number) VALUES (?, ?)"), {put->lastRow, number});
    if (!row)
        return fail(row.error());
    const auto marked = m_db.run(
        QStringLiteral("UPDATE cases SET indexed_revision = ? WHERE number = ?"), {revision, number});
    return marked ? Result<void>{} : fail(marked.error());
}

Result<int> SearchIndex::indexSome(int most)
{
    struct Waiting
    {
        qint64 number;
        qint64 revision;
        QString words;
    };
    QList<Waiting> waiting;
    const auto read = m_db.each(QStringLiteral("SELECT number, revision, case_id, words FROM cases"
                                               " WHERE indexed_revision < revision ORDER BY number LIMIT ?"),
        {most}, [&](const QSqlQuery &row) -> Result<void> {
            const auto words
                = m_sealer.opened(row.value(3).toByteArray(), wordsPlace(row.value(2).toString()));
            if (!words)
                return fail(words.error());
            waiting << Waiting{
                row.value(0).toLongLong(), row.value(1).toLongLong(), QString::fromUtf8(*words)};
            return {};
        });
    if (!read)
        return fail(read.error());
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    for (const Waiting &one : std::as_const(waiting)) {
        if (const auto done = indexOne(one.number, one.revision, one.words); !done)
            return fail(done.error());
    }
    if (const auto committed = transaction->commit(); !committed)
        return fail(committed.error());
    int left = 0;
    const auto counted
        = m_db.each(QStringLiteral("SELECT count(*) FROM cases WHERE indexed_revision < revision"), {},
            [&](const QSqlQuery &row) -> Result<void> {
                left = row.value(0).toInt();
                return {};
            });
    if (!counted)
        return fail(counted.error());
    return left;
}

} // namespace chengban
