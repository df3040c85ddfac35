#pragma once

#include "server/services/Backend.h"
#include "shared/base/Names.h"
#include "shared/base/Result.h"
#include "shared/cases/Actor.h"

#include <QList>

#include <array>

namespace chengban {

enum class AuditAction {
    LogIn,
    LogInRefused,
    LogOut,
    CaseRead,
    IdentityRevealed,
    BlobRead,
    DossierFiled,
    DossierOpened,
    DisposalProposed,
    DisposalDecided,
    KeyEnrolled,
    KeyRevoked,
    CardShown,
    DraftGiven,
    DraftAnswered,
    CommandCarried,
    SubstituteAppointed,
    SubstituteRevoked,
    DeviceRevoked,
    AccountChanged,
    DirectoryChanged,
    ReleaseChanged,
    Imported,
    AuditRead,
    Denied,
};

constexpr auto namesOf(AuditAction)
{
    using enum AuditAction;
    return std::array{Named{LogIn, "log-in"}, Named{LogInRefused, "log-in-refused"}, Named{LogOut, "log-out"},
        Named{CaseRead, "case-read"}, Named{IdentityRevealed, "identity-revealed"},
        Named{BlobRead, "blob-read"}, Named{DossierFiled, "dossier-filed"},
        Named{DossierOpened, "dossier-opened"}, Named{DisposalProposed, "disposal-proposed"},
        Named{DisposalDecided, "disposal-decided"}, Named{KeyEnrolled, "key-enrolled"},
        Named{KeyRevoked, "key-revoked"}, Named{CardShown, "card-shown"}, Named{DraftGiven, "draft-given"},
        Named{DraftAnswered, "draft-answered"}, Named{CommandCarried, "command-carried"},
        Named{SubstituteAppointed, "substitute-appointed"}, Named{SubstituteRevoked, "substitute-revoked"},
        Named{DeviceRevoked, "device-revoked"}, Named{AccountChanged, "account-changed"},
        Named{DirectoryChanged, "directory-changed"}, Named{ReleaseChanged, "release-changed"},
        Named{Imported, "imported"}, Named{AuditRead, "audit-read"}, Named{Denied, "denied"}};
}

/// One line of the audit log: append-only, each digest covers the one before.
struct AuditEntry
{
    qint64 number = 0; ///< From 1, without gaps, per tenant.
    qint64 atMs = 0;
    UserId user;
    DeviceId device;
    AuditAction action = AuditAction::Denied;
    QString subject; ///< Id of what it was about: a case, key, user, digest.
    QString reason; ///< What the person gave as a reason; empty when none is asked for.
    QByteArray digest;
    bool operator==(const AuditEntry &) const = default;
};

class Database;

/// Adds the entry inside the caller's transaction, so that what is done and what is logged stand or fall
/// together.
[[nodiscard]] Result<void> recordIn(Database &database, const Actor &actor, AuditAction action,
    const QString &subject, const QString &reason, qint64 nowMs);

class AuditService
{
public:
    explicit AuditService(const Backend &backend)
        : m_backend(backend)
    {
    }

    [[nodiscard]] Result<void> record(
        const Actor &actor, AuditAction action, const QString &subject, const QString &reason, qint64 nowMs);
    /// Entries after `number`, oldest first, at most `limit`; itself logged. Only for an audit administrator.
    /// Errors: Forbidden.
    [[nodiscard]] Result<QList<AuditEntry>> entries(
        const Actor &actor, qint64 after, int limit, qint64 nowMs);

private:
    const Backend &m_backend;
};

} // namespace chengban
