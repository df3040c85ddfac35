#pragma once

#include "client/forms/DossierPanel.h"
#include "client/models/Places.h"

#include <QMainWindow>

#include <functional>

class QHBoxLayout;
class QSplitter;
class QStackedWidget;

namespace chengban {

class ArchivePage;
class CarryDesk;
class CaseListPanel;
class Colleagues;
class CasePage;
class DeskArchive;
class ImportPage;
class KeysPanel;
class LogInPage;
class PilePage;
class Rail;
class BulletinPage;
class TransferPage;
class Transfers;
struct Scanning;

/// What a desk offers beside the cases; each outlives the window's use of the desk, and may be missing.
struct DeskDoors
{
    Colleagues *colleagues = nullptr;
    CarryDesk *carry = nullptr;
    Transfers *transfers = nullptr;
    Scanning *scanning = nullptr;
    std::function<void()> rebuild = {}; ///< Throws the copy of the cases away.
};

/// One window, three places: the rail (where), the list (which), the page (this case). Before, the log-in
/// page.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(bool dark, QWidget *parent = nullptr);

    [[nodiscard]] LogInPage &logInPage() { return *m_logIn; }
    /// Shows the desk of the person who has logged in; `desk` outlives the window's use of it (closeDesk()).
    void openDesk(Desk &desk, DossierWriter writer, DeskDoors doors = {});
    /// The archive room, printing, verifying.
    [[nodiscard]] DeskArchive &archive() { return *m_archive; }
    void closeDesk(); ///< Saves what waits and goes back to the log-in page.
    void showHidden(
        bool hidden); ///< Whether the windows stay out of pictures of the screen: said in the title.
    void sayCannotHide(const QString &why);
    void setTextPercent(int percent);
    [[nodiscard]] int textPercent() const { return m_percent; }

Q_SIGNALS:
    void lockWanted();
    void hidingWanted(bool hidden); ///< From pictures of the screen.
    void logOutWanted();
    void textPercentChanged(int percent);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override; ///< A package or PDF: verified.

private:
    void addKeys();
    void addCases(Desk &desk, const DossierWriter &writer);
    void addImport(Desk &desk);
    void addPage(Place place, QWidget *page);
    void flush();
    void addDoors(Desk &desk);
    void addPile(Desk &desk);
    void addArchive(Desk &desk, const DossierWriter &writer);
    void addPostBar(QHBoxLayout &pages, Desk &desk, const DossierWriter &writer);
    void connectDesk();
    void addKey(const QKeySequence &keys, void (MainWindow::*action)());
    void go(Place place);
    void openCase(const CaseId &id);
    void showCounts();
    // What the keys do; without an open desk nothing.
    void pressMain();
    void nextProblem();
    void explainDue();
    void search();
    void print();
    void printAtOnce();
    void lock();
    void nextCase();
    void previousCase();
    void closePanels();
    void showKeys();
    void larger();
    void smaller();
    void toggleHidden();

    bool m_dark;
    bool m_hidden = false; ///< From pictures of the screen.
    int m_percent = 100;
    QStackedWidget *m_pages;
    LogInPage *m_logIn;
    KeysPanel *m_keys;
    QWidget *m_deskPage = nullptr;
    Rail *m_rail = nullptr;
    QStackedWidget *m_places = nullptr; ///< The cases, or a page of its own.
    CaseListPanel *m_list = nullptr;
    CasePage *m_case = nullptr;
    TransferPage *m_transfer = nullptr;
    QMetaObject::Connection m_postChanges;
    DeskDoors m_doors;
    DeskArchive *m_archive;
    ArchivePage *m_dossiers = nullptr;
    BulletinPage *m_bulletin = nullptr; ///< The centre's alone.
    QHash<Place, QWidget *> m_ownPages; ///< Of places that are no list of cases.
    PilePage *m_pile = nullptr; ///< Of those who file signed sheets.
    ImportPage *m_import = nullptr; ///< The centre's alone.
};

} // namespace chengban
