#include "server/Commands.h"
#include "server/Installation.h"
#include "server/services/RootService.h"

#include <QCoreApplication>

namespace chengban::server {

Exit runVerify(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(dataOption());
    if (const auto end = parsed(parser, arguments, {QStringLiteral("data")}))
        return *end;
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    RootService roots((*installation)->backend());
    const auto tenants = roots.tenants();
    if (!tenants)
        return failed(tenants.error());
    bool sound = true;
    for (const TenantId &tenant : *tenants) {
        const auto report = roots.verifyTenant(tenant);
        if (!report)
            return failed(report.error());
        //: %1 county, %2 to %5 numbers
        say(words(QT_TRANSLATE_NOOP("Server", "%1: %2 cases, %3 events, %4 roots, %5 audit entries checked."))
                .arg(tenant.value)
                .arg(report->cases)
                .arg(report->events)
                .arg(report->roots)
                .arg(report->auditEntries));
        for (const IntegrityFault &fault : report->faults)
            say(QStringLiteral("%1 %2 %3").arg(errorName(fault.code), fault.caseId.value, fault.detail));
        sound = sound && report->faults.isEmpty();
    }
    return sound ? Exit::Done : Exit::Failed;
}

} // namespace chengban::server
