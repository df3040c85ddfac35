#include "shared/dossier/ScratchFolder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <limits>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const auto diesHolding = u"--die-holding"_s;

void put(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("clear text") > 0);
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
}

} // namespace

class TestScratchFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folder_whileItLives_belongsToItsUserAlone();
    void folder_goneOutOfScope_leavesNothing();
    void folder_thatFitsIntoMemory_isNotOnTheDisk();
    void folder_tooLargeForMemory_standsOnTheDisk();
    void folder_withNoPlace_isNotValid();
    void sweep_folderOfALivingProgram_stays();
    void sweep_folderOfAProgramThatDied_isRemoved();
    void sweep_folderThatAViewerHeld_isRemoved();

private:
    QTemporaryDir m_memory;
    QTemporaryDir m_disk;
    const ScratchPlaces m_places{m_memory.path(), m_disk.path()};
};

void TestScratchFolder::folder_whileItLives_belongsToItsUserAlone()
{
#ifdef Q_OS_WIN
    QSKIP("there the profile's own access list protects it");
#endif
    const ScratchFolder folder(0, m_places);
    QVERIFY(folder.isValid());
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(folder.path()) & (owner | others), owner);
}

void TestScratchFolder::folder_goneOutOfScope_leavesNothing()
{
    {
        const ScratchFolder folder(0, m_places);
        put(folder.filePath(u"package.zip"_s));
        QVERIFY(QDir(folder.path()).mkdir(u"bag"_s));
        QCOMPARE(namesIn(folder.path()).size(), 2);
    }
    QCOMPARE(namesIn(m_memory.path()) + namesIn(m_disk.path()), QStringList());
}

void TestScratchFolder::sweep_folderThatAViewerHeld_isRemoved()
{
    // Its owner is gone and took the lock along, but could not remove what was open.
    QVERIFY(QDir(m_disk.path()).mkdir(u"chengban-scratch-left"_s));
    put(m_disk.filePath(u"chengban-scratch-left/a.pdf"_s));
    QVERIFY(QDir(m_disk.path()).mkdir(u"of-somebody-else"_s));
    ScratchFolder::sweep(m_places);
    QCOMPARE(namesIn(m_disk.path()), QStringList(u"of-somebody-else"_s));
    QVERIFY(QDir(m_disk.path()).rmdir(u"of-somebody-else"_s));
}

void TestScratchFolder::folder_thatFitsIntoMemory_isNotOnTheDisk()
{
    const ScratchFolder folder(1, m_places);
    QVERIFY(folder.path().startsWith(m_memory.path()));
    QCOMPARE(namesIn(m_disk.path()), QStringList());
}

void TestScratchFolder::folder_tooLargeForMemory_standsOnTheDisk()
{
    const ScratchFolder folder(std::numeric_limits<qint64>::max() / 2, m_places);
    QVERIFY(folder.isValid() && folder.path().startsWith(m_disk.path()));
}

void TestScratchFolder::folder_withNoPlace_isNotValid()
{
    const ScratchFolder folder(0, {QString(), m_disk.filePath(u"not-there"_s)});
    QVERIFY(!folder.isValid());
}

void TestScratchFolder::sweep_folderOfALivingProgram_stays()
{
    const ScratchFolder folder(0, m_places);
    put(folder.filePath(u"package.zip"_s));
    ScratchFolder::sweep(m_places);
    QVERIFY(QFile::exists(folder.filePath(u"package.zip"_s)));
}

void TestScratchFolder::sweep_folderOfAProgramThatDied_isRemoved()
{
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), {diesHolding, m_memory.path()}), 1);
    QVERIFY(!namesIn(m_memory.path()).isEmpty());
    put(m_memory.filePath(u"somebody-else's"_s));
    ScratchFolder::sweep(m_places);
    QCOMPARE(namesIn(m_memory.path()), QStringList{u"somebody-else's"_s});
    QVERIFY(m_memory.remove());
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == diesHolding) {
        const ScratchFolder folder(0, {arguments.value(2), arguments.value(2)});
        put(folder.filePath(u"package.zip"_s));
        std::_Exit(1); // No destructor runs.
    }
    TestScratchFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ScratchFolder.moc"
