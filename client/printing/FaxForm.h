#pragma once

#include "client/printing/DossierWriter.h"

namespace chengban {

/// What the fax form says beside the case (M4): the system is down and the reply goes by fax in time.
struct FaxFacts
{
    QString
        faultSince; ///< When and how the system failed, in the clerk's words; empty: to be written by hand.
    QString centreFax; ///< The centre's number; likewise.
    qint64 atMs = 0; ///< 0 leaves the place for the day empty.
};

/// Writes the reply as one form to be signed, sealed and faxed. Its QR code names case, reply version and
/// step, so that the answer finds its case again when the system is back. `reply` may be a draft; `version`
/// is then the number it will have. Errors: DossierIncomplete without an answer, FontMissing, DiskFull,
/// FileUnreadable.
[[nodiscard]] Result<DossierInfo> writeFaxForm(const Case &theCase, const Reply &reply, int version,
    const FaxFacts &facts, const QString &path, const RulePack *pack = nullptr);

} // namespace chengban
