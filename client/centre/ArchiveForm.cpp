#include "client/centre/ArchiveForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "shared/dossier/Filing.h"
#include "shared/dossier/Manifest.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

ArchiveForm::ArchiveForm(QWidget *parent)
    : StepForm(parent)
    , m_papers(label({}, "plain"))
    , m_number(new QLineEdit)
    , m_retention(new QComboBox)
    , m_why(label({}, "quiet"))
    , m_note(new GrowingEdit(QStringLiteral("note"), 2))
{
    m_number->setObjectName(QStringLiteral("archiveNumber"));
    m_retention->setObjectName(QStringLiteral("retention"));
    m_papers->setObjectName(QStringLiteral("papers"));
    m_retention->setMaximumWidth(200);
    m_retention->addItem(tr("10 years"), QStringLiteral("D10"));
    m_retention->addItem(tr("30 years"), QStringLiteral("D30"));
    m_retention->addItem(tr("Permanent"), QStringLiteral("Y"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step()), "heading"));
    layout->addWidget(m_papers);
    layout->addWidget(thinLine());
    addField(layout, tr("Archive number"), m_number);
    addField(layout, tr("Retention"), m_retention);
    m_why->setObjectName(QStringLiteral("retentionReason"));
    layout->addWidget(m_why);
    addField(layout, tr("Remark (may stay empty)"), m_note);
    layout->addStretch(1);
    connect(m_number, &QLineEdit::textEdited, this, &StepForm::edited);
    connect(m_retention, &QComboBox::activated, this, [this] { m_chosen = true; });
    connect(m_retention, &QComboBox::activated, this, &StepForm::edited);
    connect(m_note, &GrowingEdit::edited, this, &StepForm::edited);
}

void ArchiveForm::setCase(const CaseView &view)
{
    const DossierTemplate form = templateFor(view.theCase);
    const Manifest manifest = manifestOf(view.theCase, form);
    propose(proposedRetention(view.theCase, form));
    QStringList lines{tr("The dossier holds %n paper(s):", nullptr, int(manifest.papers.size()))};
    int number = 0;
    for (const Paper &paper : manifest.papers) {
        const QString line = QStringLiteral("%1  %2").arg(++number, 2).arg(paper.title);
        //: %1 is the title of a paper that is not there
        lines << (paper.missing ? tr("%1 (missing)").arg(line) : line);
    }
    m_papers->setText(lines.join(QLatin1Char('\n')));
}

/// What the rule says, until the archivist has chosen.
void ArchiveForm::propose(const Retention &retention)
{
    if (!m_chosen)
        m_retention->setCurrentIndex(std::max(0, m_retention->findData(retention.code)));
    m_why->setVisible(!retention.reason.isEmpty());
    //: %1 is the reason of the rule, in Chinese
    m_why->setText(tr("Kept longer by rule: %1").arg(retention.reason));
}

void ArchiveForm::setDraft(const QJsonObject &fields)
{
    StepForm::setDraft(fields);
    m_chosen = m_chosen || fields.contains(m_retention->objectName());
}

QJsonObject ArchiveForm::body() const
{
    return toJson(ArchiveBody{
        m_number->text().trimmed(), m_retention->currentData().toString(), m_note->text().trimmed()});
}

} // namespace chengban
