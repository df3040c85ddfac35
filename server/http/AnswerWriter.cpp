#include "server/http/AnswerWriter.h"

#include "server/http/AnswerHead.h"
#include "server/http/Offload.h"

namespace chengban::server {

using boost::asio::awaitable;

namespace {

constexpr qint64 sliceBytes = 1 << 20;

} // namespace

awaitable<bool> AnswerWriter::write(const Response &response, AnswerForm form)
{
    QByteArray message = answerHead(response, form.close, QDateTime::currentDateTimeUtc());
    if (!form.headOnly && !response.file)
        message += response.body; // In one piece: one TLS record for a small answer.
    m_connection.allow(m_state.limits.writeTime);
    const bool written = co_await m_connection.write(message);
    if (!written || !response.file || form.headOnly)
        co_return written;
    const bool whole = co_await writeFile(*response.file);
    if (!whole)
        m_connection.end();
    co_return whole;
}

awaitable<bool> AnswerWriter::writeFile(const FileSlice &file)
{
    for (qint64 sent = 0; sent < file.length;) {
        const qint64 size = std::min(sliceBytes, file.length - sent);
        auto work = [read = file.read, offset = file.offset + sent, size] { return read(offset, size); };
        m_connection.allowForever(); // The pool's time is not the peer's.
        const QByteArray slice = co_await offload(m_state.pool, std::move(work));
        if (slice.size() != size)
            co_return false;
        m_connection.allow(m_state.limits.writeTime);
        const bool written = co_await m_connection.write(slice);
        if (!written)
            co_return false;
        sent += size;
    }
    co_return true;
}

} // namespace chengban::server
