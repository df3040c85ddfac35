#include "client/sync/Indexer.h"

namespace chengban {

namespace {

constexpr int sliceSize = 50;

} // namespace

Indexer::Indexer(SearchIndex &index, QObject *parent)
    : QObject(parent)
    , m_index(index)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Indexer::doSlice);
}

void Indexer::start()
{
    m_next.start(0);
}

void Indexer::doSlice()
{
    const auto left = m_index.indexSome(sliceSize);
    // An index that cannot be written costs speed, not hits; the next change tries again.
    if (left && *left > 0)
        start();
    else if (left)
        Q_EMIT complete();
}

} // namespace chengban
