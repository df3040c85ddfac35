#pragma once

#include "client/models/Colleagues.h"
#include "client/models/LocalDesk.h"

namespace chengban {

/// Colleagues over the desk's store; what goes to the server leaves by the signals.
class LocalColleagues : public Colleagues
{
    Q_OBJECT

public:
    explicit LocalColleagues(LocalDesk &desk, QObject *parent = nullptr);

    QList<wire::DirectoryPerson> receivers() const override;
    QList<HandedDraft> handovers(const CaseId &id) const override;
    QList<HandedDraft> waiting() const override;
    Result<void> handOver(const CaseId &id, const UserId &to) override;
    Result<void> accept(const QString &id) override;
    Result<void> decline(const QString &id) override;
    Result<void> withdraw(const QString &id) override;
    void tell(const CaseId &id, bool writing) override;

Q_SIGNALS:
    void workQueued();
    void presenceWanted(const chengban::CaseId &id, bool writing);

private:
    [[nodiscard]] Result<HandedDraft> found(const QString &id) const;
    [[nodiscard]] Result<void> set(HandedDraft one, Handing state);
    [[nodiscard]] Result<HandedDraft> sealed(
        const CaseId &id, const ReplyDraft &draft, const wire::DirectoryPerson &to) const;
    [[nodiscard]] Result<void> takeIn(Store &store, HandedDraft one);
    /// The unit works on it, as far as is known here.
    [[nodiscard]] bool isOpen(const CaseId &id) const;

    LocalDesk &m_desk;
};

} // namespace chengban
