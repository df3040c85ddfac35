#include "cli/LifeRun.h"

#include "shared/base/Ids.h"

#include <QtEndian>

namespace chengban::cli {

using namespace Qt::StringLiterals;

namespace {

/// An id that a number decides.
QString idOf(char kind, qsizetype number)
{
    return u"00000000-0000-7000-%1000-%2"_s.arg(QLatin1Char(kind)).arg(number, 12, 10, QLatin1Char('0'));
}

} // namespace

LifeRun::OneCase &LifeRun::caseNamed(const QString &name)
{
    if (!m_cases.contains(name)) {
        m_names.append(name);
        m_cases.insert(name, {{idOf('8', m_names.size())}, {}, {}});
    }
    return *m_cases.find(name);
}

QByteArray LifeRun::nextSalt()
{
    QByteArray salt(saltSize, '\0');
    qToBigEndian<qint32>(++m_salts, salt.data());
    return salt;
}

QJsonObject LifeRun::completed(const LifeStep &step, const Case &theCase) const
{
    QJsonObject body = step.body;
    const auto complete = [&](const QString &key, const QJsonValue &value) {
        if (!body.contains(key))
            body.insert(key, value);
    };
    const ReplyVersion *current = theCase.currentReply();
    if (step.type != CommandType::Sign || !current)
        return body;
    complete(u"replyVersion"_s, current->number);
    complete(u"replyDigest"_s, current->digest);
    complete(u"key"_s, u"0000000000000000"_s);
    complete(u"signedText"_s, u"e30="_s);
    complete(u"signature"_s, u"AA=="_s);
    return body;
}

void LifeRun::take(const LifeStep &step)
{
    OneCase &one = caseNamed(step.theCase);
    const Command command{.id = {idOf('9', m_outcomes.size() + 1)},
        .type = step.type,
        .caseId = one.id,
        .baseRevision = one.theCase.revision,
        .claimedTimeMs = step.atMs,
        .body = completed(step, one.theCase)};
    const Decision decision = decide(one.theCase, command, step.actor, m_rules, step.atMs);
    StepOutcome outcome{step, {}, decision ? Problems() : decision.error()};
    if (decision) {
        const Stamp stamp{.command = command.id,
            .actor = step.actor,
            .pack = packFor(one.theCase, step.type, m_rules),
            .serverTimeMs = step.atMs,
            .claimedTimeMs = step.atMs};
        const bool first = one.theCase.revision == 0;
        const QByteArray head = first ? chainStart(step.actor.tenant, one.id) : one.theCase.head;
        const auto events
            = chained(*decision, one.id, one.theCase.revision, head, stamp, [this] { return nextSalt(); });
        Q_ASSERT(events); // decide() refuses what has no canonical form
        for (const Event &event : *events) {
            one.theCase = evolve(std::move(one.theCase), event);
            outcome.events.append(event.type);
        }
        one.log += *events;
    }
    m_outcomes.append(outcome);
}

} // namespace chengban::cli
