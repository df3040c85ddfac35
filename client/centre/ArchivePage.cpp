#include "client/centre/ArchivePage.h"

#include "client/centre/DossierDetail.h"
#include "client/centre/FilingQueue.h"
#include "client/forms/Typography.h"
#include "client/models/DossierWords.h"
#include "client/models/Places.h"
#include "client/models/WhenDone.h"
#include "shared/base/CountyTime.h"
#include "shared/base/FileNames.h"
#include "shared/dossier/ScratchFolder.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace chengban {

namespace {

constexpr int yearsBack = 40;
constexpr int typingPauseMs = 300;

QComboBox *choice(const char *objectName, const QString &name, const QString &any)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1StringView(objectName));
    box->setAccessibleName(name);
    box->addItem(any, QString());
    return box;
}

QTableView *table(QAbstractItemModel *model, const QString &name)
{
    auto *view = new QTableView;
    view->setObjectName(QStringLiteral("dossiers"));
    view->setAccessibleName(name);
    view->horizontalHeader()->setAccessibleName(name);
    view->setModel(model);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setSectionResizeMode(DossierTableModel::Title, QHeaderView::Stretch);
    return view;
}

} // namespace

ArchivePage::ArchivePage(Desk &desk, ArchiveTools tools, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_tools(std::move(tools))
    , m_model(new DossierTableModel(this))
    , m_filing(new FilingQueue(desk, m_tools, this))
    , m_text(new QLineEdit)
    , m_year(choice("dossierYear", tr("Year"), tr("Any year")))
    , m_unit(choice("dossierUnit", tr("Unit"), tr("Any unit")))
    , m_retention(choice("dossierRetention", tr("Retention"), tr("Any retention")))
    , m_due(choice("dossierDue", tr("Due"), tr("Due or not")))
    , m_table(table(m_model, tr("Dossiers")))
    , m_detail(new DossierDetail(m_tools, desk.person()))
    , m_more(button(tr("More"), QStringLiteral("moreDossiers"), "link"))
    , m_print(button(tr("Print again"), QStringLiteral("printDossiers")))
    , m_file(button(tr("File archived cases"), QStringLiteral("fileDossiers"), "main"))
    , m_verify(button(tr("Verify a file"), QStringLiteral("verifyFile")))
    , m_state(lineLabel({}, "quiet"))
{
    m_text->setObjectName(QStringLiteral("dossierText"));
    m_text->setPlaceholderText(tr("Archive number, case number or words of the title"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    m_state->setObjectName(QStringLiteral("archiveState"));
    makeLayout();
    connectParts();
}

ArchivePage::~ArchivePage() = default;

void ArchivePage::addFilters(QBoxLayout *layout)
{
    const int year = countyDate(m_desk.nowMs()).year();
    for (int back = 0; back < yearsBack; ++back)
        m_year->addItem(QString::number(year - back), QString::number(year - back));
    for (const wire::DirectoryUnit &unit : m_desk.directory().units)
        m_unit->addItem(unit.name, unit.id.value);
    m_unit->setVisible(keepsRegister(m_desk.person())); // Others see their own alone.
    for (const char *code : {"D10", "D30", "Y"})
        m_retention->addItem(retentionText(QLatin1StringView(code)), QLatin1StringView(code));
    m_due->addItem(tr("Due for destruction"), QString(nameOf(DisposalKind::Destroy)));
    m_due->addItem(tr("Due for transfer"), QString(nameOf(DisposalKind::Transfer)));
    auto *row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    for (QComboBox *box : {m_year, m_unit, m_retention, m_due})
        row->addWidget(box);
    layout->addLayout(row);
}

void ArchivePage::addButtons(QBoxLayout *layout)
{
    m_file->setVisible(bool(m_tools.makePackage));
    m_print->setVisible(keepsRegister(m_desk.person()) && m_tools.print);
    m_print->setEnabled(false);
    m_verify->setVisible(bool(m_tools.verify));
    m_more->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_file);
    row->addWidget(m_print);
    row->addWidget(m_verify);
    row->addWidget(m_state, 1);
    row->addWidget(m_more);
    layout->addLayout(row);
}

void ArchivePage::makeLayout()
{
    QFrame *paper = frame("paper");
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(24, 20, 24, 16);
    inside->setSpacing(gap);
    inside->addWidget(label(placeText(Place::Dossiers), "title"));
    addFilters(inside);
    inside->addWidget(m_table, 1);
    addButtons(inside);
    auto *split = new QSplitter;
    split->setHandleWidth(1);
    split->addWidget(paper);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 1);
    split->setSizes({760, 360});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
}

void ArchivePage::connectParts()
{
    auto *typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(typingPauseMs);
    connect(typing, &QTimer::timeout, this, &ArchivePage::refresh);
    connect(m_text, &QLineEdit::textEdited, typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, &ArchivePage::refresh);
    for (QComboBox *box : {m_year, m_unit, m_retention, m_due})
        connect(box, &QComboBox::activated, this, &ArchivePage::refresh);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ArchivePage::chooseLine);
    connect(m_detail, &DossierDetail::changed, m_model, &DossierTableModel::replace);
    connect(m_more, &QPushButton::clicked, this, [this] { askLines(m_model->lines().last().id); });
    connect(m_print, &QPushButton::clicked, this, &ArchivePage::printChosen);
    connect(m_file, &QPushButton::clicked, this, &ArchivePage::file);
    connect(m_verify, &QPushButton::clicked, this, [this] { m_tools.verify(); });
    connect(m_filing, &FilingQueue::progressed, this,
        //: %1 dossiers that are done, %2 of all
        [this](int done, int all) { showState(tr("Filing: %1 of %2").arg(done).arg(all)); });
    connect(m_filing, &FilingQueue::refused, this, [this](const QString &number, ErrorCode reason) {
        m_refusals.append(number + QStringLiteral("  ") + errorText(reason));
    });
    connect(m_filing, &FilingQueue::ended, this, &ArchivePage::endFiling);
}

void ArchivePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ArchivePage::refresh()
{
    m_detail->clear();
    askLines({});
}

void ArchivePage::focusSearch()
{
    m_text->setFocus();
    m_text->selectAll();
}

void ArchivePage::askLines(const QString &after)
{
    RegisterCall call{.kind = RegisterCall::Kind::Lines};
    call.question.year = m_year->currentData().toString().toInt();
    call.question.unit = {m_unit->currentData().toString()};
    call.question.retention = m_retention->currentData().toString();
    call.question.due = valueNamed<DisposalKind>(m_due->currentData().toString());
    call.question.text = m_text->text().trimmed();
    call.question.after = after;
    const quint64 round = ++m_round;
    showState(tr("Asking the centre"));
    whenDone(this, m_tools.ask(call), [this, round, after](const Result<RegisterAnswer> &answer) {
        if (round == m_round)
            takeLines(answer, !after.isEmpty());
    });
}

void ArchivePage::takeLines(const Result<RegisterAnswer> &answer, bool more)
{
    if (!answer)
        return showState(errorText(answer.error().code));
    const wire::DossierPage &page = answer->page;
    if (more)
        m_model->append(page.dossiers);
    else
        m_model->setLines(page.dossiers, page.year);
    m_more->setVisible(page.more);
    if (!m_filing->isRunning()) {
        showState(m_model->lines().isEmpty() ? emptyText(Place::Dossiers)
                                             : tr("%n dossier(s)", nullptr, int(m_model->lines().size())));
    }
}

QList<DossierLine> ArchivePage::chosen() const
{
    QList<DossierLine> lines;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        lines.append(m_model->lines().at(row.row()));
    return lines;
}

void ArchivePage::chooseLine()
{
    const QList<DossierLine> lines = chosen();
    m_print->setEnabled(!lines.isEmpty());
    if (lines.size() == 1)
        m_detail->setLine(lines.first(), m_model->year());
    else
        m_detail->clear();
}

void ArchivePage::printChosen()
{
    m_packages.clear();
    m_toFetch = chosen();
    qint64 bytes = 0;
    for (const DossierLine &line : std::as_const(m_toFetch))
        bytes += line.bytes;
    m_fetched = std::make_unique<ScratchFolder>(bytes);
    m_print->setEnabled(false);
    fetchNext();
}

void ArchivePage::fetchNext()
{
    if (m_toFetch.isEmpty()) {
        m_print->setEnabled(true);
        showState({});
        if (!m_packages.isEmpty())
            m_tools.print(m_packages);
        return;
    }
    const DossierLine line = m_toFetch.takeFirst();
    //: %1 archive number
    showState(tr("Fetching %1").arg(line.facts.archiveNumber));
    RegisterCall call{.kind = RegisterCall::Kind::Open};
    call.id = line.id;
    call.purpose = OpeningPurpose::Reprint;
    call.path = m_fetched->filePath(safeFileName(line.id) + QStringLiteral(".zip"));
    whenDone(this, m_tools.ask(call), [this, path = call.path](const Result<RegisterAnswer> &answer) {
        if (!answer) {
            m_print->setEnabled(true);
            m_toFetch.clear();
            return showState(errorText(answer.error().code));
        }
        m_packages.append(path);
        fetchNext();
    });
}

void ArchivePage::file()
{
    if (m_filing->isRunning())
        return m_filing->cancel();
    m_refusals.clear();
    m_file->setText(tr("Cancel"));
    m_filing->start();
}

void ArchivePage::endFiling(int filed, std::optional<ErrorCode> failure)
{
    m_file->setText(tr("File archived cases"));
    QString text = failure ? errorText(*failure) : tr("%n dossier(s) filed", nullptr, filed);
    if (!m_refusals.isEmpty())
        text += QLatin1Char('\n') + m_refusals.join(QLatin1Char('\n'));
    ++m_round; // An answer that is still under way would replace this text.
    RegisterCall call{.kind = RegisterCall::Kind::Lines};
    whenDone(this, m_tools.ask(call), [this, text](const Result<RegisterAnswer> &answer) {
        takeLines(answer, false);
        showState(text);
    });
}

void ArchivePage::showState(const QString &text)
{
    m_state->setText(text);
}

} // namespace chengban
