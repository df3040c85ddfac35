#include "client/printing/PageSpool.h"

#include <QDir>

#include <qpdf/Pipeline.hh>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace chengban {

PageSpool::PageSpool(const QString &folder)
    : m_file(QDir(folder).filePath(QStringLiteral(".chengban-XXXXXX")))
{
}

Result<PageSpool::Extent> PageSpool::keep(QByteArrayView bytes)
{
    if (!m_file.isOpen() && !m_file.open())
        return fail(ErrorCode::FileUnreadable, m_file.errorString());
    // Flushed here, because a full disk shows only then.
    const bool written
        = m_file.seek(m_size) && m_file.write(bytes.data(), bytes.size()) == bytes.size() && m_file.flush();
    if (!written)
        return fail(ErrorCode::DiskFull, m_file.errorString());
    const Extent extent{m_size, bytes.size()};
    m_size += bytes.size();
    return extent;
}

void PageSpool::give(const Extent &extent, Pipeline &pipeline)
{
    std::array<char, 1 << 16> slice{};
    bool read = m_file.seek(extent.at);
    for (qint64 left = extent.size; read && left > 0;) {
        const qint64 length = m_file.read(slice.data(), std::min(left, qint64(slice.size())));
        read = length > 0;
        if (read)
            pipeline.write(reinterpret_cast<const unsigned char *>(slice.data()), size_t(length));
        left -= length;
    }
    if (!read)
        throw std::runtime_error("a picture cannot be read back");
    pipeline.finish();
}

} // namespace chengban
