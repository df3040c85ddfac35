#include "client/sync/LineWatch.h"

#include <QNetworkInformation>

namespace chengban {

void LineWatch::start()
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    const auto *system = QNetworkInformation::instance();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &LineWatch::tell);
    connect(system, &QNetworkInformation::isMeteredChanged, this, &LineWatch::tell);
    tell();
}

void LineWatch::tell()
{
    const auto *system = QNetworkInformation::instance();
    const bool down = system->supports(QNetworkInformation::Feature::Reachability)
        && system->reachability() == QNetworkInformation::Reachability::Disconnected;
    const bool metered = system->supports(QNetworkInformation::Feature::Metered) && system->isMetered();
    Q_EMIT changed(down, metered);
}

} // namespace chengban
