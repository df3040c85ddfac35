#include "shared/canonical/Canonical.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace chengban {

namespace {

constexpr double largestInteger = 9007199254740991.0; // 2^53 - 1

bool isWholeUtf16(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate()) {
            if (i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return false;
            ++i;
        } else if (text[i].isLowSurrogate()) {
            return false;
        }
    }
    return true;
}

Result<void> write(const QString &text, QByteArray &out)
{
    if (!isWholeUtf16(text))
        return fail(ErrorCode::NotCanonical, QStringLiteral("half a surrogate pair"));
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
            else
                out += c;
        }
    }
    out += '"';
    return {};
}

Result<void> write(const QJsonValue &value, QByteArray &out);

Result<void> write(double number, QByteArray &out)
{
    if (std::trunc(number) != number || std::abs(number) > largestInteger)
        return fail(ErrorCode::NotCanonical, QStringLiteral("not an integer below 2^53"));
    out += QByteArray::number(static_cast<qint64>(number));
    return {};
}

Result<void> write(const QJsonArray &array, QByteArray &out)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        if (auto done = write(array[i], out); !done)
            return done;
    }
    out += ']';
    return {};
}

Result<void> write(const QJsonObject &object, QByteArray &out)
{
    // RFC 8785 orders members by UTF-16 code units, which is QString's own order.
    QStringList keys = object.keys();
    std::ranges::sort(keys);
    out += '{';
    bool first = true;
    for (const QString &key : std::as_const(keys)) {
        if (!first)
            out += ',';
        first = false;
        if (auto done = write(key, out); !done)
            return done;
        out += ':';
        if (auto done = write(object.value(key), out); !done)
            return done;
    }
    out += '}';
    return {};
}

Result<void> write(const QJsonValue &value, QByteArray &out)
{
    switch (value.type()) {
    case QJsonValue::Null: out += "null"; return {};
    case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; return {};
    case QJsonValue::Double: return write(value.toDouble(), out);
    case QJsonValue::String: return write(value.toString(), out);
    case QJsonValue::Array: return write(value.toArray(), out);
    case QJsonValue::Object: return write(value.toObject(), out);
    case QJsonValue::Undefined: break;
    }
    return fail(ErrorCode::NotCanonical, QStringLiteral("undefined value"));
}

} // namespace

Result<QByteArray> canonicalForm(const QJsonValue &value)
{
    QByteArray out;
    if (auto done = write(value, out); !done)
        return fail(done.error());
    return out;
}

Result<QByteArray> canonicalForm(const QJsonObject &object)
{
    return canonicalForm(QJsonValue(object));
}

} // namespace chengban
