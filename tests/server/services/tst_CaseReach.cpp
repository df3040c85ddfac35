#include "server/services/BlobService.h"
#include "server/services/CaseService.h"
#include "shared/cases/Reach.h"
#include "tests/server/services/FeedReader.h"

using namespace chengban;
using namespace chengban::test;

namespace {

const SectionId supply{u"supply"_s};
const SectionId meters{u"meters"_s};
const SectionId village{u"willow"_s};

Actor reaching(const QString &user, const Reach &reach, const QString &unit = u"water"_s)
{
    Actor actor = person(user, Role::Clerk, unit);
    actor.reach = reach;
    return actor;
}

/// A clerk of the section for the water supply.
Actor supplyClerk()
{
    return reaching(u"sun"_s, {Reach::Kind::Section, supply, {}, 1});
}

Actor metersClerk()
{
    return reaching(u"qian"_s, {Reach::Kind::Section, meters, {}, 1});
}

/// Sees what is handed down to her alone.
Actor fieldWorker()
{
    return reaching(u"tian"_s, {Reach::Kind::Own, {}, {}, 1});
}

/// Of the road office, and in charge of the water office too.
Actor supervisor(const QList<UnitId> &units = {{u"water"_s}})
{
    Actor actor = reaching(u"fu"_s, {Reach::Kind::Supervisor, {}, units, int(units.size())}, u"road"_s);
    actor.role = Role::DeputyLeader;
    return actor;
}

QJsonObject progress(const QString &note)
{
    RecordBody body;
    body.atMs = mondayMs - 1;
    body.people = {u"刘小河"_s};
    body.note = note;
    return toJson(body);
}

} // namespace

