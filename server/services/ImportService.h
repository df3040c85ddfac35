#pragma once

#include "server/services/Backend.h"
#include "shared/cases/Actor.h"
#include "shared/wire/Imports.h"

namespace chengban {

using wire::ImportOutcome;
using wire::ImportRow;
using wire::ImportState;

/// Cases from other systems. (tenant, source, number) is the key: the same file twice imports nothing twice.
class ImportService
{
public:
    explicit ImportService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// Registers each row like the command does, in transactions of `batch` rows. A failure leaves whole
    /// batches: the same file again goes on where it stopped. Errors: StoreUnavailable, DiskFull.
    [[nodiscard]] Result<QList<ImportOutcome>> import(
        const Actor &actor, const QList<ImportRow> &rows, qint64 nowMs);

    static constexpr int batch = 256;

private:
    const Backend &m_backend;
};

} // namespace chengban
