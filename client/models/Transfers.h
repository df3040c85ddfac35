#pragma once

#include "client/store/Blobs.h"
#include "shared/base/ErrorCode.h"

#include <QObject>

#include <optional>

namespace chengban {

/// A file on its way, as a person wants to see it.
struct FileTransfer
{
    QString sha256;
    QString name; ///< As the clerk named it; empty when nothing here says so.
    bool up = true; ///< To the server; otherwise from it.
    qint64 size = 0; ///< 0: not known yet.
    qint64 done = 0; ///< Bytes.
    std::optional<qint64> secondsLeft = {}; ///< None while nothing moves.
    qint64 nextTryMs = 0;
    std::optional<ErrorCode> reason = {}; ///< Why it waits.
    bool operator==(const FileTransfer &) const = default;
};

/// The window's door to files under way, one by one.
class Transfers : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    [[nodiscard]] virtual QList<FileTransfer> files() const = 0;

Q_SIGNALS:
    void changed();
};

/// How long the rest takes at the pace since the first word; none before two words of progress.
class Pace
{
public:
    void note(qint64 done, qint64 atMs);
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] std::optional<qint64> secondsLeft(qint64 size, qint64 nowMs) const;

private:
    qint64 m_firstDone = -1;
    qint64 m_firstMs = 0;
    qint64 m_done = 0;
    qint64 m_atMs = 0;
};

} // namespace chengban
