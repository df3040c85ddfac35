#include "server/store/DossierStore.h"

#include "server/store/Database.h"
#include "shared/dossier/Filing.h"

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

const QString columns = QStringLiteral(
    "SELECT id, case_id, unit, archive_number, year, retention, title, fonds_name, case_number, case_head,"
    " volumes, pages, sha256, sm3, size, filed_by, filed_by_name, filed_by_unit_name, filed_at_ms, state,"
    " transfer_after FROM dossiers WHERE tenant = ?");

/// Errors: StoreDamaged.
Result<DossierLine> lineOf(const Row &row)
{
    DossierLine line;
    line.id = row[0].toString();
    line.caseId = {row[1].toString()};
    line.unit = {row[2].toString()};
    line.facts = {row[3].toString(), row[4].toInt(), row[5].toString(), row[6].toString(), row[7].toString(),
        row[8].toString(), row[9].toString(), row[10].toInt(), row[11].toInt(), row[20].toInt()};
    line.sha256 = row[12].toString();
    line.sm3 = row[13].toString();
    line.bytes = row[14].toLongLong();
    line.filedBy = {row[15].toString()};
    line.filedByName = row[16].toString();
    line.filedByUnitName = row[17].toString();
    line.filedAtMs = row[18].toLongLong();
    const auto state = valueNamed<DossierState>(row[19].toString());
    if (!state)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("dossiers"));
    line.state = *state;
    return line;
}

Result<Disposal> disposalOf(const Row &row)
{
    const auto kind = valueNamed<DisposalKind>(row[1].toString());
    const auto state = valueNamed<DisposalState>(row[2].toString());
    if (!kind || !state)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("disposals"));
    return Disposal{.id = row[0].toString(),
        .kind = *kind,
        .state = *state,
        .reason = row[3].toString(),
        .receiver = row[4].toString(),
        .proposedBy = {row[5].toString()},
        .proposedByName = row[6].toString(),
        .proposedAtMs = row[7].toLongLong(),
        .decidedBy = {row[8].toString()},
        .decidedByName = row[9].toString(),
        .decisionReason = row[10].toString(),
        .decidedAtMs = row[11].toLongLong()};
}

/// Letters that mean something in LIKE stand for themselves.
QString pattern(QString text)
{
    text.replace(u'!', QStringLiteral("!!"))
        .replace(u'%', QStringLiteral("!%"))
        .replace(u'_', QStringLiteral("!_"));
    return u'%' + text + u'%';
}

/// The condition and its values, in step.
struct Where
{
    QString sql;
    QVariantList values;
    void add(const QString &condition, const QVariantList &more)
    {
        sql += QStringLiteral(" AND ") + condition;
        values += more;
    }
};

Where whereOf(const TenantId &tenant, const DossierFilter &filter)
{
    Where where{{}, {tenant.value}};
    if (filter.year > 0)
        where.add(QStringLiteral("year = ?"), {filter.year});
    if (!filter.retention.isEmpty())
        where.add(QStringLiteral("retention = ?"), {filter.retention});
    if (!filter.unit.isEmpty())
        where.add(QStringLiteral("unit = ?"), {filter.unit.value});
    if (filter.state)
        where.add(QStringLiteral("state = ?"), {QString(nameOf(*filter.state))});
    if (filter.due == DisposalKind::Destroy)
        where.add(QStringLiteral("state = 'kept' AND ends > 0 AND ends < ?"), {filter.yearNow});
    if (filter.due == DisposalKind::Transfer)
        where.add(
            QStringLiteral("state = 'kept' AND ends = 0 AND year + transfer_after < ?"), {filter.yearNow});
    if (!filter.text.isEmpty()) {
        const QString like = pattern(filter.text);
        where.add(QStringLiteral("(archive_number LIKE ? ESCAPE '!' OR case_number LIKE ? ESCAPE '!'"
                                 " OR title LIKE ? ESCAPE '!')"),
            {like, like, like});
    }
    if (!filter.after.isEmpty())
        where.add(QStringLiteral("id < ?"), {filter.after});
    return where;
}

} // namespace

Result<void> DossierStore::add(const TenantId &tenant, const DossierLine &line, const QByteArray &receipt)
{
    const PackageFacts &facts = line.facts;
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO dossiers (tenant, id, case_id, unit, archive_number, year, retention, ends,"
                 " title, fonds_name, case_number, case_head, volumes, pages, sha256, sm3, size, filed_by,"
                 " filed_by_name, filed_by_unit_name, filed_at_ms, state, receipt, transfer_after)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {tenant.value, line.id, line.caseId.value, line.unit.value, facts.archiveNumber, facts.year,
                facts.retention, retentionEnds(facts.year, facts.retention), facts.title, facts.fondsName,
                facts.caseNumber, facts.caseHead, facts.volumes, facts.pages, line.sha256, line.sm3,
                line.bytes, line.filedBy.value, line.filedByName, line.filedByUnitName, line.filedAtMs,
                QString(nameOf(line.state)), QString::fromUtf8(receipt), facts.transferAfterYears})
        .map(noValue);
}

Result<DossierLine> DossierStore::withDisposal(const TenantId &tenant, DossierLine line)
{
    const auto all = disposals(tenant, line.id);
    if (!all)
        return fail(all.error());
    if (!all->isEmpty())
        line.disposal = all->last();
    return line;
}

