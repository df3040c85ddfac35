#include "server/http/AnswerHead.h"

#include <QTest>
#include <QTimeZone>

using namespace chengban::server;

namespace {

const QDateTime morning(QDate(2026, 3, 2), QTime(8, 30, 5), QTimeZone(8 * 3600));

} // namespace

class TestAnswerHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void date_isGreenwichTimeInEnglish()
    {
        QVERIFY(answerHead({}, false, morning).contains("\r\nDate: Mon, 02 Mar 2026 00:30:05 GMT\r\n"));
    }

    void length_isOfTheBodyOrTheSlice()
    {
        Response response;
        response.body = "hello";
        QVERIFY(answerHead(response, false, morning).contains("\r\nContent-Length: 5\r\n"));
        response.file = FileSlice{{}, 2, 1'000'000'000'000};
        QVERIFY(answerHead(response, false, morning).contains("\r\nContent-Length: 1000000000000\r\n"));
        response.status = 304;
        QVERIFY(!answerHead(response, false, morning).contains("Content-Length"));
    }

    void headerOfTheAnswer_standsInPlaceOfTheStandardOne()
    {
        Response response;
        response.headers = {{"cache-control", "private"}};
        const QByteArray head = answerHead(response, false, morning).toLower();
        QVERIFY(head.contains("\r\ncache-control: private\r\n"));
        QCOMPARE(head.count("cache-control"), 1);
    }

    void headerWithALineBreak_isLeftOut()
    {
        Response response;
        response.headers = {{"Location", "/a\r\nSet-Cookie: x"}};
        QVERIFY(!answerHead(response, false, morning).contains("Set-Cookie"));
    }

    void end_isAnnounced()
    {
        QVERIFY(answerHead({}, true, morning).endsWith("\r\nConnection: close\r\n\r\n"));
        QVERIFY(answerHead({}, false, morning).endsWith("\r\nConnection: keep-alive\r\n\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestAnswerHead)
#include "tst_AnswerHead.moc"
