#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace chengban {

/// What can go wrong, as stable values. Each has a row in docs/error-codes.md (cause, remedy) and a
/// sentence for people in errorText(). The wire and the logs carry errorName(), never the number.
enum class ErrorCode {
    // Input of any kind
    BadInput, ///< Malformed beyond what a more special code says.
    BadJson,
    NotCanonical, ///< A value that hashed JSON may not hold: a fraction, an integer of 2^53 or more, broken
    ///< UTF-16.
    UnknownField,
    MissingField,
    BadEncoding,
    TooLarge,

    // Rules, packs, calendars
    PackInvalid,
    PackUnknown,
    CalendarInvalid,
    NotComputable, ///< The date lies before the first calendar year.

    // Cases
    StepNotAllowed,
    RoleNotAllowed,
    NotResponsible, ///< The actor's unit has no working access to this case.
    CaseUnknown,
    CaseReadOnly, ///< The log holds an event this program does not know; it must be updated first.
    PartMissing, ///< A part that the rules require of a reply, request or record.
    PartContradicts,
    LimitReached, ///< A counter of the pack is used up: one extension, one return.
    TooLate, ///< The rule's time for this step is over.
    ReasonMissing,
    OnlyServerKnows, ///< A withheld part decides; only the server can say.
    ReplyChanged, ///< The signature or decision was for another version of the reply.

    // Integrity
    ChainBroken,
    CommitmentWrong,
    RootMismatch, ///< The log differs from a root the server signed earlier.
    SignatureInvalid,
    KeyUnknown,
    KeyRevoked,
    PinWrong,

    // Sync
    Conflict,
    BlobMissing,
    CommandIdReused, ///< The same id with another body, user, tenant or device.
    CursorTooOld,

    // Access
    NotAuthenticated,
    WrongCredentials,
    AccountLocked,
    TokenExpired,
    DeviceRevoked,
    Forbidden,
    NotFound,
    RateLimited,
    SubstituteNotInForce, ///< Not granted for that post and moment.
    SubstituteNotAllowed, ///< Not these two people, or not on this post.
    SubstituteOverlaps, ///< The post has a substitute on one of the days.
    SubstituteOfSubstitute,

    // Network
    ServerAway,
    CertificateUntrusted,
    NotOurServer, ///< Something answered that is not a Chengban server: a proxy's or a log-in page.
    TimedOut,
    ServerFault,

    // Local store and files
    StoreUnavailable,
    StoreDamaged,
    StoreNewer,
    StoreLocked, ///< The data key is not at hand: keychain locked or empty, passphrase needed.
    DiskFull,
    FileUnreadable,
    FileEmpty,
    FileTooLarge,
    FileTypeRefused,
    FileNameRefused,
    KeychainUnavailable,
    DigestMismatch,

    // Import
    ColumnMissing,
    RowInvalid,
    RowDuplicate,
    SpreadsheetOld, ///< .xls, or a workbook locked with a password.
    SpreadsheetDamaged,

    // Dossier
    PdfInvalid,
    PdfLocked, ///< With a password.
    ScanChanged, ///< The file holds another sheet than when it was read.
    FontMissing,
    DossierIncomplete,
    PackageInvalid, ///< A package whose digests, log or signatures do not hold.
    ArchiveNumberTaken, ///< Another package is filed under it.
    DossierNotDue, ///< Its time is not over.
    DossierGone, ///< Destroyed or handed over: only its line is left.
    SamePerson, ///< Who proposed does not decide.

    // Scanning
    ScannerNone, ///< Nothing answers, or the device that was chosen is gone.
    ScannerBusy,
    ScannerJammed,
    ScannerEmpty,
    ScannerOpen,
    ScannerFull,
    ScannerFault,
    ScannerForbidden,
    ScanRefused,
    ScanTooLarge, ///< Above the limits of a page.
    ScanProgramMissing,
    ScanProgramDied,
    ScannerSilent,
    ScanGarbled, ///< What came through the pipe keeps none of its rules.

    // Work on a stick, drafts between colleagues
    CarryNoPackage,
    CarryNewer,
    CarryOtherCounty,
    CarryForAnother,
    CarryTooOld,
    CarrySenderUnknown,
    CarryChanged, ///< Cut, longer or altered: no byte of it counts.
    CarryNotAnswered, ///< Its answers cannot be written yet.
    HandoverReceiver, ///< No colleague of the unit, or not sealed for exactly their computers.
    HandoverAnswered,

    // Access, later
    ReachChanged, ///< The person now sees other cases.

    // Releases and updates (docs/adr/0027)
    ReleaseInvalid, ///< No release of this product, or its archive holds what no release holds.
    ReleaseUntrusted, ///< Not signed with the publisher's release key.
    ReleaseNotNewer,
    ReleaseUnfit, ///< For another kind of computer, or for a newer server.
    UpdateBroken, ///< What came is not what was signed.
    UpdateNoSpace,
    UpdateFolderLocked, ///< The program's folder cannot be written by this person.
    UpdateWithdrawn,
    UpdateFellBack, ///< It never came up, so the version before it runs again.
};

/// The stable name, for instance "case.step-not-allowed".
[[nodiscard]] QLatin1StringView errorName(ErrorCode code);

/// The code with that name; empty for a name this program does not know.
[[nodiscard]] std::optional<ErrorCode> errorCode(QStringView name);

/// One sentence for people: what happened and what to do. Translated; never empty.
[[nodiscard]] QString errorText(ErrorCode code);

[[nodiscard]] QList<ErrorCode> allErrorCodes();

} // namespace chengban
