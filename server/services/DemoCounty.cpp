#include "server/services/DemoCounty.h"

#include "server/auth/Passwords.h"
#include "server/services/DemoPeople.h"
#include "server/services/DemoPlay.h"
#include "server/services/DirectoryService.h"
#include "server/services/RuleBook.h"
#include "server/store/AccountStore.h"
#include "server/store/Database.h"

#include <algorithm>
#include <numeric>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

Result<void> requireEmpty(const Backend &backend, const TenantId &tenant)
{
    const auto directory = DirectoryService(backend).directory(tenant);
    if (!directory)
        return fail(directory.error());
    // A county at work must not get invented people with a known password. One unit is what `init` makes for
    // the administrators.
    if (directory->units.size() > 1)
        return fail(ErrorCode::BadInput, u"the county already has units"_s);
    return {};
}

Result<void> addAccounts(const Backend &backend, const DemoOptions &options, const DemoCounty &county)
{
    const auto database = backend.databases.here();
    if (!database)
        return fail(database.error());
    AccountStore accounts(**database);
    for (const wire::DirectoryPerson &person : county.people) {
        const auto hash = server::passwordHash(options.password);
        if (!hash)
            return fail(hash.error());
        if (auto done = accounts.put({options.tenant, person.id, *hash, 0, 0, false}); !done)
            return done;
    }
    return {};
}

Result<void> addDirectory(const Backend &backend, const TenantId &tenant, const DemoCounty &county)
{
    DirectoryService directory(backend);
    for (const wire::DirectoryUnit &unit : county.units) {
        if (auto done = directory.putUnit(tenant, unit); !done)
            return done;
    }
    for (const wire::DirectoryPerson &person : county.people) {
        if (auto done = directory.putPerson(tenant, person); !done)
            return done;
    }
    return {};
}

qint64 firstMoment(const QList<DemoCase> &cases)
{
    qint64 first = cases.first().steps.first().atMs;
    for (const DemoCase &one : cases)
        first = std::min(first, one.steps.first().atMs);
    return first;
}

} // namespace

int DemoCounty::caseCount() const
{
    return std::accumulate(phases.begin(), phases.end(), 0);
}

Result<DemoCounty> buildDemoCounty(const Backend &backend, const DemoOptions &options)
{
    if (auto done = requireEmpty(backend, options.tenant); !done)
        return fail(done.error());
    const auto data = DemoData::load();
    if (!data)
        return fail(data.error());
    const auto cases = demoPlan(*data, backend.rules.calendar(), options.nowMs, options.seed);
    if (!cases)
        return fail(cases.error());

    DemoCounty county;
    county.units = data->units;
    county.people = demoPeople(*data, options.seed);
    if (auto done = addDirectory(backend, options.tenant, county); !done)
        return fail(done.error());
    if (auto done = addAccounts(backend, options, county); !done)
        return fail(done.error());

    QList<UnitId> units;
    for (const wire::DirectoryUnit &unit : county.units.sliced(1))
        units.append(unit.id);
    DemoPlay play(backend, options.tenant, options.seed);
    constexpr qint64 hourMs = 3'600'000;
    if (auto done = play.enrolLeaders(units, firstMoment(*cases) - hourMs); !done)
        return fail(done.error());
    if (auto done = play.run(*cases); !done)
        return fail(done.error());
    county.commands = play.commandCount();
    county.phases = play.phases();
    return county;
}

QByteArray demoUserList(const DemoCounty &county, const QString &password)
{
    QString text = u"# 演示县人员（均为虚构）：登录名、姓名、角色、单位、密码\n"_s;
    for (const wire::DirectoryPerson &person : county.people) {
        const auto unit = std::ranges::find(county.units, person.unit, &wire::DirectoryUnit::id);
        text += QStringList{person.id.value, person.name, QString(nameOf(person.role)),
                    unit == county.units.end() ? QString() : unit->name, password}
                    .join(u'\t')
            + u'\n';
    }
    return text.toUtf8();
}

} // namespace chengban
