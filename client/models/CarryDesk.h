#pragma once

#include "client/store/Carry.h"
#include "client/sync/CarryReport.h"

#include <QObject>

namespace chengban {

/// The window's door to packages on a stick (docs/adr/0021). What takes longer is told by ended().
class CarryDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Computers of the own unit, the person's other ones first.
    [[nodiscard]] virtual QList<CarryReceiver> receivers() const = 0;
    [[nodiscard]] virtual QList<CarryPackage> packages() const = 0; ///< Newest first.
    virtual void writeWork(const CarryReceiver &receiver, const QString &folder) = 0;
    virtual void writeAnswers(const QString &package, const QString &folder) = 0;
    /// Every package that lies in the folder, one report for each; none when there is none.
    virtual int readFolder(const QString &folder) = 0;

Q_SIGNALS:
    void packagesChanged();
    void ended(const chengban::CarryReport &report);
};

/// The ending of a package's file name.
[[nodiscard]] QString carrySuffix();

} // namespace chengban
