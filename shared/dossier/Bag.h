#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QTemporaryDir>

#include <array>
#include <memory>

namespace chengban {

/// Label and value lines of bag-info.txt, in order.
using BagLabels = QList<QPair<QString, QString>>;

/// Writes a BagIt 1.0 package (RFC 8493): `data/` with sha256 manifests, and beside them `digests-sm3.txt`,
/// since SM3 is no algorithm BagIt knows. It grows in a folder of its own and appears under its name when it
/// is whole.
class BagWriter
{
public:
    /// Nothing may stand at `folder` yet. Errors: BadInput when something does, FileUnreadable.
    [[nodiscard]] static Result<BagWriter> begin(const QString &folder);

    /// `path` below data/, with `/`. Errors: BadInput for an unsafe or known path, DiskFull.
    [[nodiscard]] Result<void> add(const QString &path, const QByteArray &bytes);
    /// Where a file that somebody else writes must go, its folder made; it counts from closePayload() on.
    [[nodiscard]] Result<QString> placeFor(const QString &path);
    /// Lists all of data/ and writes the declaration and bag-info.txt with Bag-Size and Payload-Oxum.
    [[nodiscard]] Result<void> closePayload(const BagLabels &labels);
    /// A file beside data/, after closePayload().
    [[nodiscard]] Result<void> addTagFile(const QString &name, const QByteArray &bytes);
    /// Lists the tag files and gives the bag its name. Errors: DiskFull.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] QString folder() const; ///< Where it grows.

private:
    explicit BagWriter(const QString &folder);
    QString m_target;
    std::unique_ptr<QTemporaryDir> m_growing;
};

enum class BagFaultKind {
    DeclarationMissing, ///< bagit.txt is not what RFC 8493 demands.
    ManifestMissing, ///< No manifest-sha256.txt or tagmanifest-sha256.txt.
    LineUnreadable,
    PathUnsafe, ///< Absolute, with `..`, `~` or a backslash, or a link.
    ListedTwice,
    FileMissing,
    FileNotListed,
    DigestDiffers,
    CountDiffers, ///< Payload-Oxum.
    FetchNeeded, ///< Parts would have to be fetched from elsewhere.
};

constexpr auto namesOf(BagFaultKind)
{
    using enum BagFaultKind;
    return std::array{Named{DeclarationMissing, "declaration-missing"},
        Named{ManifestMissing, "manifest-missing"}, Named{LineUnreadable, "line-unreadable"},
        Named{PathUnsafe, "path-unsafe"}, Named{ListedTwice, "listed-twice"},
        Named{FileMissing, "file-missing"}, Named{FileNotListed, "file-not-listed"},
        Named{DigestDiffers, "digest-differs"}, Named{CountDiffers, "count-differs"},
        Named{FetchNeeded, "fetch-needed"}};
}

struct BagFault
{
    BagFaultKind kind = BagFaultKind::FileMissing;
    QString path; ///< In the bag.
    bool operator==(const BagFault &) const = default;
};

/// What a reading of the whole bag found; no faults: complete and valid.
struct BagReport
{
    QList<BagFault> faults;
    int files = 0; ///< Of the payload.
    qint64 bytes = 0;
};

/// Whether the tag files are listed too is asked of whole bags, not of growing ones.
enum class BagPart { Payload, Whole };

/// Reads every file of the bag. It never leaves the folder, whatever its manifests say.
/// Errors: FileUnreadable when there is no such folder.
[[nodiscard]] Result<BagReport> checkedBag(const QString &folder, BagPart part = BagPart::Whole);

} // namespace chengban
