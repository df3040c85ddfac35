#include "client/centre/BulletinPage.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/Places.h"
#include "client/models/WhenDone.h"
#include "shared/base/CountyTime.h"

#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace chengban {

namespace {

constexpr int keepAfterMs = 500;
constexpr int columnWidth = 860;
const QTime noon(12, 0); ///< A date is a day of the county, whatever hour stands for it.

QLineEdit *line(const char *objectName, const QString &example = {})
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1StringView(objectName));
    edit->setPlaceholderText(example);
    return edit;
}

QDateEdit *day(const char *objectName)
{
    auto *edit = new QDateEdit;
    edit->setObjectName(QLatin1StringView(objectName));
    edit->setDisplayFormat(BulletinPage::tr("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    return edit;
}

/// Two fields beside each other.
void addPair(QBoxLayout *layout, const QString &leftCaption, QWidget *left, const QString &rightCaption,
    QWidget *right, int leftShare = 1)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(3 * gap);
    const auto column = [](const QString &caption, QWidget *field) {
        QLabel *above = lineLabel(caption, "quiet"); // One line, or the shorter column would be stretched.
        above->setBuddy(field);
        nameField(*field, caption);
        auto *both = new QVBoxLayout;
        both->setSpacing(gap);
        both->addWidget(above);
        both->addWidget(field);
        return both;
    };
    row->addLayout(column(leftCaption, left), leftShare);
    row->addLayout(column(rightCaption, right), 1);
    layout->addLayout(row);
}

qint64 msOf(const QDateEdit &edit)
{
    return utcMs(edit.date(), noon);
}

QString lackText(const Error &error)
{
    if (error.code != ErrorCode::MissingField)
        //: %1 is the number of a line
        return BulletinPage::tr("Line %1 of the table has another number of cells than its head, or there is "
                                "no line below the head. Copy the table from the spreadsheet again.")
            .arg(error.detail);
    if (error.detail == QLatin1StringView("mark"))
        return BulletinPage::tr("The red head is still empty.");
    return error.detail == QLatin1StringView("title") ? BulletinPage::tr("The title is still empty.")
                                                      : BulletinPage::tr("There is no text yet.");
}

} // namespace

BulletinPage::BulletinPage(Desk &desk, BulletinTools tools, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_tools(std::move(tools))
    , m_mark(line("bulletinMark", tr("For instance: the centre's name and 文件")))
    , m_reference(line("bulletinReference"))
    , m_title(line("bulletinTitle"))
    , m_recipient(line("bulletinRecipient"))
    , m_text(new GrowingEdit(QStringLiteral("bulletinText"), 12))
    , m_annexTitle(line("annexTitle"))
    , m_annex(new GrowingEdit(QStringLiteral("annexTable"), 4))
    , m_issuer(line("bulletinIssuer"))
    , m_date(day("bulletinDate"))
    , m_copies(line("bulletinCopies"))
    , m_printedBy(line("printedBy"))
    , m_printedOn(day("printedOn"))
    , m_write(button(tr("Write the PDF…"), QStringLiteral("writeBulletin")))
    , m_print(button(tr("Look and print"), QStringLiteral("printBulletin"), "main"))
    , m_state(lineLabel({}, "quiet"))
{
    setObjectName(QStringLiteral("bulletinPage"));
    m_state->setObjectName(QStringLiteral("bulletinState"));
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepAfterMs);
    makeLayout();
    fill(m_tools.kept());
    connectParts();
    showLack();
}

void BulletinPage::makeLayout()
{
    QFrame *paper = frame("paper");
    paper->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(paper);
    column->setContentsMargins(32, 20, 32, 24);
    column->setSpacing(gap);
    column->addWidget(label(placeText(Place::Bulletin), "title"));
    addHead(column);
    addAnnex(column);
    addRecord(column);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidget(paper);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(32, gap, 32, gap);
    bar->setSpacing(gap);
    bar->addWidget(m_print);
    bar->addWidget(m_write);
    bar->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(area, 1);
    layout->addWidget(thinLine());
    layout->addLayout(bar);
}

void BulletinPage::addHead(QBoxLayout *layout)
{
    addPair(layout, tr("Red head"), m_mark, tr("Document number"), m_reference, 2);
    addField(layout, tr("Title"), m_title);
    addField(layout, tr("To"), m_recipient);
    addField(layout, tr("Text; a line that begins with 一、 or （一） is a heading"), m_text);
}

void BulletinPage::addAnnex(QBoxLayout *layout)
{
    addField(layout, tr("Title of the annex"), m_annexTitle);
    addField(
        layout, tr("Table of the annex, copied from a spreadsheet; its first line is the head"), m_annex);
    m_annex->setTabChangesFocus(true);
}

