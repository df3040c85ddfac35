#pragma once

#include "client/models/RuleShelf.h"
#include "client/store/Store.h"

#include <QCache>
#include <QHash>
#include <QSet>

#include <optional>

namespace chengban {

/// Cases as their reader sees them: the confirmed log with the own waiting commands applied on top.
///
/// The effect of a waiting command is decided again each time the log grows, so it follows what the server
/// sent; one that is no longer possible is left out, and the server's answer will say why.
class CaseBook
{
public:
    CaseBook(Store &store, const RuleShelf &rules, Actor person, const wire::Directory &directory);

    /// With the identity, if it is here: for rules that look for personal data, never for showing.
    /// Errors: CaseUnknown, StoreDamaged.
    [[nodiscard]] Result<Case> complete(const CaseId &id) const;
    /// Without the identity: what pages may show before a reveal.
    [[nodiscard]] Result<Case> shown(const CaseId &id) const;
    /// The case before its first event, for Register.
    [[nodiscard]] Case unwritten(const CaseId &id) const;

    /// All lines of the list, with pending work and drafts marked. Remembered: only the first call, and a
    /// line that was forgotten, is read from the store.
    [[nodiscard]] Result<QList<CaseSummary>> summaries() const;
    /// Drops what was remembered of these cases; of all when empty.
    void forget(const QList<CaseId> &ids);
    /// The outbox or a draft changed: what the log says of the cases stays remembered.
    void forgetOwn();

private:
    [[nodiscard]] Result<Case> withWaiting(const CaseId &id) const;
    [[nodiscard]] Case applied(Case theCase, const OutboxRow &row) const;
    [[nodiscard]] Result<void> readLines() const;
    /// The lines that own work changes, as they are to be shown.
    [[nodiscard]] QHash<CaseId, CaseSummary> ownLines(
        const QList<OutboxRow> &rows, const QList<CaseId> &drafts) const;

    Store &m_store;
    const RuleShelf &m_rules;
    Actor m_actor; ///< On the own post.
    const wire::Directory &m_directory; ///< Says on which other posts commands may have been taken.
    mutable QCache<CaseId, Case> m_cases;
    mutable std::optional<QHash<CaseId, CaseSummary>> m_lines; ///< As the replica has them.
    mutable QSet<CaseId> m_stale; ///< Of m_lines.
    mutable std::optional<QList<CaseSummary>> m_shown;
};

} // namespace chengban
