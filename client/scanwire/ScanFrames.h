#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QJsonObject>

#include <array>
#include <optional>

namespace chengban {

/// The version of what is said; another one is refused by either side.
inline constexpr int scanWireVersion = 1;

/// What one frame says. A program run answers one question and ends:
///
///     asked      List | Open | Scan; Cancel at any time after Scan
///     answered   Hello, then
///                of List   Devices | Failed
///                of Open   Abilities | Failed
///                of Scan   (PageBegin Rows… PageEnd)… then Done | Failed; what came before a Failed is whole
///
/// On the pipe a frame is its length (four bytes, the highest first; the kind counts, the length itself does
/// not), its kind (one byte) and its body: JSON, and for Rows whole rows of dots as PageHead says.
enum class FrameKind : quint8 {
    List = 'L', ///< {}
    Open = 'O', ///< {device}
    Scan = 'S', ///< {device, options}
    Cancel = 'C', ///< {}
    Hello = 'H', ///< {version}
    Devices = 'D', ///< {devices}
    Abilities = 'A', ///< {…}
    PageBegin = 'B', ///< PageHead
    Rows = 'R',
    PageEnd = 'E', ///< {rows}
    Done = 'F', ///< {cancelled}
    Failed = 'X', ///< {code, detail}
};

struct ScanFrame
{
    FrameKind kind = FrameKind::Hello;
    QByteArray body;

    bool operator==(const ScanFrame &) const = default;
};

/// The longest body by kind: a mebibyte of rows, 64 KiB of JSON.
[[nodiscard]] qsizetype longestBody(FrameKind kind);

[[nodiscard]] QByteArray framed(FrameKind kind, QByteArrayView body);
[[nodiscard]] QByteArray framed(FrameKind kind, const QJsonObject &body);
/// The JSON of a frame. Errors: those of parseJsonObject().
[[nodiscard]] Result<QJsonObject> jsonOf(const ScanFrame &frame);

/// Cuts a stream of bytes into frames and believes none of it: a length is checked against the kind before
/// its bytes are waited for, so a lie costs five bytes of memory.
class FrameReader
{
public:
    void add(QByteArrayView bytes) { m_buffer.append(bytes); }
    /// The next frame; none while its bytes are not all there. Errors: ScanGarbled for an unknown kind or a
    /// length it may not have, and from then on for every question.
    [[nodiscard]] Result<std::optional<ScanFrame>> next();

private:
    QByteArray m_buffer;
    qsizetype m_at = 0; ///< What lies before it has been given.
    bool m_broken = false;
};

} // namespace chengban
