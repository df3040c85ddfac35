#pragma once

#include "shared/base/Result.h"

#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>
#include <span>

class QSettings;

namespace chengban {

enum class Setting {
    ServerUrl,
    CaFile, ///< PEM of the county's own certificate authority; the only one that is trusted.
    Tenant,
    LastUser,
    InstallationId, ///< Made once per installation.
    Language,
    IdleLockMinutes,
    HideFromCapture, ///< 1: the windows stay out of pictures of the screen, where the system can do that.
    OfflineDays, ///< Offline use ends after so many days without contact; drafts and outbox stay.
    PollSeconds, ///< How long the server may hold a feed question.
    LargestFileMiB,
    FontScalePercent,
    WindowGeometry,
    ScanDevice, ///< What was chosen last, each on this PC.
    ScanSource,
    ScanMode,
    ScanDpi,
    ScanPaper,
    ScanBrightness,
    Updates, ///< 0: newer versions are not asked for; the IT department installs them.
    ScanDriverFiles, ///< 1: a scanner's driver may write files, in clear. Drivers that need it are rare.
};

enum class SettingScope {
    User, ///< The person's; a machine value serves until they choose, and rules when it is locked.
    Machine, ///< Set by the IT department, or by the installation for itself; a person's value is not read.
};

/// One row of the only table of settings. A value outside `least`…`most` counts as absent.
struct SettingRow
{
    Setting setting;
    const char *key;
    QMetaType::Type type;
    QVariant (*otherwise)();
    SettingScope scope;
    int least = 0; ///< For integers.
    int most = 0;
};

[[nodiscard]] std::span<const SettingRow> settingRows();
[[nodiscard]] const SettingRow &rowOf(Setting setting);

/// The values in force. Order: a locked machine value (`<key>_lock=true` beside it), the person's, an
/// unlocked machine value, the default. Secrets never lie here; see KeyStore.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// Of this person on this machine: ini files where the platform keeps them.
    explicit Settings(QObject *parent = nullptr);
    Settings(const QString &userFile, const QString &machineFile, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] QVariant value(Setting setting) const;
    [[nodiscard]] QString text(Setting setting) const { return value(setting).toString(); }
    [[nodiscard]] int number(Setting setting) const { return value(setting).toInt(); }
    [[nodiscard]] bool isLocked(Setting setting) const;

    /// Errors: Forbidden for a locked setting; BadInput for a value of the wrong type or out of range;
    /// FileUnreadable when it could not be written.
    [[nodiscard]] Result<void> set(Setting setting, const QVariant &value);

    /// Sets a value for everyone on this machine, and whether persons may choose another one: what an
    /// installation does. Errors: BadInput as set(); FileUnreadable, also when this person may not write the
    /// machine's file.
    [[nodiscard]] Result<void> setForMachine(Setting setting, const QVariant &value, bool locked);

    /// Where the files of a person's and of the machine's settings lie.
    [[nodiscard]] QString userFolder() const;
    [[nodiscard]] QString machineFolder() const;
    /// Takes everything this person chose away, with the file. Errors: FileUnreadable.
    [[nodiscard]] Result<void> forget();

Q_SIGNALS:
    void changed(chengban::Setting setting);

private:
    [[nodiscard]] QVariant stored(const QSettings &from, const SettingRow &row) const;

    std::unique_ptr<QSettings> m_user;
    std::unique_ptr<QSettings> m_machine;
};

} // namespace chengban
