#include "client/store/Carry.h"

#include "client/store/Answering.h"
#include "client/store/Handovers.h"
#include "client/store/Store.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"

#include <QBuffer>

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype slice = 256 * 1024;
constexpr qint64 largestFile = 257LL << 20;

CarryHeader headerOf(const Carrier &carrier, CarryKind kind)
{
    CarryHeader header;
    header.id = uuid7(carrier.nowMs, randomBytes(10));
    header.kind = kind;
    header.tenant = carrier.self.tenant;
    header.from = carrier.self.user;
    header.fromName = carrier.self.name;
    header.fromDevice = carrier.self.device;
    header.madeAtMs = carrier.nowMs;
    return header;
}

Result<void> addCommands(
    Store &store, const Carrier &carrier, const DeviceIdentity &identity, CarryWriter &out, int &steps)
{
    const auto rows = store.outbox().rows();
    if (!rows)
        return fail(rows.error());
    for (const OutboxRow &row : *rows) {
        if (!row.isWaiting())
            continue;
        if (const auto marked = store.outbox().setSent(row.command.id, carrier.nowMs); !marked)
            return marked;
        const QJsonObject command = toJson(row.command);
        const auto form = canonicalForm(
            CarriedText{carrier.self.tenant, carrier.self.user, carrier.self.device, command});
        const auto signature = form ? identity.signing.sign(*form) : Result<QByteArray>(fail(form.error()));
        if (!signature)
            return fail(signature.error());
        const auto added = out.add({{u"type"_s, u"command"_s}, {u"command"_s, command},
            {u"signature"_s, QString::fromLatin1(signature->toBase64())}});
        if (!added)
            return added;
        ++steps;
    }
    return {};
}

Result<void> addDrafts(Store &store, CarryWriter &out, int &drafts)
{
    const auto cases = store.drafts().cases();
    if (!cases)
        return fail(cases.error());
    for (const CaseId &id : *cases) {
        const auto draft = store.drafts().draft(id);
        if (!draft)
            return fail(draft.error());
        if (!*draft)
            continue;
        const auto added
            = out.add({{u"type"_s, u"draft"_s}, {u"caseId"_s, id.value}, {u"draft"_s, toJson(**draft)}});
        if (!added)
            return added;
        ++drafts;
    }
    return {};
}

Result<void> addFiles(Store &store, CarryWriter &out, QStringList &files)
{
    const auto rows = store.blobs().inState(BlobState::Uploading);
    if (!rows)
        return fail(rows.error());
    for (const BlobRow &row : *rows) {
        auto reader = store.blobs().reader(row.sha256);
        if (!reader)
            return fail(reader.error());
        const auto added = out.add({{u"type"_s, u"file"_s}, {u"sha256"_s, row.sha256}, {u"mime"_s, row.mime},
            {u"size"_s, row.size}});
        if (!added)
            return added;
        for (qint64 left = row.size; left > 0;) {
            const auto bytes = (*reader)->read(qsizetype(std::min<qint64>(left, slice)));
            if (!bytes || bytes->isEmpty())
                return fail(bytes ? Error{ErrorCode::StoreDamaged, u"blob"_s} : bytes.error());
            if (const auto written = out.write(*bytes); !written)
                return written;
            left -= bytes->size();
        }
        files.append(row.sha256);
    }
    return {};
}

/// Everything of a package of work before anything is changed here.
struct Work
{
    QString scope;
    QString cursor;
    QList<CarriedCommand> commands;
    QList<std::pair<CaseId, ReplyDraft>> drafts;
    QStringList files;
};

Result<void> takeFile(Store &store, CarryReader &in, const QJsonObject &record, QStringList &files)
{
    const qint64 size = record.value(u"size"_s).toInteger();
    const QString named = record.value(u"sha256"_s).toString();
    if (size <= 0 || size > largestFile)
        return fail(ErrorCode::CarryChanged, u"size of a file"_s);
    QByteArray bytes;
    while (bytes.size() < size) {
        const auto part = in.read(slice);
        if (!part)
            return fail(part.error());
        bytes += *part;
    }
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly) || hex(sha256(bytes)) != named)
        return fail(ErrorCode::CarryChanged, u"file"_s);
    const auto added = store.blobs().add(buffer, record.value(u"mime"_s).toString(), largestFile);
    files.append(named);
    return added ? Result<void>() : fail(added.error());
}

