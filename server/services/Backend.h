#pragma once

#include "server/store/Sealing.h"
#include "shared/base/Ids.h"

namespace chengban {

class BlobFiles;
class CaseMemory;
class Databases;
class FeedSignal;
class ReleaseFiles;
class RuleBook;
struct ServerKeys;

/// What the services stand on. Made once in main; outlives every service. Services hold no state of their
/// own, so any thread may use one: each call works on the thread's own connection.
struct Backend
{
    Databases &databases;
    const ServerKeys &keys;
    const RuleBook &rules;
    const BlobFiles &files;
    FeedSignal &signal;
    RandomSource random = systemRandom;
    CaseMemory *memory = nullptr; ///< Null: each command reads the whole log of its case.
    const ReleaseFiles *releases = nullptr; ///< Null: none are served.
};

} // namespace chengban
