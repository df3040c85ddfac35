#include "shared/intake/TextDecoding.h"

#include "shared/intake/Gb18030.h"

#include <QStringDecoder>

#include <algorithm>

namespace chengban {

namespace {

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<QString> decodeUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

bool isChinese(QChar c)
{
    return c.unicode() >= 0x2E80 && c.unicode() <= 0xFFEF;
}

/// Bytes of UTF-8 are often valid GB18030 too, and read as nonsense. Two Chinese characters that are perfect
/// UTF-8 do not come about by chance from GB2312 text, whose second bytes rarely lie in both ranges.
bool looksLikeUtf8(QByteArrayView cell)
{
    const auto text = decodeUtf8(cell);
    return text && std::ranges::count_if(*text, isChinese) >= 2;
}

TextEncoding encodingByLines(QByteArrayView bytes)
{
    qint64 utf8 = 0;
    qint64 gb18030 = 0;
    for (qsizetype from = 0; from < bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', from);
        const qsizetype to = newline < 0 ? bytes.size() : newline + 1;
        const QByteArrayView line = bytes.sliced(from, to - from);
        from = to;
        if (isAscii(line))
            continue;
        if (decodeUtf8(line))
            ++utf8;
        else if (decodeGb18030(line))
            ++gb18030;
    }
    return gb18030 > utf8 ? TextEncoding::Gb18030 : TextEncoding::Utf8;
}

char16_t unitAt(const QByteArray &bytes, qsizetype at, TextEncoding encoding)
{
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char16_t>(
        encoding == TextEncoding::Utf16Little ? first | (second << 8) : (first << 8) | second);
}

QByteArray utf8FromUtf16(const QByteArray &bytes, TextEncoding encoding)
{
    constexpr char broken = '\xff';
    constexpr qsizetype mark = 2;
    QByteArray out;
    out.reserve(bytes.size() * 3 / 2);
    QString run;
    const auto flush = [&] {
        out += run.toUtf8();
        run.clear();
    };
    for (qsizetype i = mark; i + 1 < bytes.size(); i += 2) {
        const QChar unit(unitAt(bytes, i, encoding));
        if (!unit.isSurrogate()) {
            run += unit;
        } else if (unit.isHighSurrogate() && i + 3 < bytes.size()
            && QChar(unitAt(bytes, i + 2, encoding)).isLowSurrogate()) {
            run += unit;
            run += QChar(unitAt(bytes, i + 2, encoding));
            i += 2;
        } else {
            flush();
            out += broken;
        }
    }
    flush();
    if (bytes.size() % 2 != 0)
        out += broken;
    return out;
}

} // namespace

TextEncoding encodingOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return TextEncoding::Utf8WithMark;
    if (bytes.startsWith("\xFF\xFE"))
        return TextEncoding::Utf16Little;
    if (bytes.startsWith("\xFE\xFF"))
        return TextEncoding::Utf16Big;
    return encodingByLines(bytes);
}

QByteArray structuralBytes(const QByteArray &bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
    case TextEncoding::Gb18030:
        return bytes;
    case TextEncoding::Utf8WithMark:
        return bytes.sliced(3);
    case TextEncoding::Utf16Little:
    case TextEncoding::Utf16Big:
        break;
    }
    return utf8FromUtf16(bytes, encoding);
}

std::optional<QString> decodedCell(QByteArrayView cell, TextEncoding encoding)
{
    if (isAscii(cell))
        return QString::fromLatin1(cell);
    if (encoding != TextEncoding::Gb18030)
        return decodeUtf8(cell);
    return looksLikeUtf8(cell) ? std::nullopt : decodeGb18030(cell);
}

QString readableCell(QByteArrayView cell, TextEncoding encoding)
{
    if (auto text = decodedCell(cell, encoding))
        return *text;
    // What fits neither the file's encoding is tried as the other one: a reject should be readable where it
    // can be.
    if (encoding != TextEncoding::Gb18030) {
        if (auto text = decodeGb18030(cell))
            return *text;
    }
    return QString::fromUtf8(cell);
}

} // namespace chengban
