#include "client/store/Carriage.h"

#include "shared/canonical/JsonReader.h"

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

SealedPlace packagePlace(const QString &id)
{
    return {"carry_packages", "body", id};
}
SealedPlace commandPlace(const QString &package, const QString &id)
{
    return {"carried", "body", package + QLatin1Char('/') + id};
}
SealedPlace pagePlace(const QString &package, int place)
{
    return {"carry_pages", "body", package + QLatin1Char('/') + QString::number(place)};
}

Result<void> done(const Result<Changed> &changed)
{
    return changed ? Result<void>{} : fail(changed.error());
}

QJsonObject bodyOf(const CarryPackage &package)
{
    return {{u"other"_s, toJson(package.other)}, {u"otherName"_s, package.otherName},
        {u"scope"_s, package.scope}, {u"cursor"_s, package.cursor}, {u"steps"_s, package.steps},
        {u"drafts"_s, package.drafts}, {u"files"_s, QJsonArray::fromStringList(package.files)}};
}

Result<CarryPackage> withBody(CarryPackage package, const QJsonObject &json)
{
    JsonReader in(json);
    package.other = in.member(u"other"_s, deviceCardFromJson);
    package.otherName = in.string(u"otherName"_s);
    package.scope = in.string(u"scope"_s);
    package.cursor = in.string(u"cursor"_s);
    package.steps = int(in.integer(u"steps"_s));
    package.drafts = int(in.integer(u"drafts"_s));
    package.files = in.strings(u"files"_s);
    if (const auto read = in.finish(); !read)
        return fail(ErrorCode::StoreDamaged, read.error().detail);
    return package;
}

Result<QJsonObject> bodyOf(const CarriedCommand &one)
{
    QJsonObject json{{u"command"_s, toJson(one.command)}, {u"user"_s, one.user.value},
        {u"device"_s, one.device.value}, {u"signature"_s, QString::fromLatin1(one.signature.toBase64())}};
    if (!one.answer)
        return json;
    const auto answer = wire::toJson(*one.answer);
    if (!answer)
        return fail(answer.error());
    json.insert(u"answer"_s, *answer);
    return json;
}

Result<CarriedCommand> withBody(CarriedCommand one, const QJsonObject &json)
{
    JsonReader in(json);
    one.command = in.member(u"command"_s, commandFromJson);
    one.user = {in.string(u"user"_s)};
    one.device = {in.string(u"device"_s)};
    one.signature = QByteArray::fromBase64(in.string(u"signature"_s).toLatin1());
    if (in.has(u"answer"_s))
        one.answer = in.member(u"answer"_s, wire::commandAnswerFromJson);
    if (const auto read = in.finish(); !read)
        return fail(ErrorCode::StoreDamaged, read.error().detail);
    return one;
}

} // namespace

