#pragma once

#include "client/net/UnitApi.h"
#include "client/store/DeviceIdentity.h"
#include "client/store/Handovers.h"
#include "client/sync/SyncJob.h"

namespace chengban {

/// What goes between the computers of a unit through the server: shows this computer's card, keeps the cards
/// of the others, sends drafts that were handed over and answers to them, and takes in what came.
///
/// Touches the hand-overs and the document of cards alone. A fault of the line ends its run in silence: the
/// other jobs tell it, and the next run begins where this one was cut.
class Courier : public SyncJob
{
    Q_OBJECT

public:
    explicit Courier(SyncContext &context, QObject *parent = nullptr)
        : SyncJob(context, parent)
        , m_api(context.api)
    {
    }

Q_SIGNALS:
    void changed(); ///< Hand-overs or cards.

protected:
    void run() override;

private:
    void showCard();
    void askCards();
    void sendNext();
    void sendGift(HandedDraft one);
    void takeGiven(HandedDraft one, const Result<wire::Handover> &answer);
    void sendAnswer(HandedDraft one);
    void takeAnswered(HandedDraft one, const Result<wire::Handover> &answer);
    void askAll();
    void takeAll(const QList<wire::Handover> &all);
    [[nodiscard]] Result<bool> take(const wire::Handover &one, const QList<DeviceCard> &cards);
    [[nodiscard]] Result<std::optional<HandedDraft>> opened(
        const wire::Handover &one, const QList<DeviceCard> &cards);
    /// After a step that may have failed at the server; false when the run has ended.
    [[nodiscard]] bool keep(const HandedDraft &one);

    UnitApi m_api;
    bool m_shown = false; ///< The server has this computer's card.
};

/// What binds a sealed draft to its hand-over.
[[nodiscard]] QByteArray handoverContext(HandoverText text);

} // namespace chengban
