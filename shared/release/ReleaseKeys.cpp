// Keys as they lie in files.
#include "generated/ReleaseKey.h"
#include "shared/release/Release.h"

namespace chengban {

namespace {

constexpr char privateStart[] = "-----BEGIN PRIVATE KEY-----";
constexpr char privateEnd[] = "-----END PRIVATE KEY-----";

} // namespace

QList<QByteArray> releaseKeys()
{
    return pemBlocks(QByteArray(releaseKeyPem));
}

QList<QByteArray> pemBlocks(const QByteArray &file)
{
    QList<QByteArray> blocks;
    constexpr QByteArrayView start("-----BEGIN ");
    qsizetype from = file.indexOf(start);
    while (from >= 0) {
        const qsizetype next = file.indexOf(start, from + start.size());
        blocks.append(file.mid(from, next < 0 ? -1 : next - from));
        from = next;
    }
    return blocks;
}

Result<Sm2Key> privateKeyFromPem(const QByteArray &pem)
{
    // `openssl genpkey` may put the curve's parameters before the key.
    const qsizetype from = pem.indexOf(privateStart);
    const qsizetype to = pem.indexOf(privateEnd);
    if (from < 0 || to < from)
        return fail(ErrorCode::KeyUnknown, QStringLiteral("no PRIVATE KEY block"));
    const qsizetype begin = from + qsizetype(sizeof(privateStart)) - 1;
    return Sm2Key::fromDer(QByteArray::fromBase64(pem.mid(begin, to - begin)));
}

} // namespace chengban
