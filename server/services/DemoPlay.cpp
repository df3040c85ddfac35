#include "server/services/DemoPlay.h"

#include "server/services/BlobService.h"
#include "server/services/CaseService.h"
#include "server/services/DemoPeople.h"
#include "server/services/DemoWords.h"
#include "server/services/DirectoryService.h"
#include "server/services/KeyService.h"
#include "server/services/RuleBook.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/Digest.h"
#include "shared/reply/Requirements.h"

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

using C = CommandType;

DeviceId deviceOf(const UserId &user)
{
    return {u"demo-"_s + user.value};
}

QByteArray randomBytes(QRandomGenerator &random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

} // namespace

DemoPlay::DemoPlay(const Backend &backend, const TenantId &tenant, quint32 seed)
    : m_backend(backend)
    , m_tenant(tenant)
    , m_random(seed)
{
}

QString DemoPlay::newId(qint64 atMs)
{
    return uuid7(atMs, randomBytes(m_random, 10));
}

Result<void> DemoPlay::enrolLeaders(const QList<UnitId> &units, qint64 atMs)
{
    for (const UnitId &unit : units) {
        for (const char *place : {"deputy", "leader"}) {
            const UserId user = demoUser(unit, place);
            const auto actor = DirectoryService(m_backend).actorFor(m_tenant, user, deviceOf(user));
            if (!actor)
                return fail(actor.error());
            auto key = Sm2Key::generate();
            if (!key)
                return fail(key.error());
            const auto enrolled
                = KeyService(m_backend).enrol(*actor, key->publicKeyPem(), demoUser(unit, "section"), atMs);
            if (!enrolled)
                return fail(enrolled.error());
            m_keys.emplace(user.value, std::move(*key));
        }
    }
    return {};
}

Result<void> DemoPlay::run(const QList<DemoCase> &cases)
{
    auto directory = DirectoryService(m_backend).directory(m_tenant);
    if (!directory)
        return fail(directory.error());
    m_directory = std::move(*directory);
    struct Turn
    {
        const DemoCase *one;
        const DemoStep *step;
    };
    QList<Turn> turns;
    for (const DemoCase &one : cases) {
        for (const DemoStep &step : one.steps)
            turns.append({&one, &step});
    }
    std::ranges::stable_sort(turns, {}, [](const Turn &turn) { return turn.step->atMs; });
    for (const Turn &turn : turns) {
        if (auto done = take(*turn.one, *turn.step, m_actual[turn.one->number]); !done)
            return done;
    }
    return {};
}

Result<void> DemoPlay::take(const DemoCase &one, const DemoStep &step, Actual &actual)
{
    const auto actor = actorOf(one, step);
    if (!actor)
        return fail(actor.error());
    if (actual.id.isEmpty())
        actual.id.value = newId(step.atMs);
    const auto body = bodyOf(one, step, *actor, actual);
    if (!body)
        return fail(body.error());
    const Command command{{newId(step.atMs)}, step.type, actual.id, actual.state.revision, step.atMs, *body};
    const auto answers = CaseService(m_backend).submit(*actor, {command}, step.atMs);
    if (!answers)
        return fail(answers.error());
    const wire::CommandAnswer &answer = answers->first();
    if (answer.state != wire::CommandState::Accepted) {
        const Problem problem = answer.problems.value(0);
        return fail(problem.code,
            u"%1 %2 %3 %4"_s.arg(one.registration.demand.sourceNumber, QString(nameOf(step.type)),
                problem.finding, problem.field));
    }
    for (const Event &event : answer.events)
        actual.state = evolve(std::move(actual.state), event);
    ++m_commands;
    return {};
}

Result<Actor> DemoPlay::actorOf(const DemoCase &one, const DemoStep &step)
{
    const UnitId &unit = step.elsewhere ? one.wrongUnit : one.unit;
    UserId user;
    switch (step.hand) {
    case DemoHand::Centre:
        user.value = u"centre%1"_s.arg(one.number % 3 + 1);
        break;
    case DemoHand::Clerk:
        user = demoUser(unit, one.number % 2 == 0 ? "clerk1" : "clerk2");
        break;
    case DemoHand::Deputy:
        user = demoUser(unit, "deputy");
        break;
    case DemoHand::Principal:
        user = demoUser(unit, "leader");
        break;
    }
    return DirectoryService(m_backend).actorFor(m_tenant, user, deviceOf(user));
}

Result<QJsonObject> DemoPlay::bodyOf(
    const DemoCase &one, const DemoStep &step, const Actor &actor, Actual &actual)
{
    const int n = one.number;
    switch (step.type) {
    case C::Register:
        return toJson(one.registration);
    case C::Dispatch:
        return toJson(dispatchBody(one, step));
    case C::RequestReturn:
        return toJson(demoReturnRequest(one, step, m_directory));
    case C::DecideReturn:
    case C::DecideExtension:
        return toJson(DecisionBody{true, demoWords(step.type, n)});
    case C::RecordContact: {
        const ContactAttempt contact = contactOf(one, step, actor, actual);
        actual.contacts.append(contact);
        return toJson(ContactBody{contact});
    }
    case C::RequestExtension:
        return toJson(demoExtension(n));
    case C::SubmitForSignOff:
        return submission(one, step, actor, actual);
    case C::Sign:
    case C::SignRequest:
        return signature(step, actor, actual);
    case C::SubmitReply:
        return toJson(ReplyVersionBody{actual.versions});
    case C::AcceptReply:
    case C::ReturnForRework:
        return m_backend.rules.rulesOf(actual.state, step.type, step.atMs).map([&](const Rules &rules) {
            return toJson(demoReview(step.type, n, actual.versions, *rules.pack));
        });
    case C::RecordUnitCallback:
    case C::RecordCentreCallback:
        return toJson(demoCallback(one, step));
    case C::Archive:
        return toJson(demoArchiving(one, step));
    default:
        return toJson(NoteBody{demoWords(step.type, n)});
    }
}

