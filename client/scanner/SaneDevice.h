#pragma once

#include "client/scanner/Rows.h"
#include "client/scanner/SaneOptions.h"
#include "client/scanner/Scanner.h"

namespace chengban::scan {

/// Errors: those of errorOf().
class SaneDevice : public Scanner
{
public:
    /// Errors: ScannerNone when there is no such device, and those of errorOf().
    [[nodiscard]] static Result<std::unique_ptr<Scanner>> open(const QString &id);
    ~SaneDevice() override;

    [[nodiscard]] Result<ScanAbilities> abilities() override { return SaneOptions(m_handle).abilities(); }
    [[nodiscard]] Result<bool> scan(const ScanOptions &options, Pipe &pipe) override;

private:
    explicit SaneDevice(SANE_Handle handle);
    enum class Outcome { Page, Empty, Cancelled };
    [[nodiscard]] Result<Outcome> start();
    [[nodiscard]] Result<Outcome> scanPage(Pipe &pipe);
    /// Hands rows of the present frame to `give` until it ends.
    template <typename Give> [[nodiscard]] Result<Outcome> readFrame(Rows &rows, Pipe &pipe, Give give);
    [[nodiscard]] Result<Outcome> sendPage(const SANE_Parameters &parameters, Pipe &pipe);
    /// Red, green and blue come one after the other.
    [[nodiscard]] Result<Outcome> sendPasses(SANE_Parameters parameters, Pipe &pipe);

    SANE_Handle m_handle;
    int m_dpi = 0;
};

/// Whether the system has asked this program to stop (SIGTERM).
[[nodiscard]] bool isTerminated();

} // namespace chengban::scan
