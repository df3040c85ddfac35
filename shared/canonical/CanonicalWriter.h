#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace chengban {

/// Writes the canonical form (see canonicalForm()) of records whose members are known, without a tree of values
/// in between.
///
/// The caller writes the members of an object in the order of their names' UTF-16 units, each once; what it gives
/// between begin and end is otherwise taken as it comes. The first fault is kept and `taken()` answers with it.
class CanonicalWriter
{
public:
    CanonicalWriter();

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    /// The name of the member whose value comes next.
    void name(QStringView name);
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(QLatin1StringView text) { value(QStringView(QString(text))); }
    void value(qint64 number); ///< Between -(2^53 - 1) and 2^53 - 1.
    void value(bool truth);
    void value(const QJsonValue &any);
    void hexValue(QByteArrayView bytes); ///< As a string of lower-case hex digits.
    /// Bytes that are canonical already.
    void canonicalValue(QByteArrayView form);

    template <typename T> void member(QStringView key, const T &content)
    {
        name(key);
        value(content);
    }
    void hexMember(QStringView key, QByteArrayView bytes)
    {
        name(key);
        hexValue(bytes);
    }

    /// What was written. Errors: NotCanonical.
    [[nodiscard]] Result<QByteArray> taken();

private:
    void separate();
    void put(char c);
    void put(QByteArrayView bytes);
    [[nodiscard]] char *room(qsizetype bytes);
    void text(QStringView text);
    void number(double number);
    void object(const QJsonObject &object);
    void refuse(const QString &why);

    QByteArray m_out;
    qsizetype m_used = 0;
    bool m_first = true; ///< Nothing stands yet in the innermost object or array.
    bool m_named = false; ///< A member's name was written, its value was not.
    std::optional<Error> m_fault;
};

} // namespace chengban
