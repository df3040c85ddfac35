#include "server/api/Api.h"
#include "shared/wire/Wire.h"

#include <QTest>

using namespace chengban;
using namespace chengban::server;

namespace {

constexpr std::array roles{Role::Clerk, Role::SectionHead, Role::DeputyLeader, Role::PrincipalLeader,
    Role::Centre, Role::Archivist, Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin, Role::System};
constexpr char roleLetters[] = "csdpCaSEAj"; ///< One letter for each, in that order.

/// What the office agreed on, written down a second time: who may call the route for a thing of the own desk
/// or person, of another unit or person of the county, and of another county (nobody, ever).
struct Expected
{
    const char *method;
    const char *path;
    const char *own;
    const char *foreign;
};
constexpr std::array expectations{
    Expected{"POST", "/v1/sessions", "csdpCaSEAj", "csdpCaSEAj"},
    Expected{"POST", "/v1/sessions/refresh", "csdpCaSEAj", "csdpCaSEAj"},
    Expected{"DELETE", "/v1/sessions/current", "csdpCaSEA", ""},
    Expected{"GET", "/v1/feed", "csdpCa", ""},
    Expected{"POST", "/v1/commands", "csdpCa", "C"},
    Expected{"GET", "/v1/cases/{}", "csdpCa", "C"},
    Expected{"POST", "/v1/cases/{}/reveal", "csdpC", "C"},
    Expected{"PUT", "/v1/cases/{}/presence", "csdp", ""},
    Expected{"OPTIONS", "/v1/uploads", "csdpCaSEAj", "csdpCaSEAj"},
    Expected{"POST", "/v1/uploads", "csdpCa", ""},
    Expected{"HEAD", "/v1/uploads/{}", "csdpCa", ""},
    Expected{"PATCH", "/v1/uploads/{}", "csdpCa", ""},
    Expected{"DELETE", "/v1/uploads/{}", "csdpCa", ""},
    Expected{"GET", "/v1/blobs/{}", "csdpCa", "C"},
    Expected{"POST", "/v1/dossiers", "csdpCa", "csdpCa"},
    Expected{"GET", "/v1/dossiers", "csdpCa", "csdpCa"},
    Expected{"GET", "/v1/dossiers/{}", "csdpCa", "csdpCa"},
    Expected{"GET", "/v1/dossiers/{}/package", "Ca", "Ca"},
    Expected{"POST", "/v1/dossiers/{}/disposals", "Ca", "Ca"},
    Expected{"POST", "/v1/dossiers/{}/decision", "Ca", "Ca"},
    Expected{"GET", "/v1/directory", "csdpCaSEA", "csdpCaSEA"},
    Expected{"GET", "/v1/rulepacks", "csdpCaSEA", "csdpCaSEA"},
    Expected{"GET", "/v1/rulepacks/{}", "csdpCaSEA", "csdpCaSEA"},
    Expected{"GET", "/v1/calendars", "csdpCaSEA", "csdpCaSEA"},
    Expected{"GET", "/v1/updates", "csdpCaSEA", "csdpCaSEA"},
    Expected{"GET", "/v1/updates/{}", "csdpCaSEA", "csdpCaSEA"},
    Expected{"GET", "/v1/keys", "csdpCaSEA", "csdpCaSEA"},
    Expected{"POST", "/v1/keys", "csdpCa", ""},
    Expected{"GET", "/v1/keys/device", "csdpCaSEA", "csdpCaSEA"},
    Expected{"PUT", "/v1/keys/device", "csdp", ""},
    Expected{"POST", "/v1/handovers", "csdp", ""},
    Expected{"GET", "/v1/handovers", "csdp", ""},
    Expected{"PUT", "/v1/handovers/{}", "csdp", ""},
    Expected{"DELETE", "/v1/handovers/{}", "csdp", ""},
    Expected{"DELETE", "/v1/keys/{}", "csdpCaE", "E"},
    Expected{"POST", "/v1/substitutions", "csdpS", "csdpS"},
    Expected{"DELETE", "/v1/substitutions/{}", "csdpS", "csdpS"},
    Expected{"GET", "/v1/devices", "csdpCaSEA", "SE"},
    Expected{"DELETE", "/v1/devices/{}", "csdpCaSEA", "E"},
    Expected{"POST", "/v1/imports", "C", "C"},
    Expected{"GET", "/v1/audit", "A", "A"},
    Expected{"POST", "/v1/audit", "csdpC", "C"},
    Expected{"GET", "/v1/roots/latest", "csdpCaA", "CA"},
    Expected{"GET", "/v1/openapi.yaml", "csdpCaSEAj", "csdpCaSEAj"},
    Expected{"GET", "/healthz", "csdpCaSEAj", "csdpCaSEAj"},
    Expected{"GET", "/readyz", "csdpCaSEAj", "csdpCaSEAj"},
    Expected{"GET", "/metrics", "csdpCaSEAj", "csdpCaSEAj"},
};

const Expected *expectationFor(const Route &route)
{
    const auto found = std::ranges::find_if(expectations, [&](const Expected &row) {
        return qstrcmp(row.method, route.method) == 0 && qstrcmp(row.path, route.path) == 0;
    });
    return found == expectations.end() ? nullptr : &*found;
}

Actor actorOf(Role role)
{
    Actor actor;
    actor.tenant.value = QStringLiteral("demo");
    actor.user.value = QStringLiteral("li");
    actor.unit.value = QStringLiteral("water");
    actor.role = role;
    return actor;
}

enum class Whose { Own, Foreign, OtherCounty };

Resource resourceOf(const Actor &actor, Whose whose)
{
    const bool own = whose != Whose::Foreign;
    const QString scope = chengban::wire::scopeOf(actor);
    return {{whose == Whose::OtherCounty ? QStringLiteral("other") : QStringLiteral("demo")},
        own ? scope : QStringLiteral("unit:roads"), {own ? QStringLiteral("li") : QStringLiteral("wang")},
        own ? Access::Working : Access::None};
}

QString allowedRoles(Action action, Whose whose)
{
    QString letters;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const Actor actor = actorOf(roles[i]);
        if (permits(actor, action, resourceOf(actor, whose)) != Permission::Deny)
            letters += QLatin1Char(roleLetters[i]);
    }
    return letters;
}

} // namespace

