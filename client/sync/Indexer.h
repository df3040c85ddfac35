#pragma once

#include "client/store/SearchIndex.h"

#include <QObject>
#include <QTimer>

namespace chengban {

/// Brings the search index up to the replica in slices, so that what else the thread has to do comes in
/// between.
class Indexer : public QObject
{
    Q_OBJECT

public:
    explicit Indexer(SearchIndex &index, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void complete();

private:
    void doSlice();

    SearchIndex &m_index;
    QTimer m_next;
};

} // namespace chengban
