#include "shared/wire/Wire.h"

#include "shared/canonical/CanonicalWriter.h"
#include "shared/canonical/JsonReader.h"

namespace chengban::wire {

using namespace Qt::StringLiterals;

namespace {

Result<QJsonArray> eventsJson(const QList<Event> &events)
{
    QJsonArray array;
    for (const Event &event : events) {
        const auto json = chengban::toJson(event);
        if (!json)
            return fail(json.error());
        array.append(*json);
    }
    return array;
}

bool isForgery(ErrorCode code)
{
    return code == ErrorCode::ChainBroken || code == ErrorCode::CommitmentWrong;
}

Result<void> write(CanonicalWriter &out, const FeedCase &feedCase)
{
    out.beginObject();
    out.member(u"access", nameOf(feedCase.access));
    out.member(u"caseId", feedCase.caseId.value);
    out.name(u"events");
    out.beginArray();
    for (const Event &event : feedCase.events) {
        const auto form = chengban::canonicalForm(event);
        if (!form)
            return fail(form.error());
        out.canonicalValue(*form);
    }
    out.endArray();
    out.member(u"maskedName", feedCase.maskedName);
    out.member(u"maskedPhone", feedCase.maskedPhone);
    out.member(u"whole", feedCase.whole);
    out.endObject();
    return {};
}

} // namespace

QJsonObject toJson(const LogIn &logIn)
{
    return {{u"tenant"_s, logIn.tenant}, {u"user"_s, logIn.user}, {u"password"_s, logIn.password},
        {u"device"_s, logIn.device}, {u"deviceName"_s, logIn.deviceName}};
}

Result<LogIn> logInFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const LogIn logIn{.tenant = in.string(u"tenant"_s),
        .user = in.string(u"user"_s),
        .password = in.string(u"password"_s),
        .device = in.string(u"device"_s),
        .deviceName = in.string(u"deviceName"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return logIn;
}

QJsonObject toJson(const Session &session)
{
    QJsonObject json{{u"accessToken"_s, session.accessToken}, {u"accessExpiresMs"_s, session.accessExpiresMs},
        {u"refreshToken"_s, session.refreshToken}, {u"actor"_s, chengban::toJson(session.actor)},
        {u"serverTimeMs"_s, session.serverTimeMs}, {u"serverKeyPem"_s, session.serverKeyPem},
        {u"recoveryKey"_s, session.recoveryKey}};
    if (session.actor.reach != Reach())
        json.insert(u"reach"_s, chengban::toJson(session.actor.reach));
    return json;
}

Result<Session> sessionFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Session session{.accessToken = in.string(u"accessToken"_s),
        .accessExpiresMs = in.integer(u"accessExpiresMs"_s),
        .refreshToken = in.string(u"refreshToken"_s),
        .actor = in.member(u"actor"_s, actorFromJson),
        .serverTimeMs = in.integer(u"serverTimeMs"_s),
        .serverKeyPem = in.string(u"serverKeyPem"_s),
        .recoveryKey = in.string(u"recoveryKey"_s)};
    if (in.has(u"reach"_s))
        session.actor.reach = in.member(u"reach"_s, reachFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return session;
}

Result<QJsonObject> toJson(const FeedCase &feedCase)
{
    const auto events = eventsJson(feedCase.events);
    if (!events)
        return fail(events.error());
    return QJsonObject{{u"caseId"_s, feedCase.caseId.value}, {u"access"_s, nameOf(feedCase.access)},
        {u"whole"_s, feedCase.whole}, {u"events"_s, *events}, {u"maskedName"_s, feedCase.maskedName},
        {u"maskedPhone"_s, feedCase.maskedPhone}};
}

Result<FeedCase> feedCaseFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const FeedCase feedCase{.caseId = {in.string(u"caseId"_s)},
        .access = in.named<Access>(u"access"_s),
        .whole = in.boolean(u"whole"_s),
        .events = in.members(u"events"_s, eventFromJson),
        .maskedName = in.string(u"maskedName"_s),
        .maskedPhone = in.string(u"maskedPhone"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return feedCase;
}

Result<QJsonObject> toJson(const FeedPage &page)
{
    QJsonArray cases;
    for (const FeedCase &feedCase : page.cases) {
        const auto json = toJson(feedCase);
        if (!json)
            return fail(json.error());
        cases.append(*json);
    }
    return QJsonObject{{u"cursor"_s, page.cursor}, {u"more"_s, page.more},
        {u"serverTimeMs"_s, page.serverTimeMs}, {u"cases"_s, cases}};
}

Result<QByteArray> canonicalForm(const FeedPage &page)
{
    CanonicalWriter out;
    out.beginObject();
    out.name(u"cases");
    out.beginArray();
    for (const FeedCase &feedCase : page.cases) {
        if (const auto written = write(out, feedCase); !written)
            return fail(written.error());
    }
    out.endArray();
    out.member(u"cursor", page.cursor);
    out.member(u"more", page.more);
    out.member(u"serverTimeMs", page.serverTimeMs);
    out.endObject();
    return out.taken();
}

QList<Result<FeedCase>> feedCasesFromJson(const QJsonArray &array)
{
    QList<Result<FeedCase>> cases;
    cases.reserve(array.size());
    for (const QJsonValue &element : array)
        cases.append(feedCaseFromJson(element.toObject()));
    return cases;
}

Result<FeedPage> feedPageFromJson(const QJsonObject &json, const ReadCases &readCases)
{
    JsonReader in(json);
    FeedPage page;
    page.cursor = in.string(u"cursor"_s);
    page.more = in.boolean(u"more"_s);
    page.serverTimeMs = in.integer(u"serverTimeMs"_s);
    const QJsonArray array = in.rawArray(u"cases"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    QList<Result<FeedCase>> cases = readCases(array);
    Q_ASSERT(cases.size() == array.size());
    page.cases.reserve(cases.size());
    for (qsizetype i = 0; i < cases.size(); ++i) {
        if (cases[i])
            page.cases.append(*std::move(cases[i]));
        else if (isForgery(cases[i].error().code))
            page.unverified.append({array[i][u"caseId"_s].toString()});
        else
            return fail(cases[i].error().code, u"cases[%1].%2"_s.arg(i).arg(cases[i].error().detail));
    }
    return page;
}

Result<QJsonObject> toJson(const CommandAnswer &answer)
{
    const auto events = eventsJson(answer.events);
    if (!events)
        return fail(events.error());
    QJsonArray problems;
    for (const Problem &problem : answer.problems)
        problems.append(toJson(problem));
    QJsonObject json{{u"command"_s, answer.command.value}, {u"state"_s, nameOf(answer.state)},
        {u"problems"_s, problems}, {u"events"_s, *events}};
    if (answer.receipt)
        json.insert(u"receipt"_s, chengban::toJson(*answer.receipt));
    return json;
}

Result<CommandAnswer> commandAnswerFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CommandAnswer answer{.command = {in.string(u"command"_s)},
        .state = in.named<CommandState>(u"state"_s),
        .problems = in.members(u"problems"_s, problemFromJson),
        .events = in.members(u"events"_s, eventFromJson),
        .receipt = std::nullopt};
    if (in.has(u"receipt"_s))
        answer.receipt = in.member(u"receipt"_s, receiptFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return answer;
}

} // namespace chengban::wire
