#pragma once

#include "client/store/Database.h"
#include "client/store/Sealer.h"
#include "shared/base/Ids.h"

#include <QList>
#include <QString>

namespace chengban {

/// Full-text search over the sealed replica without telling its texts.
///
/// The index holds keyed 64-bit values of characters and of pairs of neighbours. It answers for words of one
/// and two characters; for longer ones it proposes, and the case's words are opened. Cases not yet indexed
/// are opened and scanned, so nothing is missed meanwhile. A case whose words change gets new rows; its old
/// ones lose their meaning and are left behind (a contentless table can forget a row only by being told its
/// old tokens, and a wrong telling would corrupt it silently).
class SearchIndex
{
public:
    SearchIndex(Database &db, const Sealer &sealer);

    /// The newest cases that contain every word of the query, at most `most`.
    [[nodiscard]] Result<QList<CaseId>> search(const QString &query, int most = 500) const;
    /// Indexes up to `most` cases that are new or changed; gives how many were left to do. A slice, so that
    /// typing is not held up.
    [[nodiscard]] Result<int> indexSome(int most);

private:
    [[nodiscard]] Result<bool> contains(
        const QByteArray &sealed, const QString &id, const QList<QByteArray> &words) const;
    [[nodiscard]] Result<void> scan(const QString &from, const QVariantList &values, const QStringList &words,
        int most, QList<CaseId> &found) const;
    [[nodiscard]] Result<void> indexOne(qint64 number, qint64 revision, const QString &words);
    [[nodiscard]] QStringList tokens(const QString &text, bool withSingles) const;

    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
