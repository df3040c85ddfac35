#include "client/printing/SelfTest.h"

#include <QJsonObject>

namespace chengban {

QJsonArray toJson(const QList<TestItem> &items)
{
    QJsonArray array;
    for (const TestItem &item : items) {
        array.append(QJsonObject{{QStringLiteral("id"), item.id}, {QStringLiteral("title"), item.title},
            {QStringLiteral("state"), nameOf(item.state)}, {QStringLiteral("note"), item.note}});
    }
    return array;
}

} // namespace chengban
