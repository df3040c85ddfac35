#include "client/store/CarryFile.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic("chengban-carry 1\n");
constexpr QByteArrayView family("chengban-carry ");
constexpr qsizetype chunkSize = 64 * 1024;
constexpr qsizetype sealSize = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype streamHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr quint32 mostHead = 16 * 1024;
constexpr quint32 mostRecord = 64 << 20;
constexpr quint32 mostSignature = 1024;

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}
unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

QByteArray length(quint32 size)
{
    QByteArray four(4, '\0');
    qToBigEndian(size, four.data());
    return four;
}

/// What is signed: the head, and every byte after it, by a chain of digests.
Result<QByteArray> signedForm(const QString &id, const QByteArray &digest)
{
    return canonicalForm(
        QJsonObject{{u"purpose"_s, u"chengban-carry-v1"_s}, {u"id"_s, id}, {u"digest"_s, hex(digest)}});
}

QByteArray chained(const QByteArray &digest, QByteArrayView next)
{
    return sm3(digest + next.toByteArray());
}

Error damaged(const char *where)
{
    return {ErrorCode::CarryChanged, QString::fromLatin1(where)};
}

/// A piece of the file with its length before it. Errors: CarryChanged when it is cut or too long.
Result<QByteArray> piece(QFile &file, quint32 most)
{
    const QByteArray four = file.read(4);
    if (four.size() != 4)
        return fail(damaged("cut"));
    const auto size = qFromBigEndian<quint32>(four.constData());
    if (size > most)
        return fail(damaged("length"));
    QByteArray read = file.read(size);
    return read.size() == qsizetype(size) ? Result<QByteArray>(std::move(read)) : fail(damaged("cut"));
}

Result<QByteArray> headBytes(QFile &file)
{
    if (!file.isOpen() && !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    const QByteArray start = file.read(magic.size());
    if (!start.startsWith(family))
        return fail(ErrorCode::CarryNoPackage);
    if (start != magic)
        return fail(ErrorCode::CarryNewer);
    return piece(file, mostHead);
}

Result<CarryHeader> headerFrom(const QByteArray &head)
{
    const auto json = parseJsonObject(head);
    const auto header = json ? carryHeaderFromJson(*json) : Result<CarryHeader>(fail(json.error()));
    return header ? header : fail(damaged("head"));
}

} // namespace

QJsonObject toJson(const CarryHeader &header)
{
    return {{u"id"_s, header.id}, {u"kind"_s, nameOf(header.kind)}, {u"tenant"_s, header.tenant.value},
        {u"from"_s, header.from.value}, {u"fromName"_s, header.fromName},
        {u"fromDevice"_s, header.fromDevice.value}, {u"to"_s, header.to.value},
        {u"toDevice"_s, header.toDevice.value}, {u"madeAtMs"_s, header.madeAtMs},
        {u"answers"_s, header.answers}, {u"box"_s, QString::fromLatin1(header.box.toBase64())}};
}

Result<CarryHeader> carryHeaderFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const CarryHeader header{.id = in.string(u"id"_s),
        .kind = in.named<CarryKind>(u"kind"_s),
        .tenant = {in.string(u"tenant"_s)},
        .from = {in.string(u"from"_s)},
        .fromName = in.string(u"fromName"_s),
        .fromDevice = {in.string(u"fromDevice"_s)},
        .to = {in.string(u"to"_s)},
        .toDevice = {in.string(u"toDevice"_s)},
        .madeAtMs = in.integer(u"madeAtMs"_s),
        .answers = in.string(u"answers"_s),
        .box = QByteArray::fromBase64(in.string(u"box"_s).toLatin1())};
    if (!isUuid7(header.id))
        in.note(ErrorCode::BadInput, u"id"_s);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return header;
}

struct CarryWriter::State
{
    QString id;
    crypto_secretstream_xchacha20poly1305_state stream;
};
struct CarryReader::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
};

CarryWriter::CarryWriter(const QString &path)
    : m_file(path)
    , m_state(std::make_unique<State>())
{
}

