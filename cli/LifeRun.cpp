#include "cli/LifeRun.h"

#include "shared/base/Ids.h"

#include <QtEndian>

#include <algorithm>

namespace chengban::cli {

using namespace Qt::StringLiterals;

namespace {

using C = CommandType;

/// What the desk would fill in from the case; a member that the file gives stays.
class Completion
{
public:
    Completion(const LifeStep &step, const Case &theCase)
        : m_step(step)
        , m_case(theCase)
        , m_body(step.body)
    {
    }

    [[nodiscard]] QJsonObject body()
    {
        switch (m_step.type) {
        case C::Sign:
        case C::SignRequest:
        case C::RecordPaperSignature:
            signature();
            break;
        case C::SubmitReply:
        case C::AcceptReply:
        case C::ReturnForRework:
            currentReply();
            break;
        case C::AnswerOrder:
        case C::DecideAnswer:
            if (!m_case.orders.isEmpty())
                complete(u"order"_s, m_case.orders.last().order.revision);
            break;
        default:
            break;
        }
        return m_body;
    }

private:
    void complete(const QString &key, const QJsonValue &value)
    {
        if (!m_body.contains(key))
            m_body.insert(key, value);
    }

    void currentReply()
    {
        if (const ReplyVersion *current = m_case.currentReply())
            complete(u"replyVersion"_s, current->number);
    }

    /// A request that waits is what is signed; the reply otherwise.
    void signature()
    {
        const auto pending
            = std::ranges::find(m_case.requests, UnitRequest::State::Pending, &UnitRequest::state);
        if (m_step.type != C::Sign && pending != m_case.requests.end()) {
            complete(u"action"_s, nameOf(pending->action));
            complete(u"replyVersion"_s, pending->number);
            complete(u"replyDigest"_s, pending->digest);
        } else if (const ReplyVersion *current = m_case.currentReply()) {
            complete(u"replyVersion"_s, current->number);
            complete(u"replyDigest"_s, current->digest);
        }
        complete(u"level"_s, nameOf(m_step.actor.role));
        if (m_body.contains(u"paper"_s))
            return;
        complete(u"key"_s, u"0000000000000000"_s);
        complete(u"signedText"_s, u"e30="_s);
        complete(u"signature"_s, u"AA=="_s);
    }

    const LifeStep &m_step;
    const Case &m_case;
    QJsonObject m_body;
};

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

void LifeRun::take(const LifeStep &step)
{
    OneCase &one = caseNamed(step.theCase);
    const Command command{.id = {idOf('9', m_outcomes.size() + 1)},
        .type = step.type,
        .caseId = one.id,
        .baseRevision = one.theCase.revision,
        .claimedTimeMs = step.atMs,
        .body = Completion(step, one.theCase).body()};
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
