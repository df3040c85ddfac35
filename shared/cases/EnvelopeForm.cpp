// The envelope's canonical form written member by member: what headerJson() and toJson() say as trees,
// without the trees. Members stand in the order of their names.
#include "shared/canonical/CanonicalWriter.h"
#include "shared/canonical/Digest.h"
#include "shared/cases/Envelope.h"

#include <algorithm>

namespace chengban {

namespace {

void write(CanonicalWriter &out, const Actor &actor)
{
    out.beginObject();
    if (!actor.actingFor.isEmpty()) {
        out.member(u"actingFor", actor.actingFor.value);
        out.member(u"actingForName", actor.actingForName);
    }
    out.member(u"device", actor.device.value);
    out.member(u"name", actor.name);
    out.member(u"role", nameOf(actor.role));
    out.member(u"tenant", actor.tenant.value);
    out.member(u"unit", actor.unit.value);
    out.member(u"unitName", actor.unitName);
    out.member(u"user", actor.user.value);
    out.endObject();
}

void write(CanonicalWriter &out, const PackRef &pack)
{
    out.beginObject();
    out.member(u"digest", pack.digest);
    out.member(u"id", pack.id);
    out.member(u"version", qint64(pack.version));
    out.endObject();
}

void writeCommitments(CanonicalWriter &out, const QList<Part> &parts)
{
    out.beginArray();
    for (const Part &part : parts) {
        out.beginObject();
        out.member(u"audience", part.audience.name());
        out.hexMember(u"commitment", part.commitment);
        out.member(u"name", part.name);
        out.endObject();
    }
    out.endArray();
}

void writeContent(CanonicalWriter &out, const Part &part)
{
    out.beginObject();
    switch (part.state) {
    case Part::State::Clear:
        out.member(u"body", QJsonValue(part.body));
        out.hexMember(u"salt", part.salt);
        break;
    case Part::State::Withheld:
        out.member(u"withheld", true);
        break;
    case Part::State::Erased:
        out.member(u"erased", true);
        break;
    }
    out.endObject();
}

void writeContents(CanonicalWriter &out, const QList<Part> &parts)
{
    QVarLengthArray<const Part *, 8> byName;
    for (const Part &part : parts)
        byName.append(&part);
    std::ranges::sort(byName, {}, [](const Part *part) -> const QString & { return part->name; });
    out.beginObject();
    for (const Part *part : byName) {
        out.name(part->name);
        writeContent(out, *part);
    }
    out.endObject();
}

} // namespace

Result<QByteArray> headerForm(const Event &event)
{
    CanonicalWriter out;
    out.beginObject();
    out.name(u"actor");
    write(out, event.actor);
    out.member(u"caseId", event.caseId.value);
    out.member(u"claimedTimeMs", event.claimedTimeMs);
    out.member(u"command", event.command.value);
    out.member(u"format", qint64(envelopeFormat));
    if (!event.pack.isEmpty()) {
        out.name(u"pack");
        write(out, event.pack);
    }
    out.name(u"parts");
    writeCommitments(out, event.parts);
    out.hexMember(u"previous", event.previous);
    out.member(u"revision", event.revision);
    out.member(u"serverTimeMs", event.serverTimeMs);
    out.member(u"tenant", event.tenant.value);
    out.member(u"type", event.type);
    out.member(u"typeVersion", qint64(event.typeVersion));
    out.endObject();
    return out.taken();
}

Result<QByteArray> contentForm(const Part &part)
{
    CanonicalWriter out;
    writeContent(out, part);
    return out.taken();
}

Result<QByteArray> canonicalForm(const Event &event)
{
    const auto header = headerForm(event);
    if (!header)
        return fail(header.error());
    CanonicalWriter out;
    out.beginObject();
    out.hexMember(u"digest", sm3(*header));
    out.name(u"header");
    out.canonicalValue(*header);
    out.name(u"parts");
    writeContents(out, event.parts);
    out.endObject();
    return out.taken();
}

} // namespace chengban
