#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/HandoverService.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

namespace chengban::server {

Response listCards(const Api &api, const Call &call)
{
    const auto cards = HandoverService(api.backend).cards(call.actor.tenant);
    return cards ? withEtag(call.request, jsonAnswer({{QStringLiteral("cards"), jsonArray(*cards)}}))
                 : refusalOf(cards.error());
}

Response showCard(const Api &api, const Call &call)
{
    const auto json = jsonBody(call.request);
    if (!json)
        return refusalOf(json.error());
    JsonReader reader(*json);
    const QByteArray sealing = QByteArray::fromBase64(reader.string(QStringLiteral("sealingKey")).toLatin1());
    const QByteArray signing = reader.string(QStringLiteral("signingKeyPem")).toLatin1();
    if (const auto read = reader.finish(); !read)
        return refusalOf(read.error());
    const auto card = HandoverService(api.backend).show(call.actor, sealing, signing, call.nowMs);
    return card ? jsonAnswer(toJson(*card)) : refusalOf(card.error());
}

Response giveDraft(const Api &api, const Call &call)
{
    const auto json = jsonBody(call.request);
    if (!json)
        return refusalOf(json.error());
    const auto gift = wire::handoverGiftFromJson(*json);
    if (!gift)
        return refusalOf(gift.error());
    const auto given = HandoverService(api.backend).give(call.actor, *gift, call.nowMs);
    return given ? jsonAnswer(wire::toJson(*given), 201) : refusalOf(given.error());
}

Response listHandovers(const Api &api, const Call &call)
{
    const auto all = HandoverService(api.backend).list(call.actor, call.nowMs);
    if (!all)
        return refusalOf(all.error());
    QJsonArray array;
    for (const wire::Handover &one : *all)
        array.append(wire::toJson(one));
    return jsonAnswer({{QStringLiteral("handovers"), array}});
}

Response answerHandover(const Api &api, const Call &call)
{
    const auto json = jsonBody(call.request);
    if (!json)
        return refusalOf(json.error());
    JsonReader reader(*json);
    const auto state = reader.named<wire::HandoverState>(QStringLiteral("state"));
    if (state != wire::HandoverState::Accepted && state != wire::HandoverState::Declined)
        reader.note(ErrorCode::BadInput, QStringLiteral("state"));
    if (const auto read = reader.finish(); !read)
        return refusalOf(read.error());
    const auto one = HandoverService(api.backend).answer(call.actor, call.capture(), state, call.nowMs);
    return one ? jsonAnswer(wire::toJson(*one)) : refusalOf(one.error());
}

Response withdrawHandover(const Api &api, const Call &call)
{
    const auto one = HandoverService(api.backend)
                         .answer(call.actor, call.capture(), wire::HandoverState::Withdrawn, call.nowMs);
    return one ? jsonAnswer(wire::toJson(*one)) : refusalOf(one.error());
}

} // namespace chengban::server
