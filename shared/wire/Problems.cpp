#include "shared/canonical/JsonReader.h"
#include "shared/wire/Wire.h"

#include <algorithm>

namespace chengban::wire {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    ErrorCode code;
    int status;
};

using E = ErrorCode;

// What is not listed never leaves a program as an answer; should it do so all the same, it is the server's
// fault.
constexpr std::array statuses{
    Row{E::BadInput, 400},
    Row{E::BadJson, 400},
    Row{E::NotCanonical, 400},
    Row{E::UnknownField, 400},
    Row{E::MissingField, 400},
    Row{E::BadEncoding, 400},
    Row{E::TooLarge, 413},
    Row{E::PackInvalid, 422},
    Row{E::PackUnknown, 404},
    Row{E::CalendarInvalid, 422},
    Row{E::NotComputable, 422},
    Row{E::StepNotAllowed, 409},
    Row{E::RoleNotAllowed, 403},
    Row{E::NotResponsible, 403},
    Row{E::CaseUnknown, 404},
    Row{E::CaseReadOnly, 409},
    Row{E::PartMissing, 422},
    Row{E::PartContradicts, 422},
    Row{E::LimitReached, 422},
    Row{E::TooLate, 422},
    Row{E::ReasonMissing, 422},
    Row{E::ReplyChanged, 409},
    Row{E::SignatureInvalid, 422},
    Row{E::KeyUnknown, 422},
    Row{E::KeyRevoked, 422},
    Row{E::Conflict, 409},
    Row{E::BlobMissing, 409},
    Row{E::CommandIdReused, 422},
    Row{E::CursorTooOld, 410},
    Row{E::NotAuthenticated, 401},
    Row{E::WrongCredentials, 401},
    Row{E::AccountLocked, 401},
    Row{E::TokenExpired, 401},
    Row{E::DeviceRevoked, 401},
    Row{E::Forbidden, 403},
    Row{E::NotFound, 404},
    Row{E::RateLimited, 429},
    Row{E::SubstituteNotInForce, 403},
    Row{E::SubstituteNotAllowed, 409},
    Row{E::SubstituteOverlaps, 409},
    Row{E::SubstituteOfSubstitute, 409},
    Row{E::TimedOut, 504},
    Row{E::StoreUnavailable, 503},
    Row{E::DiskFull, 507},
    Row{E::FileEmpty, 422},
    Row{E::FileTooLarge, 413},
    Row{E::FileTypeRefused, 415},
    Row{E::FileNameRefused, 422},
    Row{E::DigestMismatch, 460},
    Row{E::ColumnMissing, 422},
    Row{E::RowInvalid, 422},
    Row{E::RowDuplicate, 422},
    Row{E::SpreadsheetOld, 422},
    Row{E::SpreadsheetDamaged, 422},
    Row{E::PackageInvalid, 422},
    Row{E::ArchiveNumberTaken, 409},
    Row{E::DossierNotDue, 409},
    Row{E::DossierGone, 410},
    Row{E::SamePerson, 403},
    Row{E::HandoverReceiver, 403},
    Row{E::HandoverAnswered, 409},
};

/// A newer server may know more codes: its answer must not be lost for that.
ErrorCode codeNamed(const QString &name)
{
    return errorCode(name).value_or(ErrorCode::ServerFault);
}

} // namespace

int httpStatus(ErrorCode code)
{
    const auto row = std::ranges::find(statuses, code, &Row::code);
    return row == statuses.end() ? 500 : row->status;
}

QJsonObject toJson(const ProblemDocument &document)
{
    QJsonObject json{{u"type"_s, u"about:blank"_s}, {u"title"_s, errorText(document.code)},
        {u"status"_s, document.status}, {u"code"_s, errorName(document.code)}};
    if (!document.detail.isEmpty())
        json.insert(u"detail"_s, document.detail);
    return json;
}

/// RFC 9457 3.2: members that the reader does not know are ignored, so this one is not strict.
Result<ProblemDocument> problemDocumentFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const ProblemDocument document{.status = static_cast<int>(in.integer(u"status"_s)),
        .code = codeNamed(in.string(u"code"_s)),
        .detail = in.string(u"detail"_s, {})};
    if (document.status < 400 || document.status > 599)
        in.note(ErrorCode::BadInput, u"status"_s);
    const auto done = in.finish();
    if (!done && done.error().code != ErrorCode::UnknownField)
        return fail(done.error());
    return document;
}

QJsonObject toJson(const Problem &problem)
{
    QJsonObject json{{u"code"_s, errorName(problem.code)}, {u"finding"_s, problem.finding},
        {u"field"_s, problem.field}, {u"severity"_s, nameOf(problem.severity)}, {u"cite"_s, problem.cite}};
    if (problem.start >= 0) {
        json.insert(u"start"_s, problem.start);
        json.insert(u"length"_s, problem.length);
    }
    return json;
}

Result<Problem> problemFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Problem problem{.code = codeNamed(in.string(u"code"_s)),
        .finding = in.string(u"finding"_s),
        .field = in.string(u"field"_s),
        .severity = in.named<Severity>(u"severity"_s),
        .cite = in.string(u"cite"_s),
        .start = in.integer(u"start"_s, -1),
        .length = in.integer(u"length"_s, 0)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return problem;
}

} // namespace chengban::wire
