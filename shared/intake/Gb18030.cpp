#include "shared/intake/Gb18030.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <unicode/ucnv.h>

#include <memory>
#endif

namespace chengban {

#ifdef Q_OS_WIN

std::optional<QString> decodeGb18030(QByteArrayView bytes)
{
    constexpr UINT codePage = 54936;
    if (bytes.isEmpty())
        return QString();
    const int size = static_cast<int>(bytes.size());
    const int needed = MultiByteToWideChar(codePage, MB_ERR_INVALID_CHARS, bytes.data(), size, nullptr, 0);
    if (needed <= 0)
        return std::nullopt;
    QString text(needed, Qt::Uninitialized);
    MultiByteToWideChar(
        codePage, MB_ERR_INVALID_CHARS, bytes.data(), size, reinterpret_cast<wchar_t *>(text.data()), needed);
    return text;
}

#else

std::optional<QString> decodeGb18030(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return QString();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open("gb18030", &status), &ucnv_close);
    if (U_FAILURE(status))
        qFatal("ICU has no GB18030");
    // ICU would put U+FFFD for what does not fit; a citizen's words must not change silently.
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    QString text(
        bytes.size(), Qt::Uninitialized); // No byte sequence gives more UTF-16 units than it has bytes.
    const int32_t length = ucnv_toUChars(converter.get(), reinterpret_cast<UChar *>(text.data()),
        static_cast<int32_t>(text.size()), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    text.truncate(length);
    return text;
}

#endif

} // namespace chengban
