#include "server/services/ReleaseService.h"

#include "server/blobs/ReleaseFiles.h"
#include "server/services/BlobService.h"

#include <algorithm>

namespace chengban {

wire::UpdateOffer ReleaseService::offer(const Actor &actor, const wire::UpdateQuestion &question) const
{
    wire::UpdateOffer offer;
    if (!m_backend.releases)
        return offer;
    for (const KeptRelease &kept : m_backend.releases->all()) {
        const Release &release = kept.release.release;
        if (!checkTakes(release, question.running, question.platform))
            continue;
        if (kept.rollOut.withdrawn)
            offer.withdrawn.append(release.version);
        else if (kept.rollOut.reaches(actor.unit) && !question.refused.contains(release.version))
            offer.release = kept.release; // In the order of versions: the last one is the newest.
    }
    return offer;
}

Result<BlobFile> ReleaseService::open(const Actor &actor, const QString &sha256) const
{
    if (!m_backend.releases)
        return fail(ErrorCode::NotFound);
    const QList<KeptRelease> all = m_backend.releases->all();
    const auto found = std::ranges::find_if(all, [&](const KeptRelease &kept) {
        return kept.release.release.sha256 == sha256 && kept.rollOut.reaches(actor.unit);
    });
    if (found == all.end())
        return fail(ErrorCode::NotFound);
    const Release release = found->release.release;
    return BlobFile{[files = m_backend.releases, release](
                        qint64 offset, qint64 length) { return files->read(release, offset, length); },
        release.bytes, release.sha256, {}};
}

} // namespace chengban
