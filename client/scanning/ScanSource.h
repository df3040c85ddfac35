#pragma once

#include "client/scanwire/ScanValues.h"

#include <QImage>
#include <QObject>

#include <optional>

namespace chengban {

/// How a scan ended: with all pages, stopped by the person, or by what went wrong. The pages before that were
/// announced and are whole.
struct ScanEnd
{
    int pages = 0;
    bool cancelled = false;
    std::optional<Error> problem;

    bool operator==(const ScanEnd &) const = default;
};

/// Where pages come from. One question at a time: a further one is answered ScannerBusy. All calls return at
/// once; each is answered by exactly one of devicesListed, abilitiesKnown and scanEnded, in this thread.
/// SANE in a process of its own is one source (ScanWorker); WIA on Windows will be another.
class ScanSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void listDevices() = 0;
    virtual void askAbilities(const QString &device) = 0;
    virtual void scan(const QString &device, const ScanOptions &options) = 0;
    /// Ends what is under way soon, whatever the driver does; it is answered all the same.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isBusy() const = 0;

Q_SIGNALS:
    void devicesListed(const chengban::Result<QList<chengban::ScanDevice>> &devices);
    void abilitiesKnown(const QString &device, const chengban::Result<chengban::ScanAbilities> &abilities);
    /// Of the page that is coming, from 1; `done` is 0…1, below 0 while nobody knows how long it is.
    void progressed(int page, double done);
    /// A page: Format_Mono with white 0 and black 1, Format_Grayscale8 or Format_RGB888, with its density.
    void pageScanned(const QImage &page);
    void scanEnded(const chengban::ScanEnd &end);
};

} // namespace chengban
