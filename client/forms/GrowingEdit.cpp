#include "client/forms/GrowingEdit.h"

#include <QAbstractTextDocumentLayout>
#include <QInputMethodEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace chengban {

namespace {
constexpr int mostLines = 24;
}

GrowingEdit::GrowingEdit(const QString &objectName, int leastLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_leastLines(leastLines)
{
    setObjectName(objectName);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        // A highlighter's formats count as a change of the document, too.
        const QString before = std::exchange(m_text, toPlainText());
        if (!m_loading && m_text != before)
            Q_EMIT edited();
    });
    fit();
}

void GrowingEdit::setText(const QString &text)
{
    if (m_composing || toPlainText() == text)
        return;
    m_loading = true;
    setPlainText(text);
    m_loading = false;
}

void GrowingEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
    fit();
}

void GrowingEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void GrowingEdit::wheelEvent(QWheelEvent *event)
{
    // A field that shows all its text passes the wheel on to the page.
    if (verticalScrollBar()->maximum() == 0)
        event->ignore();
    else
        QPlainTextEdit::wheelEvent(event);
}

void GrowingEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void GrowingEdit::fit()
{
    // The lines' own heights: some letters make a line higher than the font says.
    double text = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        text += document()->documentLayout()->blockBoundingRect(block).height();
    const int line = fontMetrics().lineSpacing();
    const int margins = int(2 * document()->documentMargin()) + 2 * frameWidth() + 6;
    const int wanted = std::clamp(int(std::ceil(text)), m_leastLines * line, mostLines * line) + margins;
    if (height() != wanted || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

} // namespace chengban
