// Random lives of a case: whatever is tried, what must hold holds. Seeded, so a failure comes back.
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Steps.h"
#include "tests/shared/cases/RandomLife.h"

#include <QTest>

#include <algorithm>

using namespace chengban;
using namespace chengban::samples;

namespace {

using C = CommandType;

constexpr int livesOfEachPack = 40;
constexpr int attempts = 160;

bool demandsAreKept(const Story &story, const QList<Demand> &absorbed)
{
    if (story.log.isEmpty())
        return true;
    QList<Demand> kept;
    for (const Entry<AbsorbBody> &entry : story.theCase.absorbed)
        kept.append(entry.body.demand);
    return story.theCase.demand == demand() && kept == absorbed;
}

/// T15 from the log alone: each submission has a signature by a level the pack knows, on exactly its text,
/// and that text lacks nothing.
bool submissionsAreSigned(const Case &theCase, const RulePack &pack)
{
    return std::ranges::all_of(theCase.submissions, [&](const Submission &submission) {
        const ReplyVersion &version = theCase.replies[submission.replyVersion - 1];
        const auto digest = replyDigest(version.reply);
        return digest && std::ranges::any_of(theCase.signatures, [&](const Entry<SignatureBody> &signature) {
            const bool known = std::ranges::any_of(pack.signers, [&](const SignerRule &rule) {
                return rule.action == SignedAction::Reply && rule.levels.contains(signature.body.level);
            });
            return signature.body.replyVersion == version.number
                && signature.body.replyDigest == version.digest
                && version.digest == QString::fromLatin1(digest->toHex()) && known
                && signature.revision < submission.revision && !version.reply.investigation.isEmpty();
        });
    });
}

template <typename Body>
bool isSigned(const QList<Asked<Body>> &sent, SignedAction action, const RulePack &pack)
{
    return std::ranges::all_of(sent, [&](const Asked<Body> &asked) {
        if (!pack.signer(action))
            return true;
        const QByteArray digest = requestDigest(action, toJson(asked.request.body)).value();
        return std::ranges::any_of(asked.signatures, [&](const Entry<SignatureBody> &signature) {
            return signature.body.action == action
                && signature.body.replyDigest == QString::fromLatin1(digest.toHex());
        });
    });
}

/// What the matrix wants signed has left the unit with a signature on exactly its content.
bool requestsAreSigned(const Case &theCase, const RulePack &pack)
{
    for (const Order &order : theCase.orders) {
        const SignedAction action = order.kind == OrderKind::ReReview ? SignedAction::ReReviewAnswer
                                                                      : SignedAction::SupervisionAnswer;
        if (!isSigned(order.answers, action, pack))
            return false;
    }
    const ExtensionPolicy *policy = pack.extension(LimitName::Handle);
    return isSigned(theCase.returns, SignedAction::Return, pack)
        && isSigned(theCase.terminations, SignedAction::Termination, pack)
        && (!policy || !policy->unitSigns
            || std::ranges::all_of(theCase.extensions, [&](const Extension &extension) {
                   return extension.request.body.order != 0
                       || isSigned(QList{extension}, SignedAction::Extension, pack);
               }));
}

bool extensionsKeepTheirCaps(const Case &theCase, const RulePack &pack)
{
    QHash<std::pair<int, qint64>, int> granted;
    return std::ranges::all_of(theCase.extensions, [&](const Extension &extension) {
        const ExtensionBody &body = extension.request.body;
        if (body.statutory || !extension.decision || !extension.decision->body.granted)
            return true;
        const ExtensionPolicy *policy = pack.extension(body.limit, theCase.caseClass);
        const int count = ++granted[{static_cast<int>(body.limit), body.order}];
        return policy && count <= policy->maxCount
            && (policy->addMax == 0 || body.workingDays <= policy->addMax);
    });
}

bool datesKeepTheirCaps(const Case &theCase, const RulePack &pack)
{
    const auto within = [&](const Deadline &deadline) {
        const ExtensionPolicy *policy = pack.extension(deadline.limit, theCase.caseClass);
        if (!policy || policy->totalCap == 0 || deadline.extendedBy == 0
            || deadline.source == LimitSource::Statute)
            return true;
        const auto days = workingDaysBetween(deadline.startMs, deadline.dueMs, *samples::rules().calendar);
        return days && *days <= policy->totalCap;
    };
    return std::ranges::all_of(theCase.deadlines, within)
        && std::ranges::all_of(theCase.clocks, [&](const Clock &clock) { return within(clock.deadline); });
}

bool returnsKeepTheirCap(const Case &theCase, const RulePack &pack)
{
    QHash<UnitId, int> rejected;
    return std::ranges::all_of(theCase.returns, [&](const ReturnRequest &request) {
        const bool no = request.decision && !request.decision->body.granted;
        return !no || ++rejected[request.request.actor.unit] <= pack.returns.maxRejected;
    });
}

QList<Event> throughJson(const QList<Event> &log)
{
    QList<Event> again;
    for (const Event &event : log)
        again.append(eventFromJson(parseJsonObject(canonicalForm(event).value()).value()).value());
    return again;
}

QList<Event> seenBy(const QList<Event> &log, const Actor &actor, Access access)
{
    QList<Event> shown;
    for (const Event &event : log)
        shown.append(shownTo(event, actor, access));
    return shown;
}

/// An appeal needs a return that was signed and refused: too rare to be left to chance alone.
struct Attempted
{
    C type;
    Actor person;
};
std::optional<Attempted> seldomStep(const Case &theCase, const RulePack &pack)
{
    if (!theCase.appeals.isEmpty() && !theCase.appeals.last().decision)
        return Attempted{C::DecideAppeal, centre()};
    const auto *last = theCase.returns.isEmpty() ? nullptr : &theCase.returns.last();
    if (pack.returns.appealAllowed && last && last->decision && !last->decision->body.granted)
        return Attempted{C::Appeal, clerk()};
    return std::nullopt;
}

} // namespace

