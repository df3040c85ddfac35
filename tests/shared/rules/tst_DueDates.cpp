#include "tests/shared/rules/Dates.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace chengban;
using namespace chengban::dates;
using namespace Qt::StringLiterals;

namespace {

/// What a row of a pack must give from two starts; counted by hand on the notices of 2024 and 2025.
///
/// From Friday 2025-09-26 16:40 (1 to 8 October off, Sunday 28 September and Saturday 11 October worked):
/// working days 28 Sep (1), 29 (2), 30 (3), 9 Oct (4), 10 (5), 11 (6), 13 (7), 14 (8), 15 (9), 16 (10); the
/// office is open until 18:00.
/// From Saturday 2024-02-10 10:00, the New Year (10 to 17 February off, Sunday 18 worked): 18 Feb (1), 19
/// (2), 20 (3), 21 (4), 22 (5), 23 (6), 26 (7), 27 (8), 28 (9), 29 (10); the office opens on the 18th at
/// 08:00.
struct Expected
{
    const char *pack;
    const char *limit; ///< name/class/group/purpose
    const char *nationalDay;
    const char *newYear;
};
constexpr Expected expectations[] = {
    // clang-format off
    {"guangde-2022", "accept///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // G5
    {"guangde-2022", "handle///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // G6
    {"guangde-2022", "handle/consult//handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // G5
    {"guangde-2022", "rework///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // G7
    {"guangde-2022", "return///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // G4
    {"guangde-2022", "supervision///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // G4,G10
    {"hualong-dispatch-2020", "accept///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // HA6,HA22
    {"hualong-dispatch-2020", "first-contact///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // HA8
    {"hualong-dispatch-2020", "handle///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // HA9c
    {"hualong-dispatch-2020", "handle/consult//handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // HA9b
    {"hualong-dispatch-2020", "handle/urgent//handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // HA9b
    {"hualong-dispatch-2020", "handle/complex//handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // HA9c
    {"hualong-dispatch-2020", "handle/difficult//handling", "2025-10-16 18:00", "2024-02-29 18:00"}, // HA9d
    {"hualong-dispatch-2020", "handle/basic-life//handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // HA10a
    {"hualong-dispatch-2020", "handle/emergency//handling", "2025-09-27 16:40", "2024-02-11 10:00"}, // HA10b,HA23,HA24
    {"hualong-dispatch-2020", "handle///scoring", "2025-10-13 18:00", "2024-02-26 18:00"}, // HA29c
    {"hualong-dispatch-2020", "handle/consult//scoring", "2025-09-28 18:00", "2024-02-18 18:00"}, // HA29c
    {"hualong-dispatch-2020", "feedback/emergency//handling", "2025-09-26 17:40", "2024-02-10 11:00"}, // HA10b,HA24
    {"hualong-dispatch-2020", "rework///handling", "2025-09-30 18:00", "2024-02-20 18:00"}, // HA20d
    {"hualong-dispatch-2020", "re-review///handling", "2025-09-30 18:00", "2024-02-20 18:00"}, // HA20b
    {"hualong-dispatch-2020", "return///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // HA7b
    {"hualong-dispatch-2020", "return//hard/handling", "2025-09-29 18:00", "2024-02-19 18:00"}, // HA7c
    {"hualong-dispatch-2020", "supervision///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // HA16
    {"hualong-operation-2020-hf7", "accept///handling", "2025-09-28 16:40", "2024-02-18 10:00"}, // HB7.2a
    {"hualong-operation-2020-hf7", "return///handling", "2025-09-28 16:40", "2024-02-18 10:00"}, // HB7.2b
    {"hualong-operation-2020-hf7", "handle///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // HF7
    {"hualong-operation-2020-hf7", "handle/consult//handling", "2025-09-26 18:00", "2024-02-18 18:00"}, // HF7
    {"hualong-operation-2020-hf7", "handle/emergency//handling", "2025-09-27 16:40", "2024-02-11 10:00"}, // HB7.3d
    {"hualong-operation-2020-hf7", "rework///handling", "2025-09-29 18:00", "2024-02-19 18:00"}, // HF7
    {"hualong-operation-2020-hf7", "supervision///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // HE7
    {"hualong-operation-2020", "accept///handling", "2025-09-28 16:40", "2024-02-18 10:00"}, // HB7.2a
    {"hualong-operation-2020", "return///handling", "2025-09-28 16:40", "2024-02-18 10:00"}, // HB7.2b
    {"hualong-operation-2020", "handle///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // HB7.3a
    {"hualong-operation-2020", "handle/consult//handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // HD6
    {"hualong-operation-2020", "handle/urgent//handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // HD6
    {"hualong-operation-2020", "handle/complex//handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // HD6
    {"hualong-operation-2020", "handle/difficult//handling", "2025-10-16 18:00", "2024-02-29 18:00"}, // HD6
    {"hualong-operation-2020", "handle/emergency//handling", "2025-09-27 16:40", "2024-02-11 10:00"}, // HB7.3d
    {"hualong-operation-2020", "rework///handling", "2025-09-29 18:00", "2024-02-19 18:00"}, // HF7
    {"hualong-operation-2020", "supervision///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // HE7
    {"minhe-2018", "accept///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // M2
    {"minhe-2018", "handle///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // M5
    {"minhe-2018", "handle/urgent//handling", "2025-09-26 18:00", "2024-02-18 18:00"}, // M3,M5
    {"minhe-2018", "rework///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // M16
    {"minhe-2018", "return///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // M14
    {"minhe-2018", "supervision///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // M5
    {"nanzheng-2024", "start///handling", "2025-09-26 17:40", "2024-02-18 09:00"}, // N2
    {"nanzheng-2024", "start/emergency//handling", "2025-09-26 17:40", "2024-02-10 11:00"}, // N2
    {"nanzheng-2024", "start/basic-life//handling", "2025-09-26 17:40", "2024-02-10 11:00"}, // N2
    {"nanzheng-2024", "start/urgent//handling", "2025-09-26 17:40", "2024-02-10 11:00"}, // N2
    {"nanzheng-2024", "first-contact///handling", "2025-09-26 17:40", "2024-02-18 09:00"}, // N8
    {"nanzheng-2024", "first-contact/emergency//handling", "2025-09-26 17:40", "2024-02-10 11:00"}, // N8
    {"nanzheng-2024", "handle///handling", "2025-10-01 18:00", "2024-02-15 18:00"}, // N3c
    {"nanzheng-2024", "handle/emergency//handling", "2025-09-26 19:40", "2024-02-10 13:00"}, // N3a
    {"nanzheng-2024", "handle/basic-life//handling", "2025-09-27 16:40", "2024-02-11 10:00"}, // N3b
    {"nanzheng-2024", "feedback///handling", "2025-10-01 18:00", "2024-02-15 18:00"}, // N3c
    {"nanzheng-2024", "feedback/emergency//handling", "2025-09-26 19:40", "2024-02-10 13:00"}, // N3a
    {"nanzheng-2024", "feedback/basic-life//handling", "2025-09-27 16:40", "2024-02-11 10:00"}, // N3b
    {"nanzheng-2024", "rework///handling", "2025-10-01 18:00", "2024-02-15 18:00"}, // N12
    {"nanzheng-2024", "return///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // N14
    {"tongbai-2023", "accept///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // T3
    {"tongbai-2023", "first-contact///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // T5
    {"tongbai-2023", "handle///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // T20
    {"tongbai-2023", "handle/consult//handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // T20
    {"tongbai-2023", "handle/urgent//handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // T20
    {"tongbai-2023", "handle/complex//handling", "2025-10-16 18:00", "2024-02-29 18:00"}, // T20
    {"tongbai-2023", "handle/difficult//handling", "2025-10-16 18:00", "2024-02-29 18:00"}, // T20
    {"tongbai-2023", "rework///handling", "2025-10-10 18:00", "2024-02-22 18:00"}, // T15
    {"tongbai-2023", "return///handling", "2025-09-28 18:00", "2024-02-18 18:00"}, // T24
    // clang-format on
};

QString identity(const Limit &limit)
{
    return QStringList{nameOf(limit.name), limit.caseClass ? QString(nameOf(*limit.caseClass)) : QString(),
        limit.group, nameOf(limit.purpose)}
        .join(u'/');
}

RulePack packNamed(const QString &id)
{
    return loadRulePack(bytesOf(QStringLiteral(":/rulepacks/%1.json").arg(id))).value();
}

QString due(const Limit &limit, const QString &start)
{
    const auto deadline = dueTime(limit, at(start), china());
    return deadline ? shownTime(deadline->dueMs) : deadline.error().detail;
}

} // namespace

class TestDueDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLimitOfEveryPack_asCountedByHand_data()
    {
        QTest::addColumn<Expected>("expected");
        for (const Expected &expected : expectations)
            QTest::addRow("%s %s", expected.pack, expected.limit) << expected;
    }
    void everyLimitOfEveryPack_asCountedByHand()
    {
        QFETCH(Expected, expected);
        const RulePack pack = packNamed(QString::fromLatin1(expected.pack));
        const auto limit = std::ranges::find(pack.limits, QString::fromLatin1(expected.limit), identity);
        QVERIFY2(limit != pack.limits.end(), "the pack has no such limit any more");
        QCOMPARE(due(*limit, u"2025-09-26 16:40"_s), QString::fromLatin1(expected.nationalDay));
        QCOMPARE(due(*limit, u"2024-02-10 10:00"_s), QString::fromLatin1(expected.newYear));
    }

    void noLimitOfAnyPack_isLeftOut()
    {
        QSet<QString> counted;
        for (const Expected &expected : expectations)
            counted.insert(QString::fromLatin1(expected.pack) + u' ' + QString::fromLatin1(expected.limit));
        const QStringList files = QDir(u":/rulepacks"_s).entryList({u"*.json"_s}, QDir::Files);
        for (const QString &file : files) {
            const RulePack pack = packNamed(file.chopped(5));
            for (const Limit &limit : pack.limits) {
                const QString row = pack.id + u' ' + identity(limit);
                QVERIFY2(counted.remove(row), qPrintable(row + u" has no date counted by hand"_s));
            }
        }
        QVERIFY(counted.isEmpty());
    }

    /// Rows of make_due_dates.py, which shares nothing with the programs but the notices; other rows can be
    /// named in CHENGBAN_DUE_DATES.
    void dueDates_areThoseOfAnIndependentCalendar()
    {
        const QString path = qEnvironmentVariable(
            "CHENGBAN_DUE_DATES", QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/shared/rules/due-dates.tsv"));
        const QList<QByteArray> lines = bytesOf(path).split('\n');
        int checked = 0;
        for (const QByteArray &line : lines) {
            const QStringList cells = QString::fromLatin1(line).split(u'\t');
            if (cells.size() != 5)
                continue;
            const Limit limit = limitOf(cells[1].toInt(), valueNamed<LimitUnit>(cells[2]).value(),
                valueNamed<DayCount>(cells[3]).value());
            QVERIFY2(due(limit, cells[0]) == cells[4], line.constData());
            ++checked;
        }
        QVERIFY(checked >= 1000);
    }
};

QTEST_GUILESS_MAIN(TestDueDates)
#include "tst_DueDates.moc"
