#pragma once

#include "client/store/Handovers.h"
#include "shared/base/Result.h"
#include "shared/wire/Wire.h"

#include <QObject>

namespace chengban {

/// The window's door to what colleagues of one unit do beside the log: drafts handed over, and the hint who
/// is writing. All calls return at once; what comes later is told by a signal.
class Colleagues : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Who could be given a draft now: people of the own unit with a computer that is admitted.
    [[nodiscard]] virtual QList<wire::DirectoryPerson> receivers() const = 0;
    /// Given and received ones of a case, newest first.
    [[nodiscard]] virtual QList<HandedDraft> handovers(const CaseId &id) const = 0;
    /// Received ones of all cases that wait for this person's word.
    [[nodiscard]] virtual QList<HandedDraft> waiting() const = 0;
    /// A copy of the draft as it is stored goes to the colleague; the own one stays. Errors: NotFound without
    /// a draft, HandoverReceiver for somebody who is not among the receivers, StoreLocked, those of the
    /// store.
    [[nodiscard]] virtual Result<void> handOver(const CaseId &id, const UserId &to) = 0;
    /// The draft becomes the own one, or is merged into it field by field; its text is kept beside. Errors:
    /// HandoverAnswered for one that does not wait.
    [[nodiscard]] virtual Result<void> accept(const QString &id) = 0;
    [[nodiscard]] virtual Result<void> decline(const QString &id) = 0;
    /// Takes back what nobody has answered.
    [[nodiscard]] virtual Result<void> withdraw(const QString &id) = 0;

    /// Tells the colleagues whether this person is writing on the case that is open, and asks who else is;
    /// told by writersChanged().
    virtual void tell(const CaseId &id, bool writing) = 0;

Q_SIGNALS:
    void handoversChanged();
    void writersChanged(const chengban::CaseId &id, const QList<chengban::wire::Presence> &writers);
};

} // namespace chengban
