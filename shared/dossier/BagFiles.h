#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What writer and checker of a bag share.
namespace chengban::bagfiles {

inline constexpr char declarationFile[] = "bagit.txt";
inline constexpr char declaration[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
inline constexpr char factsFile[] = "bag-info.txt";
inline constexpr char payloadManifest[] = "manifest-sha256.txt";
inline constexpr char tagManifest[] = "tagmanifest-sha256.txt";
inline constexpr char sm3Manifest[] = "digests-sm3.txt";

/// Whether a path out of a manifest stays in the bag on every system.
[[nodiscard]] bool isSafe(const QString &path);

/// The files below data/, links among them, sorted; as a manifest names them.
[[nodiscard]] QStringList payloadOf(const QString &folder);
/// The files beside data/ that a tag manifest lists: all but itself.
[[nodiscard]] QStringList tagFilesOf(const QString &folder);

} // namespace chengban::bagfiles
