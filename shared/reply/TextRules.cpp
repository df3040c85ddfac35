#include "shared/reply/TextRules.h"

#include "shared/canonical/JsonReader.h"

#include <QFile>

#include <tuple>

namespace chengban {

namespace {

RepealedLaw readLaw(JsonReader &reader)
{
    RepealedLaw law;
    law.title = reader.string(QStringLiteral("title"));
    law.since = QDate::fromString(reader.string(QStringLiteral("since")), Qt::ISODate);
    if (!law.since.isValid())
        reader.note(ErrorCode::BadInput, QStringLiteral("since"));
    return law;
}

Result<void> readLaws(const QByteArray &bytes, TextRules &rules)
{
    const auto json = parseJsonObject(bytes);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    std::ignore = reader.string(QStringLiteral("asOf"));
    for (JsonReader &inner : reader.objects(QStringLiteral("repealed"))) {
        const RepealedLaw law = readLaw(inner);
        if (rules.repealed.contains(law.title))
            inner.note(ErrorCode::BadInput, QStringLiteral("title"));
        rules.repealed.insert(law.title, law);
        std::ignore = inner.finish();
    }
    return reader.finish();
}

/// Each row lists the bigrams of one share one behind the other: "问题情况…".
Result<void> readBigrams(const QByteArray &bytes, TextRules &rules)
{
    const auto json = parseJsonObject(bytes);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    std::ignore = reader.string(QStringLiteral("source"));
    for (JsonReader &row : reader.objects(QStringLiteral("shares"))) {
        const double share = static_cast<double>(row.integer(QStringLiteral("perMille"))) / 1000;
        const QString bigrams = row.string(QStringLiteral("bigrams"));
        if (bigrams.size() % 2 != 0)
            row.note(ErrorCode::BadInput, QStringLiteral("bigrams"));
        for (qsizetype i = 0; i + 1 < bigrams.size(); i += 2)
            rules.bigramShares.insert(bigramKey(bigrams[i].unicode(), bigrams[i + 1].unicode()), share);
        std::ignore = row.finish();
    }
    return reader.finish();
}

QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(":/text/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<TextRules> loadTextRules(const QByteArray &repealedLaws, const QByteArray &bigrams)
{
    TextRules rules;
    if (auto done = readLaws(repealedLaws, rules); !done)
        return fail(done.error());
    if (auto done = readBigrams(bigrams, rules); !done)
        return fail(done.error());
    return rules;
}

const TextRules &textRules()
{
    static const TextRules rules
        = loadTextRules(resource("repealed-laws.json"), resource("bigrams.json")).value_or(TextRules());
    return rules;
}

} // namespace chengban
