// Files, identity and signatures of the desk.
#include "client/models/FileIntake.h"
#include "client/models/LocalDesk.h"
#include "client/models/LocalDeskEnrolment.h"
#include "client/models/WhenDone.h"
#include "shared/cases/Decide.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>
#include <memory>

namespace chengban {

namespace {

constexpr qsizetype headSize = 16;

Result<QByteArray> wholeOf(SealedFileReader &reader, qsizetype size)
{
    auto all = reader.read(size);
    if (all && all->size() != size)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("blob"));
    return all;
}

} // namespace

Result<Attachment> LocalDesk::addFile(const QString &path, AttachmentKind kind)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    // Opening a pipe would wait for whoever writes into it.
    QFile file(path);
    if (const auto name = attachmentName(path); !name)
        return fail(name.error());
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable);
    return filed(file, path, kind);
}

Result<Attachment> LocalDesk::addBytes(const QString &name, const QByteArray &bytes, AttachmentKind kind)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    QBuffer buffer;
    buffer.setData(bytes);
    return buffer.open(QIODevice::ReadOnly) ? filed(buffer, name, kind) : fail(ErrorCode::FileUnreadable);
}

Result<Attachment> LocalDesk::filed(QIODevice &from, const QString &path, AttachmentKind kind)
{
    const auto name = attachmentName(path);
    if (!name)
        return fail(name.error());
    if (from.size() == 0)
        return fail(ErrorCode::FileEmpty);
    if (from.size() > m_setup.largestFile)
        return fail(ErrorCode::FileTooLarge);
    const auto mime = attachmentType(from.peek(headSize));
    if (!mime)
        return fail(mime.error());
    const auto digest = m_store->blobs().add(from, *mime, m_setup.largestFile);
    if (!digest)
        return fail(digest.error());
    takeOverOutbox();
    Q_EMIT workQueued();
    return Attachment{*name, kind, *mime, digest->size, hex(digest->sha256), hex(digest->sm3)};
}

Result<QByteArray> LocalDesk::fileBytes(const QString &sha256)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    auto bytes = m_store->blobs().bytes(sha256);
    if (!bytes)
        return fail(fetched(sha256, bytes.error()));
    return bytes;
}

Result<FileReading> LocalDesk::fileReading(const QString &sha256)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    const auto row = m_store->blobs().row(sha256);
    if (!row)
        return fail(row.error());
    auto reader = m_store->blobs().reader(sha256);
    if (!reader)
        return fail(fetched(sha256, reader.error()));
    const qsizetype size = *row ? qsizetype((*row)->size) : 0;
    const std::shared_ptr<SealedFileReader> shared = std::move(*reader);
    return FileReading([shared, size] { return wholeOf(*shared, size); });
}

Error LocalDesk::fetched(const QString &sha256, Error error)
{
    if (error.code != ErrorCode::NotFound)
        return error;
    if (const auto wanted = m_store->blobs().want(sha256); !wanted)
        return wanted.error();
    Q_EMIT fileWanted(sha256);
    return error;
}

QString LocalDesk::maskedName(const CaseId &id) const
{
    const auto row = isLocked() ? Result<std::optional<ReplicaCase>>() : m_store->replica().caseRow(id);
    return row && *row ? (*row)->maskedName : QString();
}

QString LocalDesk::maskedPhone(const CaseId &id) const
{
    const auto row = isLocked() ? Result<std::optional<ReplicaCase>>() : m_store->replica().caseRow(id);
    return row && *row ? (*row)->maskedPhone : QString();
}

Result<Identity> LocalDesk::reveal(const CaseId &id, const QString &reason)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::ReasonMissing);
    const auto row = m_store->replica().caseRow(id);
    if (!row || !*row)
        return fail(row ? Error{ErrorCode::CaseUnknown, {}} : row.error());
    const auto theCase = m_book->complete(id);
    if (!theCase)
        return fail(theCase.error());
    const bool inWork = (*row)->access == Access::Working;
    if (!inWork || !theCase->identity) {
        if (m_syncState.line != SyncState::Line::Online)
            return fail(ErrorCode::Forbidden);
        Q_EMIT revealWanted(id, reason);
        return fail(ErrorCode::OnlyServerKnows);
    }
    // The entry is durable before anything is shown.
    const qint64 now = nowMs();
    const auto noted = m_store->outbox().queueAudit({uuid7(now, randomBytes(10)), id, reason.trimmed(), now});
    if (!noted)
        return fail(noted.error());
    Q_EMIT workQueued();
    return *theCase->identity;
}

