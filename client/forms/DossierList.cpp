#include "client/forms/DossierList.h"

#include "client/forms/Typography.h"

#include <QLabel>
#include <QVBoxLayout>

namespace chengban {

DossierList::DossierList(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("dossierList"));
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(2);
}

void DossierList::setCase(const Case &theCase)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Manifest manifest = manifestOf(theCase, templateFor(theCase), Needed::AtTheEnd);
    const QStringList lacking = manifest.missingTitles();
    m_missing = int(lacking.size());
    const int there = int(manifest.papers.size()) - m_missing;
    QLabel *heading = label(tr("Dossier: %n paper(s)", nullptr, there), "heading");
    QStringList titles;
    for (const Paper &paper : manifest.papers) {
        if (!paper.missing)
            titles.append(paper.title);
    }
    heading->setToolTip(titles.join(QLatin1Char('\n')));
    m_lines->addWidget(heading);
    for (const QString &title : lacking) {
        //: %1 is the title of a paper that the dossier will need and that is not there
        QLabel *line = label(tr("Missing: %1").arg(title), "overdue");
        line->setWordWrap(true);
        m_lines->addWidget(line);
    }
}

} // namespace chengban
