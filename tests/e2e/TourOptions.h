#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

class QCoreApplication;

namespace chengban::e2e {

struct TourOptions
{
    QString out;
    QDateTime now; ///< When the tour began.
    QString orders; ///< Empty: the cases of the demonstration county.
    QList<int>
        rows; ///< Data rows of the file, from 1, for the three lives; empty: the first three that came in.
    QString release; ///< A newer version to be rolled out, its manifest beside it; empty: none.
};

/// Reads the command line; prints what is wrong and ends the program with 2.
[[nodiscard]] TourOptions tourOptions(const QCoreApplication &app);

} // namespace chengban::e2e
