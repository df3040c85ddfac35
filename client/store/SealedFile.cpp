#include "client/store/SealedFile.h"

#include "client/store/FolderSync.h"

#include <QFileInfo>

#include <sodium.h>

#include <algorithm>

namespace chengban {

namespace {

constexpr qsizetype chunkSize = 64 * 1024;
constexpr qsizetype sealSize = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype headerSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}
unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

} // namespace

struct SealedFileWriter::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
};
struct SealedFileReader::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
};

SealedFileWriter::SealedFileWriter(const QString &path, QByteArrayView key)
    : m_file(path)
    , m_header(headerSize, '\0')
    , m_state(std::make_unique<State>())
{
    crypto_secretstream_xchacha20poly1305_init_push(&m_state->stream, bytes(m_header), bytes(key));
}

SealedFileWriter::~SealedFileWriter() = default;

Result<void> SealedFileWriter::push(QByteArrayView clear, unsigned char tag)
{
    if (!m_file.isOpen() && (!m_file.open(QIODevice::WriteOnly) || m_file.write(m_header) != m_header.size()))
        return fail(ErrorCode::DiskFull, QStringLiteral("sealed file"));
    QByteArray sealed(clear.size() + sealSize, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(
        &m_state->stream, bytes(sealed), nullptr, bytes(clear), size_t(clear.size()), nullptr, 0, tag);
    if (m_file.write(sealed) != sealed.size())
        return fail(ErrorCode::DiskFull, QStringLiteral("sealed file"));
    return {};
}

Result<void> SealedFileWriter::write(QByteArrayView clear)
{
    m_buffer.append(clear.data(), clear.size());
    qsizetype done = 0;
    // The last chunk is kept back: finish() marks it as the end.
    while (m_buffer.size() - done > chunkSize) {
        const auto pushed = push(QByteArrayView(m_buffer).sliced(done, chunkSize), 0);
        if (!pushed)
            return pushed;
        done += chunkSize;
    }
    m_buffer.remove(0, done);
    return {};
}

Result<void> SealedFileWriter::finish()
{
    if (const auto pushed = push(m_buffer, crypto_secretstream_xchacha20poly1305_TAG_FINAL); !pushed)
        return pushed;
    if (!m_file.commit())
        return fail(ErrorCode::DiskFull, QStringLiteral("sealed file"));
    // Who is told that the file is here must find it after a power cut, and the folder made for it.
    const QString folder = QFileInfo(m_file.fileName()).path();
    const auto synced = syncFolder(folder);
    return synced ? syncFolder(QFileInfo(folder).path()) : synced;
}

SealedFileReader::SealedFileReader()
    : m_state(std::make_unique<State>())
{
}

SealedFileReader::~SealedFileReader() = default;

Result<std::unique_ptr<SealedFileReader>> SealedFileReader::open(const QString &path, QByteArrayView key)
{
    std::unique_ptr<SealedFileReader> reader(new SealedFileReader);
    reader->m_file.setFileName(path);
    if (!reader->m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, QStringLiteral("sealed file"));
    const QByteArray header = reader->m_file.read(headerSize);
    if (header.size() != headerSize
        || crypto_secretstream_xchacha20poly1305_init_pull(
            &reader->m_state->stream, bytes(header), bytes(key)))
        return fail(ErrorCode::StoreDamaged, QStringLiteral("sealed file"));
    return reader;
}

Result<void> SealedFileReader::pull()
{
    const QByteArray sealed = m_file.read(chunkSize + sealSize);
    if (sealed.size() < sealSize)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("sealed file is cut"));
    QByteArray clear(sealed.size() - sealSize, Qt::Uninitialized);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(
            &m_state->stream, bytes(clear), nullptr, &tag, bytes(sealed), size_t(sealed.size()), nullptr, 0))
        return fail(ErrorCode::StoreDamaged, QStringLiteral("sealed file"));
    m_ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    m_buffer += clear;
    return {};
}

Result<QByteArray> SealedFileReader::read(qsizetype most)
{
    while (m_buffer.size() < most && !m_ended) {
        if (const auto pulled = pull(); !pulled)
            return fail(pulled.error());
    }
    const QByteArray taken = m_buffer.first(std::min(most, m_buffer.size()));
    m_buffer.remove(0, taken.size());
    return taken;
}

Result<void> SealedFileReader::skip(qint64 count)
{
    while (count > 0) {
        const auto taken = read(qsizetype(std::min<qint64>(count, chunkSize)));
        if (!taken)
            return fail(taken.error());
        if (taken->isEmpty())
            return fail(ErrorCode::StoreDamaged, QStringLiteral("sealed file is short"));
        count -= taken->size();
    }
    return {};
}

} // namespace chengban