Result<void> takeRecord(Store &store, CarryReader &in, const QJsonObject &record, Work &work)
{
    const QString type = record.value(u"type"_s).toString();
    if (type == "work"_L1) {
        work.scope = record.value(u"scope"_s).toString();
        work.cursor = record.value(u"cursor"_s).toString();
        return {};
    }
    if (type == "file"_L1)
        return takeFile(store, in, record, work.files);
    if (type == "draft"_L1) {
        const auto draft = replyDraftFromJson(record.value(u"draft"_s).toObject());
        if (!draft)
            return fail(draft.error());
        work.drafts.append({CaseId{record.value(u"caseId"_s).toString()}, *draft});
        return {};
    }
    if (type != "command"_L1)
        return fail(ErrorCode::CarryNewer, u"record"_s);
    const auto command = commandFromJson(record.value(u"command"_s).toObject());
    if (!command)
        return fail(command.error());
    CarriedCommand one;
    one.command = *command;
    one.package = in.header().id;
    one.user = in.header().from;
    one.device = in.header().fromDevice;
    one.signature = QByteArray::fromBase64(record.value(u"signature"_s).toString().toLatin1());
    work.commands.append(one);
    return {};
}

/// A draft that came on a stick waits for the person like one that a colleague handed over.
HandedDraft handedFrom(const CarryHeader &header, const CaseId &caseId, const ReplyDraft &draft)
{
    HandedDraft one;
    one.id = header.id + QLatin1Char('-') + caseId.value;
    one.caseId = caseId;
    one.state = Handing::Offered;
    one.atMs = header.madeAtMs;
    one.other = header.from;
    one.otherName = header.fromName;
    one.otherDevice = header.fromDevice;
    one.draft = draft;
    return one;
}

Result<CarryTaken> takeWork(Store &store, CarryReader &in)
{
    const CarryHeader &header = in.header();
    CarryTaken taken{header, false, {}};
    const auto known = store.carriage().find(header.id);
    if (!known)
        return fail(known.error());
    if (*known) {
        taken.wasHere = true;
        return taken;
    }
    Work work;
    for (auto record = in.next();; record = in.next()) {
        if (!record)
            return fail(record.error());
        if (!*record)
            break;
        if (const auto done = takeRecord(store, in, **record, work); !done)
            return fail(done.error());
    }
    auto transaction = Transaction::begin(store.workDatabase());
    if (!transaction)
        return fail(transaction.error());
    CarryPackage package;
    package.id = header.id;
    package.state = Carrying::In;
    package.atMs = header.madeAtMs;
    package.other = in.sender();
    package.otherName = header.fromName;
    package.scope = work.scope;
    package.cursor = work.cursor;
    package.steps = int(work.commands.size());
    package.drafts = int(work.drafts.size());
    package.files = work.files;
    if (const auto put = store.carriage().put(package); !put)
        return fail(put.error());
    if (const auto added = store.carriage().add(work.commands); !added)
        return fail(added.error());
    for (const auto &[caseId, draft] : work.drafts) {
        if (const auto put = store.handovers().put(handedFrom(header, caseId, draft)); !put)
            return fail(put.error());
        taken.cases.append(caseId);
    }
    const auto done = transaction->commit();
    return done ? Result<CarryTaken>(taken) : fail(done.error());
}

Result<void> takeAnswerOf(
    Store &store, const Carrier &carrier, const wire::CommandAnswer &answer, CarryTaken &taken)
{
    const auto row = store.outbox().row(answer.command);
    if (!row)
        return fail(row.error());
    if (!*row || !(*row)->isWaiting() || lacksFile(answer))
        return {};
    taken.cases.append((*row)->command.caseId);
    return takeAnswer(store, **row, answer, carrier.serverKeyPem, carrier.nowMs);
}

Result<void> takePage(Store &store, const Carrier &carrier, const QJsonObject &json, const QString &scope,
    QString &cursor, CarryTaken &taken)
{
    const auto page = wire::feedPageFromJson(json);
    const auto here = store.replica().cursor(scope);
    if (!page || !here)
        return fail(page ? here.error() : page.error());
    // Who has been at the server meanwhile knows more than the stick does.
    if (*here != cursor)
        return {};
    if (const auto settled = settleAccess(store, *page, carrier.nowMs); !settled)
        return fail(settled.error());
    const auto applied = store.replica().apply(*page, scope);
    if (!applied)
        return fail(applied.error());
    cursor = page->cursor;
    taken.cases += applied->changed + applied->lost;
    return {};
}

