#pragma once

#include "client/settings/Settings.h"
#include "shared/base/Result.h"

#include <QString>

namespace chengban {

class KeyStore;

/// The folder of this person's sealed stores on this machine: never in a profile that follows them to other
/// machines.
[[nodiscard]] QString dataRoot();

/// What an installation lays down so that nobody types it at the first log-in.
struct SetUpRequest
{
    QString server = {}; ///< https://…; empty: stays as it is.
    QString caFile
        = {}; ///< PEM of the county's certificate authority; copied beside the settings. Empty: stays.
    QString tenant = {}; ///< Empty: stays.
    bool forMachine = false; ///< For everyone on this machine instead of this person.
    bool locked = false; ///< Persons may not choose otherwise; only with forMachine.
};

/// Checks everything first, then writes. Errors: BadInput (an address that is not https, `locked` without
/// `forMachine`), CertificateUntrusted (no certificate in the file), FileUnreadable (not readable, or the
/// settings cannot be written).
[[nodiscard]] Result<void> setUp(const SetUpRequest &request, Settings &settings);

/// Removes what this person has on this machine: their stores with unsent work, their keys and their
/// settings. What is in use by a running program may stay. Errors: FileUnreadable when something could not be
/// removed.
[[nodiscard]] Result<void> forgetPerson(const QString &dataRoot, Settings &settings, KeyStore &keychain);

} // namespace chengban
