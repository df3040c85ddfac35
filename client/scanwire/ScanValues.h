#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>

namespace chengban {

enum class PaperSource { Flatbed, Feeder, Duplex };
constexpr auto namesOf(PaperSource)
{
    return std::array{Named{PaperSource::Flatbed, "flatbed"}, Named{PaperSource::Feeder, "feeder"},
        Named{PaperSource::Duplex, "duplex"}};
}

enum class ScanMode { BlackWhite, Grey, Colour };
constexpr auto namesOf(ScanMode)
{
    return std::array{Named{ScanMode::BlackWhite, "black-white"}, Named{ScanMode::Grey, "grey"},
        Named{ScanMode::Colour, "colour"}};
}

struct ScanDevice
{
    QString id; ///< As the driver names it.
    QString name; ///< Maker and model.

    bool operator==(const ScanDevice &) const = default;
};

/// What a device offers.
struct ScanAbilities
{
    QList<PaperSource> sources; ///< Never empty.
    QList<ScanMode> modes; ///< Never empty.
    QList<int> dpi; ///< Rising, never empty; of a range the usual steps.
    int widthMm = 0; ///< Of the glass or the feeder, whichever is larger.
    int heightMm = 0;
    bool brightness = false;

    bool operator==(const ScanAbilities &) const = default;
};

struct ScanOptions
{
    PaperSource source = PaperSource::Flatbed;
    ScanMode mode = ScanMode::Grey;
    int dpi = 300;
    int widthMm = 210; ///< More than the device has means all it has.
    int heightMm = 297;
    int brightness = 0; ///< Per cent of what the device can, -100…100.

    bool operator==(const ScanOptions &) const = default;
};

/// What is known of a page when it begins. Rows are packed without gaps: 1 bit (1 is black, the highest bit
/// is left), 8 bits grey, or 24 bits red, green, blue.
struct PageHead
{
    ScanMode mode = ScanMode::Grey;
    int width = 0; ///< Dots.
    int height = 0; ///< Rows; 0 when the device cannot say.
    int dpi = 0;

    [[nodiscard]] qint64 bytesPerRow() const;
    bool operator==(const PageHead &) const = default;
};

/// No page is larger, whatever a driver says: rows and dots, bytes unpacked, pages of one scan.
inline constexpr int mostDots = 30'000;
inline constexpr qint64 mostPageBytes = qint64(256) << 20;
inline constexpr int mostPages = 500;

/// Why a head is not taken: ScanTooLarge above the limits, ScanGarbled for what no page is.
[[nodiscard]] Result<void> checked(const PageHead &head);

// Codecs; the readers are strict and check every range. Errors: those of JsonReader.
[[nodiscard]] QJsonObject toJson(const QList<ScanDevice> &devices);
[[nodiscard]] Result<QList<ScanDevice>> scanDevices(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const ScanAbilities &abilities);
[[nodiscard]] Result<ScanAbilities> scanAbilities(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const ScanOptions &options);
[[nodiscard]] Result<ScanOptions> scanOptions(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const PageHead &head);
[[nodiscard]] Result<PageHead> pageHead(const QJsonObject &json);

} // namespace chengban
