#include "client/forms/AnswerForm.h"

#include "client/forms/FlowLayout.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/Theme.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextCursor>

#include <algorithm>

namespace chengban {

namespace {

QStringList linesOf(const QString &text)
{
    return text.split(QLatin1Char('\n'));
}

QSet<QString> lineSet(const QString &text)
{
    const QStringList lines = linesOf(text);
    return {lines.begin(), lines.end()};
}

} // namespace

void ComposedLines::setLines(const QSet<QString> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    rehighlight();
}

void ComposedLines::highlightBlock(const QString &text)
{
    if (m_lines.contains(text))
        setFormat(0, int(text.size()), colours().quiet);
}

QString recomposed(const QString &answer, const QString &composed, const QSet<QString> &everComposed)
{
    QStringList typed;
    const QStringList old = linesOf(answer);
    const QSet<QString> now = lineSet(composed);
    std::ranges::copy_if(old, std::back_inserter(typed), [&](const QString &line) {
        return !line.trimmed().isEmpty() && !everComposed.contains(line) && !now.contains(line);
    });
    return typed.isEmpty() ? composed : composed + QLatin1Char('\n') + typed.join(QLatin1Char('\n'));
}

AnswerForm::AnswerForm(QWidget *parent)
    : QWidget(parent)
    , m_edit(new GrowingEdit(QStringLiteral("answer"), 6))
    , m_lines(new ComposedLines(m_edit->document()))
    , m_compose(button(tr("Compose from the parts"), QStringLiteral("composeAnswer")))
    , m_state(lineLabel({}, "quiet"))
{
    auto *line = new FlowLayout;
    line->setSpacing(gap);
    line->addWidget(m_compose);
    line->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(line);
    layout->addWidget(m_edit);
    m_edit->setAccessibleName(replyPartText(QStringLiteral("answer")));
    connect(m_compose, &QPushButton::clicked, this, &AnswerForm::compose);
    connect(m_edit, &GrowingEdit::edited, this, [this] {
        showState();
        Q_EMIT edited();
    });
}

void AnswerForm::setAnswer(const QString &answer)
{
    m_edit->setText(answer);
    showState();
}

QString AnswerForm::answer() const
{
    return m_edit->text();
}

void AnswerForm::setComposed(const QString &composed)
{
    m_everComposed.unite(lineSet(m_composed)); // Lines of older parts are not the clerk's own words.
    m_composed = composed;
    showState();
}

void AnswerForm::compose()
{
    Q_EMIT aboutToCompose();
    const QString text = recomposed(m_edit->text(), m_composed, m_everComposed);
    m_everComposed.unite(lineSet(m_composed));
    QTextCursor cursor(m_edit->document()); // One edit block: one undo brings the old text back.
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
    showState();
    Q_EMIT composed();
}

void AnswerForm::showState()
{
    if (m_edit->isComposing())
        return; // Formats are left alone while the input method shows its own.
    m_lines->setLines(m_everComposed + lineSet(m_composed));
    m_compose->setEnabled(!m_composed.isEmpty());
    const QSet<QString> present = lineSet(m_edit->text());
    const QStringList wanted = linesOf(m_composed);
    const bool upToDate
        = std::ranges::all_of(wanted, [&](const QString &one) { return present.contains(one); });
    if (m_composed.isEmpty())
        m_state->setText(tr("Fill in the parts, then compose."));
    else if (m_edit->text().isEmpty())
        m_state->setText({});
    else
        m_state->setText(upToDate ? tr("Grey: composed; black: typed.")
                                  : tr("The parts have changed since; compose again."));
}

} // namespace chengban
