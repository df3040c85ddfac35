#include "client/app/MainWindow.h"

#include "client/app/DeskArchive.h"
#include "client/app/PdfBook.h"
#include "client/app/TextPrint.h"
#include "client/app/VerifyWindow.h"
#include "client/centre/ArchivePage.h"
#include "client/centre/BulletinPage.h"
#include "client/centre/CentreForms.h"
#include "client/centre/ImportPage.h"
#include "client/forms/CarryBox.h"
#include "client/forms/CaseListPanel.h"
#include "client/forms/CasePage.h"
#include "client/forms/FilesBox.h"
#include "client/forms/HandedBox.h"
#include "client/forms/KeysPanel.h"
#include "client/forms/LogInPage.h"
#include "client/forms/PilePage.h"
#include "client/forms/PostBar.h"
#include "client/forms/Rail.h"
#include "client/forms/RebuildBox.h"
#include "client/forms/RulesPage.h"
#include "client/forms/SubstitutesPage.h"
#include "client/forms/Theme.h"
#include "client/forms/TransferPage.h"
#include "client/forms/Typography.h"
#include "client/forms/UnitForms.h"
#include "shared/dossier/Manifest.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMessageBox>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {

constexpr int listWidth = 288;

StepForm *makeForm(CommandType step, Desk &desk)
{
    StepForm *form = makeUnitForm(step, desk);
    return form ? form : makeCentreForm(step, desk);
}

} // namespace

MainWindow::MainWindow(bool dark, QWidget *parent)
    : QMainWindow(parent)
    , m_dark(dark)
    , m_pages(new QStackedWidget)
    , m_logIn(new LogInPage)
    , m_keys(new KeysPanel(this))
    , m_archive(new DeskArchive(*this))
{
    setObjectName(QStringLiteral("window"));
    showHidden(false);
    m_pages->addWidget(m_logIn);
    setCentralWidget(m_pages);
    resize(1366, 728);
    setAcceptDrops(true);
    addKeys();
}

void MainWindow::openDesk(Desk &desk, DossierWriter writer, DeskDoors doors)
{
    closeDesk();
    m_doors = doors;
    // From the outside in: a style sheet is applied anew to all that stands in a widget whenever that moves.
    m_deskPage = new QWidget(m_pages);
    m_rail = new Rail(desk, m_deskPage);
    m_places = new QStackedWidget(m_deskPage);
    addCases(desk, writer);
    m_transfer = new TransferPage(desk, m_places);
    addDoors(desk);
    addPage(Place::Transfer, m_transfer);
    addPage(Place::Substitutes, new SubstitutesPage(desk, m_places));
    addPage(Place::Rules, new RulesPage(desk, m_places));
    if (placesOf(desk.actor().role).contains(Place::Import))
        addImport(desk);
    if (placesOf(desk.actor().role).contains(Place::Papers))
        addPile(desk);
    addArchive(desk, writer);
    auto *layout = new QHBoxLayout(m_deskPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    addPostBar(*layout, desk, writer);
    connectDesk();
    m_pages->addWidget(m_deskPage);
    m_pages->setCurrentWidget(m_deskPage);
    showCounts();
    go(placesOf(desk.actor().role).first());
}

void MainWindow::addCases(Desk &desk, const DossierWriter &writer)
{
    auto *cases = new QSplitter(m_places);
    cases->setChildrenCollapsible(false);
    cases->setHandleWidth(1);
    m_places->addWidget(cases);
    QFrame *listColumn = frame("column", cases);
    listColumn->setMinimumWidth(200);
    m_list = new CaseListPanel(desk, listColumn);
    auto *listLayout = new QVBoxLayout(listColumn);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addWidget(m_list);
    m_case = new CasePage(desk, &makeForm, cases);
    m_case->setDossierWriter(writer);
    m_case->setPrinter([this](const QString &title, const QString &html) { printText(*this, title, html); });
    cases->setSizes({listWidth, width() - listWidth});
    cases->setStretchFactor(1, 1);
}

void MainWindow::connectDesk()
{
    connect(m_rail, &Rail::placeChosen, this, &MainWindow::go);
    // Queued: the answer deletes the rail whose button was clicked.
    connect(m_rail, &Rail::lockWanted, this, &MainWindow::lock, Qt::QueuedConnection);
    connect(m_rail, &Rail::logOutWanted, this, &MainWindow::logOutWanted, Qt::QueuedConnection);
    connect(m_list, &CaseListPanel::caseChosen, m_case, &CasePage::setCase);
    connect(&m_list->model(), &CaseListModel::countsChanged, this, &MainWindow::showCounts);
    connect(m_list, &CaseListPanel::explanationWanted, this, [this](const CaseId &id) {
        m_case->setCase(id);
        m_case->explainDue();
    });
    connect(m_case, &CasePage::stepTaken, m_list, &CaseListPanel::advance);
    connect(m_transfer, &TransferPage::caseWanted, this, &MainWindow::openCase);
}

void MainWindow::addPostBar(QHBoxLayout &pages, Desk &desk, const DossierWriter &writer)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(new PostBar(desk, m_deskPage));
    column->addWidget(m_places, 1);
    pages.addLayout(column, 1);
    // Another post is another desk. Queued: the answer deletes the bar whose button was clicked; and the desk
    // may have been closed when it comes.
    m_postChanges = connect(
        &desk, &Desk::postChanged, this,
        [this, &desk, writer, page = QPointer<QWidget>(m_deskPage)] {
            if (page)
                openDesk(desk, writer, m_doors);
        },
        Qt::QueuedConnection);
}

