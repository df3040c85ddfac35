#include "shared/base/ErrorCode.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

struct Row
{
    ErrorCode code;
    const char *name;
    const char *text;
};

// One row per code, in the order of the enum.
constexpr std::array rows{
    Row{ErrorCode::BadInput, "input.bad-input",
        QT_TRANSLATE_NOOP("ErrorText", "The input is not valid. Check what was entered and try again.")},
    Row{ErrorCode::BadJson, "input.bad-json",
        QT_TRANSLATE_NOOP("ErrorText",
            "The data received is not readable. Try again; if it stays, call the help desk with this code.")},
    Row{ErrorCode::NotCanonical, "input.not-canonical",
        QT_TRANSLATE_NOOP("ErrorText",
            "A value cannot be recorded as it is. Remove unusual characters or fractions and try again.")},
    Row{ErrorCode::UnknownField, "input.unknown-field",
        QT_TRANSLATE_NOOP("ErrorText",
            "The file has a field this program does not know. Remove it or update the program.")},
    Row{ErrorCode::MissingField, "input.missing-field",
        QT_TRANSLATE_NOOP("ErrorText", "A required field is missing. Fill it in and try again.")},
    Row{ErrorCode::BadEncoding, "input.bad-encoding",
        QT_TRANSLATE_NOOP("ErrorText",
            "The text encoding cannot be read. Save the file as UTF-8 or GB18030 and try again.")},
    Row{ErrorCode::TooLarge, "input.too-large",
        QT_TRANSLATE_NOOP("ErrorText", "This is larger than allowed. Make it smaller or split it.")},
    Row{ErrorCode::PackInvalid, "rules.pack-invalid",
        QT_TRANSLATE_NOOP("ErrorText",
            "The rule pack has a fault and was not taken; the old one stays in force. Correct the place "
            "named.")},
    Row{ErrorCode::PackUnknown, "rules.pack-unknown",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The rule pack of this case is not here. Connect to the server once to fetch it.")},
    Row{ErrorCode::CalendarInvalid, "rules.calendar-invalid",
        QT_TRANSLATE_NOOP("ErrorText",
            "The calendar has a fault and was not taken; the old one stays in force. Correct the place "
            "named.")},
    Row{ErrorCode::NotComputable, "rules.not-computable",
        QT_TRANSLATE_NOOP("ErrorText",
            "There is no calendar for this date, so no due time can be computed. Enter the date by hand.")},
    Row{ErrorCode::StepNotAllowed, "case.step-not-allowed",
        QT_TRANSLATE_NOOP("ErrorText",
            "This step is not possible in the present state of the case. Refresh the case and look at its "
            "timeline.")},
    Row{ErrorCode::RoleNotAllowed, "case.role-not-allowed",
        QT_TRANSLATE_NOOP(
            "ErrorText", "Your role may not take this step. Ask the person named on the case.")},
    Row{ErrorCode::NotResponsible, "case.not-responsible",
        QT_TRANSLATE_NOOP("ErrorText",
            "Your unit is not handling this case. Ask the hotline centre if you think it should.")},
    Row{ErrorCode::CaseUnknown, "case.case-unknown",
        QT_TRANSLATE_NOOP("ErrorText", "This case is not known here. Check the number or synchronize once.")},
    Row{ErrorCode::CaseReadOnly, "case.case-read-only",
        QT_TRANSLATE_NOOP("ErrorText",
            "This case was written by a newer program and can only be read. Update the program to work on "
            "it.")},
    Row{ErrorCode::PartMissing, "case.part-missing",
        QT_TRANSLATE_NOOP("ErrorText", "A required part is missing. Fill in the part shown and try again.")},
    Row{ErrorCode::PartContradicts, "case.part-contradicts",
        QT_TRANSLATE_NOOP("ErrorText", "Two entries contradict each other. Correct the one shown.")},
    Row{ErrorCode::LimitReached, "case.limit-reached",
        QT_TRANSLATE_NOOP("ErrorText",
            "This step may not be taken again for this case. Continue by another way or ask the centre.")},
    Row{ErrorCode::TooLate, "case.too-late",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The time allowed for this step is over. Continue without it or ask the centre.")},
    Row{ErrorCode::ReasonMissing, "case.reason-missing",
        QT_TRANSLATE_NOOP("ErrorText", "A reason is required. Choose or write one and try again.")},
    Row{ErrorCode::OnlyServerKnows, "case.only-server-knows",
        QT_TRANSLATE_NOOP("ErrorText", "Only the server can decide this. Connect and try again.")},
    Row{ErrorCode::ReplyChanged, "case.reply-changed",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The reply has changed since then. Read the new version and decide again.")},
    Row{ErrorCode::ChainBroken, "integrity.chain-broken",
        QT_TRANSLATE_NOOP("ErrorText",
            "The record of this case has been altered. Do not continue; tell the security officer.")},
    Row{ErrorCode::CommitmentWrong, "integrity.commitment-wrong",
        QT_TRANSLATE_NOOP("ErrorText",
            "A part of the record does not match its seal. Do not continue; tell the security officer.")},
    Row{ErrorCode::RootMismatch, "integrity.root-mismatch",
        QT_TRANSLATE_NOOP("ErrorText",
            "The server shows another history than it signed before. Do not continue; tell the security "
            "officer.")},
    Row{ErrorCode::SignatureInvalid, "integrity.signature-invalid",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The signature does not match the content. Read it again and sign again.")},
    Row{ErrorCode::KeyUnknown, "integrity.key-unknown",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This signing key is not enrolled. Enrol it with a second person and sign again.")},
    Row{ErrorCode::KeyRevoked, "integrity.key-revoked",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This signing key is no longer valid. Enrol a new one and sign again.")},
    Row{ErrorCode::PinWrong, "integrity.pin-wrong",
        QT_TRANSLATE_NOOP("ErrorText", "The PIN is wrong. Enter it again.")},
    Row{ErrorCode::Conflict, "sync.conflict",
        QT_TRANSLATE_NOOP("ErrorText",
            "A colleague changed the same thing. Compare both versions and choose; nothing is lost.")},
    Row{ErrorCode::BlobMissing, "sync.blob-missing",
        QT_TRANSLATE_NOOP("ErrorText",
            "A file has not arrived at the server yet. It is being sent; the step follows by itself.")},
    Row{ErrorCode::CommandIdReused, "sync.command-id-reused",
        QT_TRANSLATE_NOOP("ErrorText",
            "This step was already sent with other content. Reopen the case and take the step again.")},
    Row{ErrorCode::CursorTooOld, "sync.cursor-too-old",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The local copy is too old and is fetched again. Drafts are not touched.")},
    Row{ErrorCode::NotAuthenticated, "access.not-authenticated",
        QT_TRANSLATE_NOOP("ErrorText", "You are not logged in. Log in and try again; your drafts are kept.")},
    Row{ErrorCode::WrongCredentials, "access.wrong-credentials",
        QT_TRANSLATE_NOOP("ErrorText", "User name or password is wrong. Check both and try again.")},
    Row{ErrorCode::AccountLocked, "access.account-locked",
        QT_TRANSLATE_NOOP("ErrorText",
            "The account is locked after too many attempts. Wait fifteen minutes or ask the administrator.")},
    Row{ErrorCode::TokenExpired, "access.token-expired",
        QT_TRANSLATE_NOOP("ErrorText", "The log-in has expired. Log in again; your drafts are kept.")},
    Row{ErrorCode::DeviceRevoked, "access.device-revoked",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This computer is no longer admitted. Ask the administrator to admit it.")},
    Row{ErrorCode::Forbidden, "access.forbidden",
        QT_TRANSLATE_NOOP(
            "ErrorText", "You have no permission for this. Ask the administrator if you need it.")},
    Row{ErrorCode::NotFound, "access.not-found",
        QT_TRANSLATE_NOOP("ErrorText", "This is not here, or you may not see it. Check the number.")},
    Row{ErrorCode::RateLimited, "access.rate-limited",
        QT_TRANSLATE_NOOP("ErrorText", "Too many requests at once. Wait a minute and try again.")},
    Row{ErrorCode::SubstituteNotInForce, "access.substitute-not-in-force",
        QT_TRANSLATE_NOOP("ErrorText",
            "You do not stand in for this person now: the days are over, have not begun, or it was taken "
            "back. Act on your own post or ask who arranged it.")},
    Row{ErrorCode::SubstituteNotAllowed, "access.substitute-not-allowed",
        QT_TRANSLATE_NOOP("ErrorText",
            "This person cannot stand in on this post. Choose another person of the same unit; the county's "
            "rules say which posts may have a substitute.")},
    Row{ErrorCode::SubstituteOverlaps, "access.substitute-overlaps",
        QT_TRANSLATE_NOOP("ErrorText",
            "There is a substitute for this post on some of these days. Choose other days or take the "
            "earlier one back first.")},
    Row{ErrorCode::SubstituteOfSubstitute, "access.substitute-of-substitute",
        QT_TRANSLATE_NOOP("ErrorText",
            "On these days one of the two stands in for somebody or is stood in for. A post that was taken "
            "over is not handed on; choose another person.")},
    Row{ErrorCode::ServerAway, "net.server-away",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The server cannot be reached. Go on working; everything is kept and sent later.")},
    Row{ErrorCode::CertificateUntrusted, "net.certificate-untrusted",
        QT_TRANSLATE_NOOP("ErrorText",
            "The server cannot prove that it is ours. Check the date of this computer; if it is right, do "
            "not "
            "log in and tell the administrator.")},
    Row{ErrorCode::NotOurServer, "net.not-our-server",
        QT_TRANSLATE_NOOP("ErrorText",
            "A proxy or log-in page answered instead of the server. Check the network, then try again.")},
    Row{ErrorCode::TimedOut, "net.timed-out",
        QT_TRANSLATE_NOOP("ErrorText", "The server did not answer in time. It is tried again by itself.")},
    Row{ErrorCode::ServerFault, "net.server-fault",
        QT_TRANSLATE_NOOP("ErrorText",
            "The server has a fault. Your work is kept and sent later; tell the administrator if it stays.")},
    Row{ErrorCode::StoreUnavailable, "store.store-unavailable",
        QT_TRANSLATE_NOOP("ErrorText",
            "The local database cannot be used. Close other copies of the program and try again. If your "
            "local "
            "data lies on a network drive, ask the administrator to keep it on this computer.")},
    Row{ErrorCode::StoreDamaged, "store.store-damaged",
        QT_TRANSLATE_NOOP("ErrorText",
            "The local database is damaged. The copy is fetched again; drafts are recovered first.")},
    Row{ErrorCode::StoreNewer, "store.store-newer",
        QT_TRANSLATE_NOOP("ErrorText",
            "The local database belongs to a newer program. Update the program; nothing was changed.")},
    Row{ErrorCode::StoreLocked, "store.store-locked",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The local data is locked. Unlock the keychain or enter your passphrase.")},
    Row{ErrorCode::DiskFull, "store.disk-full",
        QT_TRANSLATE_NOOP("ErrorText",
            "The disk is full. Free some space; what is typed stays on the screen until it is saved.")},
    Row{ErrorCode::FileUnreadable, "store.file-unreadable",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The file cannot be read. Check that it exists and is not open elsewhere.")},
    Row{ErrorCode::FileEmpty, "store.file-empty",
        QT_TRANSLATE_NOOP("ErrorText", "The file is empty. Choose another file.")},
    Row{ErrorCode::FileTooLarge, "store.file-too-large",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The file is larger than allowed. Scan at a lower resolution or split it.")},
    Row{ErrorCode::FileTypeRefused, "store.file-type-refused",
        QT_TRANSLATE_NOOP("ErrorText", "This type of file cannot be attached. Use PDF, JPEG, PNG or TIFF.")},
    Row{ErrorCode::FileNameRefused, "store.file-name-refused",
        QT_TRANSLATE_NOOP("ErrorText",
            "This file name cannot be used. Give the file a shorter name without special signs.")},
    Row{ErrorCode::KeychainUnavailable, "store.keychain-unavailable",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The system keychain cannot be used. Unlock it, or log in with your passphrase.")},
    Row{ErrorCode::DigestMismatch, "store.digest-mismatch",
        QT_TRANSLATE_NOOP("ErrorText", "The file was damaged on its way. It is transferred again.")},
    Row{ErrorCode::ColumnMissing, "import.column-missing",
        QT_TRANSLATE_NOOP("ErrorText", "A required column is missing. Choose which column holds it.")},
    Row{ErrorCode::RowInvalid, "import.row-invalid",
        QT_TRANSLATE_NOOP("ErrorText",
            "This row cannot be imported. Correct it in the file of rejects and import that file.")},
    Row{ErrorCode::RowDuplicate, "import.row-duplicate",
        QT_TRANSLATE_NOOP("ErrorText", "This row is already there and was not imported again.")},
    Row{ErrorCode::SpreadsheetOld, "import.spreadsheet-old",
        QT_TRANSLATE_NOOP("ErrorText",
            "This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password, "
            "or as CSV, and import that.")},
    Row{ErrorCode::SpreadsheetDamaged, "import.spreadsheet-damaged",
        QT_TRANSLATE_NOOP("ErrorText",
            "The spreadsheet is damaged. Open it in the spreadsheet program, save it again and import "
            "that.")},
    Row{ErrorCode::PdfInvalid, "dossier.pdf-invalid",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The PDF is damaged or protected. Print it to a new PDF and attach that one.")},
    Row{ErrorCode::PdfLocked, "dossier.pdf-locked",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The PDF is locked with a password. Save it without one and choose it again.")},
    Row{ErrorCode::ScanChanged, "scan.changed",
        QT_TRANSLATE_NOOP("ErrorText",
            "The file of the scan is no longer the one that was read. Read the pile once more.")},
    Row{ErrorCode::FontMissing, "dossier.font-missing",
        QT_TRANSLATE_NOOP("ErrorText", "A character has no font here. Install the font set of the program.")},
    Row{ErrorCode::DossierIncomplete, "dossier.dossier-incomplete",
        QT_TRANSLATE_NOOP("ErrorText", "The dossier lacks papers. Complete the ones shown in red.")},
    Row{ErrorCode::PackageInvalid, "dossier.package-invalid",
        QT_TRANSLATE_NOOP("ErrorText",
            "The package is damaged or was changed. Make it again from the case and file that one.")},
    Row{ErrorCode::ArchiveNumberTaken, "dossier.archive-number-taken",
        QT_TRANSLATE_NOOP("ErrorText",
            "Another dossier is filed under this archive number. Correct the number in the case and file it "
            "again.")},
    Row{ErrorCode::DossierNotDue, "dossier.not-due",
        QT_TRANSLATE_NOOP("ErrorText",
            "The time for which this dossier is kept is not over. It is neither destroyed nor handed over "
            "yet.")},
    Row{ErrorCode::DossierGone, "dossier.gone",
        QT_TRANSLATE_NOOP("ErrorText",
            "This dossier was destroyed or handed over. Only its line in the register is left.")},
    Row{ErrorCode::SamePerson, "dossier.same-person",
        QT_TRANSLATE_NOOP("ErrorText",
            "Whoever proposed it cannot decide on it. Ask another person of the archive or the centre.")},
    Row{ErrorCode::ScannerNone, "scan.no-scanner",
        QT_TRANSLATE_NOOP(
            "ErrorText", "No scanner was found. Switch it on, check its cable or network, then look again.")},
    Row{ErrorCode::ScannerBusy, "scan.busy",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The scanner is in use. Wait until the other scan is done, then try again.")},
    Row{ErrorCode::ScannerJammed, "scan.jammed",
        QT_TRANSLATE_NOOP("ErrorText",
            "The paper is jammed. Take it out, put the sheets that are missing back and scan on.")},
    Row{ErrorCode::ScannerEmpty, "scan.feeder-empty",
        QT_TRANSLATE_NOOP("ErrorText", "The feeder is empty. Put the sheets in and scan again.")},
    Row{ErrorCode::ScannerOpen, "scan.cover-open",
        QT_TRANSLATE_NOOP("ErrorText", "The cover of the scanner is open. Close it and scan on.")},
    Row{ErrorCode::ScannerFull, "scan.out-of-memory",
        QT_TRANSLATE_NOOP("ErrorText",
            "The memory does not suffice. Take over what is scanned, or scan at a lower resolution.")},
    Row{ErrorCode::ScannerFault, "scan.fault",
        QT_TRANSLATE_NOOP("ErrorText", "The scanner reports a fault. Switch it off and on, then scan on.")},
    Row{ErrorCode::ScannerForbidden, "scan.not-allowed",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This account may not use the scanner. Ask the IT department to allow it.")},
    Row{ErrorCode::ScanRefused, "scan.refused",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The scanner does not take these settings. Choose others and scan again.")},
    Row{ErrorCode::ScanTooLarge, "scan.too-large",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The page would be too large. Choose a lower resolution or a smaller paper.")},
    Row{ErrorCode::ScanProgramMissing, "scan.program-missing",
        QT_TRANSLATE_NOOP("ErrorText",
            "The scanning program is missing. Ask the IT department to install the client again.")},
    Row{ErrorCode::ScanProgramDied, "scan.program-died",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The scanner's driver broke off. Pages that were finished are kept; scan on.")},
    Row{ErrorCode::ScannerSilent, "scan.silent",
        QT_TRANSLATE_NOOP("ErrorText",
            "The scanner does not answer any more. Check that it is on, then scan on; finished pages are "
            "kept.")},
    Row{ErrorCode::ScanGarbled, "scan.garbled",
        QT_TRANSLATE_NOOP("ErrorText",
            "The driver sent what makes no sense. Scan on; if it stays, tell the IT department.")},
    Row{ErrorCode::CarryNoPackage, "carry.no-package",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This file is no work package. Choose the file that the other computer wrote.")},
    Row{ErrorCode::CarryNewer, "carry.newer",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This package was written by a newer program. Update this one first.")},
    Row{ErrorCode::CarryOtherCounty, "carry.other-county",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This package belongs to another county. Read it at a computer of that county.")},
    Row{ErrorCode::CarryForAnother, "carry.for-another",
        QT_TRANSLATE_NOOP("ErrorText",
            "This package is meant for another computer or person. Read it there, or write one for this "
            "computer.")},
    Row{ErrorCode::CarryTooOld, "carry.too-old",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This package is older than 30 days. Write a new one where it was made.")},
    Row{ErrorCode::CarrySenderUnknown, "carry.sender-unknown",
        QT_TRANSLATE_NOOP("ErrorText",
            "The computer that wrote this package is not known here or no longer admitted. Synchronize once; "
            "if it stays, ask the administrator.")},
    Row{ErrorCode::CarryChanged, "carry.changed",
        QT_TRANSLATE_NOOP("ErrorText",
            "This package was cut off or changed on its way. Nothing of it was taken; write it again.")},
    Row{ErrorCode::CarryNotAnswered, "carry.not-answered",
        QT_TRANSLATE_NOOP("ErrorText",
            "Not everything in this package has been answered yet. Wait until it is sent, then write the "
            "answers.")},
    Row{ErrorCode::HandoverReceiver, "handover.receiver",
        QT_TRANSLATE_NOOP("ErrorText",
            "The draft cannot be handed to this person: only to a colleague of your unit whose account is "
            "open, sealed for the computers admitted now. Choose another, or try again after "
            "synchronizing.")},
    Row{ErrorCode::HandoverAnswered, "handover.answered",
        QT_TRANSLATE_NOOP(
            "ErrorText", "This handover was answered or taken back meanwhile. Nothing was changed.")},
    Row{ErrorCode::ReachChanged, "access.reach-changed",
        QT_TRANSLATE_NOOP("ErrorText",
            "The administrator has changed which cases you see. Log in again; drafts of cases you no longer "
            "see are kept "
            "under Transfer.")},
    Row{ErrorCode::ReleaseInvalid, "release.invalid",
        QT_TRANSLATE_NOOP("ErrorText",
            "This file is not a release of Chengban, or it is damaged. Get it again from the publisher.")},
    Row{ErrorCode::ReleaseUntrusted, "release.untrusted",
        QT_TRANSLATE_NOOP("ErrorText",
            "The new version is not signed by the publisher, so it was not taken. Tell the county's "
            "administrator; go on working.")},
    Row{ErrorCode::ReleaseNotNewer, "release.not-newer",
        QT_TRANSLATE_NOOP("ErrorText",
            "The version offered is not newer than this one, so it was not taken. Nothing needs to be "
            "done.")},
    Row{ErrorCode::ReleaseUnfit, "release.unfit",
        QT_TRANSLATE_NOOP("ErrorText",
            "This release is for another kind of computer or needs a newer server. Get the fitting one, or "
            "update the server first.")},
    Row{ErrorCode::UpdateBroken, "update.broken",
        QT_TRANSLATE_NOOP("ErrorText",
            "The new version arrived damaged and was thrown away. It is fetched again by itself.")},
    Row{ErrorCode::UpdateNoSpace, "update.no-space",
        QT_TRANSLATE_NOOP("ErrorText",
            "There is not enough space on this computer for the new version. Make room; it is then fetched "
            "by itself.")},
    Row{ErrorCode::UpdateFolderLocked, "update.folder-locked",
        QT_TRANSLATE_NOOP("ErrorText",
            "A new version is there, but this account may not write into the program's folder. Ask the "
            "county's administrator to install it.")},
    Row{ErrorCode::UpdateWithdrawn, "update.withdrawn",
        QT_TRANSLATE_NOOP("ErrorText",
            "The new version was withdrawn by the county's administrator. This version goes on as it is.")},
    Row{ErrorCode::UpdateFellBack, "update.fell-back",
        QT_TRANSLATE_NOOP("ErrorText",
            "The new version did not start on this computer, so the one before it runs again. Tell the "
            "county's administrator.")},
};

const Row &rowOf(ErrorCode code)
{
    const auto index = static_cast<size_t>(code);
    Q_ASSERT(index < rows.size() && rows[index].code == code);
    return rows[index];
}

} // namespace

QLatin1StringView errorName(ErrorCode code)
{
    return QLatin1StringView(rowOf(code).name);
}

std::optional<ErrorCode> errorCode(QStringView name)
{
    const auto row
        = std::ranges::find_if(rows, [name](const Row &r) { return name == QLatin1StringView(r.name); });
    return row == rows.end() ? std::nullopt : std::optional(row->code);
}

QString errorText(ErrorCode code)
{
    return QCoreApplication::translate("ErrorText", rowOf(code).text);
}

QList<ErrorCode> allErrorCodes()
{
    QList<ErrorCode> codes;
    for (const Row &row : rows)
        codes.append(row.code);
    return codes;
}

} // namespace chengban
