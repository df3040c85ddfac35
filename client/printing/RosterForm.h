#pragma once

#include "client/printing/DossierWriter.h"

namespace chengban {

/// One person of the roster (M24).
struct RosterPerson
{
    QString post; ///< 分管领导, 经办人A, 经办人B
    QString name;
    QString title;
    QString officePhone;
    QString mobile;
    QString fax;
    bool operator==(const RosterPerson &) const = default;
};

/// The unit's roster as it is handed to the centre, sealed. What is empty is written by hand.
struct RosterForm
{
    QString unitName;
    QList<RosterPerson> people; ///< Empty: the three posts of the form, to be filled in by hand.
    QString note;
    QString filledBy;
    QString phone;
    qint64 atMs = 0;
};

/// Errors: FontMissing, DiskFull, FileUnreadable.
[[nodiscard]] Result<DossierInfo> writeRosterForm(const RosterForm &form, const QString &path);

} // namespace chengban
