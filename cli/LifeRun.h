#pragma once

#include "cli/LifeFile.h"
#include "shared/cases/Decide.h"

namespace chengban::cli {

/// What became of one step.
struct StepOutcome
{
    LifeStep step;
    QStringList events; ///< Their types; empty when it was refused.
    Problems problems;
};

/// A file of commands, taken one after the other the way the server takes them: `decide`, then `evolve`. The
/// log is the same at every run: ids and salts count up. Signatures are neither made nor checked; a step that
/// signs may leave out what a device would compute.
class LifeRun
{
public:
    explicit LifeRun(Rules rules)
        : m_rules(rules)
    {
    }

    void take(const LifeStep &step);

    [[nodiscard]] const QList<StepOutcome> &outcomes() const { return m_outcomes; }
    [[nodiscard]] QStringList caseNames() const { return m_names; }
    [[nodiscard]] const Case &theCase(const QString &name) const { return m_cases.find(name)->theCase; }
    [[nodiscard]] const QList<Event> &log(const QString &name) const { return m_cases.find(name)->log; }

private:
    struct OneCase
    {
        CaseId id;
        Case theCase;
        QList<Event> log;
    };

    [[nodiscard]] OneCase &caseNamed(const QString &name);
    [[nodiscard]] QByteArray nextSalt();

    Rules m_rules;
    QHash<QString, OneCase> m_cases;
    QStringList m_names; ///< In the order of their first step.
    QList<StepOutcome> m_outcomes;
    int m_salts = 0;
};

} // namespace chengban::cli
