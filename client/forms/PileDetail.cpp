#include "client/forms/PileDetail.h"

#include "client/forms/CasePicker.h"
#include "client/forms/FilingForm.h"
#include "client/forms/TextChange.h"
#include "client/forms/Theme.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {

constexpr int pageWidth = 400;

QScrollArea *scrolled(QWidget *inside)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->setBackgroundRole(QPalette::Base);
    area->setWidget(inside);
    return area;
}

void empty(QVBoxLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QLabel *pictureLabel(const QImage &picture)
{
    auto *shown = new QLabel;
    const qreal ratio = shown->devicePixelRatioF();
    QPixmap pixmap
        = QPixmap::fromImage(picture.scaledToWidth(int(pageWidth * ratio), Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    QPainter painter(&pixmap);
    painter.setPen(colours().line);
    painter.drawRect(QRectF(0.5, 0.5, pixmap.width() / ratio - 1, pixmap.height() / ratio - 1));
    painter.end();
    shown->setPixmap(pixmap);
    shown->setAccessibleName(PileDetail::tr("Picture of the page"));
    return shown;
}

/// Pages that are missing, were scanned twice, or bear no code.
QStringList notesOf(const PileItem &item)
{
    QStringList notes;
    QStringList numbers;
    for (const int page : item.missing) {
        if (page > 0)
            numbers << QString::number(page);
    }
    if (!numbers.isEmpty())
        notes << PileDetail::tr("Missing: page %1 of the sheet. Scan it and read the pile once more.")
                     .arg(numbers.join(QChar(u'、')));
    if (item.missing.contains(0))
        notes << PileDetail::tr("The sheet's last page is missing. Scan it and read the pile once more.");
    if (item.again > 0)
        notes << PileDetail::tr(
            "%n page(s) were scanned twice; the first scan is used.", nullptr, item.again);
    if (!item.code && !item.fault)
        notes << (item.pages.first().codes.isEmpty()
                ? PileDetail::tr("No code of a sheet was found on this page.")
                : PileDetail::tr(
                    "The codes of several sheets are on this page. Scan them one by one, or give it "
                    "to one case by hand."));
    return notes;
}

} // namespace

PileDetail::PileDetail(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_pages(scrolled(new QWidget))
    , m_title(label({}, "heading"))
    , m_demand(label({}, "plain"))
    , m_place(label({}, "small"))
    , m_sentence(label({}, "finding"))
    , m_trouble(label({}, "error"))
    , m_notes(new QVBoxLayout)
    , m_changes(new QVBoxLayout)
    , m_form(new FilingForm(desk))
    , m_picker(new CasePicker(desk))
    , m_file(button(tr("File this sheet"), QStringLiteral("fileSheet")))
    , m_aside(button(tr("Set aside"), QStringLiteral("setSheetAside")))
    , m_open(button(tr("Open the case"), QStringLiteral("openSheetCase"), "link"))
{
    m_title->setObjectName(QStringLiteral("sheetTitle"));
    m_sentence->setObjectName(QStringLiteral("sheetSentence"));
    m_trouble->setObjectName(QStringLiteral("sheetTrouble"));
    auto *pages = new QVBoxLayout(m_pages->widget());
    pages->setContentsMargins(0, 0, gap, 0);
    m_pages->setFixedWidth(pageWidth + 3 * gap);
    m_words = scrolled(makeWords());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * gap, 0, 0, 0);
    layout->setSpacing(2 * gap);
    layout->addWidget(m_pages);
    auto *right = new QVBoxLayout;
    right->setSpacing(gap);
    right->addWidget(m_words, 1);
    right->addLayout(makeButtons());
    layout->addLayout(right, 1);
    connectParts();
}

QWidget *PileDetail::makeWords()
{
    auto *words = new QWidget;
    auto *layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, gap, 0);
    layout->setSpacing(gap);
    for (QLabel *one : {m_title, m_demand, m_place, m_sentence, m_trouble})
        layout->addWidget(one);
    m_notes->setSpacing(4);
    m_changes->setSpacing(4);
    layout->addLayout(m_notes);
    layout->addWidget(m_form);
    layout->addWidget(m_picker);
    layout->addLayout(m_changes);
    layout->addStretch(1);
    return words;
}

QLayout *PileDetail::makeButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    for (QPushButton *one : {m_file, m_aside, m_open})
        buttons->addWidget(one);
    buttons->addStretch(1);
    return buttons;
}

void PileDetail::connectParts()
{
    connect(m_form, &FilingForm::edited, this, &PileDetail::edited);
    connect(m_form, &FilingForm::sameForAllWanted, this, &PileDetail::sameForAllWanted);
    connect(m_picker, &CasePicker::chosen, this, &PileDetail::caseChosen);
    connect(m_file, &QPushButton::clicked, this, &PileDetail::fileWanted);
    connect(m_aside, &QPushButton::clicked, this, &PileDetail::asideWanted);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_item.found.theCase)
            Q_EMIT caseWanted(m_item.found.theCase->id);
    });
}

void PileDetail::show(const PileItem &item)
{
    m_item = item;
    showPages(item);
    m_picker->clear();
    if (item.canBeFiled())
        m_form->show(item);
    showState(item);
    m_words->ensureVisible(0, 0);
}

void PileDetail::showState(const PileItem &item)
{
    m_item = item;
    const bool waits = item.stage == PileItem::Stage::Waiting;
    m_title->setText(titleOf(item));
    say(m_demand, item.found.theCase ? item.found.theCase->demand.title : QString());
    say(m_place, placeOf(item));
    say(m_sentence, waits && !item.fault ? item.found.sentence : QString());
    say(m_trouble, item.fault ? errorText(item.fault->error.code) : item.trouble);
    showNotes(item);
    showChanges(item);
    m_form->setVisible(item.canBeFiled());
    const bool atHand = !item.fault && waits && !item.found.theCase;
    m_picker->setVisible(atHand);
    m_file->setVisible(item.canBeFiled());
    m_file->setEnabled(isReady(item, m_desk));
    m_aside->setVisible(waits);
    m_open->setVisible(item.found.theCase.has_value());
}

void PileDetail::showPages(const PileItem &item)
{
    auto *layout = static_cast<QVBoxLayout *>(m_pages->widget()->layout());
    empty(*layout);
    for (const ScannedPage &page : item.pages + item.behind)
        layout->addWidget(pictureLabel(page.picture()));
    layout->addStretch(1);
    m_pages->setVisible(!item.pages.isEmpty());
}

void PileDetail::showNotes(const PileItem &item)
{
    empty(*m_notes);
    if (item.stage != PileItem::Stage::Waiting)
        return;
    for (const QString &note : notesOf(item))
        m_notes->addWidget(label(note, "finding"));
    for (const Problem &problem : problemsOf(item, m_desk))
        m_notes->addWidget(label(missingText(problem), "finding"));
}

void PileDetail::showChanges(const PileItem &item)
{
    empty(*m_changes);
    for (const ReplyChange &change : item.found.changes) {
        m_changes->addWidget(label(change.heading, "readingHeading"));
        QLabel *text = label({}, "plain");
        text->setTextFormat(Qt::RichText);
        text->setText(changeHtml(changeOf(change.onPaper, change.now)));
        m_changes->addWidget(text);
    }
}

PaperFacts PileDetail::facts() const
{
    return m_form->facts();
}

bool PileDetail::withBehind() const
{
    return m_form->withBehind();
}

} // namespace chengban
