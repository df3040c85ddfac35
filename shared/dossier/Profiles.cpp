// What a print for the unit or for the citizen holds.
#include "shared/dossier/Manifest.h"

#include <QRegularExpression>

namespace chengban {
namespace {

bool isFor(PrintProfile profile, const Paper &paper)
{
    return profile != PrintProfile::Citizen || paper.kind == PaperKind::ReplyLetter
        || paper.kind == PaperKind::LegalBasis;
}

QString maskedName(const QString &name)
{
    if (name.isEmpty())
        return {};
    const qsizetype first = name.at(0).isHighSurrogate() ? 2 : 1;
    return name.left(first) + QStringLiteral("**");
}

/// A mobile keeps 3 and 4 digits, a landline its area code and 2.
QString maskedPhone(const QString &phone)
{
    static const QRegularExpression landline(QStringLiteral("^(0\\d{2,3})-?\\d{5,6}(\\d{2})$"));
    if (const auto match = landline.match(phone); match.hasMatch())
        return match.captured(1) + QStringLiteral("-****") + match.captured(2);
    if (phone.size() < 9)
        return phone.isEmpty() ? QString() : QStringLiteral("****") + phone.right(phone.size() > 4 ? 2 : 0);
    return phone.left(3) + QStringLiteral("****") + phone.right(4);
}

/// Up to the street, town or village; nothing when none is named.
QString maskedAddress(const QString &address)
{
    static const QRegularExpression street(QStringLiteral("^(.*?(?:街道|大街|路|街|镇|乡|村|社区|小区))"));
    if (address.isEmpty())
        return {};
    return street.match(address).captured(1) + QStringLiteral("****");
}

Identity masked(const Identity &identity)
{
    return {maskedName(identity.name), maskedPhone(identity.phone), maskedAddress(identity.address)};
}

/// Of the reply only what is written to the citizen, and the provisions it relies on.
ReplyVersion citizensReply(const ReplyVersion &version)
{
    ReplyVersion shown;
    shown.number = version.number;
    shown.atMs = version.atMs;
    shown.reply.answer = version.reply.answer;
    shown.reply.legalBasis = version.reply.legalBasis;
    shown.reply.handler = version.reply.handler;
    shown.reply.handlerPhone = version.reply.handlerPhone;
    return shown;
}

Case citizensCase(const Case &theCase)
{
    Case shown;
    shown.tenant = theCase.tenant;
    shown.id = theCase.id;
    shown.revision = theCase.revision;
    shown.head = theCase.head;
    shown.phase = theCase.phase;
    shown.demand = theCase.demand;
    shown.identity = theCase.identity;
    shown.identityErased = theCase.identityErased;
    shown.registeredAtMs = theCase.registeredAtMs;
    shown.dispatchedAtMs = theCase.dispatchedAtMs;
    shown.leadUnit = theCase.leadUnit;
    shown.leadUnitName = theCase.leadUnitName;
    shown.pack = theCase.pack;
    shown.ending = theCase.ending;
    if (const ReplyVersion *reply = theCase.currentReply(); reply && !reply->withheld)
        shown.replies = {citizensReply(*reply)};
    for (const Entry<SignatureBody> &signature : theCase.signatures) {
        Entry<SignatureBody> when; // The letter bears the day on which it was signed.
        when.body.replyVersion = signature.body.replyVersion;
        when.body.level = signature.body.level;
        when.atMs = signature.atMs;
        shown.signatures.append(when);
    }
    return shown;
}

} // namespace

Manifest printed(Manifest manifest, PrintProfile profile)
{
    manifest.profile = profile;
    manifest.papers.removeIf([&](const Paper &paper) { return !isFor(profile, paper); });
    return manifest;
}

Case printed(const Case &theCase, PrintProfile profile)
{
    if (profile == PrintProfile::Archive)
        return theCase;
    if (profile == PrintProfile::Citizen)
        return citizensCase(theCase);
    Case shown = theCase;
    if (shown.identity)
        shown.identity = masked(*shown.identity);
    for (Entry<AbsorbBody> &absorbed : shown.absorbed)
        absorbed.body.identity = masked(absorbed.body.identity);
    return shown;
}

} // namespace chengban
