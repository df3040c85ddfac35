#include "shared/base/Problem.h"

#include <QTest>

using namespace chengban;

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_readBack()
    {
        for (const auto &row : namesOf(Severity{})) {
            QCOMPARE(nameOf(row.value), QLatin1StringView(row.name));
            QCOMPARE(valueNamed<Severity>(QString(nameOf(row.value))), row.value);
        }
    }

    void valueNamed_isExact_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", "Must", "mus", "musts", " must"})
            QTest::addRow("'%s'", name) << QString::fromLatin1(name);
    }
    void valueNamed_isExact()
    {
        QFETCH(QString, name);
        QCOMPARE(valueNamed<Severity>(name), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_Names.moc"
