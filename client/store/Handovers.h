#pragma once

#include "client/store/Database.h"
#include "client/store/Drafts.h"
#include "client/store/Sealer.h"
#include "shared/wire/Handovers.h"

#include <QList>

#include <optional>

namespace chengban {

/// How a hand-over stands on this computer.
enum class Handing {
    Queued, ///< Given here, not yet at the server.
    Offered, ///< At the server, or with us: nobody has answered.
    Merging, ///< Accepted here; some fields are still to be decided.
    Accepted,
    Declined,
    Withdrawn,
    Refused, ///< The server did not take it.
};

constexpr auto namesOf(Handing)
{
    using enum Handing;
    return std::array{Named{Queued, "queued"}, Named{Offered, "offered"}, Named{Merging, "merging"},
        Named{Accepted, "accepted"}, Named{Declined, "declined"}, Named{Withdrawn, "withdrawn"},
        Named{Refused, "refused"}};
}

/// A draft that was given to a colleague, or came from one.
struct HandedDraft
{
    QString id;
    CaseId caseId;
    bool given = false; ///< By this person; otherwise received.
    Handing state = Handing::Queued;
    qint64 atMs = 0; ///< When it was given.
    UserId other; ///< The colleague.
    QString otherName;
    DeviceId otherDevice; ///< Of a received one: where it was written.
    bool unsent = false; ///< The server has not been told of this state.
    std::optional<ErrorCode> reason = {}; ///< Why it was refused.
    std::optional<wire::HandoverGift> gift = {}; ///< Of a given one, until the server has it.
    std::optional<ReplyDraft> draft = {}; ///< Of a received one.
    bool operator==(const HandedDraft &) const = default;

    /// Received, and the person has not said yes or no.
    [[nodiscard]] bool waitsForMe() const { return !given && state == Handing::Offered; }
    [[nodiscard]] bool isOver() const
    {
        return state == Handing::Accepted || state == Handing::Declined || state == Handing::Withdrawn
            || state == Handing::Refused;
    }
};

[[nodiscard]] QJsonObject toJson(const ReplyDraft &draft);
[[nodiscard]] Result<ReplyDraft> replyDraftFromJson(const QJsonObject &json);

/// Hand-overs as this computer knows them; each change is durable when it returns.
class Handovers
{
public:
    Handovers(Database &db, const Sealer &sealer);

    [[nodiscard]] Result<QList<HandedDraft>> all() const; ///< Newest first.
    [[nodiscard]] Result<QList<HandedDraft>> of(const CaseId &id) const; ///< Likewise.
    [[nodiscard]] Result<std::optional<HandedDraft>> find(const QString &id) const;
    /// Adds it or replaces the one of its id.
    [[nodiscard]] Result<void> put(const HandedDraft &one);
    /// Those that are over and about which the server knows.
    [[nodiscard]] Result<void> dropBefore(qint64 ms);

private:
    [[nodiscard]] Result<QList<HandedDraft>> read(const QString &where, const QVariantList &values) const;

    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
