#include "shared/intake/ZipParts.h"

#include <zip.h>

namespace chengban {

void ZipParts::Drop::operator()(zip *archive) const
{
    zip_discard(archive);
}

ZipParts::ZipParts(zip *archive, qint64 budget)
    : m_archive(archive)
    , m_budget(budget)
{
}

Result<ZipParts> ZipParts::open(const QByteArray &bytes, qint64 inflatedBytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source
        = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    const QString why = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!archive) {
        zip_source_free(source);
        return fail(ErrorCode::SpreadsheetDamaged, why);
    }
    return ZipParts(archive, inflatedBytes);
}

bool ZipParts::has(const QString &name) const
{
    return zip_name_locate(m_archive.get(), name.toUtf8().constData(), 0) >= 0;
}

Result<QByteArray> ZipParts::part(const QString &name)
{
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen(m_archive.get(), name.toUtf8().constData(), 0), &zip_fclose);
    if (!file)
        return fail(ErrorCode::SpreadsheetDamaged, name);
    constexpr qsizetype slice = 1 << 20;
    QByteArray content;
    QByteArray buffer(slice, Qt::Uninitialized);
    // The size in the archive's directory is a claim; what counts is what comes out.
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), buffer.data(), static_cast<zip_uint64_t>(slice));
        if (got < 0)
            return fail(ErrorCode::SpreadsheetDamaged, name);
        if (got == 0)
            return content;
        m_budget -= got;
        if (m_budget < 0)
            return fail(ErrorCode::TooLarge, name);
        content.append(buffer.constData(), static_cast<qsizetype>(got));
    }
}

} // namespace chengban
