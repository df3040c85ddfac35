#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"
#include "shared/release/VersionNumber.h"
#include "shared/signing/Signing.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace chengban {

/// The number of the API that this program speaks ("/v1").
inline constexpr int apiNumber = 1;

/// No release is larger; both are refused before a byte is fetched.
inline constexpr qint64 largestRelease = 512LL << 20;
inline constexpr qint64 largestUnpacked = 2LL << 30;

/// One version of the client for one kind of computer, as its publisher describes it (docs/updates.md).
struct Release
{
    VersionNumber version;
    QString platform; ///< "windows-x64", "linux-x64".
    QString fileName; ///< Of the ZIP; for people, never a path.
    qint64 bytes = 0; ///< Of the ZIP.
    qint64 unpackedBytes = 0; ///< Of all its files.
    QString sha256; ///< Of the ZIP, hex.
    int api = apiNumber; ///< The server must speak it.
    qint64 publishedMs = 0; ///< For people; versions are compared, never clocks.
    QString news; ///< A line or two in Chinese for who gets it.

    bool operator==(const Release &) const = default;
};

/// A release with its publisher's signature: all that a client believes about a file.
struct SignedRelease
{
    Release release;
    KeyId key;
    QByteArray signature; ///< DER, over the canonical form of releaseText().

    bool operator==(const SignedRelease &) const = default;
};

[[nodiscard]] QJsonObject releaseText(const SignedRelease &release); ///< Without the signature.
[[nodiscard]] QJsonObject toJson(const SignedRelease &release);
/// Form alone, nothing is verified. Errors: ReleaseInvalid with the place.
[[nodiscard]] Result<SignedRelease> signedReleaseFromJson(const QJsonObject &json);

/// Fills in key and signature. Errors: ReleaseInvalid for what no client would read.
[[nodiscard]] Result<SignedRelease> signedRelease(const Release &release, const Sm2Key &publisher);
/// Errors: ReleaseUntrusted unless one of the keys signed exactly this.
[[nodiscard]] Result<void> verifyRelease(const SignedRelease &release, const QList<QByteArray> &keyPems);
/// Reads and verifies: nothing of a release is looked at before. Errors: ReleaseInvalid, ReleaseUntrusted.
[[nodiscard]] Result<SignedRelease> trustedRelease(const QJsonObject &json, const QList<QByteArray> &keyPems);

/// Whether a program of version `running` on `platform` takes the release. Errors: ReleaseUnfit for another
/// platform, ReleaseNotNewer for the same version and every older one.
[[nodiscard]] Result<void> checkTakes(const Release &release, VersionNumber running, const QString &platform);

/// The keys whose releases this build takes (CHENGBAN_RELEASE_KEY): one, or two while the publisher changes
/// it.
[[nodiscard]] QList<QByteArray> releaseKeys();
/// The PEM blocks of a file, one after the other.
[[nodiscard]] QList<QByteArray> pemBlocks(const QByteArray &file);
/// A private key out of an unencrypted PKCS#8 PEM, as `openssl genpkey` writes it. Errors: KeyUnknown.
[[nodiscard]] Result<Sm2Key> privateKeyFromPem(const QByteArray &pem);

/// Of the computer that this program was built for; empty where no releases are made.
[[nodiscard]] QString ownPlatform();
[[nodiscard]] bool isPlatform(const QString &platform);
/// The client's file in a version's folder.
[[nodiscard]] QString programName(const QString &platform);

} // namespace chengban
