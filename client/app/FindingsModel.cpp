#include "client/app/FindingsModel.h"

#include "shared/base/CountyTime.h"

#include <algorithm>

namespace chengban {

namespace {

QString words(const char *text)
{
    return FindingsModel::tr(text);
}

QString subject(const DossierFinding &finding)
{
    using Kind = DossierFinding::Kind;
    switch (finding.kind) {
    case Kind::Package:
        //: %1 is a number of files
        return finding.state == TestState::Passed
            ? words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "every digest of %1 files")).arg(finding.who)
            //: %1 is a file of the package
            : words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the file %1 of the package"))
                  .arg(finding.who);
    case Kind::Chain:
        return words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the chain of the log"));
    case Kind::Signature:
        return finding.who.isEmpty()
            ? words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the signatures"))
            //: %1 person, %2 time
            : words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the signature of %1, %2"))
                  .arg(finding.who, shownTime(finding.atMs));
    case Kind::Receipt:
        //: %1 time
        return words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the centre's receipt of %1"))
            .arg(shownTime(finding.atMs));
    case Kind::LogFits:
        //: %1 file
        return words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the log belongs to %1")).arg(finding.who);
    case Kind::Original:
        return finding.who.isEmpty()
            ? words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the originals"))
            //: %1 title of a paper
            : words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the original of %1")).arg(finding.who);
    case Kind::Pdf:
        //: %1 file
        return words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "the file %1")).arg(finding.who);
    case Kind::PdfA:
        //: %1 file
        return words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "PDF/A-1b of %1")).arg(finding.who);
    }
    Q_UNREACHABLE();
}

QString verdict(TestState state)
{
    switch (state) {
    case TestState::Passed:
        return words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "passed"));
    case TestState::Failed:
        return words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "failed"));
    case TestState::NotChecked:
        return words(QT_TRANSLATE_NOOP("chengban::FindingsModel", "not checked"));
    }
    Q_UNREACHABLE();
}

/// The fault in words where there is a sentence for it, else as the report has it.
QString reason(const DossierFinding &finding)
{
    const auto code = errorCode(finding.note);
    return code ? errorText(*code) : finding.note;
}

QString lineOf(const DossierFinding &finding)
{
    const char16_t sign = finding.state == TestState::Passed ? u'✓'
        : finding.state == TestState::Failed                 ? u'✗'
                                                             : u'–';
    QString line = QChar(sign) + QStringLiteral("  %1  %2").arg(verdict(finding.state), subject(finding));
    if (!finding.note.isEmpty() && finding.kind != DossierFinding::Kind::Pdf)
        line += QStringLiteral("\n      ") + reason(finding);
    return line;
}

} // namespace

void FindingsModel::setFindings(const QList<DossierFinding> &findings)
{
    beginResetModel();
    m_findings = findings;
    // What failed comes first: it is what one has to do something about.
    std::ranges::stable_sort(
        m_findings, {}, [](const DossierFinding &one) { return one.state != TestState::Failed; });
    endResetModel();
}

int FindingsModel::countOf(TestState state) const
{
    return int(std::ranges::count(m_findings, state, &DossierFinding::state));
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DossierFinding &finding = m_findings.at(index.row());
    if (role == Qt::DisplayRole)
        return lineOf(finding);
    return role == StateRole ? QVariant(QString(nameOf(finding.state))) : QVariant();
}

} // namespace chengban
