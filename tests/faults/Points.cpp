#include "tests/faults/Points.h"

namespace chengban::faults {

namespace {

using enum Operation;
using enum Moment;

constexpr const char *serverLog = "/chengban.db-wal";
constexpr const char *workLog = "/work.db-wal";
constexpr const char *replicaLog = "/replica.db-wal";

constexpr std::array<PointRow, points> table{{
    {Point::Nowhere, "nowhere", false, Before, Doing::Nothing, {}, 0},
    {Point::ServerBeforeCommit, "server before commit", true, Before, Doing::Nothing, {{{Write, serverLog}}},
        1},
    {Point::ServerInCommit, "server in the middle of a commit", true, Half, Doing::Nothing,
        {{{Write, serverLog, 4096}}}, 1},
    {Point::ServerCommittedUnanswered, "server committed, unanswered", true, Before, Doing::Nothing,
        {{{Write, serverLog}, {Sync, serverLog}, {Send, ""}}}, 3},
    {Point::ServerAnswerHalfSent, "server's answer half sent", true, Half, Doing::Nothing,
        {{{Write, serverLog}, {Sync, serverLog}, {Send, ""}}}, 3},
    {Point::ServerInUpload, "server in an upload", true, Half, Doing::Nothing, {{{Write, "*/uploads/"}}}, 1},
    {Point::ServerNamingAFile, "server has named a file, not noted it", true, After, Doing::Nothing,
        {{{Link, "*/blobs/"}}}, 1},
    {Point::ServerRefreshUnanswered, "server renewed a token, unanswered", true, Before, Doing::Nothing,
        {{{Write, serverLog}, {Sync, serverLog}, {Send, ""}}}, 3},
    {Point::ServerInCheckpoint, "server in a checkpoint", true, Half, Doing::Nothing,
        {{{Write, "/chengban.db"}}}, 1},
    {Point::ServerInMigration, "server in a migration", true, Half, Doing::Nothing, {{{Write, serverLog}}},
        1},
    {Point::ClientMakingTheStore, "client making its store", false, Before, Doing::Opening, {{{Write, ""}}},
        1},
    {Point::ClientOpening, "client opening its store", false, Before, Doing::Opening, {{{Write, ""}}}, 1},
    {Point::ClientWritingADraft, "client writing a draft", false, Half, Doing::Draft, {{{Write, workLog}}},
        1},
    {Point::ClientDraftUnsaid, "client has a draft, has not said so", false, After, Doing::Draft,
        {{{Write, workLog}, {Sync, workLog}}}, 2},
    {Point::ClientTakingAStep, "client taking a step", false, Half, Doing::Step, {{{Write, workLog}}}, 1},
    {Point::ClientStepUnsaid, "client has taken a step, has not said so", false, After, Doing::Step,
        {{{Write, workLog}, {Sync, workLog}}}, 2},
    {Point::ClientMarkedUnsent, "client marked a command sent, has not sent it", false, Before,
        Doing::Nothing, {{{Sync, workLog}, {Send, "", 300}}}, 2},
    {Point::ClientRequestHalfSent, "client's request half sent", false, Half, Doing::Nothing,
        {{{Sync, workLog}, {Send, "", 300}}}, 2},
    {Point::ClientAnswerHalfRead, "client's answer half read", false, Half, Doing::Nothing,
        {{{Sync, workLog}, {Send, "", 300}, {Receive, ""}}}, 3},
    {Point::ClientAnswerUnstored, "client has read an answer, not stored it", false, Before, Doing::Nothing,
        {{{Send, "", 300}, {Receive, "", 300}, {Write, replicaLog}}}, 3},
    {Point::ClientInThePage, "client storing a page of the feed", false, Half, Doing::Nothing,
        {{{Write, replicaLog, 4096}}}, 1},
    {Point::ClientReplicaAheadOfRow, "client has stored the events, not the row", false, Before,
        Doing::Nothing, {{{Receive, "", 300}, {Write, replicaLog}, {Write, workLog}}}, 3},
    {Point::ClientInCheckpoint, "client in a checkpoint", false, Half, Doing::Nothing,
        {{{Write, ".db", 4096}}}, 1},
    {Point::ClientSealingAFile, "client sealing a file", false, Half, Doing::File, {{{Write, "*/files/"}}},
        1},
    {Point::ClientNamingAFile, "client has sealed a file, not noted it", false, After, Doing::File,
        {{{Rename, "*/files/"}}}, 1},
    {Point::ClientInUpload, "client in an upload", false, Half, Doing::Nothing, {{{Send, "", 8192}}}, 1},
    {Point::ClientAskingForAToken, "client has asked for a token, heard nothing", false, Before,
        Doing::Nothing, {{{Send, "", 200}, {Receive, ""}}}, 2},
    {Point::ClientTokenUnkept, "client has a token, has not kept it", false, Before, Doing::Nothing,
        {{{Rename, "*/keychain"}}}, 1},
    {Point::ClientTokenUnused, "client has kept a token, has not used it", false, After, Doing::Nothing,
        {{{Rename, "*/keychain"}}}, 1},
    {Point::ClientInMigration, "client in a migration", false, Half, Doing::Nothing, {{{Write, "*.db"}}}, 1},
    {Point::Random, "at random", false, Before, Doing::Nothing, {}, 0},
}};

constexpr bool isInOrder()
{
    for (int i = 0; i < points; ++i) {
        if (table[std::size_t(i)].point != Point(i))
            return false;
    }
    return true;
}
static_assert(isInOrder());

} // namespace

const PointRow &rowOf(Point point)
{
    return table[std::size_t(point)];
}

} // namespace chengban::faults
