#include "client/models/SigningKeyStore.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

namespace chengban {

namespace {

constexpr QByteArrayView pinContext("chengban signing key by PIN");
constexpr QLatin1StringView enrolledName("enrolled-key");
constexpr QLatin1StringView privateName("signing-key");

} // namespace

Result<QByteArray> keySealedByPin(const Sm2Key &key, const QString &pin, const PassphraseCost &cost)
{
    QByteArray der = key.toDer();
    auto sealed = sealedWithPhrase(der, pin, cost, pinContext);
    der.fill('\0');
    return sealed;
}

Result<Sm2Key> keyOpenedByPin(const QByteArray &sealed, const QString &pin)
{
    const auto der = openedWithPhrase(sealed, pin, pinContext);
    if (!der)
        return fail(
            der.error().code == ErrorCode::WrongCredentials ? Error{ErrorCode::PinWrong, {}} : der.error());
    return Sm2Key::fromDer(der->view());
}

SigningKeyStore::SigningKeyStore(KeyStore &keychain, Values &values, QString owner)
    : m_keychain(keychain)
    , m_values(values)
    , m_owner(std::move(owner))
{
}

QString SigningKeyStore::ownerOf(const QString &user, const QString &tenant, const QString &device)
{
    return user + QLatin1Char('@') + tenant + QLatin1Char('/') + device;
}

QString SigningKeyStore::nameFor(const QString &owner)
{
    return QStringLiteral("signing/") + owner;
}

Result<void> SigningKeyStore::keep(const QByteArray &sealed, const EnrolledKey &enrolled)
{
    const bool inKeychain = m_keychain.write(nameFor(m_owner), sealed).has_value();
    const auto kept = inKeychain ? m_values.remove(privateName) : m_values.setSealed(privateName, sealed);
    if (!kept)
        return kept;
    return m_values.setSealed(enrolledName, QJsonDocument(toJson(enrolled)).toJson(QJsonDocument::Compact));
}

std::optional<EnrolledKey> SigningKeyStore::enrolled() const
{
    const auto bytes = m_values.sealed(enrolledName);
    if (!bytes || !*bytes)
        return std::nullopt;
    const auto json = parseJsonObject(**bytes);
    const auto key = json ? enrolledKeyFromJson(*json) : Result<EnrolledKey>(fail(json.error()));
    return key ? std::optional(*key) : std::nullopt;
}

Result<QByteArray> SigningKeyStore::sealedKey() const
{
    if (!enrolled())
        return fail(ErrorCode::KeyUnknown);
    auto sealed = m_values.sealed(privateName);
    if (!sealed)
        return fail(sealed.error());
    if (!*sealed) {
        sealed = m_keychain.read(nameFor(m_owner));
        if (!sealed)
            return fail(sealed.error());
    }
    // Enrolled, yet the keychain says there is nothing: it is locked, or was emptied.
    if (!*sealed)
        return fail(ErrorCode::KeychainUnavailable);
    return **sealed;
}

} // namespace chengban
