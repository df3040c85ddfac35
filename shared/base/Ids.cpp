#include "shared/base/Ids.h"

#include <QRegularExpression>

#include <array>

namespace chengban {

QString uuid7(qint64 unixMs, QByteArrayView random)
{
    Q_ASSERT(random.size() >= 10);
    std::array<quint8, 16> bytes{};
    for (size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<quint8>(static_cast<quint64>(unixMs) >> (8 * (5 - i)));
    for (size_t i = 6; i < 16; ++i)
        bytes[i] = static_cast<quint8>(random[static_cast<qsizetype>(i - 6)]);
    bytes[6] = static_cast<quint8>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<quint8>((bytes[8] & 0x3f) | 0x80);

    const QByteArray hex = QByteArray(reinterpret_cast<const char *>(bytes.data()), 16).toHex();
    const QString digits = QString::fromLatin1(hex);
    return QStringList{digits.left(8), digits.mid(8, 4), digits.mid(12, 4), digits.mid(16, 4), digits.mid(20)}
        .join(QLatin1Char('-'));
}

bool isUuid7(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z"));
    return form.match(text.toString()).hasMatch();
}

} // namespace chengban
