#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace chengban {

JsonReader::JsonReader(QJsonObject object, QString place)
    : JsonReader(std::move(object), std::move(place), std::make_shared<std::optional<Error>>())
{
}

JsonReader::JsonReader(QJsonObject object, QString place, std::shared_ptr<std::optional<Error>> fault)
    : m_object(std::move(object))
    , m_place(std::move(place))
    , m_asked(m_object.size())
    , m_fault(std::move(fault))
{
    std::fill(m_asked.begin(), m_asked.end(), false);
}

void JsonReader::note(ErrorCode code, const QString &key)
{
    if (!*m_fault)
        *m_fault = Error{code, place(key)};
}

QString JsonReader::place(const QString &key) const
{
    if (key.isEmpty())
        return m_place;
    return m_place.isEmpty() ? key : m_place + QLatin1Char('.') + key;
}

QString JsonReader::elementName(const QString &key, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(key).arg(index);
}

bool JsonReader::has(const QString &key) const
{
    return m_object.contains(key);
}

std::optional<QJsonValue> JsonReader::take(const QString &key, bool required)
{
    const auto it = std::as_const(m_object).constFind(key);
    if (it == m_object.constEnd()) {
        if (required)
            note(ErrorCode::MissingField, key);
        return std::nullopt;
    }
    m_asked[it - m_object.constBegin()] = true;
    return QJsonValue(it.value());
}

QString JsonReader::string(const QString &key)
{
    const auto value = take(key, true);
    if (value && !value->isString())
        note(ErrorCode::BadInput, key);
    return value ? value->toString() : QString();
}

QString JsonReader::string(const QString &key, const QString &otherwise)
{
    return has(key) ? string(key) : otherwise;
}

qint64 JsonReader::integer(const QString &key)
{
    const auto value = take(key, true);
    if (!value)
        return 0;
    const double number = value->toDouble(0.5);
    if (std::trunc(number) != number || std::abs(number) > 9007199254740991.0) {
        note(ErrorCode::BadInput, key);
        return 0;
    }
    return static_cast<qint64>(number);
}

qint64 JsonReader::integer(const QString &key, qint64 otherwise)
{
    return has(key) ? integer(key) : otherwise;
}

std::optional<qint64> JsonReader::optionalInteger(const QString &key)
{
    return has(key) ? std::optional(integer(key)) : std::nullopt;
}

bool JsonReader::boolean(const QString &key)
{
    const auto value = take(key, true);
    if (value && !value->isBool())
        note(ErrorCode::BadInput, key);
    return value && value->toBool();
}

bool JsonReader::boolean(const QString &key, bool otherwise)
{
    return has(key) ? boolean(key) : otherwise;
}

QStringList JsonReader::strings(const QString &key)
{
    QStringList list;
    const QJsonArray array = rawArray(key);
    for (const QJsonValue &value : array) {
        if (!value.isString())
            note(ErrorCode::BadInput, key);
        list.append(value.toString());
    }
    return list;
}

QJsonObject JsonReader::rawObject(const QString &key)
{
    const auto value = take(key, false);
    if (value && !value->isObject())
        note(ErrorCode::BadInput, key);
    return value ? value->toObject() : QJsonObject();
}

QJsonArray JsonReader::rawArray(const QString &key)
{
    const auto value = take(key, false);
    if (value && !value->isArray())
        note(ErrorCode::BadInput, key);
    return value ? value->toArray() : QJsonArray();
}

JsonReader JsonReader::object(const QString &key)
{
    const auto value = take(key, true);
    if (value && !value->isObject())
        note(ErrorCode::BadInput, key);
    return JsonReader(value ? value->toObject() : QJsonObject(), place(key), m_fault);
}

QList<JsonReader> JsonReader::objects(const QString &key)
{
    QList<JsonReader> readers;
    const QJsonArray array = rawArray(key);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString at = elementName(key, i);
        if (!array[i].isObject())
            note(ErrorCode::BadInput, at);
        readers.append(JsonReader(array[i].toObject(), place(at), m_fault));
    }
    return readers;
}

Result<void> JsonReader::finish() const
{
    if (*m_fault)
        return fail(**m_fault);
    const auto unasked = std::find(m_asked.begin(), m_asked.end(), false);
    if (unasked == m_asked.end())
        return {};
    const auto member = m_object.constBegin() + (unasked - m_asked.begin());
    *m_fault = Error{ErrorCode::UnknownField, place(member.key())};
    return fail(**m_fault);
}

namespace {

/// The number of the first line that is not UTF-8. A character never goes over a line's end.
qsizetype brokenLine(const QByteArray &bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    qsizetype line = 0;
    while (line < lines.size() && QUtf8StringView(lines[line]).isValidUtf8())
        ++line;
    return line + 1;
}

/// The place behind the string that begins at `quote`; of valid JSON.
qsizetype afterString(QByteArrayView json, qsizetype quote)
{
    qsizetype end = json.indexOf('"', quote + 1);
    const auto isEscaped = [&] {
        qsizetype before = end;
        while (json[before - 1] == '\\')
            --before;
        return (end - before) % 2 == 1;
    };
    while (isEscaped())
        end = json.indexOf('"', end + 1);
    return end + 1;
}

/// How many members the text writes: outside strings a colon stands in front of each value and nowhere else.
qsizetype membersWritten(QByteArrayView json)
{
    qsizetype members = 0;
    for (qsizetype i = 0; i < json.size();) {
        members += json[i] == ':' ? 1 : 0;
        i = json[i] == '"' ? afterString(json, i) : i + 1;
    }
    return members;
}

// The parser nests at most 1024 levels, so these do as well.
qsizetype membersKept(const QJsonValue &value)
{
    qsizetype members = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            members += membersKept(item);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        members = object.size();
        for (const QJsonValue &member : object)
            members += membersKept(member);
    }
    return members;
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, qsizetype limit)
{
    if (bytes.size() > limit)
        return fail(ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(bytes.size()));
    if (!QUtf8StringView(bytes).isValidUtf8())
        return fail(ErrorCode::BadEncoding, QStringLiteral("line %1").arg(brokenLine(bytes)));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return fail(
            ErrorCode::BadJson, QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    // Of two members with one name the parser keeps the last, another reader the first: then two programs
    // read two things in one text, signed or logged.
    if (membersWritten(bytes) != membersKept(document.object()))
        return fail(ErrorCode::BadJson, QStringLiteral("a member is written twice"));
    return document.object();
}

} // namespace chengban
