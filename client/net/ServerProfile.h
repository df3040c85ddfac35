#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace chengban {

/// The server this client talks to, and the only authority it believes.
struct ServerProfile
{
    QUrl url; ///< https only.
    QByteArray caPem; ///< The county's own certificate authority; the system's are not asked.
    QString device;

    bool operator==(const ServerProfile &) const = default;
};

} // namespace chengban