Carriage::Carriage(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

Result<QList<CarryPackage>> Carriage::read(const QString &where, const QVariantList &values) const
{
    QList<CarryPackage> all;
    const auto read = m_db.each(QStringLiteral("SELECT id, at_ms, state, body FROM carry_packages ") + where
            + QStringLiteral(" ORDER BY at_ms DESC, id DESC"),
        values, [&](const QSqlQuery &row) -> Result<void> {
            CarryPackage package;
            package.id = row.value(0).toString();
            package.atMs = row.value(1).toLongLong();
            const auto state = valueNamed<Carrying>(row.value(2).toString());
            const auto body = m_sealer.openedJson(row.value(3).toByteArray(), packagePlace(package.id));
            if (!state || !body)
                return fail(state ? body.error() : Error{ErrorCode::StoreDamaged, u"carry_packages"_s});
            package.state = *state;
            auto whole = withBody(std::move(package), *body);
            if (!whole)
                return fail(whole.error());
            all.append(std::move(*whole));
            return {};
        });
    if (!read)
        return fail(read.error());
    return all;
}

Result<QList<CarryPackage>> Carriage::packages() const
{
    return read({}, {});
}

Result<std::optional<CarryPackage>> Carriage::find(const QString &id) const
{
    const auto found = read(QStringLiteral("WHERE id = ?"), {id});
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::optional<CarryPackage>() : found->first();
}

Result<void> Carriage::put(const CarryPackage &package)
{
    return done(m_db.run(
        QStringLiteral("INSERT OR REPLACE INTO carry_packages (id, at_ms, state, body) VALUES (?, ?, ?, ?)"),
        {package.id, package.atMs, QString(nameOf(package.state)),
            m_sealer.sealedJson(bodyOf(package), packagePlace(package.id))}));
}

Result<void> Carriage::setState(const QString &id, Carrying state)
{
    return done(m_db.run(
        QStringLiteral("UPDATE carry_packages SET state = ? WHERE id = ?"), {QString(nameOf(state)), id}));
}

Result<void> Carriage::dropBefore(qint64 ms)
{
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    for (const QString &statement : {QStringLiteral("DELETE FROM carried WHERE package IN"
                                                    " (SELECT id FROM carry_packages WHERE at_ms < ?)"),
             QStringLiteral("DELETE FROM carry_pages WHERE package IN"
                            " (SELECT id FROM carry_packages WHERE at_ms < ?)"),
             QStringLiteral("DELETE FROM carry_packages WHERE at_ms < ?")}) {
        if (const auto gone = m_db.run(statement, {ms}); !gone)
            return fail(gone.error());
    }
    return transaction->commit();
}

Result<void> Carriage::write(const CarriedCommand &command, int place)
{
    const auto body = bodyOf(command);
    if (!body)
        return fail(body.error());
    return done(m_db.run(
        QStringLiteral("INSERT OR IGNORE INTO carried (command_id, package, place, attempts, next_try_ms,"
                       " body) VALUES (?, ?, ?, 0, 0, ?)"),
        {command.command.id.value, command.package, place,
            m_sealer.sealedJson(*body, commandPlace(command.package, command.command.id.value))}));
}

Result<void> Carriage::add(const QList<CarriedCommand> &commands)
{
    int place = 0;
    for (const CarriedCommand &command : commands) {
        if (const auto added = write(command, ++place); !added)
            return added;
    }
    return {};
}

Result<QList<CarriedCommand>> Carriage::commandsOf(const QString &package) const
{
    QList<CarriedCommand> all;
    const auto read = m_db.each(
        QStringLiteral(
            "SELECT command_id, attempts, next_try_ms, body FROM carried WHERE package = ? ORDER BY place"),
        {package}, [&](const QSqlQuery &row) -> Result<void> {
            const auto body = m_sealer.openedJson(
                row.value(3).toByteArray(), commandPlace(package, row.value(0).toString()));
            if (!body)
                return fail(body.error());
            CarriedCommand one;
            one.package = package;
            one.attempts = row.value(1).toInt();
            one.nextTryMs = row.value(2).toLongLong();
            auto whole = withBody(std::move(one), *body);
            if (!whole)
                return fail(whole.error());
            all.append(std::move(*whole));
            return {};
        });
    if (!read)
        return fail(read.error());
    return all;
}

Result<void> Carriage::rewrite(const CarriedCommand &command)
{
    const auto body = bodyOf(command);
    if (!body)
        return fail(body.error());
    return done(
        m_db.run(QStringLiteral("UPDATE carried SET attempts = ?, next_try_ms = ?, body = ? WHERE package = ?"
                                " AND command_id = ?"),
            {command.attempts, command.nextTryMs,
                m_sealer.sealedJson(*body, commandPlace(command.package, command.command.id.value)),
                command.package, command.command.id.value}));
}

Result<void> Carriage::setAnswered(const CarriedCommand &command, const wire::CommandAnswer &answer)
{
    CarriedCommand now = command;
    now.answer = answer;
    return rewrite(now);
}

Result<void> Carriage::defer(const CarriedCommand &command, qint64 nextTryMs)
{
    CarriedCommand now = command;
    ++now.attempts;
    now.nextTryMs = nextTryMs;
    return rewrite(now);
}

Result<void> Carriage::addPage(const QString &package, const QByteArray &page)
{
    int place = 0;
    const auto read
        = m_db.each(QStringLiteral("SELECT COALESCE(MAX(place), 0) FROM carry_pages WHERE package = ?"),
            {package}, [&](const QSqlQuery &row) -> Result<void> {
                place = row.value(0).toInt() + 1;
                return {};
            });
    if (!read)
        return read;
    return done(m_db.run(QStringLiteral("INSERT INTO carry_pages (package, place, body) VALUES (?, ?, ?)"),
        {package, place, m_sealer.sealed(page, pagePlace(package, place))}));
}

Result<void> Carriage::eachPage(
    const QString &package, const std::function<Result<void>(const QByteArray &)> &page) const
{
    return m_db.each(QStringLiteral("SELECT place, body FROM carry_pages WHERE package = ? ORDER BY place"),
        {package}, [&](const QSqlQuery &row) -> Result<void> {
            const auto opened
                = m_sealer.opened(row.value(1).toByteArray(), pagePlace(package, row.value(0).toInt()));
            return opened ? page(*opened) : fail(opened.error());
        });
}

Result<void> Carriage::dropPages(const QString &package)
{
    return done(m_db.run(QStringLiteral("DELETE FROM carry_pages WHERE package = ?"), {package}));
}

} // namespace chengban
