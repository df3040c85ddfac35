#pragma once

#include "client/scanner/Pipe.h"
#include "client/scanwire/ScanValues.h"

#include <array>
#include <memory>

namespace chengban::scan {

/// What is offered of a range of resolutions.
inline constexpr std::array usualDpi{75, 100, 150, 200, 240, 300, 400, 600, 1200};

/// An open scanner, whatever drives it.
class Scanner
{
public:
    Scanner() = default;
    virtual ~Scanner() = default;
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    [[nodiscard]] virtual Result<ScanAbilities> abilities() = 0;
    /// All pages into the pipe while they come: one from the glass, from the feeder until it is empty. True:
    /// until the end; false: stopped because the window wanted no more. Errors: what the driver says, as
    /// codes `scan.*`; finished pages have been sent.
    [[nodiscard]] virtual Result<bool> scan(const ScanOptions &options, Pipe &pipe) = 0;
};

/// The system's drivers: SANE, on Windows WIA.
class Drivers
{
public:
    Drivers() = default;
    virtual ~Drivers() = default;
    Drivers(const Drivers &) = delete;
    Drivers &operator=(const Drivers &) = delete;

    /// Local scanners and those of the network.
    [[nodiscard]] virtual Result<QList<ScanDevice>> devices() = 0;
    /// Errors: ScannerNone when there is no such device, and what the driver says.
    [[nodiscard]] virtual Result<std::unique_ptr<Scanner>> open(const QString &id) = 0;
};

/// Loads them; once for a program. They are put down when the value goes.
[[nodiscard]] Result<std::unique_ptr<Drivers>> systemDrivers();

/// Pages go through the pipe alone: a crash leaves no dump and, where the system can be told so, a driver
/// writes no file, unless the IT department allows it. Ends this program, too, when the window is gone.
void takePrecautions(bool driverFiles);

} // namespace chengban::scan
