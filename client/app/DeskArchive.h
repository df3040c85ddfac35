#pragma once

#include "client/app/PrintRun.h"
#include "client/centre/ArchiveTools.h"
#include "client/centre/BulletinTools.h"
#include "client/forms/DossierPanel.h"

#include <QPointer>

namespace chengban {

class ArchivePage;
class BulletinPage;
class PrintWindow;
class VerifyWindow;

/// A case's dossier that somebody wants on paper.
struct CasePrint
{
    CaseId id;
    QString number;
    qint64 bytes = 0; ///< Of its files.
    bool atOnce = false; ///< To the first printer, without a look.
};

/// What the window does with finished dossiers: the archive room, printing, verifying.
class DeskArchive : public QObject
{
    Q_OBJECT

public:
    explicit DeskArchive(QWidget &window);

    /// Without them the archive room says that the centre is not reached.
    void setServices(DossierWriter makePackage, RegisterDesk ask);
    [[nodiscard]] ArchivePage *makePage(Desk &desk);
    /// Where the words of the bulletin lie; without it they are forgotten with the window.
    void setBulletinShelf(
        std::function<BulletinDraft()> kept, std::function<Result<void>(const BulletinDraft &draft)> keep);
    [[nodiscard]] BulletinPage *makeBulletinPage(Desk &desk);

    /// Writes the case's dossier into a folder of its own and shows it for printing.
    void printCase(const DossierWriter &writer, const CasePrint &wanted);
    void printPackages(const QStringList &packages);
    /// Opens the window; an empty path lets the person choose.
    void verify(const QString &path);
    /// Nothing of a dossier stays in sight: the desk is locked or left. What is being printed is finished.
    void leave();

private:
    [[nodiscard]] PrintWindow *makePrintWindow();
    void printBulletin(const Bulletin &bulletin);

    QWidget &m_window;
    DossierWriter m_makePackage;
    RegisterDesk m_ask;
    BulletinTools m_bulletins;
    QPointer<VerifyWindow> m_verify;
};

/// The volumes in an unpacked or packed package, for printing; unpacked below `room`. Errors: those of
/// unpackBagArchive() and packageFacts().
[[nodiscard]] Result<PrintItem> printItemOf(const QString &package, const QString &room);

} // namespace chengban
