#include "shared/dossier/Register.h"

#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

Actor person(const QString &user, Role role)
{
    Actor actor;
    actor.user = {user};
    actor.role = role;
    return actor;
}

DossierLine line(const QString &retention, int year)
{
    DossierLine one;
    one.facts.retention = retention;
    one.facts.year = year;
    return one;
}

Disposal proposal(DisposalKind kind = DisposalKind::Destroy)
{
    Disposal one;
    one.kind = kind;
    one.reason = u"保管期限已满"_s;
    one.receiver = kind == DisposalKind::Transfer ? u"清河县档案馆"_s : QString();
    one.proposedBy = {u"wen"_s};
    return one;
}

} // namespace

class TestRegister : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueNow_isTheYearAfterTheRetention()
    {
        QCOMPARE(dueNow(line(u"D10"_s, 2016), 2026), std::nullopt);
        QCOMPARE(dueNow(line(u"D10"_s, 2016), 2027), DisposalKind::Destroy);
        QCOMPARE(dueNow(line(u"D30"_s, 2016), 2046), std::nullopt);
        QCOMPARE(dueNow(line(u"Y"_s, 2016), 2026), std::nullopt);
        QCOMPARE(dueNow(line(u"Y"_s, 2016), 2027), DisposalKind::Transfer);
        DossierLine agreed = line(u"Y"_s, 2016);
        agreed.facts.transferAfterYears = 20;
        QCOMPARE(dueNow(agreed, 2036), std::nullopt);
        QCOMPARE(dueNow(agreed, 2037), DisposalKind::Transfer);
        DossierLine gone = line(u"D10"_s, 2000);
        gone.state = DossierState::Destroyed;
        QCOMPARE(dueNow(gone, 2027), std::nullopt);
    }

    void proposal_isForTheArchiveAndOnlyWhenDue()
    {
        const Actor archivist = person(u"wen"_s, Role::Archivist);
        const DossierLine old = line(u"D10"_s, 2010);
        QVERIFY(mayPropose(old, proposal(), archivist, 2026));
        QVERIFY(mayPropose(old, proposal(), person(u"zhong"_s, Role::Centre), 2026));
        for (const Role role : {Role::Clerk, Role::PrincipalLeader, Role::SystemAdmin, Role::AuditAdmin})
            QCOMPARE(
                mayPropose(old, proposal(), person(u"li"_s, role), 2026).error().code, ErrorCode::Forbidden);
        QCOMPARE(mayPropose(old, proposal(), archivist, 2020).error().code, ErrorCode::DossierNotDue);
        QCOMPARE(mayPropose(old, proposal(DisposalKind::Transfer), archivist, 2026).error().code,
            ErrorCode::DossierNotDue);
        Disposal silent = proposal();
        silent.reason = u"  "_s;
        QCOMPARE(mayPropose(old, silent, archivist, 2026).error().code, ErrorCode::ReasonMissing);
        Disposal nowhere = proposal(DisposalKind::Transfer);
        nowhere.receiver.clear();
        QCOMPARE(
            mayPropose(line(u"Y"_s, 2000), nowhere, archivist, 2026).error().code, ErrorCode::MissingField);
        DossierLine asked = old;
        asked.disposal = proposal();
        QCOMPARE(mayPropose(asked, proposal(), archivist, 2026).error().code, ErrorCode::Conflict);
        asked.disposal->state = DisposalState::Refused;
        QVERIFY(mayPropose(asked, proposal(), archivist, 2026));
        asked.state = DossierState::Destroyed;
        QCOMPARE(mayPropose(asked, proposal(), archivist, 2026).error().code, ErrorCode::DossierGone);
    }

    void decision_isOfAnotherPerson()
    {
        DossierLine asked = line(u"D10"_s, 2010);
        const Actor other = person(u"zhong"_s, Role::Centre);
        QCOMPARE(mayDecide(asked, other, u"同意"_s).error().code, ErrorCode::Conflict);
        asked.disposal = proposal();
        QVERIFY(mayDecide(asked, other, u"同意"_s));
        QCOMPARE(mayDecide(asked, other, {}).error().code, ErrorCode::ReasonMissing);
        QCOMPARE(mayDecide(asked, person(u"wen"_s, Role::Archivist), u"同意"_s).error().code,
            ErrorCode::SamePerson);
        Actor onPost = other;
        onPost.actingFor = {u"wen"_s};
        QCOMPARE(mayDecide(asked, onPost, u"同意"_s).error().code, ErrorCode::SamePerson);
        QCOMPARE(
            mayDecide(asked, person(u"li"_s, Role::Clerk), u"同意"_s).error().code, ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(TestRegister)
#include "tst_Register.moc"
