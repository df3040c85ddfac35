#include "client/models/SigningKeyStore.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

namespace chengban {

namespace {

constexpr QByteArrayView pinContext("chengban signing key by PIN");
constexpr QLatin1StringView enrolledName("enrolled-key");
constexpr QLatin1StringView privateName("signing-key");

} // namespace

SigningKeyStore::SigningKeyStore(KeyStore &keychain, Values &values, QString owner, PassphraseCost cost)
    : m_keychain(keychain)
    , m_values(values)
    , m_owner(std::move(owner))
    , m_cost(cost)
{
}

QString SigningKeyStore::name() const
{
    return QStringLiteral("signing/") + m_owner;
}

Result<void> SigningKeyStore::keep(const Sm2Key &key, const EnrolledKey &enrolled, const QString &pin)
{
    QByteArray der = key.toDer();
    const auto sealed = sealedWithPhrase(der, pin, m_cost, pinContext);
    der.fill('\0');
    if (!sealed)
        return fail(sealed.error());
    const bool inKeychain = m_keychain.write(name(), *sealed).has_value();
    const auto kept = inKeychain ? m_values.remove(privateName) : m_values.setSealed(privateName, *sealed);
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

Result<Sm2Key> SigningKeyStore::opened(const QString &pin) const
{
    if (!enrolled())
        return fail(ErrorCode::KeyUnknown);
    auto sealed = m_values.sealed(privateName);
    if (!sealed)
        return fail(sealed.error());
    if (!*sealed) {
        sealed = m_keychain.read(name());
        if (!sealed)
            return fail(sealed.error());
    }
    // Enrolled, yet the keychain says there is nothing: it is locked, or was emptied.
    if (!*sealed)
        return fail(ErrorCode::KeychainUnavailable);
    const auto der = openedWithPhrase(**sealed, pin, pinContext);
    if (!der)
        return fail(
            der.error().code == ErrorCode::WrongCredentials ? Error{ErrorCode::PinWrong, {}} : der.error());
    return Sm2Key::fromDer(der->view());
}

} // namespace chengban
