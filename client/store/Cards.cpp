#include "client/store/Cards.h"

#include "shared/canonical/JsonReader.h"

namespace chengban {

QString cardsDocumentName()
{
    return QStringLiteral("cards");
}

Result<QList<DeviceCard>> cardsFromDocument(const QByteArray &body)
{
    const auto json = parseJsonObject(body, 64 << 20);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    const auto cards = reader.members(QStringLiteral("cards"), deviceCardFromJson);
    if (const auto read = reader.finish(); !read)
        return fail(read.error());
    return cards;
}

QList<DeviceCard> knownCards(const ServerDocuments &documents)
{
    const auto document = documents.document(cardsDocumentName());
    if (!document || !*document)
        return {};
    return cardsFromDocument((*document)->body).value_or(QList<DeviceCard>());
}

} // namespace chengban
