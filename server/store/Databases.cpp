#include "server/store/Database.h"

#include <atomic>
#include <map>

namespace chengban {

namespace {

std::map<quint64, std::unique_ptr<Database>> &connectionsOfThisThread()
{
    static thread_local std::map<quint64, std::unique_ptr<Database>> connections;
    return connections;
}

quint64 freshNumber()
{
    static std::atomic<quint64> next{1};
    return next++;
}

} // namespace

Databases::Databases(DatabaseConfig config)
    : m_config(std::move(config))
    , m_number(freshNumber())
{
}

Databases::~Databases()
{
    connectionsOfThisThread().erase(m_number);
}

Result<Database *> Databases::here()
{
    std::unique_ptr<Database> &connection = connectionsOfThisThread()[m_number];
    if (!connection) {
        auto opened = Database::open(m_config, &m_writers);
        if (!opened)
            return fail(opened.error());
        connection = std::move(*opened);
    } else if (connection->isBroken() && !connection->inTransaction()) {
        if (const auto again = connection->reopen(); !again)
            return fail(again.error());
    }
    return connection.get();
}

} // namespace chengban
