#include "cli/Arguments.h"
#include "cli/Subcommands.h"
#include "client/printing/DossierCheck.h"
#include "shared/base/CountyTime.h"

#include <QCoreApplication>

namespace chengban::cli {

namespace {

QString sentence(const DossierFinding &finding)
{
    using Kind = DossierFinding::Kind;
    const auto words = [](const char *text) { return QCoreApplication::translate("Cli", text); };
    switch (finding.kind) {
    case Kind::Package:
        return finding.state == TestState::Passed
            //: %1 is a number of files
            ? words(QT_TRANSLATE_NOOP("Cli", "the package: %1 files")).arg(finding.who)
            : words(QT_TRANSLATE_NOOP("Cli", "the package: %1")).arg(finding.who);
    case Kind::Chain:
        return words(QT_TRANSLATE_NOOP("Cli", "the chain of the log"));
    case Kind::Signature:
        return finding.who.isEmpty() ? words(QT_TRANSLATE_NOOP("Cli", "the signatures"))
                                     : QCoreApplication::translate("Cli", "the signature of %1 at %2")
                                           .arg(finding.who, shownTime(finding.atMs));
    case Kind::Receipt:
        return QCoreApplication::translate("Cli", "the server's receipt of %1").arg(shownTime(finding.atMs));
    case Kind::LogFits:
        return words(QT_TRANSLATE_NOOP("Cli", "the log belongs to %1")).arg(finding.who);
    case Kind::Original:
        return finding.who.isEmpty() ? words(QT_TRANSLATE_NOOP("Cli", "the originals"))
                                     : words(QT_TRANSLATE_NOOP("Cli", "the original of %1")).arg(finding.who);
    case Kind::Pdf:
        return words(QT_TRANSLATE_NOOP("Cli", "the file %1")).arg(finding.who);
    case Kind::PdfA:
        return words(QT_TRANSLATE_NOOP("Cli", "PDF/A-1b of %1")).arg(finding.who);
    }
    Q_UNREACHABLE();
}

QString stateWord(TestState state)
{
    switch (state) {
    case TestState::Passed:
        return QCoreApplication::translate("Cli", "valid");
    case TestState::Failed:
        return QCoreApplication::translate("Cli", "INVALID");
    case TestState::NotChecked:
        return QCoreApplication::translate("Cli", "not checked");
    }
    Q_UNREACHABLE();
}

} // namespace

Exit runDossierVerify(const QStringList &arguments, Console &console)
{
    Arguments given({}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto findings = checkedDossier(given.file());
    if (!findings)
        return console.refuse(findings.error());
    bool sound = true;
    for (const DossierFinding &finding : *findings) {
        sound = sound && finding.state != TestState::Failed;
        console.out << stateWord(finding.state) << '\t' << sentence(finding);
        if (!finding.note.isEmpty())
            console.out << '\t' << finding.note;
        console.out << Qt::endl;
    }
    return sound ? Exit::Fine : Exit::Findings;
}

} // namespace chengban::cli
