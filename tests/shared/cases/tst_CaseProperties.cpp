// Random lives of a case: whatever is tried, what must hold holds. Seeded, so a failure comes back.
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/Steps.h"
#include "tests/shared/cases/Story.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace chengban;
using namespace chengban::samples;

namespace {

using C = CommandType;

constexpr int lives = 80;
constexpr int attempts = 120;

class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_random(seed)
    {
    }
    bool in(int of) { return m_random.bounded(of) == 0; }
    template <typename List> auto oneOf(const List &list)
    {
        return list[m_random.bounded(static_cast<int>(list.size()))];
    }

private:
    QRandomGenerator m_random;
};

const QList<Actor> &people()
{
    static const QList<Actor> all{clerk(), sectionHead(), leader(), principal(), roadClerk(), parkClerk(),
        centre(), archivist(), actor(u"ad"_s, u"管理"_s, Role::SystemAdmin, {u"u-centre"_s}, {})};
    return all;
}

QJsonObject replyBody(const Story &story, Chance &chance)
{
    return toJson(SubmitBody{chance.in(3) ? Reply{} : completeReply(story.theCase), {}});
}

/// A body for the command: mostly right, sometimes with something missing or stale.
QJsonObject bodyFor(C type, const Story &story, Chance &chance)
{
    const Case &theCase = story.theCase;
    const int version = static_cast<int>(theCase.replies.size()) + (chance.in(5) ? 1 : 0);
    const QString note = chance.in(4) ? QString() : u"说明"_s;
    const UnitId lead = chance.oneOf(QList{waterUnit, waterUnit, parkUnit});
    switch (type) {
    case C::Register:
        return toJson(registration());
    case C::Dispatch:
        return toJson(DispatchBody{lead, u"承办单位"_s, {{roadUnit, {}, {}}}, CaseClass::General, {}});
    case C::RequestReturn:
        return toJson(ReturnRequestBody{u"out-of-duty"_s, note, {}, {}, u"高山"_s});
    case C::DecideReturn:
    case C::DecideExtension:
        return toJson(DecisionBody{chance.in(2), note});
    case C::RecordContact:
        return toJson(call(story.nowMs));
    case C::RequestExtension:
        return toJson(ExtensionBody{u"因"_s, note, chance.oneOf(QList{0, 3, 5, 9})});
    case C::SubmitForSignOff:
        return replyBody(story, chance);
    case C::Sign: {
        SignatureBody body
            = signOn(theCase, chance.oneOf(QList{SignerLevel::SectionHead, SignerLevel::DeputyLeader}));
        body.replyVersion = std::max(1, version);
        return toJson(body);
    }
    case C::SubmitReply:
        return toJson(ReplyVersionBody{std::max(1, version)});
    case C::AcceptReply:
        return toJson(ReviewBody{std::max(1, version), {}, {}, note});
    case C::ReturnForRework:
        return toJson(ReviewBody{std::max(1, version), {u"evasive"_s}, {}, note});
    case C::RecordUnitCallback:
    case C::RecordCentreCallback:
        return toJson(satisfied(story.nowMs));
    case C::Archive:
        return toJson(ArchiveBody{u"DEMO-1"_s, chance.in(3) ? u"D99"_s : u"Y"_s, {}});
    case C::RequestErasure:
    case C::ErasePart:
        return toJson(
            EraseBody{1, chance.oneOf(QStringList{u"identity"_s, u"demand"_s, u"earlier"_s}), u"期满"_s});
    default:
        return toJson(NoteBody{note});
    }
}

bool demandIsKept(const Story &story)
{
    return story.log.isEmpty() || story.theCase.demand == demand();
}

/// T15 from the log alone: each submission has a signature by an allowed level on exactly its text, and that
/// text lacks nothing.
bool submissionsAreSigned(const Case &theCase)
{
    return std::ranges::all_of(theCase.submissions, [&](const Submission &submission) {
        const ReplyVersion &version = theCase.replies[submission.replyVersion - 1];
        const auto digest = replyDigest(version.reply);
        return digest && std::ranges::any_of(theCase.signatures, [&](const Entry<SignatureBody> &signature) {
            return signature.body.replyVersion == version.number
                && signature.body.replyDigest == version.digest
                && version.digest == QString::fromLatin1(digest->toHex())
                && signature.body.level != SignerLevel::SectionHead
                && signature.revision < submission.revision && !version.reply.investigation.isEmpty();
        });
    });
}

bool extensionsAreWithinTheLimit(const Case &theCase)
{
    return std::ranges::count_if(theCase.extensions, [](const Extension &e) {
        return e.decision && e.decision->body.granted;
    }) <= tongbai().extension(LimitName::Handle)->maxCount;
}

QList<Event> throughJson(const QList<Event> &log)
{
    QList<Event> again;
    for (const Event &event : log)
        again.append(
            eventFromJson(parseJsonObject(canonicalForm(toJson(event).value()).value()).value()).value());
    return again;
}

QList<Event> seenBy(const QList<Event> &log, const Actor &actor, Access access)
{
    QList<Event> shown;
    for (const Event &event : log)
        shown.append(shownTo(event, actor, access));
    return shown;
}

} // namespace

class TestCaseProperties : public QObject
{
    Q_OBJECT

private:
    /// Tries random steps; after each, the case holds what it must.
    void live(quint32 seed, Story &story, QSet<int> &taken)
    {
        Chance chance(seed);
        story.until(Phase::Handling);
        for (int i = 0; i < attempts; ++i) {
            if (chance.in(12))
                story.walk();
            // Half of the tries are offered ones, some steps are the ordinary ones: else few lives would end.
            const Actor person = chance.oneOf(people());
            const QList<C> offered = offeredSteps(story.theCase, person);
            const C type = offered.isEmpty() || chance.in(2) ? chance.oneOf(namesOf(C{})).value
                                                             : chance.oneOf(offered);
            const bool allowed = tableAllows(story.theCase, type, person).has_value();
            const Case before = story.theCase;
            const bool done = story.take(type, bodyFor(type, story, chance), person).isEmpty();
            QVERIFY2(!done || allowed, nameOf(type).data());
            QVERIFY(done || story.theCase == before);
            QVERIFY(demandIsKept(story));
            QVERIFY(submissionsAreSigned(story.theCase));
            QVERIFY(extensionsAreWithinTheLimit(story.theCase));
            if (done)
                taken.insert(static_cast<int>(type));
        }
    }

private Q_SLOTS:
    void randomLives_keepWhatMustHold()
    {
        QSet<int> taken;
        for (quint32 seed = 1; seed <= lives; ++seed) {
            Story story;
            live(seed, story, taken);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"seed %1"_s.arg(seed)));
            QCOMPARE(verifyChain(story.log).value(), story.theCase.head);
            QCOMPARE(folded(throughJson(story.log)), story.theCase);
        }
        // The walk must have come everywhere, or it proves little; registering and dispatching opened each
        // life.
        for (const auto &[type, name] : namesOf(C{}))
            QVERIFY2(taken.contains(static_cast<int>(type)) || type == C::Register, name);
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
};

QTEST_GUILESS_MAIN(TestCaseProperties)
#include "tst_CaseProperties.moc"
