#include "client/settings/Settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

QVariant noText()
{
    return QString();
}

constexpr std::array rows{
    SettingRow{Setting::ServerUrl, "server/url", QMetaType::QString, noText, SettingScope::User},
    SettingRow{Setting::CaFile, "server/ca-file", QMetaType::QString, noText, SettingScope::User},
    SettingRow{Setting::Tenant, "server/tenant", QMetaType::QString, noText, SettingScope::User},
    SettingRow{Setting::LastUser, "server/last-user", QMetaType::QString, noText, SettingScope::User},
    SettingRow{Setting::InstallationId, "device/id", QMetaType::QString, noText, SettingScope::User},
    SettingRow{Setting::Language, "window/language", QMetaType::QString,
        [] { return QVariant(QStringLiteral("zh_CN")); }, SettingScope::User},
    SettingRow{Setting::IdleLockMinutes, "safety/idle-lock-minutes", QMetaType::Int,
        [] { return QVariant(15); }, SettingScope::User, 1, 240},
    SettingRow{Setting::HideFromCapture, "safety/hide-from-capture", QMetaType::Int,
        [] { return QVariant(0); }, SettingScope::User, 0, 1},
    SettingRow{Setting::OfflineDays, "safety/offline-days", QMetaType::Int, [] { return QVariant(14); },
        SettingScope::Machine, 1, 90},
    SettingRow{Setting::PollSeconds, "sync/poll-seconds", QMetaType::Int, [] { return QVariant(25); },
        SettingScope::Machine, 1, 120},
    SettingRow{Setting::LargestFileMiB, "files/largest-mib", QMetaType::Int, [] { return QVariant(256); },
        SettingScope::Machine, 1, 256},
    SettingRow{Setting::FontScalePercent, "window/font-scale-percent", QMetaType::Int,
        [] { return QVariant(100); }, SettingScope::User, 75, 250},
    SettingRow{Setting::WindowGeometry, "window/geometry", QMetaType::QByteArray,
        [] { return QVariant(QByteArray()); }, SettingScope::User},
    SettingRow{Setting::ScanDevice, "scan/device", QMetaType::QString, noText, SettingScope::User},
    SettingRow{Setting::ScanSource, "scan/source", QMetaType::QString, noText, SettingScope::User},
    SettingRow{Setting::ScanMode, "scan/mode", QMetaType::QString,
        [] { return QVariant(QStringLiteral("colour")); }, SettingScope::User},
    SettingRow{Setting::ScanDpi, "scan/dpi", QMetaType::Int, [] { return QVariant(300); }, SettingScope::User,
        50, 2400},
    SettingRow{Setting::ScanPaper, "scan/paper", QMetaType::QString,
        [] { return QVariant(QStringLiteral("A4")); }, SettingScope::User},
    SettingRow{Setting::ScanBrightness, "scan/brightness", QMetaType::Int, [] { return QVariant(0); },
        SettingScope::User, -100, 100},
    SettingRow{Setting::Updates, "updates/enabled", QMetaType::Int, [] { return QVariant(1); },
        SettingScope::Machine, 0, 1},
    SettingRow{Setting::ScanDriverFiles, "scan/driver-files", QMetaType::Int, [] { return QVariant(0); },
        SettingScope::Machine, 0, 1},
};

QVariant accepted(const SettingRow &row, QVariant value)
{
    if (!value.isValid() || !value.convert(QMetaType(row.type)))
        return {};
    if (row.type == QMetaType::Int && (value.toInt() < row.least || value.toInt() > row.most))
        return {};
    return value;
}

QString keyOf(const SettingRow &row)
{
    return QString::fromLatin1(row.key);
}

QString lockOf(const SettingRow &row)
{
    return keyOf(row) + QStringLiteral("_lock");
}

Result<void> written(QSettings &settings, const QString &key)
{
    settings.sync();
    return settings.status() == QSettings::NoError ? Result<void>() : fail(ErrorCode::FileUnreadable, key);
}

} // namespace

std::span<const SettingRow> settingRows()
{
    return rows;
}

const SettingRow &rowOf(Setting setting)
{
    const auto found = std::ranges::find(rows, setting, &SettingRow::setting);
    Q_ASSERT(found != rows.end());
    return *found;
}

Settings::Settings(QObject *parent)
    : QObject(parent)
    , m_user(std::make_unique<QSettings>(
          QSettings::IniFormat, QSettings::UserScope, QStringLiteral("chengban"), QStringLiteral("chengban")))
    , m_machine(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::SystemScope,
          QStringLiteral("chengban"), QStringLiteral("chengban")))
{
    m_user->setFallbacksEnabled(false);
    m_machine->setFallbacksEnabled(false);
}

Settings::Settings(const QString &userFile, const QString &machineFile, QObject *parent)
    : QObject(parent)
    , m_user(std::make_unique<QSettings>(userFile, QSettings::IniFormat))
    , m_machine(std::make_unique<QSettings>(machineFile, QSettings::IniFormat))
{
}

Settings::~Settings() = default;

QVariant Settings::stored(const QSettings &from, const SettingRow &row) const
{
    return accepted(row, from.value(keyOf(row)));
}

bool Settings::isLocked(Setting setting) const
{
    const SettingRow &row = rowOf(setting);
    return m_machine->value(lockOf(row)).toBool() && stored(*m_machine, row).isValid();
}

QVariant Settings::value(Setting setting) const
{
    const SettingRow &row = rowOf(setting);
    const QVariant machine = stored(*m_machine, row);
    if (row.scope == SettingScope::User && !isLocked(setting)) {
        const QVariant user = stored(*m_user, row);
        if (user.isValid())
            return user;
    }
    return machine.isValid() ? machine : row.otherwise();
}

Result<void> Settings::set(Setting setting, const QVariant &value)
{
    const SettingRow &row = rowOf(setting);
    if (row.scope == SettingScope::Machine || isLocked(setting))
        return fail(ErrorCode::Forbidden, keyOf(row));
    const QVariant good = accepted(row, value);
    if (!good.isValid())
        return fail(ErrorCode::BadInput, keyOf(row));
    if (good == this->value(setting) && m_user->contains(keyOf(row)))
        return {};
    m_user->setValue(keyOf(row), good);
    if (const auto kept = written(*m_user, keyOf(row)); !kept)
        return kept;
    Q_EMIT changed(setting);
    return {};
}

Result<void> Settings::setForMachine(Setting setting, const QVariant &value, bool locked)
{
    const SettingRow &row = rowOf(setting);
    const QVariant good = accepted(row, value);
    if (!good.isValid())
        return fail(ErrorCode::BadInput, keyOf(row));
    m_machine->setValue(keyOf(row), good);
    if (locked)
        m_machine->setValue(lockOf(row), true);
    else
        m_machine->remove(lockOf(row));
    if (const auto kept = written(*m_machine, keyOf(row)); !kept)
        return kept;
    Q_EMIT changed(setting);
    return {};
}

QString Settings::userFolder() const
{
    return QFileInfo(m_user->fileName()).absolutePath();
}

QString Settings::machineFolder() const
{
    return QFileInfo(m_machine->fileName()).absolutePath();
}

Result<void> Settings::forget()
{
    m_user->clear();
    const auto forgotten = written(*m_user, QStringLiteral("all"));
    QFile::remove(m_user->fileName()); // It is written once more, empty.
    QDir().rmdir(userFolder()); // Only when nothing else lies there.
    return forgotten;
}

} // namespace chengban
