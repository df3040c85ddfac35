// A person at a real client, without the window: signs in, types drafts, takes steps, adds files, writes down
// what it did and what the program said, until somebody kills it. `clerk live` and `clerk look`, see options
// below.
#include "client/models/SignIn.h"
#include "client/sync/RetryPolicy.h"
#include "tests/client/CaseSamples.h"
#include "tests/faults/FileKeyStore.h"
#include "tests/faults/Record.h"
#include "tests/faults/SharedPage.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimer>

#include <unistd.h>

#include <cstdio>

using namespace chengban;
using namespace chengban::faults;

namespace {

constexpr int actEveryMs = 25;
constexpr int retryEveryMs = 250;
const QString pin = QStringLiteral("246810");

/// clerk live|look FOLDER SERVER CA-FILE USER PASSWORD SEED
struct Options
{
    QString folder;
    SignInRequest request;
    quint32 seed = 0;
};

Options optionsOf(const QStringList &arguments)
{
    QFile ca(arguments.value(4));
    if (arguments.size() < 8 || !ca.open(QIODevice::ReadOnly))
        qFatal("clerk live|look FOLDER SERVER CA-FILE USER PASSWORD SEED");
    return {arguments[2],
        {QUrl(arguments[3]), ca.readAll(), QStringLiteral("demo"), arguments[5], arguments[6]},
        arguments[7].toUInt()};
}

/// Tells the library what the main thread is about.
class Busy
{
public:
    Busy(const SharedPage &page, Doing doing)
        : m_page(page)
    {
        m_page->doingThread = doing == Doing::Opening ? 0 : int(gettid());
        m_page->doing = int(doing);
    }
    ~Busy() { m_page->doing = int(Doing::Nothing); }
    Q_DISABLE_COPY_MOVE(Busy)

private:
    const SharedPage &m_page;
};

class Clerk : public QObject
{
public:
    Clerk(const Options &options, const SharedPage &page)
        : m_options(options)
        , m_page(page)
        , m_record(options.folder + QStringLiteral("/record"))
        , m_keychain(options.folder + QStringLiteral("/keychain"))
        , m_signIn(place(), m_keychain)
        , m_dice(options.seed)
    {
        connect(&m_signIn, &SignIn::opened, this, &Clerk::begin);
        connect(&m_signIn, &SignIn::failed, this, &Clerk::signInFailed);
    }

    void start()
    {
        m_opening = std::make_unique<Busy>(m_page, Doing::Opening);
        m_number = lastNumber();
        m_offline = m_signIn.hasStore(m_options.request) && m_dice.bounded(8) > 0;
        signIn();
    }
    /// Without the server and without doing anything: prints what the store holds.
    void look()
    {
        m_looks = true;
        m_offline = true;
        signIn();
    }

private:
    SignInPlace place()
    {
        SignInPlace place;
        place.dataRoot = m_options.folder + QStringLiteral("/data");
        place.device = m_options.request.user + QStringLiteral("-pc");
        place.deviceName = place.device;
        place.clock = [this] { return QDateTime::currentMSecsSinceEpoch() + m_page->aheadMs; };
        place.pollSeconds = 2;
        place.passphraseCost = {1, 8 << 20};
        return place;
    }
    int lastNumber() const
    {
        const QList<Act> acts = Record::read(m_options.folder + QStringLiteral("/record")).acts;
        return acts.isEmpty() ? 0 : acts.last().number + 1000; // Also past those that were refused.
    }
    [[nodiscard]] const QString &user() const { return m_options.request.user; }
    [[nodiscard]] LocalDesk &desk() { return m_session->desk(); }

    void signIn() { m_offline ? m_signIn.openOffline(m_options.request) : m_signIn.logIn(m_options.request); }
    void signInFailed(ErrorCode reason)
    {
        if (m_looks)
            qFatal("the store does not open: %s", qPrintable(QString(errorName(reason))));
        // The store of a first start may be half made: then only a log-in goes on.
        const bool expected = m_offline ? reason == ErrorCode::StoreLocked : isLineFault(reason);
        if (!expected)
            m_record.notes({{QStringLiteral("fault"), QString(errorName(reason))}});
        m_offline = !m_offline && m_signIn.hasStore(m_options.request);
        QTimer::singleShot(100, this, &Clerk::signIn);
    }

