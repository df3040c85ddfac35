#include "shared/release/Release.h"

#include "shared/base/FileNames.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

/// Says what a signature is for: none made for another purpose counts here, and the other way round.
constexpr QLatin1StringView purpose("chengban-release-v1");
constexpr QLatin1StringView product("chengban");
constexpr qsizetype longestNews = 400;
constexpr qsizetype longestName = 120;

bool isPlainName(const QString &name)
{
    return name.endsWith(u".zip"_s) && !name.startsWith(u'.') && safeFileName(name, longestName) == name;
}

bool isPlainText(const QString &text)
{
    return text.size() <= longestNews
        && std::ranges::none_of(text, [](QChar c) { return c < u' ' && c != u'\n'; });
}

/// The first member that says what no release says.
QString oddMember(const Release &release)
{
    if (!isPlatform(release.platform))
        return u"platform"_s;
    if (!isPlainName(release.fileName))
        return u"fileName"_s;
    if (release.bytes <= 0 || release.bytes > largestRelease)
        return u"bytes"_s;
    if (release.unpackedBytes <= 0 || release.unpackedBytes > largestUnpacked)
        return u"unpackedBytes"_s;
    if (fromHex(release.sha256).isEmpty())
        return u"sha256"_s;
    if (release.api < 1)
        return u"api"_s;
    return isPlainText(release.news) ? QString() : u"news"_s;
}

VersionNumber versionAt(JsonReader &in)
{
    const auto version = versionNumber(in.string(u"version"_s).toStdString());
    if (!version)
        in.note(ErrorCode::BadInput, u"version"_s);
    return version.value_or(VersionNumber());
}

void require(JsonReader &in, const QString &key, QLatin1StringView value)
{
    if (in.string(key) != value)
        in.note(ErrorCode::BadInput, key);
}

Result<QByteArray> formOf(const SignedRelease &release)
{
    return canonicalForm(releaseText(release));
}

} // namespace

QJsonObject releaseText(const SignedRelease &signedOne)
{
    const Release &release = signedOne.release;
    return {{u"purpose"_s, purpose}, {u"product"_s, product},
        {u"version"_s, QString::fromStdString(release.version.text())}, {u"platform"_s, release.platform},
        {u"fileName"_s, release.fileName}, {u"bytes"_s, release.bytes},
        {u"unpackedBytes"_s, release.unpackedBytes}, {u"sha256"_s, release.sha256}, {u"api"_s, release.api},
        {u"publishedMs"_s, release.publishedMs}, {u"news"_s, release.news}, {u"key"_s, signedOne.key.value}};
}

QJsonObject toJson(const SignedRelease &release)
{
    QJsonObject json = releaseText(release);
    json.insert(u"signature"_s, QString::fromLatin1(release.signature.toBase64()));
    return json;
}

Result<SignedRelease> signedReleaseFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    require(in, u"purpose"_s, purpose);
    require(in, u"product"_s, product);
    SignedRelease read;
    Release &release = read.release;
    release.version = versionAt(in);
    release.platform = in.string(u"platform"_s);
    release.fileName = in.string(u"fileName"_s);
    release.bytes = in.integer(u"bytes"_s);
    release.unpackedBytes = in.integer(u"unpackedBytes"_s);
    release.sha256 = in.string(u"sha256"_s);
    release.api = int(std::clamp<qint64>(in.integer(u"api"_s), 0, 1'000'000));
    release.publishedMs = in.integer(u"publishedMs"_s);
    release.news = in.string(u"news"_s);
    read.key = {in.string(u"key"_s)};
    const auto signature = QByteArray::fromBase64Encoding(
        in.string(u"signature"_s).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!signature)
        in.note(ErrorCode::BadInput, u"signature"_s);
    read.signature = signature ? *signature : QByteArray();
    if (const auto done = in.finish(); !done)
        return fail(ErrorCode::ReleaseInvalid, done.error().detail);
    if (const QString odd = oddMember(release); !odd.isEmpty())
        return fail(ErrorCode::ReleaseInvalid, odd);
    return read;
}

Result<SignedRelease> signedRelease(const Release &release, const Sm2Key &publisher)
{
    if (const QString odd = oddMember(release); !odd.isEmpty())
        return fail(ErrorCode::ReleaseInvalid, odd);
    const auto id = keyIdOf(publisher.publicKeyPem());
    if (!id)
        return fail(id.error());
    SignedRelease made{release, *id, {}};
    const auto signature
        = formOf(made).and_then([&](const QByteArray &form) { return publisher.sign(form); });
    if (!signature)
        return fail(signature.error());
    made.signature = *signature;
    return made;
}

Result<void> verifyRelease(const SignedRelease &release, const QList<QByteArray> &keyPems)
{
    const auto form = formOf(release);
    const bool trusted = form && std::ranges::any_of(keyPems, [&](const QByteArray &pem) {
        const auto id = keyIdOf(pem);
        return id && *id == release.key && verifySm2(pem, *form, release.signature);
    });
    return trusted ? Result<void>() : fail(ErrorCode::ReleaseUntrusted, release.key.value.left(64));
}

Result<SignedRelease> trustedRelease(const QJsonObject &json, const QList<QByteArray> &keyPems)
{
    const auto read = signedReleaseFromJson(json);
    if (!read)
        return fail(read.error());
    if (const auto verified = verifyRelease(*read, keyPems); !verified)
        return fail(verified.error());
    return read;
}

Result<void> checkTakes(const Release &release, VersionNumber running, const QString &platform)
{
    if (release.platform != platform)
        return fail(ErrorCode::ReleaseUnfit, release.platform);
    if (release.version <= running)
        return fail(ErrorCode::ReleaseNotNewer, QString::fromStdString(release.version.text()));
    return {};
}

QString ownPlatform()
{
#if defined(Q_OS_WIN) && defined(Q_PROCESSOR_X86_64)
    return u"windows-x64"_s;
#elif defined(Q_OS_LINUX) && defined(Q_PROCESSOR_X86_64)
    return u"linux-x64"_s;
#else
    return {};
#endif
}

bool isPlatform(const QString &platform)
{
    return platform == u"windows-x64" || platform == u"linux-x64";
}

QString programName(const QString &platform)
{
    return platform.startsWith(u"windows") ? u"chengban.exe"_s : u"chengban"_s;
}

} // namespace chengban