void BulletinPage::addRecord(QBoxLayout *layout)
{
    addPair(layout, tr("Issued by"), m_issuer, tr("Date"), m_date, 2);
    addField(layout, tr("Copies to"), m_copies);
    addPair(layout, tr("Printed by"), m_printedBy, tr("Printed on"), m_printedOn, 2);
}

void BulletinPage::connectParts()
{
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textEdited, this, &BulletinPage::take);
    for (GrowingEdit *edit : {m_text, m_annex})
        connect(edit, &GrowingEdit::edited, this, &BulletinPage::take);
    for (QDateEdit *edit : {m_date, m_printedOn})
        connect(edit, &QDateEdit::dateChanged, this, &BulletinPage::take);
    connect(&m_keeping, &QTimer::timeout, this, &BulletinPage::keep);
    connect(m_write, &QPushButton::clicked, this, &BulletinPage::choosePath);
    connect(m_print, &QPushButton::clicked, this, &BulletinPage::print);
}

void BulletinPage::fill(const BulletinDraft &draft)
{
    const Bulletin &bulletin = draft.bulletin;
    m_mark->setText(bulletin.mark);
    m_reference->setText(bulletin.reference);
    m_title->setText(bulletin.title);
    m_recipient->setText(bulletin.recipient);
    m_text->setText(bulletin.paragraphs.join(QLatin1Char('\n')));
    m_annexTitle->setText(draft.annexTitle);
    m_annex->setText(draft.annexTable);
    m_issuer->setText(bulletin.issuer);
    m_copies->setText(bulletin.copies);
    m_printedBy->setText(bulletin.printedBy);
    const QDate today = countyDate(m_desk.nowMs());
    m_date->setDate(bulletin.atMs > 0 ? countyDate(bulletin.atMs) : today);
    m_printedOn->setDate(bulletin.printedAtMs > 0 ? countyDate(bulletin.printedAtMs) : today);
}

BulletinDraft BulletinPage::draft() const
{
    BulletinDraft draft;
    Bulletin &bulletin = draft.bulletin;
    bulletin.mark = m_mark->text().trimmed();
    bulletin.issuer = m_issuer->text().trimmed();
    bulletin.reference = m_reference->text().trimmed();
    bulletin.title = m_title->text().trimmed();
    bulletin.recipient = m_recipient->text().trimmed();
    bulletin.paragraphs = m_text->text().split(QLatin1Char('\n'));
    bulletin.atMs = msOf(*m_date);
    bulletin.copies = m_copies->text().trimmed();
    bulletin.printedBy = m_printedBy->text().trimmed();
    bulletin.printedAtMs = msOf(*m_printedOn);
    draft.annexTitle = m_annexTitle->text().trimmed();
    draft.annexTable = m_annex->text();
    return draft;
}

void BulletinPage::take()
{
    m_keeping.start();
    showLack();
}

void BulletinPage::flush()
{
    if (m_keeping.isActive())
        keep();
}

void BulletinPage::keep()
{
    m_keeping.stop();
    if (const Result<void> kept = m_tools.keep(draft()); !kept)
        m_state->setText(errorText(kept.error().code));
}

void BulletinPage::showLack()
{
    const Result<Bulletin> bulletin = bulletinOf(draft());
    m_print->setEnabled(bulletin.has_value());
    m_write->setEnabled(bulletin.has_value());
    m_state->setText(bulletin ? QString() : lackText(bulletin.error()));
}

void BulletinPage::choosePath()
{
    if (!m_dialog) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        m_dialog = new QFileDialog(this, tr("Write the bulletin"), folder, tr("PDF (*.pdf)"));
        m_dialog->setAcceptMode(QFileDialog::AcceptSave);
        m_dialog->setDefaultSuffix(QStringLiteral("pdf"));
        connect(m_dialog, &QFileDialog::fileSelected, this, &BulletinPage::write);
    }
    m_dialog->open();
}

void BulletinPage::write(const QString &path)
{
    flush();
    const Result<Bulletin> bulletin = bulletinOf(draft());
    if (!bulletin)
        return showLack();
    m_state->setText(tr("Being written"));
    whenDone(this, m_tools.write(*bulletin, path), [this, path](const Result<void> &written) {
        //: %1 is the path of a file
        m_state->setText(written ? tr("Written: %1").arg(QDir::toNativeSeparators(path))
                                 : errorText(written.error().code));
    });
}

void BulletinPage::print()
{
    flush();
    if (const Result<Bulletin> bulletin = bulletinOf(draft()))
        m_tools.print(*bulletin);
}

} // namespace chengban
