#pragma once

#include "client/net/ApiClient.h"
#include "shared/wire/Handovers.h"

namespace chengban {

/// The calls by which the computers of a unit know each other: cards, drafts handed over, who is writing.
/// Made of ApiClient::send(), with its promises.
class UnitApi
{
public:
    template <typename T> using Done = ApiClient::Done<T>;

    explicit UnitApi(ApiClient &api)
        : m_api(api)
    {
    }

    void showCard(const DeviceCard &own, Done<DeviceCard> done);
    void give(const wire::HandoverGift &gift, Done<wire::Handover> done);
    void handovers(Done<QList<wire::Handover>> done);
    /// Accepted and declined by the receiver, withdrawn by the giver.
    void answer(const QString &id, wire::HandoverState state, Done<wire::Handover> done);
    /// Commands that other computers made (docs/adr/0021); as ApiClient::submit().
    struct Carried
    {
        Command command;
        UserId user;
        DeviceId device;
        QByteArray signature;
    };
    void submitCarried(const QList<Carried> &commands, Done<QList<wire::CommandAnswer>> done);
    /// Tells whether this person writes on the case; answered with the colleagues who do.
    void presence(const CaseId &id, bool writing, Done<QList<wire::Presence>> done);

private:
    ApiClient &m_api;
};

} // namespace chengban
