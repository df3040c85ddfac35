#include "client/settings/MemoryKeyStore.h"
#include "client/settings/Settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

class TestSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString userFile() const { return m_folder.filePath(QStringLiteral("user.ini")); }
    QString machineFile(const QByteArray &text)
    {
        const QString path = m_folder.filePath(QStringLiteral("machine.ini"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }

private Q_SLOTS:
    void init() { QFile::remove(userFile()); }

    void table_everySetting_hasOneRowWithItsOwnKeyAndADefaultOfItsType()
    {
        QStringList keys;
        for (const SettingRow &row : settingRows()) {
            QVERIFY(!keys.contains(QString::fromLatin1(row.key)));
            keys << QString::fromLatin1(row.key);
            QCOMPARE(row.otherwise().typeId(), int(row.type));
        }
    }

    void value_nothingStored_isTheDefault()
    {
        const Settings settings(userFile(), machineFile({}));
        QCOMPARE(settings.number(Setting::IdleLockMinutes), 15);
    }

    void value_unlockedMachineValue_servesUntilThePersonChooses()
    {
        Settings settings(userFile(), machineFile("[safety]\nidle-lock-minutes=5\n"));
        QCOMPARE(settings.number(Setting::IdleLockMinutes), 5);
        QSignalSpy spy(&settings, &Settings::changed);
        QVERIFY(settings.set(Setting::IdleLockMinutes, 30));
        QCOMPARE(settings.number(Setting::IdleLockMinutes), 30);
        QCOMPARE(spy.size(), 1);
    }

    void value_lockedMachineValue_winsOverThePersons()
    {
        Settings before(userFile(), machineFile({}));
        QVERIFY(before.set(Setting::IdleLockMinutes, 60));
        Settings settings(
            userFile(), machineFile("[safety]\nidle-lock-minutes=5\nidle-lock-minutes_lock=true\n"));
        QVERIFY(settings.isLocked(Setting::IdleLockMinutes));
        QCOMPARE(settings.number(Setting::IdleLockMinutes), 5);
        QCOMPARE(settings.set(Setting::IdleLockMinutes, 60).error().code, ErrorCode::Forbidden);
    }

    void set_outOfRange_isRefusedAndChangesNothing()
    {
        Settings settings(userFile(), machineFile({}));
        QCOMPARE(settings.set(Setting::IdleLockMinutes, 0).error().code, ErrorCode::BadInput);
        QCOMPARE(settings.number(Setting::IdleLockMinutes), 15);
    }

    void value_nonsenseInTheFile_countsAsAbsent()
    {
        const Settings settings(userFile(), machineFile("[safety]\noffline-days=never\n"));
        QCOMPARE(settings.number(Setting::OfflineDays), 14);
    }

    void set_machineScope_isNotThePersonsToChange()
    {
        Settings settings(userFile(), machineFile({}));
        QCOMPARE(settings.set(Setting::OfflineDays, 30).error().code, ErrorCode::Forbidden);
    }

    void memoryKeyStore_away_saysSoAndNeverThatThereIsNone()
    {
        MemoryKeyStore store;
        QVERIFY(store.write(QStringLiteral("k"), "secret"));
        QCOMPARE(store.read(QStringLiteral("k")).value().value(), QByteArray("secret"));
        store.away = true;
        QCOMPARE(store.read(QStringLiteral("k")).error().code, ErrorCode::KeychainUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_Settings.moc"
