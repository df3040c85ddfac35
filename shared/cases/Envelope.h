#pragma once

#include "shared/base/Result.h"
#include "shared/cases/Actor.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace chengban {

/// Who may read a part. `unit` is set for UnitInternal only. In JSON: "case", "unit:<id>", "centre",
/// "identity".
struct Audience
{
    enum class Kind { Case, UnitInternal, Centre, Identity };
    Kind kind = Kind::Case;
    UnitId unit;

    [[nodiscard]] QString name() const;
    [[nodiscard]] static std::optional<Audience> named(QStringView name);
    bool operator==(const Audience &) const = default;
};

constexpr auto namesOf(Audience::Kind)
{
    using enum Audience::Kind;
    return std::array{Named{Case, "case"}, Named{UnitInternal, "unit:"}, Named{Centre, "centre"},
        Named{Identity, "identity"}};
}

/// A piece of an event's body. The event's digest covers its commitment, never its clear text, so a part can
/// be withheld from a reader, or erased, and the chain still verifies.
struct Part
{
    enum class State { Clear, Withheld, Erased };
    QString name;
    Audience audience;
    QByteArray commitment; ///< SM3(salt || JCS(body)).
    State state = State::Clear;
    QByteArray salt; ///< 16 random bytes; empty unless Clear.
    QJsonObject body; ///< Empty unless Clear.

    bool operator==(const Part &) const = default;
};

struct PackRef
{
    QString id;
    int version = 0;
    QString digest; ///< Hex.

    [[nodiscard]] bool isEmpty() const { return id.isEmpty(); }
    bool operator==(const PackRef &) const = default;
};

/// One entry of a case's log, version 1. Stored events never change; docs/adr/0002 has the golden form.
struct Event
{
    TenantId tenant;
    CaseId caseId;
    qint64 revision = 0; ///< 1 for the first event.
    QString type; ///< A name of EventType, or one this program does not know.
    int typeVersion = 1;
    CommandId command;
    Actor actor; ///< `tenant` repeats the event's.
    PackRef pack; ///< Empty before dispatch.
    qint64 serverTimeMs = 0;
    qint64 claimedTimeMs = 0;
    QList<Part> parts;
    QByteArray previous; ///< Digest of the event before; of the domain separator for the first.
    QByteArray
        digest; ///< Of this header, as chained() or eventFromJson() computed it; empty in one made by hand.

    bool operator==(const Event &) const = default;

    [[nodiscard]] const Part *part(QStringView partName) const;
};

inline constexpr int envelopeFormat = 1;

/// The hashed header as JSON, `"format":1`; parts stand as name, audience and commitment.
[[nodiscard]] QJsonObject headerJson(const Event &event);
/// The canonical form of headerJson(): the bytes that are hashed. Errors: NotCanonical.
[[nodiscard]] Result<QByteArray> headerForm(const Event &event);
/// SM3 over the canonical form of the header.
[[nodiscard]] Result<QByteArray> eventDigest(const Event &event);
/// What the first event's `previous` is: separates tenants and cases.
[[nodiscard]] QByteArray chainStart(const TenantId &tenant, const CaseId &caseId);

/// {"header":{…},"digest":"…","parts":{name:{"salt":"…","body":{…}} | {"withheld":true} | {"erased":true}}}
[[nodiscard]] Result<QJsonObject> toJson(const Event &event);
/// The canonical form of toJson(), in less than half the time. Errors: NotCanonical.
[[nodiscard]] Result<QByteArray> canonicalForm(const Event &event);
/// What stands under the part's name there, in canonical form. Errors: NotCanonical.
[[nodiscard]] Result<QByteArray> contentForm(const Part &part);
/// Checks form, digest and the commitments of clear parts. Errors: BadInput…, ChainBroken, CommitmentWrong.
[[nodiscard]] Result<Event> eventFromJson(const QJsonObject &json);

/// What `decide` produces: an event before it has its place in the chain.
struct EventDraft
{
    QString type;
    struct DraftPart
    {
        QString name;
        Audience audience;
        QJsonObject body;
        bool operator==(const DraftPart &) const = default;
    };
    QList<DraftPart> parts;

    bool operator==(const EventDraft &) const = default;
};

/// Where an event stands in time and whose it is; the same for all events of one command.
struct Stamp
{
    CommandId command;
    Actor actor;
    PackRef pack;
    qint64 serverTimeMs = 0;
    qint64 claimedTimeMs = 0;
};

/// Bytes of a part's salt: as many as a guess would have to try over the digest itself.
inline constexpr qsizetype saltSize = 16;

/// Gives `saltSize` fresh random bytes at each call; randomness is an argument.
using SaltSource = std::function<QByteArray()>;

/// Appends the drafts after (`revision`, `head`) as chained events. Errors: NotCanonical.
[[nodiscard]] Result<QList<Event>> chained(const QList<EventDraft> &drafts, const CaseId &caseId,
    qint64 revision, const QByteArray &head, const Stamp &stamp, const SaltSource &salts);

/// Verifies revisions, links, and the commitments of clear parts from the first event on; gives the head's
/// digest. Errors: ChainBroken, CommitmentWrong with the revision in `detail`.
[[nodiscard]] Result<QByteArray> verifyChain(const QList<Event> &events);

/// The same for events that continue a log whose head at `revision` is known; the head itself when there are
/// none.
[[nodiscard]] Result<QByteArray> verifyChainAfter(
    qint64 revision, const QByteArray &head, const QList<Event> &events);

/// The same for events that eventFromJson() or chained() gave: each is known to match its digest and its
/// parts their commitments, so only tenant, case, revisions and links are left to check.
[[nodiscard]] Result<QByteArray> verifyLinksAfter(
    qint64 revision, const QByteArray &head, const QList<Event> &events);

/// The event with every part withheld that `mayRead` refuses.
[[nodiscard]] Event withheldFor(Event event, const std::function<bool(const Audience &)> &mayRead);

/// The event with one part and its salt gone for ever; the commitment stays, so the chain still verifies.
[[nodiscard]] Event erasedPart(Event event, QStringView partName);

} // namespace chengban