DispatchBody DemoPlay::dispatchBody(const DemoCase &one, const DemoStep &step) const
{
    DispatchBody body;
    body.leadUnit = step.elsewhere ? one.wrongUnit : one.unit;
    body.leadUnitName = demoUnitName(m_directory, body.leadUnit);
    body.caseClass = one.caseClass;
    body.note = demoWords(C::Dispatch, one.number);
    if (!step.elsewhere && !one.coHandler.isEmpty() && one.coHandler != one.unit)
        body.coHandlers
            = {{one.coHandler, demoUnitName(m_directory, one.coHandler), u"配合现场核实并提供有关情况。"_s}};
    return body;
}

ContactAttempt DemoPlay::contactOf(
    const DemoCase &one, const DemoStep &step, const Actor &actor, const Actual &actual) const
{
    const bool willExtend = std::ranges::any_of(
        one.steps, [](const DemoStep &other) { return other.type == C::RequestExtension; });
    ContactAttempt contact;
    contact.handler = actor.name;
    contact.outcome = one.outcome;
    contact.atMs = step.atMs - 5 * 60'000;
    if (one.outcome != ContactOutcome::NoNumber)
        contact.phoneUsed = unitPhone(actor.unit);
    if (one.outcome == ContactOutcome::Reached) {
        contact.toldReason = contact.toldProgress = contact.toldPlan = willExtend;
        contact.note = demoWords(C::RecordContact, one.number);
    } else if (one.outcome == ContactOutcome::NoAnswer && !actual.contacts.isEmpty()) {
        contact.note = u"再次拨打，仍无人接听。"_s;
    }
    return contact;
}

Result<QJsonObject> DemoPlay::submission(
    const DemoCase &one, const DemoStep &step, const Actor &actor, Actual &actual)
{
    Reply reply = one.reply;
    demoImprove(reply, actual.versions, one.number);
    reply.handler = actor.name;
    reply.handlerPhone = unitPhone(actor.unit);
    if (auto done = addPapers(reply, one, actor, step.atMs); !done)
        return fail(done.error());
    const Identity &identity = one.registration.identity;
    const Demand &demand = one.registration.demand;
    const ReplyContext context{.anonymous = demand.anonymous,
        .unitName = actor.unitName,
        .citizenName = identity.name,
        .citizenPhone = identity.phone,
        .hasPhone = demand.hasPhone,
        .demandTitle = demand.title,
        .demandText = demand.text};
    const auto rules = m_backend.rules.rulesOf(actual.state, C::SubmitForSignOff, 0);
    if (!rules)
        return fail(rules.error());
    reply.answer = composedAnswer(reply, actual.contacts, context, *rules->pack);
    ++actual.versions;
    return toJson(SubmitBody{reply, demoWords(C::SubmitForSignOff, one.number)});
}

Result<void> DemoPlay::addPapers(Reply &reply, const DemoCase &one, const Actor &actor, qint64 atMs) const
{
    std::optional<AttachmentKind> kind;
    if (reply.verdict == Verdict::Unreasonable)
        kind = AttachmentKind::Evidence;
    else if (reply.verdict == Verdict::OutOfScope)
        kind = AttachmentKind::ProcedurePaper;
    else if (one.number % 3 == 0)
        kind = AttachmentKind::InvestigationRecord;
    if (!kind)
        return {};
    const QByteArray bytes = demoPaper(*kind);
    const QString sha = hex(sha256(bytes));
    BlobService blobs(m_backend);
    const auto upload = blobs.create(actor, bytes.size(), demoPaperName(*kind), sha, atMs);
    if (!upload)
        return fail(upload.error());
    if (!upload->complete) {
        if (const auto sent = blobs.patch(actor, upload->id, 0, bytes, std::nullopt, atMs); !sent)
            return fail(sent.error());
    }
    reply.attachments = {{demoPaperName(*kind), *kind, u"image/png"_s, bytes.size(), sha, hex(sm3(bytes))}};
    return {};
}

Result<QJsonObject> DemoPlay::signature(const DemoStep &step, const Actor &actor, const Actual &actual) const
{
    const Sm2Key &key = m_keys.at(actor.user.value);
    const auto keyId = keyIdOf(key.publicKeyPem());
    if (!keyId)
        return fail(keyId.error());
    const SignerLevel level
        = step.hand == DemoHand::Principal ? SignerLevel::PrincipalLeader : SignerLevel::DeputyLeader;
    const auto text = step.type == C::Sign
        ? textToSign(actual.state, actor, level, *keyId, step.atMs)
        : textToSign(actual.state, actual.state.requests.last(), actor, level, *keyId, step.atMs);
    if (!text)
        return fail(text.error());
    return signReply(*text, key, u"同意报送。"_s).map([](const SignatureBody &body) { return toJson(body); });
}

QString DemoPlay::unitPhone(const UnitId &unit) const
{
    const auto found = std::ranges::find(m_directory.units, unit, &wire::DirectoryUnit::id);
    return found == m_directory.units.end() ? QString() : found->phone;
}

QHash<Phase, int> DemoPlay::phases() const
{
    QHash<Phase, int> counts;
    for (const Actual &actual : m_actual)
        ++counts[actual.state.phase];
    return counts;
}

} // namespace chengban