    void begin()
    {
        m_session = m_signIn.takeSession();
        m_opening.reset();
        const QList<Act> acts = Record::read(m_options.folder + QStringLiteral("/record")).acts;
        const Holdings holdings = Holdings::of(desk(), user(), acts);
        if (m_looks)
            return print(holdings);
        noteStart(localFaults(acts, holdings));
        connect(m_session.get(), &DeskSession::logInNeeded, this, &Clerk::logInAgain);
        connect(&m_timer, &QTimer::timeout, this, &Clerk::live);
        connect(&desk(), &Desk::outboxChanged, this, &Clerk::noteAnswers);
        m_timer.start(actEveryMs);
        m_page->ready = 1;
    }
    void noteStart(const LocalFaults &faults)
    {
        const auto array = [](const QList<int> &numbers) {
            QJsonArray given;
            for (const int number : numbers)
                given << number;
            return given;
        };
        m_record.notes({{QStringLiteral("start"), 1}, {QStringLiteral("lost"), array(faults.lost)},
            {QStringLiteral("overwritten"), array(faults.overwritten)}});
    }
    /// What the person sees in the list of what was sent.
    void noteAnswers()
    {
        const QList<OutboxRow> rows = desk().outbox();
        for (const OutboxRow &row : rows) {
            if (row.state != OutboxState::Accepted || m_answered.contains(row.command.id))
                continue;
            m_answered.insert(row.command.id);
            m_record.notes({{QStringLiteral("accepted"), row.command.id.value}});
        }
    }
    void print(const Holdings &holdings)
    {
        QJsonObject given = holdings.toJson();
        QJsonArray receipts;
        QJsonObject revisions;
        for (const CaseSummary &one : desk().cases()) {
            for (const Receipt &receipt : desk().receipts(one.id))
                receipts << toJson(receipt);
            revisions.insert(one.id.value, qint64(desk().logOf(one.id).value_or(QList<Event>()).size()));
        }
        QJsonArray filesLost;
        for (const Act &act : Record::read(m_options.folder + QStringLiteral("/record")).acts) {
            const auto bytes = act.sha256.isEmpty() ? Result<QByteArray>() : desk().fileBytes(act.sha256);
            if (!bytes || (!act.sha256.isEmpty() && hex(sha256(*bytes)) != act.sha256))
                filesLost << act.number;
        }
        given.insert(QStringLiteral("filesLost"), filesLost);
        given.insert(QStringLiteral("receipts"), receipts);
        given.insert(QStringLiteral("revisions"), revisions);
        std::puts(QJsonDocument(given).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
        m_session.reset();
        QCoreApplication::exit(0);
    }

    void logInAgain(ErrorCode reason)
    {
        m_record.notes({{QStringLiteral("loggedOut"), QString(errorName(reason))}});
        m_signIn.renew(m_options.request, *m_session);
    }

    void live()
    {
        const SyncState state = desk().syncState();
        m_page->online = state.line == SyncState::Line::Online ? 1 : 0;
        m_page->waiting = state.waiting + state.filesWaiting;
        m_sinceRetryMs += actEveryMs;
        if (m_sinceRetryMs >= retryEveryMs) {
            m_sinceRetryMs = 0;
            goOnline(state);
        }
        if (m_page->quit) {
            m_timer.stop();
            m_session.reset();
            return QCoreApplication::exit(0);
        }
        if (!m_page->still)
            act();
    }
    /// As a person who presses the button as soon as it is there.
    void goOnline(const SyncState &state)
    {
        if (state.line == SyncState::Line::LoggedOut && !m_renews) {
            m_renews = true;
            m_signIn.renew(m_options.request, *m_session);
            QTimer::singleShot(3000, this, [this] { m_renews = false; });
        }
        const bool clockMoved = std::exchange(m_aheadMs, m_page->aheadMs.load()) != m_page->aheadMs;
        if (state.line == SyncState::Line::Offline || clockMoved || (m_page->still && m_page->waiting > 0))
            desk().retryNow();
    }

    void act()
    {
        ++m_page->acts;
        const QList<CaseSummary> cases = desk().cases();
        if (cases.isEmpty())
            return;
        const CaseId id = cases[m_dice.bounded(cases.size())].id;
        const auto theCase = desk().caseOf(id);
        if (!theCase)
            return;
        if (desk().actor().role != Role::Clerk)
            return lead(*theCase);
        switch (theCase->phase) {
        case Phase::Dispatched:
            return step(id, CommandType::Accept, toJson(NoteBody{mark(user(), m_number)}));
        case Phase::Handling:
        case Phase::Rework:
            return handle(*theCase);
        case Phase::AwaitingSignOff:
            if (m_dice.bounded(20) == 0)
                step(id, CommandType::Withdraw, toJson(NoteBody{mark(user(), m_number)}));
            return;
        case Phase::Signed:
            return step(id, CommandType::SubmitReply,
                toJson(ReplyVersionBody{theCase->currentReply() ? theCase->currentReply()->number : 0}));
        default:
            return;
        }
    }
    void handle(const Case &theCase)
    {
        const int dice = m_dice.bounded(100);
        if (dice < 55)
            draft(theCase.id);
        else if (dice < 75 || theCase.contactAttempts().isEmpty())
            contact(theCase.id);
        else if (dice < 87)
            addFile(theCase.id);
        else
            submit(theCase);
    }

    void draft(const CaseId &id)
    {
        const Act act = begun(QStringLiteral("draft"), id);
        ReplyDraft draft = desk().openDraft(id);
        draft.reply.result = mark(user(), act.number) + QStringLiteral("已联系反映人，现场查看后修复。");
        draft.reply.attachments += std::exchange(m_files[id], {});
        const Busy busy(m_page, Doing::Draft);
        ended(act, desk().saveDraft(id, draft).has_value());
    }
    void contact(const CaseId &id)
    {
        ContactBody body = samples::contact(QDateTime::currentMSecsSinceEpoch() - 1000);
        body.contact.note = mark(user(), m_number);
        step(id, CommandType::RecordContact, toJson(body));
    }
    void submit(const Case &theCase)
    {
        Reply reply
            = samples::solvedReply(theCase, mark(user(), m_number) + QStringLiteral("已修复，反映人确认。"));
        reply.attachments = desk().openDraft(theCase.id).reply.attachments;
        step(theCase.id, CommandType::SubmitForSignOff, toJson(SubmitBody{reply, {}}));
    }
    void addFile(const CaseId &id)
    {
        if (desk().syncState().filesWaiting > 2)
            return;
        Act act = begun(QStringLiteral("file"), id);
        const QString path = m_options.folder + QStringLiteral("/照片%1.pdf").arg(act.number);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)
            || file.write("%PDF-1.4\n" + randomBytes(20'000 + m_dice.bounded(200'000))) < 0)
            qFatal("no place for a file");
        file.close();
        const Busy busy(m_page, Doing::File);
        const auto added = desk().addFile(path, AttachmentKind::Photo);
        if (added) {
            m_files[id] << *added;
            act.sha256 = added->sha256;
        }
        ended(act, added.has_value());
        file.remove();
    }

    /// The leader: a key first, then the word that a case waits for (T3), or a signature under whatever
    /// waits.
    void lead(const Case &theCase)
    {
        if (!desk().signingKey()) {
            if (m_page->online && !m_enrols) {
                m_enrols = true;
                desk().enrolKey(pin, QStringLiteral("wang"), m_options.request.password);
                QTimer::singleShot(3000, this, [this] { m_enrols = false; });
            }
            return;
        }
        const auto level = levelOf(desk().actor().role);
        const bool handling = theCase.phase == Phase::Handling || theCase.phase == Phase::Rework;
        if (handling && theCase.instructionOwed && level && theCase.instructionOwed->levels.contains(*level))
            return step(theCase.id, CommandType::Instruct, toJson(NoteBody{mark(user(), m_number)}));
        if (theCase.phase != Phase::AwaitingSignOff || !theCase.currentReply())
            return;
        const auto body
            = desk().sign(theCase.id, theCase.currentReply()->digest, QStringLiteral("同意"), pin).result();
        if (body)
            step(theCase.id, CommandType::Sign, toJson(*body));
    }

    void step(const CaseId &id, CommandType type, const QJsonObject &body)
    {
        if (!desk().problemsOf(id, type, body).isEmpty())
            return;
        Act act = begun(QString(nameOf(type)), id);
        const Busy busy(m_page, Doing::Step);
        const auto taken = desk().take(id, type, body);
        if (taken)
            act.command = *taken;
        ended(act, taken.has_value());
    }
    Act begun(const QString &kind, const CaseId &id)
    {
        const Act act{m_number++, kind, id, false, {}, {}};
        m_record.tries(act);
        return act;
    }
    void ended(const Act &act, bool done) { done ? m_record.isDone(act) : m_record.isRefused(act); }

    Options m_options;
    const SharedPage &m_page;
    Record m_record;
    FileKeyStore m_keychain;
    SignIn m_signIn;
    QRandomGenerator m_dice;
    QTimer m_timer;
    std::unique_ptr<Busy> m_opening;
    std::unique_ptr<DeskSession> m_session;
    QHash<CaseId, QList<Attachment>> m_files; ///< Added, not yet in a draft.
    QSet<CommandId> m_answered; ///< Seen to be accepted.
    int m_number = 1;
    int m_sinceRetryMs = 0;
    qint64 m_aheadMs = 0;
    bool m_offline = false;
    bool m_looks = false;
    bool m_enrols = false;
    bool m_renews = false;
};

/// Opens a store of an older version, as a start of the program does; the key is that of the stored files.
int openStore(const QString &folder)
{
    return Store::open(folder, DataKey::fromBytes(QByteArray(32, '\x07')).value()) ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QStringLiteral("open"))
        return openStore(app.arguments().value(2));
    const Options options = optionsOf(app.arguments());
    const SharedPage page(qEnvironmentVariable(pageVariable, options.folder + QStringLiteral("/page")));
    Clerk clerk(options, page);
    app.arguments()[1] == QStringLiteral("look") ? clerk.look() : clerk.start();
    return QCoreApplication::exec();
}