Result<std::optional<DossierLine>> DossierStore::find(const TenantId &tenant, const QString &id)
{
    const auto row
        = m_database.row(columns + QStringLiteral(" AND id = ?") + m_database.rowLock(), {tenant.value, id});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return std::optional<DossierLine>();
    return lineOf(*row)
        .and_then([&](const DossierLine &line) { return withDisposal(tenant, line); })
        .map([](const DossierLine &line) { return std::optional(line); });
}

Result<std::optional<DossierLine>> DossierStore::findPackage(const TenantId &tenant, const QString &sha256)
{
    const auto row = m_database.row(columns + QStringLiteral(" AND sha256 = ?"), {tenant.value, sha256});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return std::optional<DossierLine>();
    return lineOf(*row).map([](const DossierLine &line) { return std::optional(line); });
}

Result<bool> DossierStore::isNumberTaken(const TenantId &tenant, const QString &archiveNumber)
{
    return m_database
        .row(QStringLiteral("SELECT 1 FROM dossiers WHERE tenant = ? AND archive_number = ?"),
            {tenant.value, archiveNumber})
        .map([](const Row &row) { return !row.isEmpty(); });
}

Result<QByteArray> DossierStore::receipt(const TenantId &tenant, const QString &id)
{
    return m_database
        .row(QStringLiteral("SELECT receipt FROM dossiers WHERE tenant = ? AND id = ?"), {tenant.value, id})
        .map([](const Row &row) { return row.isEmpty() ? QByteArray() : row[0].toString().toUtf8(); });
}

Result<QList<DossierLine>> DossierStore::lines(const TenantId &tenant, const DossierFilter &filter)
{
    const Where where = whereOf(tenant, filter);
    const auto rows = m_database.rows(
        columns + where.sql + QStringLiteral(" ORDER BY id DESC LIMIT %1").arg(filter.limit), where.values);
    if (!rows)
        return fail(rows.error());
    QList<DossierLine> found;
    for (const Row &row : *rows) {
        auto line = lineOf(row).and_then([&](const DossierLine &one) { return withDisposal(tenant, one); });
        if (!line)
            return fail(line.error());
        found.append(*std::move(line));
    }
    return found;
}

Result<void> DossierStore::setState(const TenantId &tenant, const QString &id, DossierState state)
{
    return m_database
        .run(QStringLiteral("UPDATE dossiers SET state = ? WHERE tenant = ? AND id = ?"),
            {QString(nameOf(state)), tenant.value, id})
        .map(noValue);
}

Result<void> DossierStore::addDisposal(
    const TenantId &tenant, const QString &dossier, const Disposal &disposal)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO disposals (tenant, id, dossier, kind, state, reason, receiver, proposed_by,"
                 " proposed_by_name, proposed_at_ms, decided_by, decided_by_name, decision_reason,"
                 " decided_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', 0)"),
            {tenant.value, disposal.id, dossier, QString(nameOf(disposal.kind)),
                QString(nameOf(disposal.state)), disposal.reason, disposal.receiver,
                disposal.proposedBy.value, disposal.proposedByName, disposal.proposedAtMs})
        .map(noValue);
}

Result<bool> DossierStore::decide(const TenantId &tenant, const Disposal &disposal)
{
    return m_database
        .run(QStringLiteral(
                 "UPDATE disposals SET state = ?, decided_by = ?, decided_by_name = ?, decision_reason = ?,"
                 " decided_at_ms = ? WHERE tenant = ? AND id = ? AND state = 'proposed'"),
            {QString(nameOf(disposal.state)), disposal.decidedBy.value, disposal.decidedByName,
                disposal.decisionReason, disposal.decidedAtMs, tenant.value, disposal.id})
        .map([](qint64 changed) { return changed == 1; });
}

Result<QList<Disposal>> DossierStore::disposals(const TenantId &tenant, const QString &dossier)
{
    const auto rows = m_database.rows(
        QStringLiteral(
            "SELECT id, kind, state, reason, receiver, proposed_by, proposed_by_name, proposed_at_ms,"
            " decided_by, decided_by_name, decision_reason, decided_at_ms FROM disposals"
            " WHERE tenant = ? AND dossier = ? ORDER BY id"),
        {tenant.value, dossier});
    if (!rows)
        return fail(rows.error());
    QList<Disposal> found;
    for (const Row &row : *rows) {
        const auto one = disposalOf(row);
        if (!one)
            return fail(one.error());
        found.append(*one);
    }
    return found;
}

Result<void> DossierStore::addOpening(
    const TenantId &tenant, const QString &dossier, const QString &id, const Opening &opening)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO dossier_openings (tenant, id, dossier, at_ms, user_id, user_name, unit_name,"
                 " purpose) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {tenant.value, id, dossier, opening.atMs, opening.user.value, opening.userName, opening.unitName,
                QString(nameOf(opening.purpose))})
        .map(noValue);
}

Result<QList<Opening>> DossierStore::openings(const TenantId &tenant, const QString &dossier)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT at_ms, user_id, user_name, unit_name, purpose FROM dossier_openings"
                       " WHERE tenant = ? AND dossier = ? ORDER BY id"),
        {tenant.value, dossier});
    if (!rows)
        return fail(rows.error());
    QList<Opening> found;
    for (const Row &row : *rows) {
        const auto purpose = valueNamed<OpeningPurpose>(row[4].toString());
        if (!purpose)
            return fail(ErrorCode::StoreDamaged, QStringLiteral("openings"));
        found.append(
            {row[0].toLongLong(), {row[1].toString()}, row[2].toString(), row[3].toString(), *purpose});
    }
    return found;
}

} // namespace chengban
