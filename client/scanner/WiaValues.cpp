#include "client/scanner/WiaValues.h"

#include "client/scanner/Scanner.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace chengban::scan {

namespace {

using namespace Qt::StringLiterals;

constexpr quint32 flagRange = 0x10;
constexpr quint32 flagList = 0x20;

// Document handling: capabilities and, with the same bits, what is chosen.
constexpr int feeder = 0x01;
constexpr int flatbed = 0x02;
constexpr int duplex = 0x04;
constexpr int feelsPaper = 0x20;
constexpr int paperIsThere = 0x01; // Of the status.

// WIA_IPA_DATATYPE.
constexpr int threshold = 0;
constexpr int dither = 1;
constexpr int greyscale = 2;
constexpr int colour = 3;

constexpr double mmPerInch = 25.4;
constexpr int leastDpi = 50;
constexpr int mostDpi = 2400;

ErrorCode codeOf(quint32 result)
{
    switch (result) {
    case 0x80210002: // Paper jam
    case 0x80210004: // Paper problem
    case 0x80210014: // Several sheets at once
        return ErrorCode::ScannerJammed;
    case wiaPaperEmpty:
        return ErrorCode::ScannerEmpty;
    case 0x80210010:
        return ErrorCode::ScannerOpen;
    case 0x80210006: // Busy
    case wiaWarmingUp:
    case 0x8021000d: // Locked by another program
    case 0x80210013: // Reserved on the network
        return ErrorCode::ScannerBusy;
    case 0x80210005: // Offline
    case 0x80210009: // The item is gone
    case 0x80210015: // No device
    case 0x80040154: // The class is not there: a Windows without WIA
        return ErrorCode::ScannerNone;
    case 0x8021000b: // Invalid command
    case 0x8021000c: // Incorrect hardware setting
    case 0x80070057: // Invalid argument
        return ErrorCode::ScanRefused;
    case 0x8007000e:
        return ErrorCode::ScannerFull;
    case 0x80070005: // Access denied
    case 0x80070422: // The service is switched off
        return ErrorCode::ScannerForbidden;
    case 0x8021000e: // The driver fell over
    case 0x800706ba: // The service is gone
    case 0x800706be:
        return ErrorCode::ScanProgramDied;
    case 0x8021000f: // The driver's answer makes no sense
        return ErrorCode::ScanGarbled;
    default:
        return ErrorCode::ScannerFault;
    }
}

int mmOf(int thousandths)
{
    return int(std::lround(thousandths * mmPerInch / 1000));
}

QList<int> resolutions(const WiaFacts &facts)
{
    QList<int> list;
    for (const int one : facts.dpi.listed) {
        if (one >= leastDpi && one <= mostDpi && list.size() < 64)
            list.append(one);
    }
    const int least = facts.dpi.isRange() ? facts.dpi.least : leastDpi;
    const int most = facts.dpi.isRange() ? facts.dpi.most : std::max(facts.opticalDpi, 300);
    if (list.isEmpty())
        std::ranges::copy_if(
            usualDpi, std::back_inserter(list), [&](int one) { return one >= least && one <= most; });
    if (list.isEmpty())
        list.append(std::clamp(most, leastDpi, mostDpi));
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

} // namespace

Error wiaError(quint32 result, const char *during)
{
    return {codeOf(result), QLatin1String(during) + u": 0x"_s + QString::number(result, 16)};
}

int WiaAllowed::nearest(int value) const
{
    if (isRange())
        return std::clamp(value, least, most);
    const auto closest
        = std::ranges::min_element(listed, {}, [value](int one) { return std::abs(qint64(one) - value); });
    return closest == listed.end() ? value : *closest;
}

WiaAllowed wiaAllowed(quint32 flags, const QList<int> &elements)
{
    if ((flags & flagRange) && elements.size() >= 3)
        return {{}, elements[0], elements[2]};
    if (!(flags & flagList) || elements.size() < 3)
        return {};
    return {elements.sliced(2, std::clamp<qsizetype>(elements[0], 0, elements.size() - 2))};
}

ScanAbilities wiaAbilities(const WiaFacts &facts)
{
    ScanAbilities abilities;
    const bool feeds = facts.handling & feeder;
    if ((facts.handling & flatbed) || !feeds)
        abilities.sources.append(PaperSource::Flatbed);
    if (feeds)
        abilities.sources.append(PaperSource::Feeder);
    if (feeds && (facts.handling & duplex))
        abilities.sources.append(PaperSource::Duplex);
    for (const ScanMode one : {ScanMode::BlackWhite, ScanMode::Grey, ScanMode::Colour}) {
        if (wiaDataType(one, facts.dataTypes))
            abilities.modes.append(one);
    }
    if (abilities.modes.isEmpty())
        abilities.modes.append(ScanMode::Grey);
    abilities.dpi = resolutions(facts);
    const int width = mmOf(std::max(facts.bedWidth, facts.feedWidth));
    const int height = mmOf(std::max(facts.bedHeight, facts.feedHeight));
    abilities.widthMm = width > 0 ? std::min(width, 3000) : 210;
    abilities.heightMm = height > 0 ? std::min(height, 3000) : 297;
    abilities.brightness = facts.brightness.isRange();
    return abilities;
}

int wiaHandling(PaperSource source)
{
    switch (source) {
    case PaperSource::Flatbed:
        return flatbed;
    case PaperSource::Feeder:
        return feeder;
    case PaperSource::Duplex:
        return feeder | duplex;
    }
    Q_UNREACHABLE();
}

std::optional<int> wiaDataType(ScanMode mode, const WiaAllowed &dataTypes)
{
    const auto has = [&](int type) { return !dataTypes.isKnown() || dataTypes.nearest(type) == type; };
    switch (mode) {
    case ScanMode::BlackWhite:
        if (has(threshold))
            return threshold;
        return has(dither) ? std::optional(dither) : std::nullopt;
    case ScanMode::Grey:
        return has(greyscale) ? std::optional(greyscale) : std::nullopt;
    case ScanMode::Colour:
        return has(colour) ? std::optional(colour) : std::nullopt;
    }
    Q_UNREACHABLE();
}

int wiaBrightness(int percent, const WiaAllowed &brightness)
{
    const double least = brightness.least;
    const double most = brightness.most;
    const double middle = least < 0 && most > 0 ? 0 : (least + most) / 2;
    return int(std::lround(middle + percent / 100.0 * (percent > 0 ? most - middle : middle - least)));
}

int dotsOf(int mm, int dpi)
{
    return int(std::lround(mm * dpi / mmPerInch));
}

bool mayHoldPaper(int handling, int status)
{
    return !(handling & feelsPaper) || (status & paperIsThere);
}

} // namespace chengban::scan
