#pragma once

#include "cli/Console.h"

namespace chengban::cli {

// One file each; what they take and do stands in main.cpp's table.
Exit runWorkdays(const QStringList &arguments, Console &console);
Exit runDue(const QStringList &arguments, Console &console);
Exit runCheck(const QStringList &arguments, Console &console);
Exit runLife(const QStringList &arguments, Console &console);
Exit runPacksCompare(const QStringList &arguments, Console &console);
Exit runPacks(const QStringList &arguments, Console &console);
Exit runVerify(const QStringList &arguments, Console &console);
Exit runDossier(const QStringList &arguments, Console &console);
Exit runDossierVerify(const QStringList &arguments, Console &console); ///< Behind `dossier`.
Exit runRelease(const QStringList &arguments, Console &console);
Exit runRecover(const QStringList &arguments, Console &console);
Exit runCarry(const QStringList &arguments, Console &console);
Exit runImportPreview(const QStringList &arguments, Console &console);

} // namespace chengban::cli
