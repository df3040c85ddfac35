#pragma once

#include "shared/cases/Decide.h"
#include "shared/rules/LinkedRules.h"

#include <memory>
#include <vector>

namespace chengban {

/// The rule packs and the calendar this program came with or fetched. Packs once handed out stay where they
/// are.
class RuleShelf
{
public:
    /// Opens on any pack of the folders that is sound: Tongbai's until the server says which one is in force.
    /// A faulty one is set aside and stops no other. Errors: CalendarInvalid.
    [[nodiscard]] static Result<RuleShelf> fromResources(const RuleFolders &folders = {});

    /// Takes a pack of the server's. Errors: PackInvalid; it is set aside, the old ones stay.
    [[nodiscard]] Result<void> add(const QByteArray &bytes);
    /// What did not load, each with its file or name, place and reason.
    [[nodiscard]] const QList<Error> &setAside() const { return m_setAside; }
    /// Whether a pack with that digest was added or used already.
    [[nodiscard]] bool contains(const QString &digest) const;

    /// The server's word for which one is in force; until then Tongbai's stands for it.
    void setInForce(const PackRef &pack) { m_inForce = pack; }

    /// The pack a case was dispatched under; before dispatch the one in force. Null when it is not here.
    [[nodiscard]] const RulePack *packFor(const Case &theCase) const;
    /// With the calendar of that pack's county.
    [[nodiscard]] Rules rulesFor(const Case &theCase) const;

private:
    struct Kept
    {
        RulePack pack;
        std::unique_ptr<WorkingCalendar> calendar; ///< Null: the national one.
    };

    const Kept *keep(RulePack pack) const;
    void putAside(const Error &fault) const;
    [[nodiscard]] const Kept *find(const PackRef &ref) const;

    mutable std::vector<std::unique_ptr<Kept>> m_packs; ///< Linked ones join when a case asks for them.
    std::unique_ptr<WorkingCalendar> m_calendar;
    PackRef m_inForce;
    RuleFolders m_folders;
    mutable QList<Error> m_setAside;
};

} // namespace chengban
