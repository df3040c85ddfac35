#pragma once

#include "server/http/Connection.h"
#include "server/http/ListenerState.h"

namespace chengban::server {

/// Whether the peer hears the end of the connection with the answer, and whether it asked for the head alone.
struct AnswerForm
{
    bool close = false;
    bool headOnly = false;
};

/// Sends answers: from memory in one piece, files slice by slice as the peer takes them.
class AnswerWriter
{
public:
    AnswerWriter(ListenerState &state, Connection &connection)
        : m_state(state)
        , m_connection(connection)
    {
    }

    /// True when all of it is out. A file that ended early cannot keep the announced length: then the
    /// connection is over.
    [[nodiscard]] boost::asio::awaitable<bool> write(const Response &response, AnswerForm form);

private:
    boost::asio::awaitable<bool> writeFile(const FileSlice &file);

    ListenerState &m_state;
    Connection &m_connection;
};

} // namespace chengban::server
