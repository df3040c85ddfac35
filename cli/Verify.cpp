#include "cli/Arguments.h"
#include "cli/CaseLog.h"
#include "cli/Subcommands.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/JsonReader.h"

#include <QCoreApplication>

namespace chengban::cli {

namespace {

/// One line a check; remembers whether any failed.
class Report
{
public:
    explicit Report(QTextStream &out)
        : m_out(out)
    {
    }

    void add(const QString &what, const Result<void> &result)
    {
        m_sound = m_sound && result.has_value();
        m_out << (result ? QCoreApplication::translate("Cli", "valid")
                         : QCoreApplication::translate("Cli", "INVALID"))
              << QLatin1Char('\t') << what;
        if (!result)
            m_out << QLatin1Char('\t') << errorLine(result.error());
        m_out << Qt::endl;
    }

    [[nodiscard]] Exit exit() const { return m_sound ? Exit::Fine : Exit::Findings; }

private:
    QTextStream &m_out;
    bool m_sound = true;
};

QString wordsFor(const LogCheck &check, qsizetype entries)
{
    switch (check.kind) {
    case LogCheck::Kind::Chain:
        //: %1 number of entries of a case's log
        return QCoreApplication::translate("Cli", "the chain of %1 entries").arg(entries);
    case LogCheck::Kind::Signature:
        //: %1 a person's name, %2 a time
        return QCoreApplication::translate("Cli", "the signature of %1 at %2")
            .arg(check.who, shownTime(check.atMs));
    case LogCheck::Kind::Receipt:
        return QCoreApplication::translate("Cli", "the server's receipt of %1").arg(shownTime(check.atMs));
    }
    Q_UNREACHABLE();
}

Exit verifyLog(const CaseLog &log, Console &console)
{
    Report report(console.out);
    for (const LogCheck &check : checkedLog(log))
        report.add(wordsFor(check, log.events.size()), check.result);
    return report.exit();
}

Exit verifyReceiptFile(const QJsonObject &json, const QString &keyPath, Console &console)
{
    const auto receipt = receiptFromJson(json);
    if (!receipt)
        return console.refuse(receipt.error());
    const auto key = fileContent(keyPath);
    if (!key)
        return console.refuse(key.error());
    Report report(console.out);
    report.add(QCoreApplication::translate("Cli", "the server's receipt of %1")
                   .arg(shownTime(receipt->serverTimeMs)),
        verifyReceipt(*receipt, *key));
    return report.exit();
}

} // namespace

Exit runVerify(const QStringList &arguments, Console &console)
{
    Arguments given({{"server-key"}}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto bytes = fileContent(given.file());
    if (!bytes)
        return console.refuse(bytes.error());
    const auto json = parseJsonObject(*bytes, 256 << 20);
    if (!json)
        return console.refuse(json.error());
    if (!json->contains(QStringLiteral("events"))) {
        if (!given.has("server-key"))
            return console.refuseUsage(
                QCoreApplication::translate("Cli", "A receipt is verified with --server-key."));
        return verifyReceiptFile(*json, given.value("server-key"), console);
    }
    const auto log = caseLogFrom(given.file());
    if (!log) {
        // An entry that does not match its own digest is a finding about the log, not a slip of the caller.
        const bool altered
            = log.error().code == ErrorCode::ChainBroken || log.error().code == ErrorCode::CommitmentWrong;
        if (!altered)
            return console.refuse(log.error());
        Report report(console.out);
        report.add(QCoreApplication::translate("Cli", "the entries of the log"), fail(log.error()));
        return report.exit();
    }
    return verifyLog(*log, console);
}

} // namespace chengban::cli
