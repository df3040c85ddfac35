#pragma once

#include "shared/dossier/Bulletin.h"

namespace chengban {

class LocalDesk;

// The bulletin that a person is writing lies sealed in their store, until it is written over.

/// Empty when there is none, or while the desk is locked.
[[nodiscard]] BulletinDraft keptBulletin(const LocalDesk &desk);
/// Durably. Errors: StoreLocked, DiskFull, those of the store.
[[nodiscard]] Result<void> keepBulletin(LocalDesk &desk, const BulletinDraft &draft);

} // namespace chengban