void MainWindow::addDoors(Desk &desk)
{
    if (m_doors.colleagues) {
        m_case->setColleagues(m_doors.colleagues);
        auto *handed = new HandedBox(desk, *m_doors.colleagues);
        m_transfer->addBox(handed);
        connect(handed, &HandedBox::caseWanted, this, &MainWindow::openCase);
    }
    m_case->setScanning(m_doors.scanning);
    if (m_doors.transfers)
        m_transfer->addBox(new FilesBox(desk, *m_doors.transfers));
    if (m_doors.carry)
        m_transfer->addBox(new CarryBox(desk, *m_doors.carry));
    if (m_doors.rebuild)
        m_transfer->addBox(new RebuildBox(m_doors.rebuild));
}

void MainWindow::addImport(Desk &desk)
{
    m_import = new ImportPage(desk, m_places);
    addPage(Place::Import, m_import);
    connect(m_import, &ImportPage::dispatchWanted, this, [this] { go(Place::Dispatch); });
}

void MainWindow::addPage(Place place, QWidget *page)
{
    m_places->addWidget(page);
    m_ownPages.insert(place, page);
}

void MainWindow::addPile(Desk &desk)
{
    m_pile = new PilePage(desk, pdfBooks(), m_places);
    addPage(Place::Papers, m_pile);
    connect(m_pile, &PilePage::caseWanted, this, &MainWindow::openCase);
}

void MainWindow::addArchive(Desk &desk, const DossierWriter &writer)
{
    const QList<Place> places = placesOf(desk.actor().role);
    if (places.contains(Place::Dossiers))
        addPage(Place::Dossiers, m_dossiers = m_archive->makePage(desk));
    if (places.contains(Place::Bulletin))
        addPage(Place::Bulletin, m_bulletin = m_archive->makeBulletinPage(desk));
    if (!writer)
        return;
    connect(m_case, &CasePage::printWanted, m_archive,
        [this, writer, &desk](const CaseId &id, const QString &number, bool atOnce) {
            const Result<Case> found = desk.caseOf(id);
            const qint64 bytes = found ? bytesOf(filesOf(*found)) : 0;
            m_archive->printCase(writer, {id, number, bytes, atOnce});
        });
}

/// What was typed and is not kept yet.
void MainWindow::flush()
{
    if (m_case)
        m_case->flush();
    if (m_bulletin)
        m_bulletin->flush();
}

void MainWindow::closeDesk()
{
    if (!m_deskPage)
        return;
    disconnect(m_postChanges);
    flush();
    m_pages->setCurrentWidget(m_logIn);
    delete m_deskPage;
    m_deskPage = nullptr;
    m_rail = nullptr;
    m_places = nullptr;
    m_list = nullptr;
    m_case = nullptr;
    m_transfer = nullptr;
    m_import = nullptr;
    m_pile = nullptr;
    m_dossiers = nullptr;
    m_bulletin = nullptr;
    m_ownPages.clear();
}

void MainWindow::setTextPercent(int percent)
{
    m_percent = std::clamp(percent, 100, 200);
    applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), m_dark, m_percent);
    Q_EMIT textPercentChanged(m_percent);
}

void MainWindow::showHidden(bool hidden)
{
    m_hidden = hidden;
    setWindowTitle(hidden ? tr("Chengban - not in pictures of the screen") : tr("Chengban"));
}

void MainWindow::sayCannotHide(const QString &why)
{
    auto *notice = new QMessageBox(QMessageBox::Information, tr("Chengban"), why, QMessageBox::Ok, this);
    notice->setObjectName(QStringLiteral("cannotHide"));
    notice->setAttribute(Qt::WA_DeleteOnClose);
    notice->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    flush();
    QMainWindow::closeEvent(event);
}

void MainWindow::go(Place place)
{
    m_rail->setPlace(place);
    if (QWidget *page = m_ownPages.value(place))
        m_places->setCurrentWidget(page);
    else
        m_places->setCurrentIndex(0);
    if (!isPage(place))
        m_list->setPlace(place);
}

void MainWindow::openCase(const CaseId &id)
{
    m_places->setCurrentIndex(0);
    m_list->select(id);
    m_case->setCase(id);
}

void MainWindow::showCounts()
{
    for (const auto &row : namesOf(Place())) {
        if (!isPage(row.value) && row.value != Place::All)
            m_rail->setCount(row.value, m_list->model().countIn(row.value));
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!VerifyWindow::pathIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_archive->verify(VerifyWindow::pathIn(*event->mimeData()));
}

} // namespace chengban