Result<CarryTaken> takeAnswers(Store &store, const Carrier &carrier, CarryReader &in)
{
    CarryTaken taken{in.header(), false, {}};
    const auto package = store.carriage().find(in.header().answers);
    if (!package)
        return fail(package.error());
    if (!*package || (*package)->cameHere())
        return fail(ErrorCode::CarryForAnother, u"answers to another package"_s);
    if ((*package)->state == Carrying::Answered) {
        taken.wasHere = true;
        return taken;
    }
    QString cursor = (*package)->cursor;
    for (auto record = in.next();; record = in.next()) {
        if (!record)
            return fail(record.error());
        if (!*record)
            break;
        const QString type = (*record)->value(u"type"_s).toString();
        Result<void> done;
        if (type == "answer"_L1) {
            const auto answer = wire::commandAnswerFromJson((*record)->value(u"answer"_s).toObject());
            done = answer ? takeAnswerOf(store, carrier, *answer, taken) : fail(answer.error());
        } else if (type == "page"_L1) {
            done = takePage(
                store, carrier, (*record)->value(u"page"_s).toObject(), (*package)->scope, cursor, taken);
        } else if (type == "file"_L1) {
            const QString sha256 = (*record)->value(u"sha256"_s).toString();
            const auto row = store.blobs().row(sha256);
            if (row && *row && (*row)->state == BlobState::Uploading)
                done = store.blobs().setState(sha256, BlobState::Uploaded);
        }
        if (!done)
            return fail(done.error());
    }
    const auto ended = store.carriage().setState((*package)->id, Carrying::Answered);
    return ended ? Result<CarryTaken>(taken) : fail(ended.error());
}

} // namespace

Result<CarryPackage> writeWork(Store &store, const Carrier &carrier, const CarryReceiver &receiver,
    const QString &scope, const QString &path)
{
    const auto identity = deviceIdentity(store.values());
    const auto cursor = store.replica().cursor(scope);
    if (!identity || !cursor)
        return fail(identity ? cursor.error() : identity.error());
    const CarryHeader header = headerOf(carrier, CarryKind::Work);
    auto out = CarryWriter::begin(path, header, receiver.card);
    if (!out)
        return fail(out.error());
    CarryPackage package;
    package.id = header.id;
    package.state = Carrying::Out;
    package.atMs = header.madeAtMs;
    package.other = receiver.card;
    package.otherName = receiver.name;
    package.scope = scope;
    package.cursor = *cursor;
    auto done = (*out)->add({{u"type"_s, u"work"_s}, {u"scope"_s, scope}, {u"cursor"_s, *cursor}});
    if (done)
        done = addCommands(store, carrier, *identity, **out, package.steps);
    if (done)
        done = addDrafts(store, **out, package.drafts);
    if (done)
        done = addFiles(store, **out, package.files);
    // First the row, then the file: a package of which nothing is known here could not be answered.
    if (done)
        done = store.carriage().put(package);
    if (done)
        done = (*out)->finish(*identity);
    return done ? Result<CarryPackage>(package) : fail(done.error());
}

Result<CarryPackage> writeAnswers(
    Store &store, const Carrier &carrier, const QString &id, const QString &path)
{
    auto package = store.carriage().find(id);
    const auto identity = deviceIdentity(store.values());
    if (!package || !identity)
        return fail(package ? identity.error() : package.error());
    if (!*package || !(*package)->cameHere())
        return fail(ErrorCode::NotFound, u"carry"_s);
    if ((*package)->state == Carrying::In)
        return fail(ErrorCode::CarryNotAnswered);
    CarryHeader header = headerOf(carrier, CarryKind::Answers);
    header.answers = id;
    const auto commands = store.carriage().commandsOf(id);
    auto out = CarryWriter::begin(path, header, (*package)->other);
    if (!commands || !out)
        return fail(commands ? out.error() : commands.error());
    Result<void> done;
    for (const CarriedCommand &command : *commands) {
        const auto answer
            = command.answer ? wire::toJson(*command.answer) : Result<QJsonObject>(QJsonObject());
        if (!answer)
            return fail(answer.error());
        if (!answer->isEmpty())
            done = (*out)->add({{u"type"_s, u"answer"_s}, {u"answer"_s, *answer}});
        if (!done)
            return fail(done.error());
    }
    for (const QString &sha256 : std::as_const((*package)->files)) {
        done = (*out)->add({{u"type"_s, u"file"_s}, {u"sha256"_s, sha256}});
        if (!done)
            return fail(done.error());
    }
    done = store.carriage().eachPage(id, [&](const QByteArray &page) -> Result<void> {
        const auto json = parseJsonObject(page, 64 << 20);
        return json ? (*out)->add({{u"type"_s, u"page"_s}, {u"page"_s, *json}}) : fail(json.error());
    });
    if (done)
        done = (*out)->finish(*identity);
    if (done)
        done = store.carriage().setState(id, Carrying::Returned);
    (*package)->state = Carrying::Returned;
    return done ? Result<CarryPackage>(**package) : fail(done.error());
}

Result<CarryTaken> readPackage(Store &store, const Carrier &carrier, const QString &path)
{
    const auto identity = deviceIdentity(store.values());
    if (!identity)
        return fail(identity.error());
    const auto in = CarryReader::open(path,
        {carrier.self.tenant, carrier.self.user, carrier.self.device, carrier.cards, carrier.nowMs},
        *identity);
    if (!in)
        return fail(in.error());
    return (*in)->header().kind == CarryKind::Work ? takeWork(store, **in)
                                                   : takeAnswers(store, carrier, **in);
}

} // namespace chengban
