#pragma once

#include "client/scanwire/ScanValues.h"

#include <sane/sane.h>

#include <optional>

namespace chengban::scan {

/// What a status means to people.
[[nodiscard]] Error errorOf(SANE_Status status, const char *during);

/// The options of an open device, by the names that SANE prescribes. Drivers name their modes and sources as
/// they like; here is the one place that knows how. An option that is not there is no error when set: what
/// the device gives is read from its parameters.
class SaneOptions
{
public:
    explicit SaneOptions(SANE_Handle handle)
        : m_handle(handle)
    {
    }

    [[nodiscard]] ScanAbilities abilities() const;
    /// Errors: ScanRefused when the driver does not take a value that it offers.
    [[nodiscard]] Result<void> apply(const ScanOptions &options);

private:
    struct Option
    {
        SANE_Int index;
        const SANE_Option_Descriptor *about;
    };
    [[nodiscard]] std::optional<Option> find(const char *name) const; ///< Active and settable ones alone.
    [[nodiscard]] QStringList words(const char *name) const;
    [[nodiscard]] QList<int> resolutions() const;
    [[nodiscard]] int largestMm(const char *name) const;
    [[nodiscard]] bool hasDepthOne() const;
    [[nodiscard]] QString sourceWord(PaperSource source) const;
    [[nodiscard]] QString modeWord(ScanMode mode) const;
    [[nodiscard]] bool hasDuplexSwitch() const;

    [[nodiscard]] Result<void> setWord(const char *name, const QString &value);
    [[nodiscard]] Result<void> setNumber(const char *name, double value);
    [[nodiscard]] Result<void> setSwitch(const char *name, bool on);
    [[nodiscard]] Result<void> control(const Option &option, void *value);
    [[nodiscard]] Result<void> setSource(PaperSource source);
    [[nodiscard]] Result<void> setMode(ScanMode mode);
    [[nodiscard]] Result<void> setArea(const ScanOptions &options);
    [[nodiscard]] Result<void> setBrightness(int percent);

    SANE_Handle m_handle;
};

} // namespace chengban::scan
