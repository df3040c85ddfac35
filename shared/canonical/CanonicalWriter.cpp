#include "shared/canonical/CanonicalWriter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace chengban {

namespace {

constexpr double largestInteger = 9007199254740991.0; // 2^53 - 1
constexpr qsizetype firstRoom = 512;
constexpr char digits[] = "0123456789abcdef";

char shortEscape(char16_t unit)
{
    switch (unit) {
    case u'"':
        return '"';
    case u'\\':
        return '\\';
    case u'\b':
        return 'b';
    case u'\f':
        return 'f';
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    default:
        return '\0';
    }
}

char *escaped(char16_t unit, char *to)
{
    *to++ = '\\';
    if (const char letter = shortEscape(unit)) {
        *to++ = letter;
        return to;
    }
    std::memcpy(to, "u00", 3);
    to[3] = digits[unit >> 4];
    to[4] = digits[unit & 0xf];
    return to + 5;
}

/// UTF-8 of a code point from U+0080 on.
char *encoded(char32_t point, char *to)
{
    const auto tail = [&](int shift) { return char(0x80 | ((point >> shift) & 0x3f)); };
    if (point < 0x800) {
        *to++ = char(0xc0 | (point >> 6));
    } else if (point < 0x10000) {
        *to++ = char(0xe0 | (point >> 12));
        *to++ = tail(6);
    } else {
        *to++ = char(0xf0 | (point >> 18));
        *to++ = tail(12);
        *to++ = tail(6);
    }
    *to++ = tail(0);
    return to;
}

} // namespace

CanonicalWriter::CanonicalWriter()
    : m_out(firstRoom, Qt::Uninitialized)
{
}

void CanonicalWriter::refuse(const QString &why)
{
    if (!m_fault)
        m_fault = Error{ErrorCode::NotCanonical, why};
}

char *CanonicalWriter::room(qsizetype bytes)
{
    if (m_used + bytes > m_out.size())
        m_out.resize(std::max(m_used + bytes, 2 * m_out.size()));
    return m_out.data() + m_used;
}

void CanonicalWriter::put(char c)
{
    *room(1) = c;
    ++m_used;
}

void CanonicalWriter::put(QByteArrayView bytes)
{
    std::memcpy(room(bytes.size()), bytes.data(), size_t(bytes.size()));
    m_used += bytes.size();
}

void CanonicalWriter::separate()
{
    if (!m_first && !m_named)
        put(',');
    m_first = false;
    m_named = false;
}

void CanonicalWriter::beginObject()
{
    separate();
    put('{');
    m_first = true;
}

void CanonicalWriter::endObject()
{
    put('}');
    m_first = false;
}

void CanonicalWriter::beginArray()
{
    separate();
    put('[');
    m_first = true;
}

void CanonicalWriter::endArray()
{
    put(']');
    m_first = false;
}

void CanonicalWriter::name(QStringView name)
{
    separate();
    text(name);
    put(':');
    m_named = true;
}

void CanonicalWriter::value(QStringView given)
{
    separate();
    text(given);
}

void CanonicalWriter::text(QStringView given)
{
    constexpr qsizetype mostPerUnit = 6; // a control character as \u00xx
    char *const start = room(given.size() * mostPerUnit + 2);
    char *to = start;
    *to++ = '"';
    for (qsizetype i = 0; i < given.size(); ++i) {
        const char16_t unit = given[i].unicode();
        if (unit < 0x80) {
            if (unit < 0x20 || unit == u'"' || unit == u'\\')
                to = escaped(unit, to);
            else
                *to++ = char(unit);
        } else if (!QChar::isSurrogate(unit)) {
            to = encoded(unit, to);
        } else if (QChar::isHighSurrogate(unit) && i + 1 < given.size() && given[i + 1].isLowSurrogate()) {
            to = encoded(QChar::surrogateToUcs4(unit, given[++i].unicode()), to);
        } else {
            return refuse(QStringLiteral("half a surrogate pair"));
        }
    }
    *to++ = '"';
    m_used += to - start;
}

void CanonicalWriter::value(qint64 given)
{
    if (std::abs(double(given)) > largestInteger)
        return refuse(QStringLiteral("not an integer below 2^53"));
    separate();
    constexpr qsizetype most = 20;
    char *const start = room(most);
    m_used += std::to_chars(start, start + most, given).ptr - start;
}

void CanonicalWriter::number(double given)
{
    if (!(std::abs(given) <= largestInteger) || std::trunc(given) != given)
        return refuse(QStringLiteral("not an integer below 2^53"));
    value(static_cast<qint64>(given));
}

void CanonicalWriter::value(bool truth)
{
    separate();
    put(truth ? QByteArrayView("true") : QByteArrayView("false"));
}

void CanonicalWriter::hexValue(QByteArrayView bytes)
{
    separate();
    char *to = room(bytes.size() * 2 + 2);
    *to++ = '"';
    for (const char byte : bytes) {
        *to++ = digits[static_cast<unsigned char>(byte) >> 4];
        *to++ = digits[static_cast<unsigned char>(byte) & 0xf];
    }
    *to = '"';
    m_used += bytes.size() * 2 + 2;
}

void CanonicalWriter::canonicalValue(QByteArrayView form)
{
    separate();
    put(form);
}

void CanonicalWriter::object(const QJsonObject &object)
{
    beginObject();
    // RFC 8785 orders members by UTF-16 code units, which is QString's own order. The object's own order is
    // mostly the same, and then costs no search.
    QString before;
    bool ordered = true;
    for (auto it = object.constBegin(); it != object.constEnd() && ordered; ++it) {
        QString key = it.key();
        ordered = it == object.constBegin() || before < key;
        before = std::move(key);
    }
    if (ordered) {
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            member(it.key(), QJsonValue(it.value()));
    } else {
        QStringList keys = object.keys();
        std::ranges::sort(keys);
        for (const QString &key : std::as_const(keys))
            member(key, object.value(key));
    }
    endObject();
}

void CanonicalWriter::value(const QJsonValue &any)
{
    switch (any.type()) {
    case QJsonValue::Null:
        return canonicalValue("null");
    case QJsonValue::Bool:
        return value(any.toBool());
    case QJsonValue::Double:
        return number(any.toDouble());
    case QJsonValue::String:
        return value(QStringView(any.toString()));
    case QJsonValue::Object:
        return object(any.toObject());
    case QJsonValue::Undefined:
        return refuse(QStringLiteral("undefined value"));
    case QJsonValue::Array:
        break;
    }
    beginArray();
    const QJsonArray array = any.toArray();
    for (const QJsonValue &element : array)
        value(element);
    endArray();
}

Result<QByteArray> CanonicalWriter::taken()
{
    if (m_fault)
        return fail(*m_fault);
    return QByteArray(m_out.constData(), m_used);
}

} // namespace chengban
