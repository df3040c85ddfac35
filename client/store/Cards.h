#pragma once

#include "client/store/ServerDocuments.h"
#include "shared/signing/DeviceCard.h"

#include <QList>

namespace chengban {

/// Under which the cards of the county's computers lie among the server's documents.
[[nodiscard]] QString cardsDocumentName();

/// The cards of a document as the server gave it.
[[nodiscard]] Result<QList<DeviceCard>> cardsFromDocument(const QByteArray &body);

/// As they are known here; empty before the first contact.
[[nodiscard]] QList<DeviceCard> knownCards(const ServerDocuments &documents);

} // namespace chengban
