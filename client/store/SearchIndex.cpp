#include "client/store/SearchIndex.h"

#include "client/store/CaseSummary.h"

#include <QSet>

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

/// A word of two characters is its pair: who has the token has the word. Pairs of a longer one may lie apart.
QStringList notProvenByPairs(QStringList words)
{
    words.removeIf([](const QString &word) { return word.size() == 2; });
    return words;
}

} // namespace

SearchIndex::SearchIndex(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

QStringList SearchIndex::tokens(const QString &text) const
{
    QSet<quint32> pairs;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (!text[i].isSpace() && !text[i + 1].isSpace())
            pairs.insert(quint32(text[i].unicode()) << 16 | text[i + 1].unicode());
    }
    QStringList spelledTokens;
    spelledTokens.reserve(pairs.size());
    for (const quint32 pair : std::as_const(pairs))
        spelledTokens << spelled(m_sealer.token({reinterpret_cast<const char *>(&pair), sizeof pair}));
    return spelledTokens;
}

Result<bool> SearchIndex::contains(
    const QByteArray &sealed, const QString &id, const QStringList &words) const
{
    const auto opened = m_sealer.opened(sealed, wordsPlace(id));
    if (!opened)
        return fail(opened.error());
    const QString text = QString::fromUtf8(*opened);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}

Result<void> SearchIndex::scan(const QString &sql, const QVariantList &values, const QStringList &words,
    int most, QList<CaseId> &found) const
{
    if (found.size() >= most)
        return {};
    return m_db.eachUntil(sql, values, [&](const QSqlQuery &row) -> Result<bool> {
        const QString id = row.value(0).toString();
        const auto hit
            = words.isEmpty() ? Result<bool>(true) : contains(row.value(1).toByteArray(), id, words);
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
        for (const QString &token : tokens(word))
            wanted.insert(QLatin1Char('"') + token + QLatin1Char('"'));
    }
    const QString columns = QStringLiteral("SELECT case_id, words FROM cases");
    if (wanted.isEmpty()) {
        const auto scanned
            = scan(columns + QStringLiteral(" ORDER BY changed_at_ms DESC"), {}, words, most, found);
        return scanned ? Result<QList<CaseId>>(found) : fail(scanned.error());
    }
    const auto fresh
        = scan(columns + QStringLiteral(" WHERE indexed_revision < revision"), {}, words, most, found);
    if (!fresh)
        return fail(fresh.error());
    const auto indexed = scan(columns
            + QStringLiteral(
                " JOIN search_rows ON case_number = number WHERE row IN (SELECT rowid FROM search_tokens"
                " WHERE search_tokens MATCH ? ORDER BY rowid DESC) AND indexed_revision >= revision"
                " ORDER BY row DESC"),
        {QStringList(wanted.begin(), wanted.end()).join(QStringLiteral(" AND "))}, notProvenByPairs(words),
        most, found);
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
            {tokens(words).join(QLatin1Char(' '))});
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
