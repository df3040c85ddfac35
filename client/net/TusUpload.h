#pragma once

#include "client/net/ApiClient.h"

#include <QObject>

#include <functional>

namespace chengban {

/// What is uploaded.
struct UploadSource
{
    QString sha256; ///< Of the whole, 64 hex digits.
    QString fileName; ///< For the server's log of types; not the name the clerk gave.
    qint64 size = 0;
    /// Bytes from `offset`, at most `most`; called on the job's thread.
    std::function<Result<QByteArray>(qint64 offset, qint64 most)> read;
    QByteArray purpose = {}; ///< Empty for an attachment, else wire::packagePurpose.
};

/// One file to the server by tus 1.0.0: creation, chunks with a checksum each, resumed where the server
/// stands.
///
/// start() once; then `done` exactly once, unless the job is deleted, which may happen at any time: what the
/// server has got so far stays there, and a later job with the same `url` goes on from it. Never moves
/// backwards: the server's offset is the truth. Must not touch `source` after `done`.
class TusUpload : public QObject
{
    Q_OBJECT

public:
    /// `url`: where an earlier job began it; empty to begin.
    TusUpload(ApiClient &api, UploadSource source, QString url, QObject *parent = nullptr);
    void start(ApiClient::Done<void> done);

    /// Without a byte either way.
    void setTimeoutMs(int timeoutMs) { m_timeoutMs = timeoutMs; }

    static constexpr qint64 chunkSize = 4 << 20;

Q_SIGNALS:
    void begun(const QString &url); ///< To be remembered before more is sent.
    void advanced(qint64 offset);

private:
    void create();
    void askOffset();
    void sendChunk();
    void takeOffset(const Result<ApiAnswer> &answer);
    void takeChunk(const Result<ApiAnswer> &answer);
    void end(const Result<void> &result);

    ApiClient &m_api;
    UploadSource m_source;
    QString m_url;
    ApiClient::Done<void> m_done;
    qint64 m_offset = 0;
    int m_mismatches = 0;
    int m_timeoutMs = 15'000;
};

} // namespace chengban
