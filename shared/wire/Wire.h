#pragma once

#include "shared/base/Problem.h"
#include "shared/cases/Case.h"
#include "shared/cases/Command.h"
#include "shared/cases/Envelope.h"
#include "shared/cases/Substitution.h"
#include "shared/signing/Signing.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <functional>

namespace chengban::wire {

inline constexpr char apiPrefix[] = "/v1";
/// Header that proves a Chengban server answered; its absence means a proxy or captive portal did.
inline constexpr char serverHeader[] = "Chengban-Api";
inline constexpr char deviceHeader[] = "Chengban-Device";

/// POST /v1/sessions
struct LogIn
{
    QString tenant;
    QString user;
    QString password;
    QString device; ///< Stable id of this installation.
    QString deviceName;
    bool operator==(const LogIn &) const = default;
};

struct Session
{
    QString accessToken;
    qint64 accessExpiresMs = 0;
    QString refreshToken;
    Actor actor;
    qint64 serverTimeMs = 0;
    QString serverKeyPem; ///< Verifies receipts and roots.
    QString recoveryKey; ///< The county's X25519 public key, base64; wraps the store's data key.
    bool operator==(const Session &) const = default;
};

/// One case of a feed answer: its events after the cursor, or its whole log when `whole`.
struct FeedCase
{
    CaseId caseId;
    Access access = Access::None;
    bool whole = false;
    QList<Event> events; ///< Withheld parts as commitments only.
    QString maskedName; ///< "张**"; the clear identity stands in the identity parts when access is Working.
    QString maskedPhone; ///< "138****5678"
    bool operator==(const FeedCase &) const = default;
};

// The feeds: the centre's holds every case, a unit's those it has or had, the archive's those that are over;
// a section's and a person's what was handed down to them, a supervisor's what the supervised units have.
[[nodiscard]] QString centreScope();
[[nodiscard]] QString unitScope(const UnitId &unit);
[[nodiscard]] QString archiveScope();
[[nodiscard]] QString sectionScope(const UnitId &unit, const SectionId &section);
[[nodiscard]] QString personScope(const UserId &person);
/// The feed that an actor follows; empty for roles that follow none.
[[nodiscard]] QString scopeOf(const Actor &actor);

/// GET /v1/feed?scope=unit:<id>|centre&after=<cursor>&limit=<n>&wait=<seconds>
struct FeedPage
{
    QString cursor; ///< Opaque; give it back as `after`.
    bool more = false;
    qint64 serverTimeMs = 0;
    QList<FeedCase> cases;
    QList<CaseId> unverified; ///< Of a page that was read: cases whose events do not match their digests.
    bool operator==(const FeedPage &) const = default;
};

enum class CommandState { Accepted, Conflict, Refused };

constexpr auto namesOf(CommandState)
{
    return std::array{Named{CommandState::Accepted, "accepted"}, Named{CommandState::Conflict, "conflict"},
        Named{CommandState::Refused, "refused"}};
}

/// The server's word on one command; the same id gets the same word for ever.
struct CommandAnswer
{
    CommandId command;
    CommandState state = CommandState::Refused;
    Problems problems; ///< Why not; empty when accepted.
    QList<Event>
        events; ///< Accepted: what was appended. Conflict, refused: what the client lacks since its base.
    std::optional<Receipt> receipt; ///< For SubmitReply.
    bool operator==(const CommandAnswer &) const = default;
};

/// A section or village of a unit, to which it hands cases down (HC3).
struct DirectorySection
{
    SectionId id;
    UnitId unit;
    QString name;
    bool village = false;
    bool operator==(const DirectorySection &) const = default;
};

/// GET /v1/directory
struct DirectoryUnit
{
    UnitId id;
    QString name;
    QString phone;
    bool operator==(const DirectoryUnit &) const = default;
};
struct DirectoryPerson
{
    UserId id;
    QString name;
    UnitId unit;
    Role role = Role::Clerk;
    QString phone;
    bool operator==(const DirectoryPerson &) const = default;
};
struct Directory
{
    QList<DirectoryUnit> units;
    QList<DirectoryPerson> people;
    QList<EnrolledKey> keys;
    QList<Substitution> substitutions; ///< Past and revoked ones too: papers are read later.
    QList<DirectorySection> sections = {};
    bool operator==(const Directory &) const = default;
};

/// POST /v1/substitutions
struct Appointment
{
    UserId holder;
    UserId substitute;
    QDate from;
    QDate to;
    QString reason;
    bool operator==(const Appointment &) const = default;
};

/// An error answer (RFC 9457):
/// {"type":"about:blank","title":…,"status":…,"code":"case.step-not-allowed","detail":…}
struct ProblemDocument
{
    int status = 0;
    ErrorCode code = ErrorCode::ServerFault;
    QString detail;
    bool operator==(const ProblemDocument &) const = default;
};

/// The status of an answer that carries this code; 500 for a code that no answer should carry.
[[nodiscard]] int httpStatus(ErrorCode code);

// For each struct: `QJsonObject toJson(const X &)`; readers are strict and report their place. Events are
// verified against their own digest and commitments when read, but not against the chain before them. An
// error code that this program does not know reads as ServerFault.
[[nodiscard]] QJsonObject toJson(const LogIn &);
[[nodiscard]] QJsonObject toJson(const Session &);
[[nodiscard]] Result<QJsonObject> toJson(const FeedCase &);
[[nodiscard]] Result<QJsonObject> toJson(const FeedPage &);
/// The canonical form of toJson(), without the tree in between. Errors: NotCanonical.
[[nodiscard]] Result<QByteArray> canonicalForm(const FeedPage &);
[[nodiscard]] Result<QJsonObject> toJson(const CommandAnswer &);
[[nodiscard]] QJsonObject toJson(const DirectoryUnit &);
[[nodiscard]] QJsonObject toJson(const DirectoryPerson &);
[[nodiscard]] QJsonObject toJson(const Directory &);
[[nodiscard]] QJsonObject toJson(const Appointment &);
[[nodiscard]] QJsonObject toJson(const ProblemDocument &);
[[nodiscard]] QJsonObject toJson(const Problem &);
[[nodiscard]] Result<LogIn> logInFromJson(const QJsonObject &);
[[nodiscard]] Result<Session> sessionFromJson(const QJsonObject &);
[[nodiscard]] Result<FeedCase> feedCaseFromJson(const QJsonObject &);
/// How the cases of a page are read: one result for each element, in any order of work.
using ReadCases = std::function<QList<Result<FeedCase>>(const QJsonArray &)>;
[[nodiscard]] QList<Result<FeedCase>> feedCasesFromJson(const QJsonArray &);
/// A case that does not verify holds up nobody else: it is named in `unverified`.
[[nodiscard]] Result<FeedPage> feedPageFromJson(
    const QJsonObject &, const ReadCases &readCases = feedCasesFromJson);
[[nodiscard]] Result<CommandAnswer> commandAnswerFromJson(const QJsonObject &);
[[nodiscard]] Result<DirectoryUnit> directoryUnitFromJson(const QJsonObject &);
[[nodiscard]] Result<DirectoryPerson> directoryPersonFromJson(const QJsonObject &);
[[nodiscard]] Result<Directory> directoryFromJson(const QJsonObject &);
[[nodiscard]] Result<Appointment> appointmentFromJson(const QJsonObject &);
/// The person as an actor without a device: what the rules of substitution ask about.
[[nodiscard]] Actor actorOf(const TenantId &tenant, const DirectoryPerson &, const QString &unitName);
[[nodiscard]] Result<ProblemDocument> problemDocumentFromJson(const QJsonObject &);
[[nodiscard]] Result<Problem> problemFromJson(const QJsonObject &);

} // namespace chengban::wire
