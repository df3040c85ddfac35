#include "shared/base/Translations.h"
#include "shared/reply/ProblemSentences.h"
#include "shared/reply/ReplyParts.h"
#include "shared/reply/Requirements.h"
#include "shared/rules/Deadlines.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace chengban;

namespace {

bool hasChinese(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

bool hasEnglish(const QString &text)
{
    static const QRegularExpression names(QStringLiteral("Excel|xlsx?"));
    static const QRegularExpression word(QStringLiteral("[a-z]{3,}"));
    return QString(text).remove(names).contains(word);
}

} // namespace

/// The sentences for people, as the clerks read them.
class TestChinese : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*QCoreApplication::instance(), QLocale(QStringLiteral("zh_CN")));
    }

    void everyErrorCode_hasAChineseSentence()
    {
        for (const ErrorCode code : allErrorCodes()) {
            const QString text = errorText(code);
            QVERIFY2(hasChinese(text) && !hasEnglish(text), errorName(code).data());
        }
    }

    void everyPart_hasAChineseLabelInItsSentences()
    {
        for (const ReplyPart &part : replyParts()) {
            for (const char *suffix : {"-missing", "-too-short"}) {
                Problem problem;
                problem.code = ErrorCode::PartMissing;
                problem.finding = QString::fromLatin1(part.stem) + QLatin1StringView(suffix);
                const QString text = problemText(problem);
                QVERIFY2(hasChinese(text) && !hasEnglish(text), qPrintable(text));
            }
        }
    }

    void missingPart_readsAsAClerkWouldSayIt()
    {
        Problem problem;
        problem.finding = QStringLiteral("investigation-missing");
        QCOMPARE(problemText(problem), QStringLiteral("缺少“调查情况”，请填写。"));
        problem.finding = QStringLiteral("evidence-missing");
        QCOMPARE(problemText(problem), QStringLiteral("缺少附件：佐证资料，请上传扫描件。"));
    }

    void missingSatisfaction_saysWhichOfTheThree()
    {
        const auto textOf = [](const char *field) {
            Problem problem;
            problem.finding = QStringLiteral("satisfaction-missing");
            problem.field = QLatin1StringView(field);
            return problemText(problem);
        };
        QCOMPARE(textOf("processSatisfaction"), QStringLiteral("缺少办理过程满意度，请选择。"));
        QCOMPARE(textOf("resultSatisfaction"), QStringLiteral("缺少办理结果满意度，请选择。"));
        QCOMPARE(textOf("overallSatisfaction"), QStringLiteral("缺少总体满意度，请选择。"));
    }

    void everyFindingOfDecide_hasASentenceOfItsOwn()
    {
        const QDir folder(QStringLiteral(CHENGBAN_SOURCE_DIR "/shared/cases"));
        static const QRegularExpression finding(QStringLiteral("\"([a-z]+(?:-[a-z]+)+)\""));
        int found = 0;
        for (const char *name :
            {"Decide.cpp", "Guards.cpp", "IntakeGuards.cpp", "HandlingGuards.cpp", "ReplyGuards.cpp"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY2(file.open(QIODevice::ReadOnly), name);
            const QString source = QString::fromUtf8(file.readAll());
            for (auto matches = finding.globalMatch(source); matches.hasNext(); ++found) {
                const QString text = matches.next().captured(1);
                QVERIFY2(sentenceOf(text), qPrintable(text));
            }
        }
        QVERIFY(found > 40);
    }

    void explanation_isChinese()
    {
        QFile file(QStringLiteral(":/calendars/cn.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const WorkingCalendar calendar = WorkingCalendar::load(file.readAll()).value();
        Limit limit;
        limit.amount = 2;
        limit.cite = QStringLiteral("T20 二(二)");
        const qint64 start = QDateTime(QDate(2025, 9, 26), QTime(8, 40), Qt::UTC).toMSecsSinceEpoch();
        QCOMPARE(explained(dueTime(limit, start, calendar).value(), {}),
            QStringLiteral("办理：2个工作日\n依据：二(二)\n起算：2025-09-26 16:40\n"
                           "2025-09-26（周五）：不计，收到当日\n2025-09-27（周六）：不计，周末\n"
                           "2025-09-28（周日）：第1日，调休上班，国庆节、中秋节\n"
                           "2025-09-29（周一）：第2日，工作日\n到期：2025-09-29 18:00"));
    }
};

QTEST_GUILESS_MAIN(TestChinese)
#include "tst_Chinese.moc"
