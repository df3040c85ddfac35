#pragma once

// What the test, its clerks and the preloaded library share. No Qt: the library lives inside every process.
#include <array>
#include <atomic>
#include <cstdint>

namespace chengban::faults {

/// Where a process is made to die. In the order of the table in Points.cpp.
enum class Point : int {
    Nowhere,
    // The server
    ServerBeforeCommit,
    ServerInCommit,
    ServerCommittedUnanswered,
    ServerAnswerHalfSent,
    ServerInUpload,
    ServerNamingAFile,
    ServerRefreshUnanswered,
    ServerInCheckpoint,
    ServerInMigration,
    // The client
    ClientMakingTheStore,
    ClientOpening,
    ClientWritingADraft,
    ClientDraftUnsaid,
    ClientTakingAStep,
    ClientStepUnsaid,
    ClientMarkedUnsent,
    ClientRequestHalfSent,
    ClientAnswerHalfRead,
    ClientAnswerUnstored,
    ClientInThePage,
    ClientReplicaAheadOfRow,
    ClientInCheckpoint,
    ClientSealingAFile,
    ClientNamingAFile,
    ClientInUpload,
    ClientAskingForAToken,
    ClientTokenUnkept,
    ClientTokenUnused,
    ClientInMigration,
    // Either, at any moment
    Random,
};
inline constexpr int points = int(Point::Random) + 1;

enum class Operation { Write, Sync, Rename, Link, Send, Receive };
/// When a process dies: before the call, in its middle, after it.
enum class Moment { Before, Half, After };
/// What the process says of itself; only the tests' own client does.
enum class Doing : int { Nothing, Opening, Draft, Step, File };

/// One call that is waited for. The last of a point is the one in which the process dies.
struct Stop
{
    Operation operation;
    const char *path; ///< The end of the file's name, or a part of it with '*' in front; empty: any.
    std::int64_t least = 0; ///< Bytes of the call; below, it does not count.
};

struct PointRow
{
    Point point;
    const char *name;
    bool server;
    Moment moment;
    Doing doing; ///< Nothing: whatever it does.
    std::array<Stop, 3> stops;
    int stopCount;
};
[[nodiscard]] const PointRow &rowOf(Point point);

/// Shared by the test and one process through a file mapped into both; outlives the process.
struct Page
{
    std::atomic<int> point; ///< Armed; 0: none.
    std::atomic<int> passes; ///< So many times more the last call happens unharmed.
    std::atomic<int> stop; ///< How many of the point's calls have happened.
    std::atomic<int> struck; ///< The point at which the process died.
    std::atomic<int> doing;
    std::atomic<int> doingThread; ///< Whose calls count as that; 0: everybody's.
    // Between the test and a clerk.
    std::atomic<int> still; ///< The clerk begins nothing new.
    std::atomic<int> quit; ///< The clerk closes the program.
    std::atomic<int> ready; ///< The desk is open.
    std::atomic<int> online;
    std::atomic<int> waiting; ///< Commands and files that wait.
    std::atomic<int> acts;
    std::atomic<std::int64_t> aheadMs; ///< Of the clerk's clock.
    std::atomic<std::int64_t> sequence; ///< Of the journal: counts what happened to files, in all processes.
};
static_assert(std::atomic<std::int64_t>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

inline constexpr const char *pageVariable = "CHENGBAN_FAULT_PAGE";
inline constexpr const char *journalVariable = "CHENGBAN_FAULT_JOURNAL";

} // namespace chengban::faults
