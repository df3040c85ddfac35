#include "shared/wire/Updates.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

namespace chengban::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostVersions = 100;

QString textOf(VersionNumber version)
{
    return QString::fromStdString(version.text());
}

QStringList textsOf(const QList<VersionNumber> &versions)
{
    QStringList texts;
    for (const VersionNumber version : versions)
        texts << textOf(version);
    return texts;
}

std::optional<QList<VersionNumber>> versionsIn(const QStringList &texts)
{
    QList<VersionNumber> versions;
    for (const QString &text : texts) {
        const auto version = versionNumber(text.toStdString());
        if (!version || versions.size() == mostVersions)
            return std::nullopt;
        versions << *version;
    }
    return versions;
}

} // namespace

QString queryOf(const UpdateQuestion &question)
{
    QString query = u"?platform="_s + question.platform + u"&version="_s + textOf(question.running);
    // The newest are those that could be offered.
    if (!question.refused.isEmpty())
        query += u"&refused="_s
            + textsOf(question.refused.last(std::min<qsizetype>(question.refused.size(), mostVersions)))
                  .join(u',');
    return query;
}

Result<UpdateQuestion> updateQuestion(const QString &platform, const QString &running, const QString &refused)
{
    const auto version = versionNumber(running.toStdString());
    const auto given = versionsIn(refused.split(u',', Qt::SkipEmptyParts));
    if (!isPlatform(platform))
        return fail(ErrorCode::BadInput, u"platform"_s);
    if (!version)
        return fail(ErrorCode::BadInput, u"version"_s);
    if (!given)
        return fail(ErrorCode::BadInput, u"refused"_s);
    return UpdateQuestion{platform, *version, *given};
}

QJsonObject toJson(const UpdateOffer &offer)
{
    QJsonObject json{{u"withdrawn"_s, QJsonArray::fromStringList(textsOf(offer.withdrawn))}};
    if (offer.release)
        json.insert(u"release"_s, toJson(*offer.release));
    return json;
}

Result<UpdateOffer> updateOfferFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    UpdateOffer offer;
    const auto withdrawn = versionsIn(in.strings(u"withdrawn"_s));
    if (!withdrawn)
        in.note(ErrorCode::BadInput, u"withdrawn"_s);
    offer.withdrawn = withdrawn.value_or(QList<VersionNumber>());
    if (in.has(u"release"_s))
        offer.release = in.member(u"release"_s, &signedReleaseFromJson);
    if (const auto done = in.finish(); !done)
        return fail(done.error());
    return offer;
}

} // namespace chengban::wire
