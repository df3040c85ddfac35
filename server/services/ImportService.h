#pragma once

#include "server/services/Backend.h"
#include "shared/base/Problem.h"
#include "shared/cases/Actor.h"
#include "shared/cases/Command.h"

namespace chengban {

/// One registration read from a file; `line` is where it stood.
struct ImportRow
{
    int line = 0;
    RegisterBody body;
};

enum class ImportState { Imported, Duplicate, Refused };

constexpr auto namesOf(ImportState)
{
    return std::array{Named{ImportState::Imported, "imported"}, Named{ImportState::Duplicate, "duplicate"},
        Named{ImportState::Refused, "refused"}};
}

struct ImportOutcome
{
    int line = 0;
    ImportState state = ImportState::Refused;
    CaseId caseId; ///< Of the new case, or of the one that has this number already.
    Problems problems; ///< Why it was refused.
    bool operator==(const ImportOutcome &) const = default;
};

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
