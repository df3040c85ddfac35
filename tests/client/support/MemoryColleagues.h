#pragma once

#include "client/models/Colleagues.h"

#include <QHash>

namespace chengban {

/// Colleagues in the test's hands: it says what has come and sees what the window wanted.
class MemoryColleagues : public Colleagues
{
public:
    QList<wire::DirectoryPerson> people;
    QList<HandedDraft> drafts; ///< Newest first.
    std::optional<ErrorCode> refusal;
    QStringList wanted; ///< "give li", "accept h1", …
    QList<std::pair<CaseId, bool>> told;

    QList<wire::DirectoryPerson> receivers() const override { return people; }
    QList<HandedDraft> handovers(const CaseId &id) const override
    {
        QList<HandedDraft> found = drafts;
        found.removeIf([&](const HandedDraft &one) { return one.caseId != id; });
        return found;
    }
    QList<HandedDraft> waiting() const override
    {
        QList<HandedDraft> found = drafts;
        found.removeIf([](const HandedDraft &one) { return !one.waitsForMe(); });
        return found;
    }
    Result<void> handOver(const CaseId &, const UserId &to) override
    {
        return noted(QStringLiteral("give ") + to.value);
    }
    Result<void> accept(const QString &id) override { return noted(QStringLiteral("accept ") + id); }
    Result<void> decline(const QString &id) override { return noted(QStringLiteral("decline ") + id); }
    Result<void> withdraw(const QString &id) override { return noted(QStringLiteral("withdraw ") + id); }
    void tell(const CaseId &id, bool writing) override { told.append({id, writing}); }

    void announce() { Q_EMIT handoversChanged(); }

private:
    Result<void> noted(const QString &what)
    {
        wanted << what;
        return refusal ? Result<void>(fail(*refusal)) : Result<void>();
    }
};

} // namespace chengban