class TestPermits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoute_isInTheTableOfExpectations()
    {
        for (const Route &route : routes())
            QVERIFY2(expectationFor(route),
                qPrintable(QStringLiteral("%1 %2 is unlisted")
                               .arg(QLatin1StringView(route.method), QLatin1StringView(route.path))));
    }

    void everyRoute_admitsExactlyTheseRoles_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("foreign");
        for (const Route &route : routes()) {
            const Expected *row = expectationFor(route);
            QVERIFY(row);
            QTest::addRow("%s %s", route.method, route.path)
                << static_cast<int>(route.action) << QString::fromLatin1(row->own)
                << QString::fromLatin1(row->foreign);
        }
    }
    void everyRoute_admitsExactlyTheseRoles()
    {
        QFETCH(int, action);
        const auto what = static_cast<Action>(action);
        QTEST(allowedRoles(what, Whose::Own), "own");
        QTEST(allowedRoles(what, Whose::Foreign), "foreign");
        QCOMPARE(allowedRoles(what, Whose::OtherCounty),
            isOpen(what) ? QString::fromLatin1(roleLetters) : QString());
    }

    void administrators_neverReachCaseContent()
    {
        for (const Role role : {Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin}) {
            const Actor actor = actorOf(role);
            for (const Action action : {Action::Follow, Action::Command, Action::ReadCase,
                     Action::RevealIdentity, Action::ReadFile, Action::Import, Action::Upload})
                QCOMPARE(permits(actor, action, resourceOf(actor, Whose::Own)), Permission::Deny);
        }
    }

    void access_decidesWhatAUnitSees_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("access");
        QTest::addColumn<int>("permission");
        const auto row = [](const char *name, Role role, Access access, Permission permission) {
            QTest::newRow(name) << static_cast<int>(role) << static_cast<int>(access)
                                << static_cast<int>(permission);
        };
        row("in work", Role::Clerk, Access::Working, Permission::Allow);
        row("closed", Role::Clerk, Access::Closed, Permission::Mask);
        row("given back", Role::Clerk, Access::Left, Permission::Mask);
        row("never had it", Role::PrincipalLeader, Access::None, Permission::Deny);
        row("centre sees all", Role::Centre, Access::None, Permission::Allow);
        row("archivist sees masked", Role::Archivist, Access::Working, Permission::Mask);
        row("security administrator sees none", Role::SecurityAdmin, Access::Working, Permission::Deny);
    }
    void access_decidesWhatAUnitSees()
    {
        QFETCH(int, role);
        QFETCH(int, access);
        QFETCH(int, permission);
        const Actor actor = actorOf(static_cast<Role>(role));
        const Resource resource{actor.tenant, {}, {}, static_cast<Access>(access)};
        QCOMPARE(permits(actor, Action::ReadCase, resource), static_cast<Permission>(permission));
    }

    void nobody_withoutACountyIsLetIn()
    {
        Actor actor = actorOf(Role::Centre);
        actor.tenant.value.clear();
        QCOMPARE(permits(actor, Action::ReadDirectory, {{}, {}, {}, {}}), Permission::Deny);
    }
};

QTEST_GUILESS_MAIN(TestPermits)
#include "tst_Permits.moc"
