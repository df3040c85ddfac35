#include "client/forms/ClashBox.h"

#include "client/forms/Typography.h"
#include "shared/reply/TextDiff.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

/// One side of the comparison: what only it has is bold and underlined.
QString sideHtml(const QList<TextPiece> &pieces, TextPiece::Kind only)
{
    QString html;
    for (const TextPiece &piece : pieces) {
        const QString text = piece.text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1StringView("<br>"));
        if (piece.kind == only)
            html += QStringLiteral("<b><u>") + text + QStringLiteral("</u></b>");
        else if (piece.kind == TextPiece::Kind::Same)
            html += text;
    }
    return html;
}

} // namespace

ClashBox::ClashBox(
    FieldClash clash, const QString &heading, const Side &mine, const Side &theirs, QWidget *parent)
    : QFrame(parent)
    , m_clash(std::move(clash))
    , m_choices(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("clash:") + m_clash.field);
    const QList<TextPiece> pieces = textDiff(mine.text, theirs.text);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    addSide(left, tr("My text"), mine, sideHtml(pieces, TextPiece::Kind::OnlyLeft), "mine");
    addSide(right, tr("The other text"), theirs, sideHtml(pieces, TextPiece::Kind::OnlyRight), "theirs");
    auto *sides = new QHBoxLayout;
    sides->setSpacing(3 * gap);
    sides->addLayout(left, 1);
    sides->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, gap);
    layout->setSpacing(gap);
    layout->addWidget(label(heading, "heading"));
    layout->addLayout(sides);
    layout->addWidget(makeChoices());
    layout->addWidget(thinLine());
    connect(m_choices, &QButtonGroup::idToggled, this, &ClashBox::changed);
}

void ClashBox::addSide(QVBoxLayout *column, const QString &caption, const Side &side, const QString &html,
    const char *objectName)
{
    //: %1 "My text", %2 who wrote it, where and when
    column->addWidget(label(tr("%1 · %2").arg(caption, side.writer), "quiet"));
    QLabel *text = label({}, "reading");
    text->setObjectName(QLatin1StringView(objectName));
    text->setTextFormat(Qt::RichText);
    text->setText(html.isEmpty() ? QStringLiteral("<i>%1</i>").arg(tr("empty").toHtmlEscaped()) : html);
    column->addWidget(text);
    column->addStretch(1);
}

QWidget *ClashBox::makeChoices()
{
    auto *box = new QWidget;
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(3 * gap);
    const auto add = [&](Keep keep, const QString &text, const char *name) {
        auto *choice = new QRadioButton(text);
        choice->setObjectName(QLatin1StringView(name));
        m_choices->addButton(choice, int(keep));
        line->addWidget(choice);
    };
    add(Keep::Mine, tr("Keep mine (1)"), "keepMine");
    add(Keep::Theirs, tr("Keep the other (2)"), "keepTheirs");
    if (canKeepBoth(m_clash))
        add(Keep::Both, tr("Keep both, one below the other (3)"), "keepBoth");
    line->addStretch(1);
    return box;
}

std::optional<Keep> ClashBox::chosen() const
{
    const int id = m_choices->checkedId();
    return id < 0 ? std::nullopt : std::optional(Keep(id));
}

void ClashBox::choose(Keep keep)
{
    if (QAbstractButton *choice = m_choices->button(int(keep)))
        choice->setChecked(true);
}

void ClashBox::focusChoice()
{
    QAbstractButton *checked = m_choices->checkedButton();
    (checked ? checked : m_choices->button(int(Keep::Mine)))->setFocus(Qt::TabFocusReason);
}

} // namespace chengban
