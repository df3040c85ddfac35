#include "tests/e2e/Replay.h"

#include "client/models/SignIn.h"
#include "client/settings/MemoryKeyStore.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QTest>

#include <algorithm>
#include <stdexcept>

namespace chengban::e2e {

using namespace Qt::StringLiterals;

namespace {

const QString replayPin = u"135790"_s;

void waitFor(const QString &what, const std::function<bool()> &done)
{
    QDeadlineTimer timer(60000);
    while (!done()) {
        if (timer.hasExpired())
            throw std::runtime_error("replay: " + what.toStdString());
        QTest::qWait(5);
    }
}

/// A person at a desk without a window.
class Sitting
{
public:
    Sitting(const ReplayStage &stage, const QString &user, KeyStore &keychain)
        : m_stage(stage)
    {
        SignIn signIn({.dataRoot = stage.folder,
                          .device = u"replay-"_s + user,
                          .deviceName = u"replay"_s,
                          .clock = &QDateTime::currentMSecsSinceEpoch},
            keychain);
        QString failure;
        bool answered = false;
        QObject::connect(&signIn, &SignIn::opened, [&] { answered = true; });
        QObject::connect(&signIn, &SignIn::failed, [&](ErrorCode reason) {
            answered = true;
            failure = errorName(reason);
        });
        signIn.logIn({QUrl(stage.server), stage.caPem, stage.tenant, user, stage.passwords.value(user)});
        waitFor(u"%1 cannot log in"_s.arg(user), [&] { return answered; });
        if (!failure.isEmpty())
            throw std::runtime_error("replay: " + user.toStdString() + ": " + failure.toStdString());
        m_session = signIn.takeSession();
        settle();
    }

    Desk &desk() { return m_session->desk(); }

    void take(const RecordedCommand &recorded)
    {
        const CaseId id = caseNumbered(recorded.number);
        const auto taken = desk().take(id, recorded.command.type, bodyOf(recorded, id));
        if (!taken)
            throw std::runtime_error(
                "replay: " + QByteArray(nameOf(recorded.command.type).latin1()).toStdString() + " of "
                + recorded.number.toStdString()
                + " is refused: " + taken.error().first().finding.toStdString());
        settle();
    }

    [[nodiscard]] QJsonObject stateOf(const QString &number)
    {
        const Result<Case> theCase = desk().caseOf(caseNumbered(number));
        if (!theCase)
            throw std::runtime_error("replay: the case cannot be read");
        return comparableState(*theCase);
    }

private:
    void settle()
    {
        waitFor(u"the desk does not come to rest"_s, [&] {
            const SyncState state = desk().syncState();
            return state.line == SyncState::Line::Online && !state.busy && state.waiting == 0
                && state.filesWaiting == 0;
        });
    }

    CaseId caseNumbered(const QString &number)
    {
        CaseId id;
        waitFor(u"case %1 does not arrive"_s.arg(number), [&] {
            const QList<CaseSummary> cases = desk().cases();
            const auto found = std::ranges::find(cases, number, &CaseSummary::number);
            id = found == cases.end() ? CaseId() : found->id;
            return !id.isEmpty();
        });
        return id;
    }

    QJsonObject bodyOf(const RecordedCommand &recorded, const CaseId &id)
    {
        if (recorded.command.type == CommandType::SubmitForSignOff) {
            const auto body = submitFromJson(recorded.command.body);
            for (const Attachment &one : body ? body->reply.attachments : QList<Attachment>())
                (void)desk().addFile(m_stage.files.value(one.sha256), one.kind);
        }
        if (recorded.command.type == CommandType::RecordPaperSignature) {
            const auto body = signatureFromJson(recorded.command.body);
            if (body && body->paper)
                (void)desk().addFile(m_stage.files.value(body->paper->scan.sha256), body->paper->scan.kind);
        }
        if (recorded.command.type != CommandType::Sign && recorded.command.type != CommandType::SignRequest)
            return recorded.command.body;
        if (!desk().signingKey()) {
            desk().enrolKey(replayPin, m_stage.witness, m_stage.passwords.value(m_stage.witness));
            waitFor(u"the key is not enrolled"_s, [&] { return desk().signingKey().has_value(); });
        }
        const auto before = signatureFromJson(recorded.command.body);
        const auto made = desk()
                              .sign(id, before ? before->replyDigest : QString(),
                                  before ? before->opinion : QString(), replayPin)
                              .result();
        if (!made)
            throw std::runtime_error(
                "replay: the reply to sign differs: " + made.error().detail.toStdString());
        return toJson(*made);
    }

