#pragma once

#include "client/printing/PrintFonts.h"
#include "shared/base/Result.h"
#include "shared/cases/Case.h"
#include "shared/dossier/Manifest.h"
#include "shared/rules/RulePack.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace chengban {

/// The bytes of an attachment by its sha256 (64 lower-case hex digits); an error when they are not at hand.
/// It may be asked for the same file again.
using FileSource = std::function<Result<QByteArray>(const QString &sha256)>;

/// Where a paper stands in the dossier, in archive page numbers (from 1; cover and catalogue have none).
struct PaperPages
{
    int first = 0;
    int last = 0;
    bool operator==(const PaperPages &) const = default;
};

/// A font that is embedded, so that it can be told in fifty years which one it was.
struct EmbeddedFont
{
    QString postScriptName;
    QString version; ///< As the font states it.
    /// Hex, over its tables head (which holds the checksum of the whole font), name, OS/2, maxp and cmap.
    QString tablesSha256;
    bool operator==(const EmbeddedFont &) const = default;
};

/// What was written.
struct DossierInfo
{
    int sheets = 0; ///< All pages of the file.
    int numberedPages = 0; ///< Pages that bear an archive number.
    qint64 bytes = 0;
    QString sha256; ///< Of the file, hex.
    bool pdfA = false; ///< Declared as PDF/A-1b.
    QString pdfaFault; ///< Why not, in English for a report; empty when it is.
    QList<PaperPages> papers; ///< One per paper of the manifest.
    QStringList
        unprintable; ///< Characters no font here has, as U+XXXX; printed as such and noted at the back.
    QList<EmbeddedFont> fonts; ///< By name.
    QList<FontRole> fontRoles;
    bool operator==(const DossierInfo &) const = default;
};

/// Lays a case's dossier out as one PDF: cover, catalogue, the manifest's papers, note at the back. JPEG
/// scans go in byte for byte, pages of a PDF that is not PDF/A-1b as pictures of 200 dots per inch. The same
/// input gives the same bytes on the same fonts. `pack` gives the labels of coded reasons; without it the
/// codes stand as they are. Runs on any thread; touches nothing but `path`.
///
/// The file is written beside `path` and renamed: it is complete or not there.
/// Errors: DossierIncomplete (a paper is missing, or log and case differ), PdfInvalid, FileUnreadable,
/// FileEmpty, DigestMismatch, FontMissing, DiskFull, and those of `files`.
[[nodiscard]] Result<DossierInfo> writeDossier(const Manifest &manifest, const Case &theCase,
    const QList<Event> &log, const FileSource &files, const QString &path, const RulePack *pack = nullptr);

/// A dossier's part that is bound by itself.
struct DossierVolume
{
    QString path;
    Manifest manifest; ///< Its own papers.
    DossierInfo info;
};

/// The same, split at the papers into volumes of at most so many numbered pages as the manifest's template
/// says, each with cover,
/// catalogue, note and page numbers of its own: `path` when one is enough, else `<name>-1.pdf`,
/// `<name>-2.pdf`. When one cannot be written those before it are removed again.
[[nodiscard]] Result<QList<DossierVolume>> writeVolumes(const Manifest &manifest, const Case &theCase,
    const QList<Event> &log, const FileSource &files, const QString &path, const RulePack *pack = nullptr);

/// Writes labels for the spines of GB/T 9705's folders (10, 15 and 20 mm wide) on one page of A4, with marks
/// to cut along. Errors: FontMissing, DiskFull, FileUnreadable.
[[nodiscard]] Result<DossierInfo> writeSpine(const Manifest &manifest, const QString &path);

/// Writes the front of a folder (硬卷皮, 220 x 310 mm), to be printed on it. `pages` are those numbered.
/// Errors: as above.
[[nodiscard]] Result<DossierInfo> writeFolder(const Manifest &manifest, int pages, const QString &path);

/// Writes what may be handed to the citizen: the reply and the provisions it relies on, from printed(), which
/// holds nothing else. Errors: DossierIncomplete without a reply, and as above.
[[nodiscard]] Result<DossierInfo> writeCitizensPrint(
    const Manifest &manifest, const Case &theCase, const QString &path, const RulePack *pack = nullptr);

/// Writes one paper of the case alone, without an archive number: the sign-off sheet to be signed by hand,
/// the letter to be sent. Not for attachments, which are files already. Errors: DossierIncomplete when the
/// paper is missing or an attachment, FontMissing, DiskFull, FileUnreadable.
[[nodiscard]] Result<DossierInfo> writePaper(const Paper &paper, const Manifest &manifest,
    const Case &theCase, const QList<Event> &log, const QString &path, const RulePack *pack = nullptr);

} // namespace chengban
