#pragma once

#include "server/services/Backend.h"
#include "shared/signing/Signing.h"

namespace chengban {

/// Signing keys of people: one per person and device, enrolled with a second person.
class KeyService
{
public:
    explicit KeyService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// Enrols the actor's key for the actor's device; an earlier key of the same person and device is
    /// revoked. The caller has authenticated the witness. Logged. Errors: KeyUnknown when the PEM is no SM2
    /// key; Forbidden when the witness is the actor, unknown, or the key belongs to somebody else.
    [[nodiscard]] Result<EnrolledKey> enrol(
        const Actor &actor, const QByteArray &publicKeyPem, const UserId &witness, qint64 nowMs);
    /// Own keys, or anybody's for a security administrator. Logged. Errors: NotFound.
    [[nodiscard]] Result<EnrolledKey> revoke(const Actor &actor, const KeyId &key, qint64 nowMs);
    [[nodiscard]] Result<QList<EnrolledKey>> keys(const TenantId &tenant);

private:
    const Backend &m_backend;
};

} // namespace chengban
