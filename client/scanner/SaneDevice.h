#pragma once

#include "client/scanner/Pipe.h"
#include "client/scanner/Rows.h"
#include "client/scanner/SaneOptions.h"

#include <memory>

namespace chengban::scan {

/// What SANE knows of; local and on the network. Errors: those of errorOf().
[[nodiscard]] Result<QList<ScanDevice>> foundDevices();

/// An open scanner. The scan writes its pages into the pipe while they come.
class SaneDevice
{
public:
    /// Errors: ScannerNone when there is no such device, and those of errorOf().
    [[nodiscard]] static Result<std::unique_ptr<SaneDevice>> open(const QString &id);
    ~SaneDevice();
    SaneDevice(const SaneDevice &) = delete;
    SaneDevice &operator=(const SaneDevice &) = delete;

    [[nodiscard]] ScanAbilities abilities() const { return SaneOptions(m_handle).abilities(); }
    /// All pages: one from the glass, from the feeder until it is empty. True: until the end; false: stopped
    /// because the window wanted no more. Errors: those of errorOf(); finished pages have been sent.
    [[nodiscard]] Result<bool> scan(const ScanOptions &options, Pipe &pipe);

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