    const ReplayStage &m_stage;
    std::unique_ptr<DeskSession> m_session;
};

template <typename Body> QJsonArray bodies(const QList<Entry<Body>> &entries)
{
    QJsonArray array;
    for (const Entry<Body> &entry : entries)
        array.append(QJsonObject{{u"by"_s, entry.actor.user.value}, {u"body"_s, toJson(entry.body)}});
    return array;
}

QJsonObject withoutTime(QJsonObject body)
{
    body.remove(u"atMs"_s);
    return body;
}

} // namespace

void CommandRecorder::watch(Desk &desk, const QString &user)
{
    connect(&desk, &Desk::outboxChanged, this, [this, &desk, user] { record(desk, user); });
}

void CommandRecorder::meetCitizen(Desk &desk, const CaseId &id)
{
    if (desk.actor().role != Role::Clerk || m_met.contains(id))
        return;
    m_met.insert(id);
    if (const auto citizen = desk.reveal(id, u"核实情况"_s))
        m_citizens += {citizen->name, citizen->phone, citizen->address};
}

void CommandRecorder::record(Desk &desk, const QString &user)
{
    for (const OutboxRow &row : desk.outbox()) {
        if (m_seen.contains(row.command.id))
            continue;
        m_seen.insert(row.command.id);
        QString number;
        for (const CaseSummary &one : desk.cases()) {
            if (one.id == row.command.caseId)
                number = one.number;
        }
        m_commands.append({user, number, row.command});
        meetCitizen(desk, row.command.caseId);
    }
}

QJsonObject comparableState(const Case &theCase)
{
    QJsonArray replies;
    for (const ReplyVersion &version : theCase.replies)
        replies.append(QJsonObject{{u"number"_s, version.number}, {u"digest"_s, version.digest},
            {u"by"_s, version.actor.user.value}});
    QJsonArray signatures;
    for (const Entry<SignatureBody> &one : theCase.signatures)
        signatures.append(QJsonObject{{u"by"_s, one.actor.user.value}, {u"version"_s, one.body.replyVersion},
            {u"digest"_s, one.body.replyDigest}, {u"opinion"_s, one.body.opinion}});
    QJsonArray reviews;
    for (const Entry<Review> &one : theCase.reviews)
        reviews.append(toJson(one.body.body));
    QJsonArray contacts;
    for (const Entry<ContactBody> &one : theCase.contacts)
        contacts.append(withoutTime(toJson(one.body.contact)));
    QJsonArray callbacks;
    for (const Entry<CallbackBody> &one : theCase.centreCallbacks)
        callbacks.append(withoutTime(toJson(one.body)));
    QJsonArray requests;
    for (const UnitRequest &one : theCase.requests)
        requests.append(QJsonObject{{u"action"_s, QString(nameOf(one.action))}, {u"digest"_s, one.digest},
            {u"state"_s, int(one.state)}, {u"by"_s, one.actor.user.value}});
    QJsonArray orders;
    for (const Order &one : theCase.orders)
        orders.append(QJsonObject{{u"answers"_s, one.answers.size()}, {u"open"_s, one.isOpen()}});
    return {{u"requests"_s, requests}, {u"orders"_s, orders}, {u"extensions"_s, theCase.extensions.size()},
        {u"returns"_s, theCase.returns.size()}, {u"phase"_s, QString(nameOf(theCase.phase))},
        {u"round"_s, theCase.round}, {u"leadUnit"_s, theCase.leadUnit.value},
        {u"demand"_s, toJson(theCase.demand)}, {u"replies"_s, replies}, {u"signatures"_s, signatures},
        {u"reviews"_s, reviews}, {u"contacts"_s, contacts}, {u"callbacks"_s, callbacks},
        {u"returnsToClerk"_s, bodies(theCase.returnsToClerk)},
        {u"submissions"_s, theCase.submissions.size()}};
}

QHash<QString, QJsonObject> replay(const ReplayStage &stage, const QList<RecordedCommand> &commands)
{
    MemoryKeyStore keychain;
    std::unique_ptr<Sitting> sitting;
    QString user;
    QStringList numbers;
    for (const RecordedCommand &recorded : commands) {
        if (recorded.user != user) {
            sitting.reset();
            user = recorded.user;
            sitting = std::make_unique<Sitting>(stage, user, keychain);
        }
        sitting->take(recorded);
        if (!numbers.contains(recorded.number))
            numbers.append(recorded.number);
    }
    QHash<QString, QJsonObject> states;
    for (const QString &number : numbers)
        states.insert(number, sitting->stateOf(number));
    return states;
}

} // namespace chengban::e2e