class TestCaseProperties : public QObject
{
    Q_OBJECT

private:
    /// What must hold after every step of every life.
    static void check(const Story &story, const QList<Demand> &absorbed)
    {
        const Case &theCase = story.theCase;
        QVERIFY(!theCase.readOnly);
        QVERIFY(demandsAreKept(story, absorbed));
        QVERIFY(submissionsAreSigned(theCase, *story.pack));
        QVERIFY(requestsAreSigned(theCase, *story.pack));
        QVERIFY(extensionsKeepTheirCaps(theCase, *story.pack));
        QVERIFY(datesKeepTheirCaps(theCase, *story.pack));
        QVERIFY(returnsKeepTheirCap(theCase, *story.pack));
        QVERIFY(theCase.ending == Ending::Open || theCase.phase >= Phase::Closed);
    }

    /// What everybody follows: the phase is the same for all who may follow the case.
    static void checkReaders(const Story &story)
    {
        const Case &theCase = story.theCase;
        for (const Actor &person : {clerk(), roadClerk(), parkClerk(), centre(), archivist()}) {
            const bool archive = person.role == Role::Archivist;
            const Access access = archive ? Access::Closed : unitAccess(theCase, person.unit);
            const bool follows = person.role == Role::Centre || access >= Access::Closed;
            if (!follows || (archive && theCase.phase < Phase::Closed))
                continue;
            const Case seen = folded(seenBy(story.log, person, access));
            QCOMPARE(seen.phase, theCase.phase);
            QCOMPARE(seen.ending, theCase.ending);
            QVERIFY(!seen.readOnly);
        }
    }

