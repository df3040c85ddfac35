#include "client/net/UnitApi.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

namespace chengban {

namespace {

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

/// An answer's body read by `read`, or the failure handed on.
template <typename T, typename Read> ApiClient::Done<ApiAnswer> reading(Read read, ApiClient::Done<T> done)
{
    return [read, done = std::move(done)](const Result<ApiAnswer> &answer) {
        if (!answer)
            return done(fail(answer.error()));
        const auto json = parseJsonObject(answer->body, 64 << 20);
        if (!json)
            return done(fail(ErrorCode::ServerFault, json.error().detail));
        done(read(*json));
    };
}

/// {"<name>": [...]}
template <typename T> auto listNamed(const QString &name, Result<T> (*read)(const QJsonObject &))
{
    return [name, read](const QJsonObject &json) -> Result<QList<T>> {
        JsonReader reader(json);
        const QList<T> list = reader.members(name, read);
        if (const auto finished = reader.finish(); !finished)
            return fail(finished.error());
        return list;
    };
}

} // namespace

void UnitApi::showCard(const DeviceCard &own, Done<DeviceCard> done)
{
    const QJsonObject body{{QStringLiteral("sealingKey"), QString::fromLatin1(own.sealingKey.toBase64())},
        {QStringLiteral("signingKeyPem"), QString::fromLatin1(own.signingKeyPem)}};
    m_api.send({"PUT", QStringLiteral("/v1/keys/device"), bytesOf(body)},
        reading<DeviceCard>(&deviceCardFromJson, std::move(done)));
}

void UnitApi::give(const wire::HandoverGift &gift, Done<wire::Handover> done)
{
    m_api.send({"POST", QStringLiteral("/v1/handovers"), bytesOf(wire::toJson(gift))},
        reading<wire::Handover>(&wire::handoverFromJson, std::move(done)));
}

void UnitApi::handovers(Done<QList<wire::Handover>> done)
{
    m_api.send({"GET", QStringLiteral("/v1/handovers")},
        reading<QList<wire::Handover>>(
            listNamed(QStringLiteral("handovers"), &wire::handoverFromJson), std::move(done)));
}

void UnitApi::answer(const QString &id, wire::HandoverState state, Done<wire::Handover> done)
{
    ApiRequest request{"DELETE", QStringLiteral("/v1/handovers/") + encoded(id)};
    if (state != wire::HandoverState::Withdrawn) {
        request.verb = "PUT";
        request.body = bytesOf({{QStringLiteral("state"), QString(nameOf(state))}});
    }
    m_api.send(request, reading<wire::Handover>(&wire::handoverFromJson, std::move(done)));
}

void UnitApi::submitCarried(const QList<Carried> &carried, Done<QList<wire::CommandAnswer>> done)
{
    QJsonArray commands;
    QJsonArray proofs;
    for (const Carried &one : carried) {
        commands << toJson(one.command);
        proofs << QJsonObject{{QStringLiteral("command"), one.command.id.value},
            {QStringLiteral("user"), one.user.value}, {QStringLiteral("device"), one.device.value},
            {QStringLiteral("signature"), QString::fromLatin1(one.signature.toBase64())}};
    }
    m_api.send({"POST", QStringLiteral("/v1/commands"),
                   bytesOf({{QStringLiteral("commands"), commands}, {QStringLiteral("carried"), proofs}})},
        reading<QList<wire::CommandAnswer>>(
            listNamed(QStringLiteral("answers"), &wire::commandAnswerFromJson), std::move(done)));
}

void UnitApi::presence(const CaseId &id, bool writing, Done<QList<wire::Presence>> done)
{
    m_api.send({"PUT", QStringLiteral("/v1/cases/%1/presence").arg(encoded(id.value)),
                   bytesOf({{QStringLiteral("writing"), writing}})},
        reading<QList<wire::Presence>>(
            listNamed(QStringLiteral("writing"), &wire::presenceFromJson), std::move(done)));
}

} // namespace chengban
