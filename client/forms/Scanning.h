#pragma once

#include "client/scanning/ScanPage.h"
#include "client/scanning/ScanSource.h"

#include <QHash>

#include <functional>
#include <memory>

namespace chengban {

class Settings;

/// What scanning needs and what it remembers while a person is at work; the pages of a desk that was closed
/// by the lock, or by news of the case, wait here for the next one.
struct Scanning
{
    std::function<std::unique_ptr<ScanSource>()> newSource;
    Settings *settings = nullptr; ///< Outlives this.
    std::function<void()> pageCame = {}; ///< A person who feeds a scanner is at work.

    QList<ScanPage> kept = {};
    int person = 0; ///< Rises when another one may log in: a desk that ends afterwards leaves nothing.
    QList<ScanDevice> devices = {}; ///< Found last; looking for them takes a while.
    QHash<QString, ScanAbilities> abilities = {};
};

/// Nothing of this person's is left to the next.
inline void forgetPages(Scanning &scanning)
{
    scanning.kept.clear();
    ++scanning.person;
}

} // namespace chengban
