#pragma once

#include "server/services/Backend.h"
#include "server/services/DemoPlan.h"
#include "shared/cases/Decide.h"

#include <QRandomGenerator>

#include <map>

namespace chengban {

/// Takes the planned steps through the case service, as the people of the county: real commands, real
/// signatures.
class DemoPlay
{
public:
    DemoPlay(const Backend &backend, const TenantId &tenant, quint32 seed);

    /// Enrols a key for everybody who signs. Errors: those of the key service.
    [[nodiscard]] Result<void> enrolLeaders(const QList<UnitId> &units, qint64 atMs);
    /// Takes every step of every case in the order of time. Errors: those of the service, and the problem's
    /// code with case, step and finding when a step is refused: the demonstration data contradicts the rules
    /// then.
    [[nodiscard]] Result<void> run(const QList<DemoCase> &cases);

    [[nodiscard]] int commandCount() const { return m_commands; }
    [[nodiscard]] QHash<Phase, int> phases() const;

private:
    /// A case while it is played.
    struct Actual
    {
        CaseId id;
        Case state;
        QList<ContactAttempt> contacts;
        int versions = 0;
    };

    [[nodiscard]] Result<void> take(const DemoCase &one, const DemoStep &step, Actual &actual);
    [[nodiscard]] Result<Actor> actorOf(const DemoCase &one, const DemoStep &step);
    [[nodiscard]] Result<QJsonObject> bodyOf(
        const DemoCase &one, const DemoStep &step, const Actor &actor, Actual &actual);
    [[nodiscard]] DispatchBody dispatchBody(const DemoCase &one, const DemoStep &step) const;
    [[nodiscard]] ContactAttempt contactOf(
        const DemoCase &one, const DemoStep &step, const Actor &actor, const Actual &actual) const;
    [[nodiscard]] Result<QJsonObject> submission(
        const DemoCase &one, const DemoStep &step, const Actor &actor, Actual &actual);
    [[nodiscard]] Result<void> addPapers(
        Reply &reply, const DemoCase &one, const Actor &actor, qint64 atMs) const;
    [[nodiscard]] Result<QJsonObject> signature(
        const DemoStep &step, const Actor &actor, const Actual &actual) const;
    [[nodiscard]] QString unitPhone(const UnitId &unit) const;
    [[nodiscard]] QString newId(qint64 atMs);

    const Backend &m_backend;
    TenantId m_tenant;
    QRandomGenerator m_random;
    wire::Directory m_directory;
    std::map<QString, Sm2Key>
        m_keys; ///< By user; dropped with this object, so nobody can sign with them later.
    QHash<int, Actual> m_actual; ///< By the case's number.
    int m_commands = 0;
};

} // namespace chengban
