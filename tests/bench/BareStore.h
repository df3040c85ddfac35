#pragma once

#include "client/store/Store.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace chengban::bench {

/// Seconds for the replica's rows, inserted into the same tables of another file by prepared statements and
/// nothing else, in as many transactions as pages.
inline double bareInsertSeconds(Store &source, const QString &path, qsizetype pages)
{
    struct Table
    {
        QString insert;
        QList<QVariantList> rows;
    };
    QList<Table> tables;
    const QSqlDatabase from = source.replicaDatabase().handle();
    QStringList schema;
    for (const char *name : {"cases", "events", "identity_parts"}) {
        const QString table = QString::fromLatin1(name);
        QSqlQuery made(from);
        made.exec(QStringLiteral("SELECT sql FROM sqlite_master WHERE tbl_name = '%1' AND sql NOT NULL")
                      .arg(table));
        while (made.next())
            schema << made.value(0).toString();
        QSqlQuery read(from);
        read.exec(QStringLiteral("SELECT * FROM ") + table);
        QStringList marks;
        marks.fill(QStringLiteral("?"), read.record().count());
        Table copied{
            QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, marks.join(QLatin1Char(','))), {}};
        while (read.next()) {
            QVariantList row;
            for (int i = 0; i < read.record().count(); ++i)
                row << read.value(i);
            copied.rows << row;
        }
        tables << copied;
    }
    const QString connection = QStringLiteral("bare");
    double seconds = 0;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        db.setDatabaseName(path);
        db.open();
        for (const char *pragma : {"journal_mode=WAL", "synchronous=NORMAL"})
            QSqlQuery(db).exec(QStringLiteral("PRAGMA ") + QString::fromLatin1(pragma));
        for (const QString &statement : schema)
            QSqlQuery(db).exec(statement);
        QElapsedTimer timer;
        timer.start();
        for (qsizetype page = 0; page < pages; ++page) {
            db.transaction();
            for (const Table &table : tables) {
                QSqlQuery insert(db);
                insert.prepare(table.insert);
                const qsizetype begin = table.rows.size() * page / pages;
                const qsizetype end = table.rows.size() * (page + 1) / pages;
                for (qsizetype at = begin; at < end; ++at) {
                    for (int i = 0; i < table.rows[at].size(); ++i)
                        insert.bindValue(i, table.rows[at][i]);
                    if (!insert.exec())
                        qFatal("%s", qPrintable(insert.lastError().text()));
                }
            }
            db.commit();
        }
        seconds = double(timer.nsecsElapsed()) / 1e9;
        db.close();
    }
    QSqlDatabase::removeDatabase(connection);
    return seconds;
}

} // namespace chengban::bench