CarryWriter::~CarryWriter() = default;

Result<std::unique_ptr<CarryWriter>> CarryWriter::begin(
    const QString &path, CarryHeader header, const DeviceCard &to)
{
    const Secret key = Secret::random(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    const auto box = boxFor(to, key);
    if (!box)
        return fail(box.error());
    header.to = to.user;
    header.toDevice = to.device;
    header.box = *box;
    const auto head = canonicalForm(toJson(header));
    if (!head)
        return fail(head.error());
    std::unique_ptr<CarryWriter> writer(new CarryWriter(path));
    writer->m_state->id = header.id;
    if (!writer->m_file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::DiskFull, writer->m_file.errorString());
    QByteArray stream(streamHeaderSize, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&writer->m_state->stream, bytes(stream), key.data());
    for (const QByteArray &part : {magic.toByteArray(), length(quint32(head->size())) + *head, stream}) {
        if (const auto put = writer->put(part); !put)
            return fail(put.error());
    }
    return writer;
}

Result<void> CarryWriter::put(QByteArrayView part)
{
    if (m_file.write(part.data(), part.size()) != part.size())
        return fail(ErrorCode::DiskFull, m_file.errorString());
    m_digest = chained(m_digest, part);
    return {};
}

Result<void> CarryWriter::push(QByteArrayView clear, unsigned char tag)
{
    QByteArray sealed(clear.size() + sealSize, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(
        &m_state->stream, bytes(sealed), nullptr, bytes(clear), size_t(clear.size()), nullptr, 0, tag);
    return put(length(quint32(sealed.size())) + sealed);
}

Result<void> CarryWriter::add(const QJsonObject &record)
{
    const QByteArray text = QJsonDocument(record).toJson(QJsonDocument::Compact);
    return write(length(quint32(text.size())) + text);
}

Result<void> CarryWriter::write(QByteArrayView more)
{
    m_buffer.append(more.data(), more.size());
    qsizetype done = 0;
    while (m_buffer.size() - done >= chunkSize) {
        if (const auto pushed = push(QByteArrayView(m_buffer).sliced(done, chunkSize), 0); !pushed)
            return pushed;
        done += chunkSize;
    }
    m_buffer.remove(0, done);
    return {};
}

Result<void> CarryWriter::finish(const DeviceIdentity &identity)
{
    if (const auto pushed = push(m_buffer, crypto_secretstream_xchacha20poly1305_TAG_FINAL); !pushed)
        return pushed;
    const auto form = signedForm(m_state->id, m_digest);
    const auto signature = form ? identity.signing.sign(*form) : Result<QByteArray>(fail(form.error()));
    if (!signature)
        return fail(signature.error());
    if (const auto put = this->put(length(quint32(signature->size())) + *signature); !put)
        return put;
    // Synced and renamed: a stick that is pulled before has nothing of that name.
    return m_file.commit() ? Result<void>() : fail(ErrorCode::DiskFull, m_file.errorString());
}

CarryReader::CarryReader()
    : m_state(std::make_unique<State>())
{
}

CarryReader::~CarryReader() = default;

Result<CarryHeader> CarryReader::head(const QString &path)
{
    QFile file(path);
    return headBytes(file).and_then(headerFrom);
}

Result<std::unique_ptr<CarryReader>> CarryReader::open(
    const QString &path, const CarryReaderSelf &self, const DeviceIdentity &identity)
{
    std::unique_ptr<CarryReader> reader(new CarryReader);
    reader->m_file.setFileName(path);
    const auto header = headBytes(reader->m_file).and_then(headerFrom);
    if (!header)
        return fail(header.error());
    reader->m_header = *header;
    if (header->tenant != self.tenant)
        return fail(ErrorCode::CarryOtherCounty);
    if (header->to != self.user || header->toDevice != self.device)
        return fail(ErrorCode::CarryForAnother);
    if (header->madeAtMs + carryLifeMs <= self.nowMs)
        return fail(ErrorCode::CarryTooOld);
    const auto sender = std::ranges::find_if(self.cards, [&](const DeviceCard &card) {
        return card.user == header->from && card.device == header->fromDevice;
    });
    if (sender == self.cards.end())
        return fail(ErrorCode::CarrySenderUnknown);
    reader->m_sender = *sender;
    if (const auto verified = reader->verify(); !verified)
        return fail(verified.error());
    const auto key = openedBox(header->box, identity);
    if (!key)
        return fail(damaged("box"));
    if (const auto ready = reader->rewind(*key); !ready)
        return fail(ready.error());
    return reader;
}

Result<void> CarryReader::verify()
{
    m_file.seek(0);
    const auto head = headBytes(m_file);
    if (!head)
        return fail(head.error());
    QByteArray digest = chained(chained({}, magic), length(quint32(head->size())) + *head);
    m_contentAt = m_file.pos();
    const QByteArray stream = m_file.read(streamHeaderSize);
    if (stream.size() != streamHeaderSize)
        return fail(damaged("cut"));
    digest = chained(digest, stream);
    // Chunks are whole but the last one, which is shorter, and behind which the signature stands.
    for (bool last = false; !last;) {
        const auto chunk = piece(m_file, chunkSize + sealSize);
        if (!chunk)
            return fail(chunk.error());
        digest = chained(digest, length(quint32(chunk->size())) + *chunk);
        last = chunk->size() < chunkSize + sealSize;
    }
    const auto signature = piece(m_file, mostSignature);
    if (!signature || !m_file.atEnd())
        return fail(damaged("end"));
    const auto form = signedForm(m_header.id, digest);
    return form && verifySm2(m_sender.signingKeyPem, *form, *signature) ? Result<void>()
                                                                        : fail(damaged("signature"));
}

Result<void> CarryReader::rewind(const Secret &key)
{
    m_file.seek(m_contentAt);
    const QByteArray stream = m_file.read(streamHeaderSize);
    if (stream.size() != streamHeaderSize
        || crypto_secretstream_xchacha20poly1305_init_pull(&m_state->stream, bytes(stream), key.data()))
        return fail(damaged("stream"));
    return {};
}

Result<void> CarryReader::pull()
{
    const auto sealed = piece(m_file, chunkSize + sealSize);
    if (!sealed || sealed->size() < sealSize)
        return fail(damaged("chunk"));
    QByteArray clear(sealed->size() - sealSize, Qt::Uninitialized);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&m_state->stream, bytes(clear), nullptr, &tag,
            bytes(*sealed), size_t(sealed->size()), nullptr, 0))
        return fail(damaged("chunk"));
    m_ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    m_buffer += clear;
    return {};
}

