#pragma once

#include "shared/base/Names.h"
#include "shared/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

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

    QJsonObject m_object;
    QString m_place;
    QSet<QString> m_asked;
    std::shared_ptr<std::optional<Error>> m_fault; ///< Shared by a reader and its inner readers.
};

/// Parses bytes to an object. Errors: BadEncoding for invalid UTF-8, BadJson with the offset, TooLarge.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &bytes, qsizetype limit = 16 << 20);

} // namespace chengban
