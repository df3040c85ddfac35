#pragma once

#include "shared/base/Names.h"
#include "shared/cases/Case.h"
#include "shared/dossier/DossierTemplate.h"

#include <QList>
#include <QString>

#include <array>

namespace chengban {

/// For whom a print is made. The archive's has everything; the unit's masks the citizen; the citizen's holds
/// what was written for the citizen and nothing internal.
enum class PrintProfile { Archive, Unit, Citizen };

constexpr auto namesOf(PrintProfile)
{
    return std::array{Named{PrintProfile::Archive, "archive"}, Named{PrintProfile::Unit, "unit"},
        Named{PrintProfile::Citizen, "citizen"}};
}

/// One paper of the dossier: a line of the catalogue.
struct Paper
{
    PaperKind kind = PaperKind::CaseSheet;
    QString title; ///< Chinese: an official document.
    QString responsible; ///< 责任者
    QString documentNumber; ///< 文号
    qint64 atMs = 0;
    qsizetype index
        = 0; ///< Which review, extension… of the case it shows; of attachments the running number.
    qsizetype part = 0; ///< Which answer of an order, which list of objections.
    Attachment attachment; ///< For PaperKind::Attachment.
    PaperKind of = PaperKind::Attachment; ///< The paper that an attachment belongs to; itself: the reply.
    bool missing = false; ///< Required, not there yet: red in the catalogue.

    bool operator==(const Paper &) const = default;
};

/// A case's papers in order, with what the cover says. Pure; the client lays it out.
struct Manifest
{
    int version = 2;
    DossierTemplate form; ///< Which it was made by; it stays with the dossier.
    PrintProfile profile = PrintProfile::Archive;
    QString fondsName; ///< 全宗名称: the unit that formed the dossier.
    QString title; ///< 案卷题名
    QString caseNumber;
    QString archiveNumber; ///< 档号
    QString retention; ///< As the archive entered it: "D10", "D30", "Y"; empty before.
    qint64 fromMs = 0;
    qint64 toMs = 0;
    int year = 0; ///< Of closing, in the county's time; 0 before.
    QString caseHead; ///< Hex.
    int volume = 1; ///< Of `volumes`; more than one above 200 pages.
    int volumes = 1;
    QList<Paper> papers;

    bool operator==(const Manifest &) const = default;
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QStringList missingTitles() const;
};

/// Up to where a dossier is held against what it needs: what the case's phase requires, or all it will need
/// when the case is over.
enum class Needed { Now, AtTheEnd };

/// The papers of a case as far as it has come, attachments behind the paper they belong to, each file once. A
/// paper that is required and not there is listed with `missing`: contacts (T5), the account of the
/// investigation (T9-T14), evidence (T11) and procedure papers (T14) from the sign-off on, a signature (T15)
/// once the reply is signed; `Needed::AtTheEnd` asks for them from the first day. Callbacks are listed when
/// there were any; the centre may close without.
[[nodiscard]] Manifest manifestOf(
    const Case &theCase, const DossierTemplate &form, Needed needed = Needed::Now);
/// By the built-in template of that order.
[[nodiscard]] Manifest manifestOf(const Case &theCase, PaperOrder order);

/// Every file that the case names, those of earlier reply versions and of papers that fell away included;
/// each once.
[[nodiscard]] QList<Attachment> filesOf(const Case &theCase);

/// The size of those files, in bytes.
[[nodiscard]] qint64 bytesOf(const QList<Attachment> &files);

/// The papers that a print of that profile holds.
[[nodiscard]] Manifest printed(Manifest manifest, PrintProfile profile);
/// The case as a print of that profile may see it. The citizen's is built from nothing by what a citizen may
/// read, so what a later release adds stays out; the unit's has the identity masked.
[[nodiscard]] Case printed(const Case &theCase, PrintProfile profile);

/// 案卷题名: body, subject and kind of document (standards A1), at most 50 characters; the subject is
/// shortened.
[[nodiscard]] QString dossierTitle(const QString &unitName, const QString &subject);

[[nodiscard]] QJsonObject toJson(const Manifest &manifest);

} // namespace chengban