Result<QByteArray> CarryReader::take(qsizetype size)
{
    while (m_buffer.size() < size && !m_ended) {
        if (const auto pulled = pull(); !pulled)
            return fail(pulled.error());
    }
    const QByteArray taken = m_buffer.first(std::min(size, m_buffer.size()));
    m_buffer.remove(0, taken.size());
    return taken;
}

Result<std::optional<QJsonObject>> CarryReader::next()
{
    while (m_left > 0) {
        if (const auto skipped = read(chunkSize); !skipped)
            return fail(skipped.error());
    }
    const auto four = take(4);
    if (!four)
        return fail(four.error());
    if (four->isEmpty())
        return std::optional<QJsonObject>();
    const quint32 size = four->size() == 4 ? qFromBigEndian<quint32>(four->constData()) : mostRecord + 1;
    if (size > mostRecord)
        return fail(damaged("record"));
    const auto text = take(size);
    const auto json = text ? parseJsonObject(*text, mostRecord) : Result<QJsonObject>(fail(text.error()));
    if (!json)
        return fail(damaged("record"));
    m_left = json->value(u"size"_s).toInteger();
    return std::optional(*json);
}

Result<QByteArray> CarryReader::read(qsizetype most)
{
    const auto part = take(qsizetype(std::min<qint64>(most, m_left)));
    if (!part)
        return part;
    if (part->isEmpty() && m_left > 0)
        return fail(damaged("file"));
    m_left -= part->size();
    return part;
}

} // namespace chengban
