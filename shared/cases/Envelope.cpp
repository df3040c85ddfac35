#include "shared/cases/Envelope.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

QJsonObject commitmentJson(const Part &part)
{
    return {{u"name"_s, part.name}, {u"audience"_s, part.audience.name()},
        {u"commitment"_s, hex(part.commitment)}};
}

QJsonObject toJson(const PackRef &pack)
{
    return {{u"id"_s, pack.id}, {u"version"_s, pack.version}, {u"digest"_s, pack.digest}};
}

Result<PackRef> packRefFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const PackRef pack{.id = in.string(u"id"_s),
        .version = static_cast<int>(in.integer(u"version"_s)),
        .digest = in.string(u"digest"_s)};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return pack;
}

/// A digest that must be there and well formed.
QByteArray digestAt(JsonReader &in, const QString &key)
{
    QByteArray digest = fromHex(in.string(key));
    if (digest.isEmpty())
        in.note(ErrorCode::BadInput, key);
    return digest;
}

Result<Part> partFromHeader(const QJsonObject &json)
{
    JsonReader in(json);
    Part part;
    part.name = in.string(u"name"_s);
    const auto audience = Audience::named(in.string(u"audience"_s));
    if (!audience)
        in.note(ErrorCode::BadInput, u"audience"_s);
    part.audience = audience.value_or(Audience{});
    part.commitment = digestAt(in, u"commitment"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return part;
}

Result<Event> headerFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    if (in.integer(u"format"_s) != envelopeFormat)
        in.note(ErrorCode::BadInput, u"format"_s);
    Event event;
    event.tenant.value = in.string(u"tenant"_s);
    event.caseId.value = in.string(u"caseId"_s);
    event.revision = in.integer(u"revision"_s);
    event.type = in.string(u"type"_s);
    event.typeVersion = static_cast<int>(in.integer(u"typeVersion"_s));
    event.command.value = in.string(u"command"_s);
    event.actor = in.member(u"actor"_s, actorFromJson);
    if (in.has(u"pack"_s))
        event.pack = in.member(u"pack"_s, packRefFromJson);
    event.serverTimeMs = in.integer(u"serverTimeMs"_s);
    event.claimedTimeMs = in.integer(u"claimedTimeMs"_s);
    event.parts = in.members(u"parts"_s, partFromHeader);
    event.previous = digestAt(in, u"previous"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return event;
}

QJsonObject contentJson(const Part &part)
{
    switch (part.state) {
    case Part::State::Clear:
        return {{u"salt"_s, hex(part.salt)}, {u"body"_s, part.body}};
    case Part::State::Withheld:
        return {{u"withheld"_s, true}};
    case Part::State::Erased:
        return {{u"erased"_s, true}};
    }
    Q_UNREACHABLE();
}

/// Reads what stands in place of a part's content; a flag that is there must be true.
Result<void> readContent(const QJsonObject &json, Part &part)
{
    JsonReader in(json);
    for (const auto &[key, state] :
        {std::pair{u"withheld"_s, Part::State::Withheld}, {u"erased"_s, Part::State::Erased}}) {
        if (!in.has(key))
            continue;
        if (!in.boolean(key))
            in.note(ErrorCode::BadInput, key);
        part.state = state;
        return in.finish();
    }
    part.salt = fromHex(in.string(u"salt"_s), saltSize);
    if (part.salt.isEmpty())
        in.note(ErrorCode::BadInput, u"salt"_s);
    part.body = in.rawObject(u"body"_s);
    return in.finish();
}

Result<void> checkCommitment(const Part &part)
{
    if (part.state != Part::State::Clear)
        return {};
    const auto computed = commitment(part.salt, part.body);
    if (!computed)
        return fail(computed.error());
    if (*computed != part.commitment)
        return fail(ErrorCode::CommitmentWrong, part.name);
    return {};
}

} // namespace

QString Audience::name() const
{
    const QLatin1StringView plain = nameOf(kind);
    return kind == Kind::UnitInternal ? plain + unit.value : QString(plain);
}

std::optional<Audience> Audience::named(QStringView name)
{
    constexpr QLatin1StringView unitPrefix("unit:");
    if (name.startsWith(unitPrefix)) {
        const QStringView unit = name.sliced(unitPrefix.size());
        return unit.isEmpty() ? std::nullopt : std::optional(Audience{Kind::UnitInternal, {unit.toString()}});
    }
    const auto kind = valueNamed<Kind>(name);
    return kind ? std::optional(Audience{*kind, {}}) : std::nullopt;
}

const Part *Event::part(QStringView partName) const
{
    const auto it = std::ranges::find_if(parts, [&](const Part &p) { return p.name == partName; });
    return it == parts.end() ? nullptr : &*it;
}

QJsonObject headerJson(const Event &event)
{
    QJsonArray parts;
    for (const Part &part : event.parts)
        parts.append(commitmentJson(part));
    QJsonObject json{{u"format"_s, envelopeFormat}, {u"tenant"_s, event.tenant.value},
        {u"caseId"_s, event.caseId.value}, {u"revision"_s, event.revision}, {u"type"_s, event.type},
        {u"typeVersion"_s, event.typeVersion}, {u"command"_s, event.command.value},
        {u"actor"_s, toJson(event.actor)}, {u"serverTimeMs"_s, event.serverTimeMs},
        {u"claimedTimeMs"_s, event.claimedTimeMs}, {u"parts"_s, parts}, {u"previous"_s, hex(event.previous)}};
    if (!event.pack.isEmpty())
        json.insert(u"pack"_s, toJson(event.pack));
    return json;
}

Result<QByteArray> eventDigest(const Event &event)
{
    const auto form = headerForm(event);
    if (!form)
        return fail(form.error());
    return sm3(*form);
}

Result<QJsonObject> toJson(const Event &event)
{
    const auto digest = eventDigest(event);
    if (!digest)
        return fail(digest.error());
    QJsonObject parts;
    for (const Part &part : event.parts)
        parts.insert(part.name, contentJson(part));
    return QJsonObject{{u"header"_s, headerJson(event)}, {u"digest"_s, hex(*digest)}, {u"parts"_s, parts}};
}

Result<Event> eventFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Event event = in.member(u"header"_s, headerFromJson);
    event.digest = digestAt(in, u"digest"_s);
    JsonReader contents = in.object(u"parts"_s);
    for (Part &part : event.parts) {
        const auto done = readContent(contents.rawObject(part.name), part);
        if (!done)
            contents.note(done.error().code, part.name + u'.' + done.error().detail);
    }
    if (auto done = contents.finish(); !done)
        return fail(done.error());
    if (auto done = in.finish(); !done)
        return fail(done.error());

    // The digest is taken of our own writing of the header, so one event has one form only.
    const auto digest = eventDigest(event);
    if (!digest)
        return fail(digest.error());
    if (*digest != event.digest)
        return fail(ErrorCode::ChainBroken, QString::number(event.revision));
    for (const Part &part : event.parts) {
        if (auto done = checkCommitment(part); !done)
            return fail(done.error());
    }
    return event;
}

Event withheldFor(Event event, const std::function<bool(const Audience &)> &mayRead)
{
    for (Part &part : event.parts) {
        if (part.state != Part::State::Clear || mayRead(part.audience))
            continue;
        part.state = Part::State::Withheld;
        part.salt.clear();
        part.body = {};
    }
    return event;
}

Event erasedPart(Event event, QStringView partName)
{
    for (Part &part : event.parts) {
        if (part.name != partName)
            continue;
        part.state = Part::State::Erased;
        part.salt.clear();
        part.body = {};
    }
    return event;
}

} // namespace chengban
