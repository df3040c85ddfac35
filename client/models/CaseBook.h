#pragma once

#include "client/models/RuleShelf.h"
#include "client/store/Store.h"

#include <QCache>

namespace chengban {

/// Cases as their reader sees them: the confirmed log with the own waiting commands applied on top.
///
/// The effect of a waiting command is decided again each time the log grows, so it follows what the server
/// sent; one that is no longer possible is left out, and the server's answer will say why.
class CaseBook
{
public:
    CaseBook(Store &store, const RuleShelf &rules, Actor actor);

    /// With the identity, if it is here: for rules that look for personal data, never for showing.
    /// Errors: CaseUnknown, StoreDamaged.
    [[nodiscard]] Result<Case> complete(const CaseId &id) const;
    /// Without the identity: what pages may show before a reveal.
    [[nodiscard]] Result<Case> shown(const CaseId &id) const;
    /// The case before its first event, for Register.
    [[nodiscard]] Case unwritten(const CaseId &id) const;

    /// All lines of the list, with pending work and drafts marked.
    [[nodiscard]] Result<QList<CaseSummary>> summaries() const;
    /// Drops what was remembered of these cases; of all when empty.
    void forget(const QList<CaseId> &ids);

private:
    [[nodiscard]] Result<Case> withWaiting(const CaseId &id) const;
    [[nodiscard]] Case applied(Case theCase, const OutboxRow &row) const;
    void markOwn(QHash<CaseId, CaseSummary> &lines, const QList<OutboxRow> &rows) const;

    Store &m_store;
    const RuleShelf &m_rules;
    Actor m_actor;
    mutable QCache<CaseId, Case> m_cases;
};

} // namespace chengban
