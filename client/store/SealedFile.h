#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QFile>
#include <QSaveFile>

#include <memory>

namespace chengban {

/// Writes a sealed file: chunks of 64 KB chained by libsodium's secretstream, so none can be cut, moved or
/// exchanged. Nothing is at `path` before finish().
class SealedFileWriter
{
public:
    SealedFileWriter(const QString &path, QByteArrayView key);
    ~SealedFileWriter();
    /// Errors of both: DiskFull.
    [[nodiscard]] Result<void> write(QByteArrayView clear);
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> push(QByteArrayView clear, unsigned char tag);
    struct State;
    QSaveFile m_file;
    QByteArray m_buffer;
    QByteArray m_header;
    std::unique_ptr<State> m_state;
};

/// Reads a sealed file from its start. Errors of all: FileUnreadable; StoreDamaged when a chunk does not
/// open.
class SealedFileReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SealedFileReader>> open(
        const QString &path, QByteArrayView key);
    ~SealedFileReader();
    /// The next bytes, at most `most`; empty at the end.
    [[nodiscard]] Result<QByteArray> read(qsizetype most);
    [[nodiscard]] Result<void> skip(qint64 bytes);

private:
    SealedFileReader();
    [[nodiscard]] Result<void> pull();
    struct State;
    QFile m_file;
    QByteArray m_buffer;
    bool m_ended = false;
    std::unique_ptr<State> m_state;
};

} // namespace chengban
