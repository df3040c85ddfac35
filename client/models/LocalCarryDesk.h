#pragma once

#include "client/models/CarryDesk.h"
#include "client/models/LocalDesk.h"

namespace chengban {

/// CarryDesk over the desk's store; writing and reading happen in the sync thread.
class LocalCarryDesk : public CarryDesk
{
    Q_OBJECT

public:
    explicit LocalCarryDesk(LocalDesk &desk, QObject *parent = nullptr);

    QList<CarryReceiver> receivers() const override;
    QList<CarryPackage> packages() const override;
    void writeWork(const CarryReceiver &receiver, const QString &folder) override;
    void writeAnswers(const QString &package, const QString &folder) override;
    int readFolder(const QString &folder) override;

Q_SIGNALS:
    void workWanted(const chengban::CarryReceiver &receiver, const QString &file);
    void answersWanted(const QString &package, const QString &file);
    void readingWanted(const QString &file);

private:
    [[nodiscard]] QString fileIn(const QString &folder, const QString &kind) const;
    LocalDesk &m_desk;
};

} // namespace chengban