/// Who of a unit sees which of its cases.
class TestCaseReach : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    void handDown(const CaseId &id, HandDownTo to, const QString &target)
    {
        HandDownBody body;
        body.to = to;
        body.name = u"whatever the sender writes"_s;
        body.target = target;
        body.note = u"请今天到现场"_s;
        Desk::expectAccepted(m_desk->take(clerk(), CommandType::HandDown, id, toJson(body)));
    }
    Access accessIn(Reader &reader, const CaseId &id)
    {
        reader.catchUp(m_desk->backend, 2);
        return reader.access.value(id, Access::None);
    }
    bool reads(const Actor &actor, const CaseId &id)
    {
        return CaseService(m_desk->backend).caseLog(actor, id, mondayMs).has_value();
    }
    DirectoryService directory() { return DirectoryService(m_desk->backend); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
        must(directory().putSection({u"demo"_s}, {supply, {u"water"_s}, u"供水股"_s, false}));
        must(directory().putSection({u"demo"_s}, {meters, {u"water"_s}, u"计量股"_s, false}));
        must(directory().putSection({u"demo"_s}, {village, {u"water"_s}, u"柳树村"_s, true}));
        for (const Actor &actor : {supplyClerk(), metersClerk(), fieldWorker(), supervisor()})
            must(directory().putPerson(actor.tenant, {actor.user, actor.name, actor.unit, actor.role, {}}));
    }
    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void section_seesWhatIsHandedDownToIt_andNothingElse()
    {
        const CaseId handed = m_desk->accepted(u"1"_s);
        const CaseId other = m_desk->accepted(u"2"_s);
        Reader section = reader(supplyClerk());
        QCOMPARE(accessIn(section, handed), Access::None);
        QVERIFY(!reads(supplyClerk(), handed));
        handDown(handed, HandDownTo::Section, supply.value);
        QCOMPARE(accessIn(section, handed), Access::Working);
        QCOMPARE(section.logs.value(handed).size(), m_desk->folded(handed).revision);
        QVERIFY(verifyChain(section.logs.value(handed)).has_value());
        QCOMPARE(chengban::folded(section.logs.value(handed)).handDowns.last().body.name, u"供水股"_s);
        QVERIFY(reads(supplyClerk(), handed));
        QCOMPARE(accessIn(section, other), Access::None);
        QVERIFY(!reads(supplyClerk(), other));
    }

    void section_worksOnItsCase_andOnNoOther()
    {
        const CaseId handed = m_desk->accepted(u"1"_s);
        const CaseId other = m_desk->accepted(u"2"_s);
        handDown(handed, HandDownTo::Section, supply.value);
        const QJsonObject done = progress(u"已到现场查看。"_s);
        Desk::expectAccepted(m_desk->take(supplyClerk(), CommandType::ReportProgress, handed, done));
        const auto refused = m_desk->take(supplyClerk(), CommandType::ReportProgress, other, done);
        QCOMPARE(refused.state, wire::CommandState::Refused);
        QCOMPARE(refused.problems.first().code, ErrorCode::CaseUnknown); // As one that does not exist.
    }

    void handedOn_theFirstSectionHasLeft_andHearsOfNothingNewer()
    {
        const CaseId id = m_desk->accepted(u"1"_s);
        handDown(id, HandDownTo::Section, supply.value);
        Reader first = reader(supplyClerk());
        first.catchUp(m_desk->backend);
        handDown(id, HandDownTo::Section, meters.value);
        Reader second = reader(metersClerk());
        QCOMPARE(accessIn(first, id), Access::Left);
        QCOMPARE(accessIn(second, id), Access::Working);
        const qsizetype known = first.logs.value(id).size();
        Desk::expectAccepted(
            m_desk->take(clerk(), CommandType::ReportProgress, id, progress(u"继续跟进。"_s)));
        QCOMPARE(accessIn(first, id), Access::Left);
        QCOMPARE(first.logs.value(id).size(), known);
        QVERIFY(second.readPage(m_desk->backend, 10).has_value());
        QCOMPARE(second.logs.value(id).size(), m_desk->folded(id).revision);
        handDown(id, HandDownTo::Section, supply.value); // And back.
        QCOMPARE(accessIn(first, id), Access::Working);
        QCOMPARE(first.logs.value(id).size(), m_desk->folded(id).revision);
    }

    void handedToAPerson_staysWithTheSection_andIsThePersons()
    {
        const CaseId id = m_desk->accepted(u"1"_s);
        handDown(id, HandDownTo::Section, supply.value);
        handDown(id, HandDownTo::Person, fieldWorker().user.value);
        Reader section = reader(supplyClerk());
        Reader worker = reader(fieldWorker());
        QCOMPARE(accessIn(section, id), Access::Working);
        QCOMPARE(accessIn(worker, id), Access::Working);
        handDown(id, HandDownTo::Section, meters.value);
        QCOMPARE(accessIn(worker, id), Access::Left);
    }

    void village_isASectionOfItsOwnKind()
    {
        const CaseId id = m_desk->accepted(u"1"_s);
        handDown(id, HandDownTo::Village, village.value);
        Reader reader = chengban::test::reader(reaching(u"sun"_s, {Reach::Kind::Section, village, {}, 1}));
        QCOMPARE(accessIn(reader, id), Access::Working);
    }

    void handDown_toWhomTheUnitDoesNotHave_isRefused()
    {
        const CaseId id = m_desk->accepted(u"1"_s);
        for (const auto &[to, target] : {std::pair{HandDownTo::Section, u"nowhere"_s},
                 std::pair{HandDownTo::Section, village.value}, std::pair{HandDownTo::Person, u"lu"_s}}) {
            HandDownBody body;
            body.to = to;
            body.name = u"某处"_s;
            body.target = target;
            const auto answer = m_desk->take(clerk(), CommandType::HandDown, id, toJson(body));
            QCOMPARE(answer.state, wire::CommandState::Refused);
            QCOMPARE(answer.problems.first().field, u"target"_s);
        }
    }

    void caseThatLeavesTheUnit_leavesItsSections()
    {
        const CaseId id = m_desk->accepted(u"1"_s);
        handDown(id, HandDownTo::Section, supply.value);
        Reader section = reader(supplyClerk());
        QCOMPARE(accessIn(section, id), Access::Working);
        DispatchBody body;
        body.leadUnit = {u"road"_s};
        body.note = u"改由道路部门办理"_s;
        Desk::expectAccepted(m_desk->take(centre(), CommandType::Reassign, id, toJson(body)));
        QCOMPARE(accessIn(section, id), Access::Left);
    }

    void closedCase_isClosedForTheSection()
    {
        const CaseId id = m_desk->accepted(u"1"_s);
        handDown(id, HandDownTo::Section, supply.value);
        const CaseId closed = m_desk->closed(u"2"_s);
        QCOMPARE(sectionAccess(m_desk->folded(closed), {u"water"_s}, supply), Access::None);
        Reader section = reader(supplyClerk());
        QCOMPARE(accessIn(section, id), Access::Working);
        Case over = m_desk->folded(id);
        over.phase = Phase::Closed;
        QCOMPARE(accessOf(over, supplyClerk()), Access::Closed);
    }

    void supervisor_readsTheUnitsWithoutIdentitiesAndRounds()
    {
        const CaseId water = m_desk->accepted(u"1"_s);
        const CaseId park = m_desk->registered(u"2"_s);
        DispatchBody body;
        body.leadUnit = {u"park"_s};
        Desk::expectAccepted(m_desk->take(centre(), CommandType::Dispatch, park, toJson(body)));
        handDown(water, HandDownTo::Section, supply.value);
        Reader over = reader(supervisor());
        QCOMPARE(accessIn(over, water), Access::Closed);
        QCOMPARE(accessIn(over, park), Access::None);
        const Case seen = chengban::folded(over.logs.value(water));
        QVERIFY(!seen.identity.has_value());
        QCOMPARE(seen.handDowns.last().body.name, QString()); // Withheld: the unit's own round.
        QCOMPARE(seen.demand.title, u"水压不足"_s);
        QVERIFY(verifyChain(over.logs.value(water)).has_value());
        const auto refused
            = m_desk->take(supervisor(), CommandType::ReportProgress, water, progress(u"我来办"_s));
        QCOMPARE(refused.state, wire::CommandState::Refused);
    }

    void supervisor_losesWhatLeavesTheUnits_andMissesNothingWhilePaging()
    {
        QList<CaseId> ids;
        for (int i = 0; i < 7; ++i)
            ids.append(m_desk->accepted(QString::number(i)));
        Reader over = reader(supervisor());
        QVERIFY(must(over.readPage(m_desk->backend, 2)));
        Desk::expectAccepted(
            m_desk->take(clerk(), CommandType::ReportProgress, ids[5], progress(u"已安排人员。"_s)));
        over.catchUp(m_desk->backend, 2);
        QCOMPARE(over.logs.size(), 7);
        for (const CaseId &id : ids)
            QCOMPARE(over.logs.value(id).size(), m_desk->folded(id).revision);
        DispatchBody body;
        body.leadUnit = {u"park"_s};
        body.note = u"改由园林部门办理"_s;
        Desk::expectAccepted(m_desk->take(centre(), CommandType::Reassign, ids[0], toJson(body)));
        QCOMPARE(accessIn(over, ids[0]), Access::None);
    }

    void supervisor_ofOtherUnits_followsAnotherFeed()
    {
        m_desk->accepted(u"1"_s);
        Reader over = reader(supervisor());
        over.catchUp(m_desk->backend);
        const Actor more = supervisor({{u"water"_s}, {u"park"_s}});
        QVERIFY(wire::scopeOf(more) != over.scope);
        QCOMPARE(FeedService(m_desk->backend).page(more, over.scope, {}, 10, mondayMs).error().code,
            ErrorCode::Forbidden);
        QCOMPARE(FeedService(m_desk->backend)
                     .page(more, wire::scopeOf(more), over.cursor, 10, mondayMs)
                     .error()
                     .code,
            ErrorCode::CursorTooOld);
    }

    void feed_ofAnyOtherReach_isForbidden()
    {
        for (const QString &scope : {wire::unitScope({u"water"_s}), wire::sectionScope({u"water"_s}, meters),
                 wire::personScope(supplyClerk().user), wire::centreScope()})
            QCOMPARE(FeedService(m_desk->backend).page(supplyClerk(), scope, {}, 10, mondayMs).error().code,
                ErrorCode::Forbidden);
    }

    void reach_setByTheAdministrator_isTheActorsFromThenOn()
    {
        const TenantId tenant{u"demo"_s};
        const UserId user = supplyClerk().user;
        QCOMPARE(must(directory().actorFor(tenant, user, {})).reach, Reach());
        must(directory().setReach(tenant, user, {Reach::Kind::Section, supply, {}, 0}));
        const Reach first = must(directory().actorFor(tenant, user, {})).reach;
        QCOMPARE(first.kind, Reach::Kind::Section);
        must(directory().setReach(tenant, user, {Reach::Kind::Section, supply, {}, 0}));
        QCOMPARE(must(directory().actorFor(tenant, user, {})).reach.version, first.version + 1);
        must(directory().putPerson(tenant, {user, u"孙"_s, {u"water"_s}, Role::Clerk, {}}));
        QCOMPARE(must(directory().actorFor(tenant, user, {})).reach.section, supply);
        QCOMPARE(directory().setReach(tenant, user, {Reach::Kind::Section, {u"no"_s}, {}, 0}).error().code,
            ErrorCode::NotFound);
        QCOMPARE(directory().setReach(tenant, centre().user, {Reach::Kind::Own, {}, {}, 0}).error().code,
            ErrorCode::BadInput);
        QCOMPARE(must(directory().directory(tenant)).sections.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestCaseReach)
#include "tst_CaseReach.moc"