std::optional<EnrolledKey> LocalDesk::signingKey() const
{
    return isLocked() ? std::nullopt : m_signing->enrolled();
}

void LocalDesk::enrolKey(const QString &pin, const QString &witnessUser, const QString &witnessPassword)
{
    const auto refuse = [this](ErrorCode reason) {
        QMetaObject::invokeMethod(
            this, [this, reason] { takeOverRefusedEnrolment(reason); }, Qt::QueuedConnection);
    };
    if (isLocked())
        return refuse(ErrorCode::StoreLocked);
    if (m_syncState.line != SyncState::Line::Online)
        return refuse(ErrorCode::ServerAway);
    auto key = Sm2Key::generate();
    if (!key)
        return refuse(key.error().code);
    const QByteArray publicKey = key->publicKeyPem();
    m_enrolment = std::make_unique<Enrolment>(Enrolment{std::move(*key), pin});
    Q_EMIT enrolmentWanted(publicKey, witnessUser, witnessPassword);
}

void LocalDesk::takeOverEnrolment(const EnrolledKey &key)
{
    if (isLocked() || !m_enrolment)
        return;
    const std::shared_ptr<Enrolment> enrolment = std::move(m_enrolment);
    const auto sealing = QtConcurrent::run(
        [enrolment, cost = m_setup.pinCost] { return keySealedByPin(enrolment->key, enrolment->pin, cost); });
    whenDone(this, sealing, [this, key](const Result<QByteArray> &sealed) { keepEnrolled(sealed, key); });
}

void LocalDesk::keepEnrolled(const Result<QByteArray> &sealed, const EnrolledKey &key)
{
    auto kept = isLocked() ? Result<void>(fail(ErrorCode::StoreLocked))
        : sealed           ? m_signing->keep(*sealed, key)
                           : Result<void>(fail(sealed.error()));
    Q_EMIT keyEnrolled(kept.has_value(), kept ? ErrorCode::KeyUnknown : kept.error().code);
}

void LocalDesk::takeOverRefusedEnrolment(ErrorCode reason)
{
    m_enrolment.reset();
    Q_EMIT keyEnrolled(false, reason);
}

Result<SignedText> LocalDesk::signedText(const CaseId &id, const QString &digest) const
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    const Actor signer = actor();
    const auto level = levelOf(signer.role);
    const auto enrolled = m_signing->enrolled();
    if (!level || !enrolled)
        return fail(level ? ErrorCode::KeyUnknown : ErrorCode::RoleNotAllowed);
    const auto theCase = m_book->complete(id);
    const auto row = m_store->replica().caseRow(id);
    if (!theCase || !row || !*row)
        return fail(!theCase ? theCase.error() : Error{ErrorCode::CaseUnknown, {}});
    const ReplyVersion *reply = theCase->currentReply();
    const auto request = std::ranges::find_if(theCase->requests, [&](const UnitRequest &one) {
        return one.state == UnitRequest::State::Pending && !one.withheld && one.digest == digest;
    });
    auto text = request != theCase->requests.end()
        ? textToSign(*theCase, *request, signer, *level, enrolled->id, nowMs())
        : reply && !reply->withheld && reply->digest == digest
        ? textToSign(*theCase, signer, *level, enrolled->id, nowMs())
        : Result<SignedText>(fail(ErrorCode::ReplyChanged));
    if (text)
        text->caseHead = hex((*row)->head); // The confirmed one: pending commands have no place in the chain.
    return text;
}

QFuture<Result<SignatureBody>> LocalDesk::sign(
    const CaseId &id, const QString &digest, const QString &opinion, const QString &pin)
{
    const auto text = signedText(id, digest);
    const auto sealed = text ? m_signing->sealedKey() : Result<QByteArray>(fail(text.error()));
    if (!sealed)
        return QtFuture::makeReadyFuture(Result<SignatureBody>(fail(sealed.error())));
    return QtConcurrent::run([text = *text, sealed = *sealed, opinion, pin]() -> Result<SignatureBody> {
        const auto key = keyOpenedByPin(sealed, pin);
        if (!key)
            return fail(key.error());
        return signReply(text, *key, opinion);
    });
}

} // namespace chengban
