#include "shared/dossier/DossierTemplate.h"

#include "shared/dossier/Manifest.h"
#include "tests/shared/dossier/SampleCase.h"

#include <QJsonArray>
#include <QTest>

using namespace chengban;

class TestDossierTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkedTemplates_loadAndHoldEveryKind()
    {
        const Result<QList<DossierTemplate>> forms = linkedTemplates();
        QVERIFY2(forms, forms ? "" : qPrintable(forms.error().detail));
        QVERIFY(forms->size() >= 3);
        for (const DossierTemplate &form : *forms)
            QCOMPARE(form.papers.size(), std::ssize(namesOf(PaperKind())));
        const auto first
            = std::ranges::find(*forms, QStringLiteral("conclusion-first"), &DossierTemplate::id);
        QVERIFY(first != forms->end());
        QCOMPARE(*first, builtInTemplate(PaperOrder::ConclusionFirst));
    }

    void json_comesBackAsItWas()
    {
        DossierTemplate form = builtInTemplate(PaperOrder::ByTime);
        form.counties = {QStringLiteral("qinghe")};
        form.bothSides = true;
        const Result<DossierTemplate> read = templateFromJson(toJson(form));
        QVERIFY(read);
        QCOMPARE(*read, form);
    }

    void fault_isRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("bad");
        QTest::newRow("a kind twice") << QStringLiteral(
            "papers") << QJsonValue(QJsonArray{QStringLiteral("case-sheet"), QStringLiteral("case-sheet")});
        QTest::newRow("kinds left out")
            << QStringLiteral("papers") << QJsonValue(QJsonArray{QStringLiteral("case-sheet")});
        QTest::newRow("too few pages") << QStringLiteral("mostPages") << QJsonValue(3);
        QTest::newRow("retention") << QStringLiteral("longer") << QJsonValue(QStringLiteral("D20"));
        QTest::newRow("order") << QStringLiteral("order") << QJsonValue(QStringLiteral("random"));
        QTest::newRow("category") << QStringLiteral("category") << QJsonValue(QStringLiteral("专业"));
        QTest::newRow("repeat") << QStringLiteral("repeatedFrom") << QJsonValue(1);
        QTest::newRow("transfer at once") << QStringLiteral("transferAfterYears") << QJsonValue(0);
        QTest::newRow("unknown member") << QStringLiteral("colour") << QJsonValue(1);
    }
    void fault_isRefusedWithItsPlace()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, bad);
        QJsonObject json = toJson(builtInTemplate(PaperOrder::ConclusionFirst));
        json.insert(key, bad);
        const Result<DossierTemplate> read = templateFromJson(json);
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(key), qPrintable(read.error().detail));
    }

    void chosenOrder_stands_elseTheCountysElseTheBuiltIn()
    {
        const Case c = samples::archivedCase();
        QCOMPARE(templateFor(c).id, QStringLiteral("conclusion-first"));
        QCOMPARE(templateFor(c, QStringLiteral("by-time")).order, PaperOrder::ByTime);
        QCOMPARE(templateFor(c, QStringLiteral("unknown")).id, QStringLiteral("conclusion-first"));
    }

    void anArchivesOwnOrder_isFollowed()
    {
        DossierTemplate form = builtInTemplate(PaperOrder::ConclusionFirst);
        form.papers.removeOne(PaperKind::CaseSheet);
        form.papers.prepend(PaperKind::CaseSheet);
        QCOMPARE(manifestOf(samples::archivedCase(), form).papers.first().kind, PaperKind::CaseSheet);
    }
};

QTEST_GUILESS_MAIN(TestDossierTemplate)
#include "tst_DossierTemplate.moc"
