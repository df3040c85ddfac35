#pragma once

#include "server/store/PostgresAddress.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <libpq-fe.h>

#include <memory>
#include <unordered_map>
#include <vector>

namespace chengban::bench {

struct Statement
{
    QString sql;
    QVariantList values;
};

/// A database without any of our code in between: prepared statements, all rows fetched, nothing else.
class BareDatabase
{
public:
    virtual ~BareDatabase() = default;
    virtual void run(const Statement &statement) = 0;
};

/// SQLite through Qt Sql, set up as the server sets it up.
class BareSqlite : public BareDatabase
{
public:
    explicit BareSqlite(const QString &path)
        : m_name(QStringLiteral("bare-%1").arg(reinterpret_cast<quintptr>(this)))
        , m_db(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
    {
        m_db.setDatabaseName(path);
        m_db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=60000"));
        m_db.open();
        for (const char *pragma : {"journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON",
                 "secure_delete=ON", "cache_size=-16384"})
            QSqlQuery(m_db).exec(QStringLiteral("PRAGMA ") + QString::fromLatin1(pragma));
    }
    ~BareSqlite() override
    {
        m_prepared.clear();
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    void run(const Statement &statement) override
    {
        auto &query = m_prepared[statement.sql];
        if (!query) {
            query = std::make_unique<QSqlQuery>(m_db);
            query->setForwardOnly(true);
            query->prepare(statement.sql);
        }
        for (int i = 0; i < statement.values.size(); ++i)
            query->bindValue(i, bindable(statement.values[i]));
        if (!query->exec())
            qFatal("%s", qPrintable(query->lastError().text()));
        while (query->next()) { }
        query->finish();
    }

private:
    /// A text that is null in Qt is an empty one, as in the server's Database.
    static QVariant bindable(const QVariant &value)
    {
        const bool isText = value.typeId() == QMetaType::QString;
        return isText && value.toString().isNull() ? QVariant(QStringLiteral("")) : value;
    }

    QString m_name;
    QSqlDatabase m_db;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
};

/// PostgreSQL through libpq alone.
class BarePostgres : public BareDatabase
{
public:
    explicit BarePostgres(const QString &address)
        : m_connection(
            PQconnectdb(postgresParameters(address, 60000)->join(QLatin1Char(' ')).toUtf8().constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("%s", PQerrorMessage(m_connection));
    }
    ~BarePostgres() override { PQfinish(m_connection); }
    Q_DISABLE_COPY_MOVE(BarePostgres)

    void run(const Statement &statement) override
    {
        if (statement.values.isEmpty()) {
            check(PQexec(m_connection, statement.sql.toUtf8().constData()));
            return;
        }
        const QByteArray name = prepared(statement);
        std::vector<QByteArray> texts;
        std::vector<const char *> values;
        std::vector<int> lengths;
        std::vector<int> formats;
        texts.reserve(static_cast<std::size_t>(statement.values.size()));
        for (const QVariant &value : statement.values) {
            const bool isBytes = value.typeId() == QMetaType::QByteArray;
            texts.push_back(isBytes ? value.toByteArray() : value.toString().toUtf8());
            values.push_back(
                value.isNull() && value.typeId() != QMetaType::QString ? nullptr : texts.back().constData());
            lengths.push_back(static_cast<int>(texts.back().size()));
            formats.push_back(isBytes ? 1 : 0);
        }
        check(PQexecPrepared(m_connection, name.constData(), static_cast<int>(values.size()), values.data(),
            lengths.data(), formats.data(), 0));
    }

private:
    QByteArray prepared(const Statement &statement)
    {
        auto &name = m_prepared[statement.sql];
        if (name.isEmpty()) {
            name = "s" + QByteArray::number(m_prepared.size());
            QString numbered;
            int number = 0;
            for (const QChar c : statement.sql)
                numbered += c == u'?' ? QStringLiteral("$%1").arg(++number) : QString(c);
            check(PQprepare(m_connection, name.constData(), numbered.toUtf8().constData(), number, nullptr));
        }
        return name;
    }
    void check(PGresult *result)
    {
        const ExecStatusType status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            qFatal("%s", PQresultErrorMessage(result));
        PQclear(result);
    }

    PGconn *m_connection;
    std::unordered_map<QString, QByteArray> m_prepared;
};

} // namespace chengban::bench
