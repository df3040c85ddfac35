#include "client/forms/PilePage.h"

#include "client/forms/PileDelegate.h"
#include "client/forms/PileDetail.h"
#include "client/forms/PileFiler.h"
#include "client/forms/Typography.h"
#include "client/models/Places.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFrame>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {

constexpr int listWidth = 250;

QStringList localFiles(const QMimeData &mime)
{
    QStringList paths;
    const QList<QUrl> urls = mime.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

PilePage::PilePage(Desk &desk, BookOpener pdf, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_pdf(std::move(pdf))
    , m_model(new PileModel(desk, this))
    , m_filer(new PileFiler(desk, m_pdf, this))
    , m_pages(new QStackedWidget)
    , m_facts(label({}, "quiet"))
    , m_message(label({}, "error"))
    , m_fileAll(button({}, QStringLiteral("fileSheets"), "main"))
    , m_cancel(button(tr("Cancel"), QStringLiteral("cancelPile")))
    , m_another(button(tr("Another pile"), QStringLiteral("anotherPile")))
    , m_choose(button(tr("Choose files"), QStringLiteral("choosePile"), "main"))
    , m_folder(button(tr("Choose a folder"), QStringLiteral("choosePileFolder")))
    , m_progress(new QProgressBar)
    , m_list(new QListView)
    , m_detail(new PileDetail(desk))
{
    setObjectName(QStringLiteral("pilePage"));
    setAcceptDrops(true);
    makeLayout();
    connectParts();
    connectDetail();
    m_message->hide();
    showStage(Stage::Empty);
}

PilePage::~PilePage()
{
    m_reading.cancel();
}

void PilePage::makeLayout()
{
    m_facts->setObjectName(QStringLiteral("pileFacts"));
    m_message->setObjectName(QStringLiteral("pileMessage"));
    m_progress->setObjectName(QStringLiteral("pileProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(gap / 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    for (QPushButton *one : {m_fileAll, m_cancel, m_another})
        buttons->addWidget(one);
    buttons->addStretch(1);
    QFrame *paper = frame("paper");
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(24, 20, 24, 20);
    inside->setSpacing(gap);
    inside->addWidget(label(placeText(Place::Papers), "title"));
    inside->addWidget(m_facts);
    inside->addLayout(buttons);
    inside->addWidget(m_progress);
    inside->addWidget(m_message);
    inside->addWidget(thinLine());
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makePile());
    inside->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(paper);
}

QWidget *PilePage::makeEmpty()
{
    auto *page = new QWidget;
    QLabel *words = label(
        tr("Drop scans of signed sheets here: PDF, TIFF, JPEG or PNG, or a whole folder, in any order and "
           "lying on any side. Each sheet finds its case by the code printed on it; nothing is filed before "
           "you have seen it."),
        "quiet");
    words->setAlignment(Qt::AlignHCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addStretch(1);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(words); // The whole width: a wrapping label that is aligned asks for too little height.
    layout->addSpacing(gap);
    layout->addLayout(buttons);
    layout->addStretch(3);
    return page;
}

QWidget *PilePage::makePile()
{
    m_list->setObjectName(QStringLiteral("pileList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PileDelegate(m_list));
    m_list->setFixedWidth(listWidth);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Sheets of the pile"));
    auto *page = new QWidget;
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_list);
    layout->addWidget(m_detail, 1);
    return page;
}

void PilePage::connectParts()
{
    for (QPushButton *one : {m_choose, m_another})
        connect(one, &QPushButton::clicked, this, &PilePage::chooseFiles);
    connect(m_folder, &QPushButton::clicked, this, &PilePage::chooseFolder);
    connect(m_cancel, &QPushButton::clicked, this, &PilePage::cancel);
    connect(m_fileAll, &QPushButton::clicked, this, &PilePage::fileReady);
    connect(&m_reading, &QFutureWatcherBase::resultReadyAt, this, &PilePage::takeStep);
    connect(&m_reading, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &PilePage::takeEnd);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { select(current.row()); });
    connect(m_filer, &PileFiler::ended, this, &PilePage::takeFiled);
    connect(&m_desk, &Desk::casesChanged, this, &PilePage::refreshAll);
    connect(&m_desk, &Desk::directoryChanged, this, &PilePage::refreshAll);
}

void PilePage::connectDetail()
{
    connect(m_detail, &PileDetail::edited, this, &PilePage::takeFacts);
    connect(m_detail, &PileDetail::sameForAllWanted, this, &PilePage::giveToAll);
    connect(m_detail, &PileDetail::fileWanted, this, [this] { fileRow(row()); });
    connect(m_detail, &PileDetail::asideWanted, this, &PilePage::setAside);
    connect(m_detail, &PileDetail::caseWanted, this, &PilePage::caseWanted);
    connect(m_detail, &PileDetail::caseChosen, this, &PilePage::takeCase);
}

void PilePage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Choose files"));
    dialog->setObjectName(QStringLiteral("choosePileFiles"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Scans (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &PilePage::open);
    dialog->open();
}

void PilePage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &PilePage::open);
    dialog->open();
}

void PilePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_stage != Stage::Reading && !m_filer->isBusy() && !localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PilePage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    open(localFiles(*event->mimeData()));
}

void PilePage::open(const QStringList &paths)
{
    if (m_stage == Stage::Reading || m_filer->isBusy())
        return;
    const QStringList files = scanFiles(paths);
    say(m_message, files.isEmpty() ? tr("There are no scans in this folder.") : QString());
    if (files.isEmpty())
        return;
    m_seen.clear();
    m_faults.clear();
    m_progress->setRange(0, 0);
    showStage(Stage::Reading);
    m_reading.setFuture(readPile(files, m_pdf));
}

void PilePage::cancel()
{
    if (m_stage == Stage::Reading)
        m_reading.cancel(); // What was read until now stays.
    m_filer->cancel();
}

void PilePage::takeStep(int index)
{
    const PileStep step = m_reading.resultAt(index);
    if (const auto *page = std::get_if<ScannedPage>(&step))
        m_seen.append(*page);
    else
        m_faults.append(std::get<PileFault>(step));
    m_progress->setValue(int(m_seen.size() + m_faults.size()));
    //: %1 of %2 pages
    m_facts->setText(tr("Page %1 of %2 has been read").arg(m_progress->value()).arg(m_progress->maximum()));
}

void PilePage::takeEnd()
{
    const Pile pile = sortedPile(m_seen);
    m_model->setItems(pileItems(pile, m_faults));
    QStringList words;
    if (m_reading.isCanceled())
        words << tr("Cancelled: these are the pages that had been read.");
    if (m_model->items().isEmpty())
        words << tr("There is nothing on these pages.");
    else if (pile.blank > 0)
        words << tr("%n empty page(s) were left out.", nullptr, pile.blank);
    showStage(m_model->items().isEmpty() ? Stage::Empty : Stage::Pile);
    say(m_message, words.join(QLatin1Char(' ')));
    if (m_stage == Stage::Pile)
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus();
}

int PilePage::row() const
{
    return m_list->currentIndex().row();
}

void PilePage::select(int row)
{
    if (row >= 0)
        m_detail->show(m_model->at(row));
}

void PilePage::refreshAll()
{
    if (m_stage != Stage::Pile)
        return;
    const PileItem before = row() >= 0 ? m_model->at(row()) : PileItem();
    m_model->refreshAll();
    if (row() >= 0) {
        const PileItem &now = m_model->at(row());
        if (now.canBeFiled() != before.canBeFiled() || now.facts != before.facts)
            m_detail->show(now);
        else
            m_detail->showState(now);
    }
    showSummary();
}

void PilePage::pressMain()
{
    for (QPushButton *one : {m_fileAll, m_choose}) {
        if (one->isVisible() && one->isEnabled())
            return one->click();
    }
}

void PilePage::showStage(Stage stage)
{
    m_stage = stage;
    m_pages->setCurrentIndex(stage == Stage::Pile ? 1 : 0);
    m_progress->setVisible(stage == Stage::Reading);
    m_choose->setEnabled(stage == Stage::Empty);
    m_folder->setEnabled(stage == Stage::Empty);
    if (stage == Stage::Reading)
        say(m_facts, tr("Being read"));
    showSummary();
}

void PilePage::showSummary()
{
    const int ready = int(m_model->readyRows().size());
    m_fileAll->setVisible(m_stage == Stage::Pile);
    m_fileAll->setEnabled(ready > 0);
    m_fileAll->setText(ready > 0 ? tr("File %n sheet(s)", nullptr, ready) : tr("File the sheets"));
    m_fileAll->setToolTip(tr("Ctrl+Enter"));
    m_another->setVisible(m_stage == Stage::Pile);
    m_another->setEnabled(!m_filer->isBusy());
    m_cancel->setVisible(m_stage == Stage::Reading || m_filer->isBusy());
    if (m_stage == Stage::Empty)
        say(m_facts, {});
    if (m_stage != Stage::Pile)
        return;
    const auto filed = std::ranges::count(m_model->items(), PileItem::Stage::Filed, &PileItem::stage);
    const auto open = std::ranges::count(m_model->items(), PileItem::Stage::Waiting, &PileItem::stage);
    QStringList words{tr("%n ready to be filed", nullptr, ready)};
    if (open > ready)
        words << tr("%n to be looked at", nullptr, int(open) - ready);
    if (filed > 0)
        words << tr("%n filed", nullptr, int(filed));
    say(m_facts, words.join(QStringLiteral("  ·  ")));
}

} // namespace chengban
