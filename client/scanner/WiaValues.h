#pragma once

#include "client/scanwire/ScanValues.h"

#include <optional>

namespace chengban::scan {

// What WIA's numbers mean. No COM here, so that Linux tests it. Names and numbers: Microsoft's documentation
// of the Windows driver kit, "WIA Properties", "WIA Error Codes".

/// What a result (HRESULT) means to people. `during`: the call.
[[nodiscard]] Error wiaError(quint32 result, const char *during);

inline constexpr quint32 wiaWarmingUp = 0x80210007;
inline constexpr quint32 wiaPaperEmpty = 0x80210003;

/// The values that a property takes.
struct WiaAllowed
{
    QList<int> listed; ///< These alone; empty for a range and for a property that is not there.
    int least = 0; ///< Of a range.
    int most = -1; ///< Below `least`: no range.

    [[nodiscard]] bool isRange() const { return least <= most; }
    [[nodiscard]] bool isKnown() const { return isRange() || !listed.isEmpty(); }
    /// The nearest value that is taken; the value itself when nothing is known.
    [[nodiscard]] int nearest(int value) const;
    bool operator==(const WiaAllowed &) const = default;
};

/// Reads what GetPropertyAttributes gives: WIA_PROP_RANGE (least, nominal, most, step), WIA_PROP_LIST (count,
/// nominal, values…). Anything else restricts nothing.
[[nodiscard]] WiaAllowed wiaAllowed(quint32 flags, const QList<int> &elements);

/// What a device says about itself. Lengths are thousandths of an inch, 0 when it says nothing.
struct WiaFacts
{
    int handling = 0; ///< WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES.
    int bedWidth = 0;
    int bedHeight = 0;
    int feedWidth = 0;
    int feedHeight = 0;
    int opticalDpi = 0;
    WiaAllowed dpi;
    WiaAllowed dataTypes;
    WiaAllowed brightness;
};

[[nodiscard]] ScanAbilities wiaAbilities(const WiaFacts &facts);
/// For WIA_DPS_DOCUMENT_HANDLING_SELECT.
[[nodiscard]] int wiaHandling(PaperSource source);
/// For WIA_IPA_DATATYPE; none when the device does not offer the mode.
[[nodiscard]] std::optional<int> wiaDataType(ScanMode mode, const WiaAllowed &dataTypes);
/// Per cent of what the device can, around the middle of its range.
[[nodiscard]] int wiaBrightness(int percent, const WiaAllowed &brightness);
[[nodiscard]] int dotsOf(int mm, int dpi);
/// Whether asking for one more sheet makes sense: false only when the feeder feels its paper and feels none.
[[nodiscard]] bool mayHoldPaper(int handling, int status);

} // namespace chengban::scan
