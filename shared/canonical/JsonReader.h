#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVarLengthArray>

#include <memory>
#include <optional>
#include <type_traits>

namespace chengban {

/// Reads one JSON object strictly: wrong types, missing and unknown members are errors that name their place.
///
/// Values are asked for one after the other; the first fault is kept and every later question answers with an
/// empty value. `finish()` gives that fault, or UnknownField if a member was never asked for. Readers of inner
/// objects report into the same fault, unknown members included; finish each of them before the outer one, whose
/// answer then stands for all.
class JsonReader {
public:
    explicit JsonReader(QJsonObject object, QString place = {});

    [[nodiscard]] QString string(const QString &key); ///< Required.
    [[nodiscard]] QString string(const QString &key, const QString &otherwise);
    [[nodiscard]] qint64 integer(const QString &key);
    [[nodiscard]] qint64 integer(const QString &key, qint64 otherwise);
    [[nodiscard]] std::optional<qint64> optionalInteger(const QString &key);
    [[nodiscard]] bool boolean(const QString &key);
    [[nodiscard]] bool boolean(const QString &key, bool otherwise);
    [[nodiscard]] QStringList strings(const QString &key); ///< Absent means empty.
    [[nodiscard]] QJsonObject rawObject(const QString &key); ///< Absent means empty.
    [[nodiscard]] QJsonArray rawArray(const QString &key); ///< Absent means empty.
    [[nodiscard]] JsonReader object(const QString &key); ///< Absent is an error; use has() before.
    [[nodiscard]] QList<JsonReader> objects(const QString &key); ///< Absent means empty.
    [[nodiscard]] bool has(const QString &key) const;

    /// A required object read by another strict reader (`Result<T> read(QJsonObject)`); its fault is kept with
    /// its place under `key`.
    template <typename Read>
    [[nodiscard]] auto member(const QString &key, Read read)
    {
        if (!has(key))
            note(ErrorCode::MissingField, key);
        return readUnder([&] { return key; }, rawObject(key), read);
    }

    /// The same for an array of objects; absent means empty.
    template <typename Read>
    [[nodiscard]] auto members(const QString &key, Read read)
    {
        QList<typename std::invoke_result_t<Read, QJsonObject>::value_type> list;
        const QJsonArray array = rawArray(key);
        list.reserve(array.size());
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QJsonValue element = array[i];
            if (!element.isObject())
                note(ErrorCode::BadInput, elementName(key, i));
            list.append(readUnder([&] { return elementName(key, i); }, element.toObject(), read));
        }
        return list;
    }

    template <typename E>
    [[nodiscard]] E named(const QString &key)
    {
        const QString name = string(key);
        const auto value = valueNamed<E>(name);
        if (!value)
            note(ErrorCode::BadInput, key);
        return value.value_or(E{});
    }

    template <typename E>
    [[nodiscard]] E named(const QString &key, E otherwise)
    {
        return has(key) ? named<E>(key) : otherwise;
    }

    /// Records a fault found by the caller at `key`; the first one counts.
    void note(ErrorCode code, const QString &key);
    [[nodiscard]] QString place(const QString &key = {}) const;
    [[nodiscard]] Result<void> finish() const;

private:
    JsonReader(QJsonObject object, QString place, std::shared_ptr<std::optional<Error>> fault);
    [[nodiscard]] std::optional<QJsonValue> take(const QString &key, bool required);

    [[nodiscard]] static QString elementName(const QString &key, qsizetype index);

    /// `keyOf` names the place; asked for a fault only, since most objects have none.
    template <typename KeyOf, typename Read>
    auto readUnder(KeyOf keyOf, const QJsonObject &json, Read read)
    {
        auto value = read(json);
        if (!value) {
            const QString &inner = value.error().detail;
            const QString key = keyOf();
            note(value.error().code, inner.isEmpty() ? key : key + QLatin1Char('.') + inner);
        }
        return std::move(value).value_or(typename std::invoke_result_t<Read, QJsonObject>::value_type{});
    }

    QJsonObject m_object;
    QString m_place;
    QVarLengthArray<bool, 24> m_asked; ///< By the member's place in the object.
    std::shared_ptr<std::optional<Error>> m_fault; ///< Shared by a reader and its inner readers.
};

/// Parses bytes to an object. Errors: BadEncoding with the first line that is not UTF-8, TooLarge, BadJson with
/// the offset; also for two members of one name in one object, however they are written.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &bytes, qsizetype limit = 16 << 20);

} // namespace chengban
