#include "client/forms/RulesPage.h"

#include "client/forms/Typography.h"
#include "client/models/Places.h"
#include "shared/rules/PackSheet.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {

bool holds(const RuleLine &row, const QString &words)
{
    return words.isEmpty() || (row.text + row.place + row.note).contains(words, Qt::CaseInsensitive);
}

QString html(const RuleLine &row)
{
    QString text = row.text.toHtmlEscaped();
    for (const QString &more : {row.place, row.note}) {
        if (!more.isEmpty())
            text += QStringLiteral("<br><small>%1</small>").arg(more.toHtmlEscaped());
    }
    return QStringLiteral("<p>%1</p>").arg(text);
}

/// Duties come first: they are what the page is opened for without a case.
QString html(QList<RuleSection> sections, const QString &words)
{
    std::ranges::stable_partition(
        sections, [](const RuleSection &section) { return section.kind == QLatin1StringView("duties"); });
    QString text;
    for (const RuleSection &section : std::as_const(sections)) {
        QString rows;
        for (const RuleLine &row : section.rows) {
            if (holds(row, words))
                rows += html(row);
        }
        if (!rows.isEmpty())
            text += QStringLiteral("<h3>%1</h3>%2").arg(section.heading.toHtmlEscaped(), rows);
    }
    return text;
}

} // namespace

RulesPage::RulesPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(label({}, "quiet"))
    , m_search(new QLineEdit)
    , m_text(new QTextBrowser)
{
    setObjectName(QStringLiteral("rulesPage"));
    m_search->setObjectName(QStringLiteral("rulesSearch"));
    m_search->setPlaceholderText(tr("Words of a rule"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(360);
    m_text->setObjectName(QStringLiteral("rules"));
    m_text->setAccessibleName(tr("Rules in force"));
    m_text->setFrameShape(QFrame::NoFrame);
    QFrame *paper = frame("paper", this);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(paper);
    auto *layout = new QVBoxLayout(paper);
    layout->setContentsMargins(24, 20, 24, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(placeText(Place::Rules), "title"));
    layout->addWidget(m_title);
    layout->addWidget(m_search);
    layout->addWidget(m_text, 1);
    connect(m_search, &QLineEdit::textChanged, this, &RulesPage::refresh);
    connect(&desk, &Desk::directoryChanged, this, &RulesPage::refresh);
}

void RulesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void RulesPage::refresh()
{
    if (!isVisible())
        return;
    const RulePack *pack = m_desk.rulesFor({}).pack;
    QStringList titles;
    for (const Document &document : pack ? pack->documents : QList<Document>())
        titles << QStringLiteral("《%1》").arg(document.title);
    m_title->setText(pack ? (QStringList(pack->title) + titles).join(QLatin1Char('\n'))
                          : tr("The county's rules have not arrived yet."));
    m_text->setHtml(pack ? html(packSheet(*pack), m_search->text().trimmed()) : QString());
}

} // namespace chengban
