#include "client/app/DeskArchive.h"

#include "client/app/PrintWindow.h"
#include "client/app/VerifyWindow.h"
#include "client/centre/ArchivePage.h"
#include "client/centre/BulletinPage.h"
#include "client/models/WhenDone.h"
#include "client/printing/Bulletin.h"
#include "shared/dossier/BagArchive.h"
#include "shared/dossier/ScratchFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>

namespace chengban {

namespace {

/// Gone with the window that shows what is in it.
std::shared_ptr<ScratchFolder> roomOf(PrintWindow &window, qint64 bytes)
{
    auto room = std::make_shared<ScratchFolder>(bytes); // The thread that fills it may outlive the window.
    QObject::connect(&window, &QObject::destroyed, &window, [room] {});
    return room;
}

QFuture<Result<void>> writtenBulletin(const Bulletin &bulletin, const QString &path)
{
    return QtConcurrent::run(
        [bulletin, path] { return writeBulletin(bulletin, path).map([](const auto &) {}); });
}

QStringList pdfsIn(const QString &folder)
{
    QStringList files;
    for (const QString &name : QDir(folder).entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name))
        files.append(QDir(folder).filePath(name));
    return files;
}

Result<QList<PrintItem>> itemsOf(const QStringList &packages, const QString &room)
{
    QList<PrintItem> items;
    for (const QString &package : packages) {
        const QString place = QDir(room).filePath(QString::number(items.size()));
        if (!QDir().mkpath(place))
            return fail(ErrorCode::DiskFull);
        const Result<PrintItem> item = printItemOf(package, place);
        if (!item)
            return fail(item.error());
        items.append(*item);
    }
    return items;
}

} // namespace

Result<PrintItem> printItemOf(const QString &package, const QString &room)
{
    const Result<QString> folder
        = QDir(package).exists() ? Result<QString>(package) : unpackBagArchive(package, room);
    if (!folder)
        return fail(folder.error());
    const Result<PackageFacts> facts = packageFacts(*folder);
    if (!facts)
        return fail(facts.error());
    return PrintItem{facts->archiveNumber, pdfsIn(QDir(*folder).filePath(QStringLiteral("data")))};
}

DeskArchive::DeskArchive(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

void DeskArchive::setServices(DossierWriter makePackage, RegisterDesk ask)
{
    m_makePackage = std::move(makePackage);
    m_ask = std::move(ask);
}

ArchivePage *DeskArchive::makePage(Desk &desk)
{
    ArchiveTools tools;
    tools.ask = m_ask ? m_ask : [](const RegisterCall &) {
        return QtFuture::makeReadyFuture(Result<RegisterAnswer>(fail(ErrorCode::ServerAway)));
    };
    tools.makePackage = m_makePackage;
    tools.print = [this](const QStringList &packages) { printPackages(packages); };
    tools.verify = [this] { verify({}); };
    return new ArchivePage(desk, std::move(tools));
}

void DeskArchive::setBulletinShelf(
    std::function<BulletinDraft()> kept, std::function<Result<void>(const BulletinDraft &draft)> keep)
{
    m_bulletins.kept = std::move(kept);
    m_bulletins.keep = std::move(keep);
}

BulletinPage *DeskArchive::makeBulletinPage(Desk &desk)
{
    BulletinTools tools = m_bulletins;
    if (!tools.kept)
        tools.kept = [] { return BulletinDraft(); };
    if (!tools.keep)
        tools.keep = [](const BulletinDraft &) { return Result<void>(); };
    tools.write = &writtenBulletin;
    tools.print = [this](const Bulletin &bulletin) { printBulletin(bulletin); };
    return new BulletinPage(desk, std::move(tools));
}

void DeskArchive::printBulletin(const Bulletin &bulletin)
{
    PrintWindow *window = makePrintWindow();
    const auto room = roomOf(*window, 0);
    const QString path = room->filePath(QStringLiteral("bulletin.pdf"));
    window->say(tr("The bulletin is being written"));
    whenDone(window, writtenBulletin(bulletin, path),
        [window, room, title = bulletin.title](const Result<void> &written) {
            if (written)
                window->setItems({{title, pdfsIn(room->path())}});
            else
                window->say(errorText(written.error().code));
        });
}

PrintWindow *DeskArchive::makePrintWindow()
{
    auto *window = new PrintWindow(&m_window);
    window->show();
    return window;
}

void DeskArchive::leave()
{
    const QList<PrintWindow *> windows
        = m_window.findChildren<PrintWindow *>(QString(), Qt::FindDirectChildrenOnly);
    for (PrintWindow *window : windows)
        window->leave();
    delete m_verify;
}

void DeskArchive::printCase(const DossierWriter &writer, const CasePrint &wanted)
{
    PrintWindow *window = makePrintWindow();
    const auto room = roomOf(*window, wanted.bytes);
    window->say(tr("The dossier is being written"));
    const QFuture<Result<void>> writing = writer(wanted.id, room->filePath(QStringLiteral("dossier.pdf")));
    whenDone(window, writing, [window, room, wanted](const Result<void> &written) {
        if (!written)
            return window->say(errorText(written.error().code));
        window->setItems({{wanted.number, pdfsIn(room->path())}});
        if (wanted.atOnce)
            window->printAll();
    });
}

void DeskArchive::printPackages(const QStringList &packages)
{
    PrintWindow *window = makePrintWindow();
    qint64 bytes = 0;
    for (const QString &package : packages)
        bytes += QFileInfo(package).size();
    const auto room = roomOf(*window, bytes);
    window->say(tr("The dossiers are being opened"));
    // The packages themselves may be gone before the window is: everything is unpacked first.
    whenDone(window, QtConcurrent::run([packages, room] { return itemsOf(packages, room->path()); }),
        [window](const Result<QList<PrintItem>> &items) {
            if (items)
                window->setItems(*items);
            else
                window->say(errorText(items.error().code));
        });
}

void DeskArchive::verify(const QString &path)
{
    if (!m_verify)
        m_verify = new VerifyWindow(&m_window);
    m_verify->show();
    m_verify->raise();
    if (!path.isEmpty())
        m_verify->verify(path);
}

} // namespace chengban
