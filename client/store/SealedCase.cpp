#include "client/store/SealedCase.h"

#include "client/store/CaseSummary.h"
#include "shared/canonical/Digest.h"
#include "shared/cases/Decide.h"

#include <QDataStream>

namespace chengban {

namespace {

QString eventRow(const CaseId &id, qint64 revision)
{
    return id.value + QLatin1Char('/') + QString::number(revision);
}

bool isIdentity(const Part &part)
{
    return part.audience.kind == Audience::Kind::Identity;
}

QByteArray packedMask(const QString &name, const QString &phone)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << name << phone;
    return bytes;
}

Result<void> addEvent(Event event, const Sealer &sealer, SealedCase &rows)
{
    for (Part &part : event.parts) {
        if (!isIdentity(part) || part.state != Part::State::Clear)
            continue;
        const auto clear = contentForm(part);
        if (!clear)
            return fail(clear.error());
        // A case that is not in work keeps no identity here.
        if (rows.access == Access::Working) {
            rows.identities.append({event.revision, part.name,
                sealer.sealed(*clear, identityPlace(rows.id, event.revision, part.name))});
        }
        part.state = Part::State::Withheld;
        part.salt.clear();
        part.body = {};
    }
    const auto form = canonicalForm(event);
    if (!form)
        return fail(form.error());
    rows.events.append({event.revision, sealer.sealed(*form, eventPlace(rows.id, event.revision))});
    return {};
}

} // namespace

SealedPlace eventPlace(const CaseId &id, qint64 revision)
{
    return {"events", "body", eventRow(id, revision)};
}

SealedPlace linePlace(const char *column, const CaseId &id)
{
    return {"cases", column, id.value};
}

SealedPlace identityPlace(const CaseId &id, qint64 revision, const QString &part)
{
    return {"identity_parts", "body", eventRow(id, revision) + QLatin1Char('/') + part};
}

Result<SealedCase> sealedCase(
    const wire::FeedCase &incoming, const QList<Event> &log, qsizetype firstNew, const Sealer &sealer)
{
    SealedCase rows;
    rows.id = incoming.caseId;
    rows.access = incoming.access;
    for (qsizetype i = firstNew; i < log.size(); ++i) {
        if (const auto added = addEvent(log[i], sealer, rows); !added)
            return fail(added.error());
    }
    const Case theCase = folded(log);
    rows.revision = log.size();
    rows.head = theCase.head;
    rows.changedAtMs = log.last().serverTimeMs;
    rows.summary = sealer.sealed(
        packed(summaryOf(theCase, rows.access, rows.changedAtMs)), linePlace("summary", rows.id));
    rows.words = sealer.sealed(searchedWords(theCase).toUtf8(), linePlace("words", rows.id));
    rows.masked
        = sealer.sealed(packedMask(incoming.maskedName, incoming.maskedPhone), linePlace("masked", rows.id));
    return rows;
}

Result<MaskedCitizen> openedMask(const QByteArray &sealed, const CaseId &id, const Sealer &sealer)
{
    const auto bytes = sealer.opened(sealed, linePlace("masked", id));
    if (!bytes)
        return fail(bytes.error());
    MaskedCitizen masked;
    QDataStream stream(*bytes);
    stream >> masked.name >> masked.phone;
    return masked;
}

Result<void> restorePart(QList<Event> &log, const SealedCase::IdentityRow &row, const Sealer &sealer)
{
    if (row.revision < 1 || row.revision > log.size())
        return fail(ErrorCode::StoreDamaged, QStringLiteral("identity_parts"));
    Event &event = log[row.revision - 1];
    const auto json = sealer.openedJson(row.body, identityPlace(event.caseId, row.revision, row.part));
    if (!json)
        return fail(json.error());
    for (Part &part : event.parts) {
        if (part.name != row.part || part.state != Part::State::Withheld)
            continue;
        part.state = Part::State::Clear;
        part.salt = fromHex(json->value(QStringLiteral("salt")).toString(), saltSize);
        part.body = json->value(QStringLiteral("body")).toObject();
    }
    return {};
}

} // namespace chengban
