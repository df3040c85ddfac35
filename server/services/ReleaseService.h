#pragma once

#include "server/services/Backend.h"
#include "shared/cases/Actor.h"
#include "shared/wire/Updates.h"

namespace chengban {

struct BlobFile;

/// Releases of the client for the people of the county (docs/adr/0027).
class ReleaseService
{
public:
    explicit ReleaseService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// The newest release for that computer which was rolled out to the person's unit and is newer than what
    /// runs there; what did not start there before is never offered again.
    [[nodiscard]] wire::UpdateOffer offer(const Actor &actor, const wire::UpdateQuestion &question) const;

    /// The file of a release that was rolled out to the person's unit. Errors: NotFound.
    [[nodiscard]] Result<BlobFile> open(const Actor &actor, const QString &sha256) const;

private:
    const Backend &m_backend;
};

} // namespace chengban
