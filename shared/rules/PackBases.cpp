#include "shared/rules/PackBases.h"

#include "shared/canonical/JsonReader.h"

#include <QFile>

#include <array>

namespace chengban {

namespace {

const QString extends = QStringLiteral("extends");

/// What a pack says of itself; never inherited.
constexpr std::array ownMembers{
    "format", "id", "version", "title", "documentNumber", "effectiveFrom", "effectiveTo"};

QJsonObject laidOver(QJsonObject base, const QJsonObject &pack)
{
    for (auto member = pack.begin(); member != pack.end(); ++member) {
        const QJsonValue below = base.value(member.key());
        const bool both = below.isObject() && member->isObject();
        base.insert(
            member.key(), both ? laidOver(below.toObject(), member->toObject()) : QJsonValue(member.value()));
    }
    return base;
}

Result<QJsonObject> linked(const QString &name)
{
    for (const char *folder : {":/rulepacks/wording/", ":/rulepacks/"}) {
        QFile file(QLatin1String(folder) + name + QStringLiteral(".json"));
        if (!name.contains(QLatin1Char('/')) && file.open(QIODevice::ReadOnly))
            return parseJsonObject(file.readAll());
    }
    return fail(ErrorCode::PackInvalid, extends);
}

} // namespace

Result<QJsonObject> withBases(QJsonObject pack)
{
    constexpr int longestRow = 4;
    for (int files = 1; pack.contains(extends); ++files) {
        auto base = linked(pack.take(extends).toString());
        if (!base || files == longestRow)
            return fail(ErrorCode::PackInvalid, extends);
        for (const char *own : ownMembers)
            base->remove(QLatin1String(own));
        pack = laidOver(*std::move(base), pack);
    }
    return pack;
}

} // namespace chengban