    /// Tries random steps.
    static void live(quint32 seed, Story &story, QSet<int> &taken)
    {
        Chance chance(seed);
        QList<Demand> absorbed;
        if (!chance.in(5))
            story.until(chance.oneOf(
                QList{Phase::Registered, Phase::Dispatched, Phase::Handling, Phase::AwaitingClose}));
        for (int i = 0; i < attempts; ++i) {
            if (chance.in(12))
                story.walk();
            if (chance.in(40))
                story.nowMs += dayMs;
            // Half of the tries are offered ones, some steps are the ordinary ones: else few lives would end.
            const auto seldom = seldomStep(story.theCase, *story.pack);
            const bool pushed = seldom && chance.in(3);
            const Actor person = pushed ? seldom->person : chance.oneOf(people());
            const QList<C> offered = tableSteps(story.theCase, person);
            const bool any = offered.isEmpty() || chance.in(2);
            const C type = pushed ? seldom->type
                : any             ? chance.oneOf(namesOf(C{})).value
                                  : chance.oneOf(offered);
            const bool allowed = tableAllows(story.theCase, type, person).has_value();
            QCOMPARE(offered.contains(type), allowed);
            const QJsonObject body = Bodies(story, chance).of(type);
            const Case before = story.theCase;
            const bool done = story.take(type, body, person).isEmpty();
            QVERIFY2(!done || allowed, nameOf(type).data());
            QVERIFY(done || story.theCase == before);
            if (done && type == C::AbsorbDuplicate)
                absorbed.append(absorbFromJson(body)->demand);
            check(story, absorbed);
            if (done)
                taken.insert(static_cast<int>(type));
            if (QTest::currentTestFailed())
                return;
        }
        checkReaders(story);
    }

private Q_SLOTS:
    void randomLives_keepWhatMustHold_data()
    {
        QTest::addColumn<int>("pack");
        for (int i = 0; i < allPacks().size(); ++i)
            QTest::newRow(qPrintable(allPacks()[i].id)) << i;
    }
    void randomLives_keepWhatMustHold()
    {
        QFETCH(int, pack);
        for (quint32 seed = 1; seed <= livesOfEachPack; ++seed) {
            Story story;
            story.pack = &allPacks()[pack];
            live(seed, story, m_taken);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"seed %1"_s.arg(seed)));
            for (const Event &event : story.log)
                m_seen.insert(event.type);
            QCOMPARE(verifyChain(story.log).value(), story.theCase.head);
            QCOMPARE(folded(throughJson(story.log)), story.theCase);
        }
    }

    /// The walks must have come everywhere, or they prove little. A new calendar is not among their chances.
    void randomLives_cameEverywhere()
    {
        for (const Step &step : steps()) {
            const bool came = m_seen.contains(nameOf(step.event));
            QVERIFY2(came || step.command == C::Recalculate, nameOf(step.command).data());
        }
        QVERIFY(m_taken.contains(static_cast<int>(C::RecordPaperSignature)));
    }

    void ordinaryLife_passesUnderEveryPack()
    {
        for (const RulePack &pack : allPacks()) {
            Story story;
            story.pack = &pack;
            story.until(Phase::Archived);
            QVERIFY2(story.theCase.phase == Phase::Archived, qPrintable(pack.id));
        }
    }

    void everyReader_verifiesTheSameChain()
    {
        for (quint32 seed = 1; seed <= 3; ++seed) {
            Story story;
            QSet<int> taken;
            live(seed, story, taken);
            for (const Access access : {Access::None, Access::Left, Access::Closed, Access::Working}) {
                for (const Actor &person : people()) {
                    const QList<Event> shown = throughJson(seenBy(story.log, person, access));
                    QCOMPARE(verifyChain(shown).value(), story.theCase.head);
                    QCOMPARE(folded(shown).head, story.theCase.head);
                    QCOMPARE(folded(shown).round, story.theCase.round);
                }
            }
            QList<Event> erased = story.log;
            erased[0] = erasedPart(erased[0], QString(part::identity));
            QCOMPARE(verifyChain(throughJson(erased)).value(), story.theCase.head);
            QVERIFY(!folded(erased).identity);
        }
    }

    void nobodySeesTheIdentityWithoutNeed()
    {
        Story story;
        story.until(Phase::Archived);
        for (const auto &[person, access] : {std::pair{clerk(), Access::Closed}, {clerk(), Access::Left},
                 {parkClerk(), Access::None}, {archivist(), Access::Closed}}) {
            const Case seen = folded(seenBy(story.log, person, access));
            QVERIFY(!seen.identity && seen.identityWithheld);
        }
    }

    void oneChangedByteAnywhere_isFound()
    {
        Story story;
        story.until(Phase::Archived);
        QRandomGenerator random(7);
        for (const Event &event : story.log) {
            const QByteArray bytes = canonicalForm(toJson(event).value()).value();
            for (int i = 0; i < 40; ++i) {
                QByteArray changed = bytes;
                const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
                changed[at] = changed[at] == '7' ? '8' : '7';
                const auto json = parseJsonObject(changed);
                QVERIFY2(!json || !eventFromJson(*json), qPrintable(u"%1: %2"_s.arg(event.type).arg(at)));
            }
        }
    }

private:
    QSet<int> m_taken;
    QSet<QString> m_seen; ///< Types of events.
};

QTEST_GUILESS_MAIN(TestCaseProperties)
#include "tst_CaseProperties.moc"
