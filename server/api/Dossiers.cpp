#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/api/FileAnswers.h"
#include "server/services/BlobService.h"
#include "server/services/DossierService.h"
#include "shared/canonical/JsonReader.h"

namespace chengban::server {

using namespace Qt::StringLiterals;

namespace {

Response answered(const Result<wire::FiledDossier> &filed, int status = 200)
{
    return filed ? jsonAnswer(wire::toJson(*filed), status) : refusalOf(filed.error());
}

/// The value that a parameter names; none when it is absent. Errors: BadInput.
template <typename E> Result<std::optional<E>> namedParameter(const Call &call, const QString &name)
{
    const QString text = call.parameter(name);
    if (text.isEmpty())
        return std::optional<E>();
    const auto value = valueNamed<E>(text);
    return value ? Result<std::optional<E>>(value) : fail(ErrorCode::BadInput, name);
}

} // namespace

Response fileDossier(const Api &api, const Call &call)
{
    const auto json = jsonBody(call.request);
    if (!json)
        return refusalOf(json.error());
    JsonReader in(*json);
    const QString sha256 = in.string(u"sha256"_s);
    if (const auto read = in.finish(); !read)
        return refusalOf(read.error());
    return answered(DossierService(api.backend).file(call.actor, sha256, call.nowMs), 201);
}

Response listDossiers(const Api &api, const Call &call)
{
    const auto state = namedParameter<DossierState>(call, u"state"_s);
    const auto due = namedParameter<DisposalKind>(call, u"due"_s);
    if (!state || !due)
        return refusalOf(!state ? state.error() : due.error());
    const wire::DossierQuestion question{boundedParameter(call, u"year"_s, 0, 9999, 0),
        call.parameter(u"retention"_s), {call.parameter(u"unit"_s)}, *state, *due, call.parameter(u"text"_s),
        call.parameter(u"after"_s), boundedParameter(call, u"limit"_s, 1, 500, 200)};
    const auto page = DossierService(api.backend).lines(call.actor, question, call.nowMs);
    return page ? jsonAnswer(wire::toJson(*page)) : refusalOf(page.error());
}

Response readDossier(const Api &api, const Call &call)
{
    return answered(DossierService(api.backend).line(call.actor, call.capture()));
}

Response openDossier(const Api &api, const Call &call)
{
    const auto purpose = namedParameter<OpeningPurpose>(call, u"purpose"_s);
    if (!purpose)
        return refusalOf(purpose.error());
    const auto file
        = DossierService(api.backend)
              .open(call.actor, call.capture(), purpose->value_or(OpeningPurpose::Read), call.nowMs);
    return file ? fileAnswer(*file, call.request) : refusalOf(file.error());
}

Response proposeDisposal(const Api &api, const Call &call)
{
    const auto proposal = jsonBody(call.request).and_then(wire::proposalFromJson);
    if (!proposal)
        return refusalOf(proposal.error());
    return answered(
        DossierService(api.backend).propose(call.actor, call.capture(), *proposal, call.nowMs), 201);
}

Response decideDisposal(const Api &api, const Call &call)
{
    const auto verdict = jsonBody(call.request).and_then(wire::verdictFromJson);
    if (!verdict)
        return refusalOf(verdict.error());
    return answered(DossierService(api.backend).decide(call.actor, call.capture(), *verdict, call.nowMs));
}

} // namespace chengban::server
