#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QWindow;

/// The system's side of the client. What a system cannot do it says; nothing here is pretended.
namespace chengban {

/// A crash leaves no picture of the memory, which holds keys and citizens' names: no core file, and on
/// Windows no report. Called first of all.
void keepNoDumps();

/// Keeps a window out of pictures, recordings and sharing of the screen, or lets it in again. On Windows
/// before 10.2004 it shows black there. False where the system has no such thing (Linux).
[[nodiscard]] bool hideFromCapture(QWindow &window, bool hidden);

/// How long ago somebody last used keyboard or mouse of this session, in any program, in ms; no value where
/// the system does not tell (Linux).
[[nodiscard]] std::optional<qint64> sinceInputMs();

/// Whether a folder, which need not be there yet, lies on another machine's disk.
[[nodiscard]] bool isOnNetwork(const QString &folder);
/// As the system names it: cifs, nfs4, …
[[nodiscard]] bool isNetworkFileSystem(const QByteArray &type);
/// \\server\share or //server/share, also behind the prefix for long paths; no device (\\.\, \\?\C:).
[[nodiscard]] bool isSharePath(const QString &path);

/// Opens a file in the program that the system has for it; false when there is none.
[[nodiscard]] bool openOutside(const QString &path);

} // namespace chengban
