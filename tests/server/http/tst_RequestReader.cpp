#include "server/http/RequestReader.h"

#include <QTest>

using namespace chengban::server;
using Progress = RequestReader::Progress;

namespace {

const QByteArray posted = "POST /a?x=%E6%B0%B4 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello";

/// Gives the reader one byte at a time, as a slow line would; what is left of them stays in `unread`.
Progress trickle(RequestReader &reader, Progress (RequestReader::*step)(QByteArray &), QByteArray &line,
    QByteArray &unread)
{
    Progress progress = (reader.*step)(unread);
    while (progress == Progress::More && !line.isEmpty()) {
        unread += line.front();
        line.remove(0, 1);
        progress = (reader.*step)(unread);
    }
    return progress;
}

} // namespace

class TestRequestReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_inSinglePiecesIsTheSameRequest()
    {
        RequestReader reader(1000);
        QByteArray line = posted;
        QByteArray unread;
        QCOMPARE(trickle(reader, &RequestReader::readHead, line, unread), Progress::Done);
        QVERIFY(reader.isHeadThere() && !reader.isWhole() && !reader.mayGoOn());
        QCOMPARE(reader.announcedBytes(), std::optional<quint64>(5));
        const Request head = reader.head(QStringLiteral("10.0.0.1"));
        QCOMPARE(head.method, QByteArray("POST"));
        QCOMPARE(head.path, QStringLiteral("/a"));
        QCOMPARE(head.query.queryItemValue(QStringLiteral("x"), QUrl::FullyDecoded), QStringLiteral("水"));
        QCOMPARE(head.peer, QStringLiteral("10.0.0.1"));
        QCOMPARE(trickle(reader, &RequestReader::readBody, line, unread), Progress::Done);
        QVERIFY(reader.isWhole() && reader.mayGoOn());
        QCOMPARE(reader.takeBody(), QByteArray("hello"));
    }

    void bytesOfTheNextRequest_stayUnread()
    {
        RequestReader reader(1000);
        QByteArray unread = posted + "GET /next";
        QCOMPARE(reader.readHead(unread), Progress::Done);
        QCOMPARE(reader.readBody(unread), Progress::Done);
        QCOMPARE(unread, QByteArray("GET /next"));
    }

    void chunks_areJoinedAndCountedAgainstTheLimit()
    {
        const QByteArray head = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (const quint64 limit : {4U, 5U}) {
            RequestReader reader(1000);
            QByteArray line = head + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n";
            QByteArray unread;
            QCOMPARE(trickle(reader, &RequestReader::readHead, line, unread), Progress::Done);
            QVERIFY(!reader.announcedBytes());
            reader.setBodyLimit(limit);
            const Progress progress = trickle(reader, &RequestReader::readBody, line, unread);
            QCOMPARE(progress, limit == 5 ? Progress::Done : Progress::Refused);
            QCOMPARE(limit == 5 ? 413 : reader.refusal().status, 413);
        }
    }

    void endlessChunkHeader_isRefused()
    {
        RequestReader reader(1000);
        QByteArray unread = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5;x=";
        QCOMPARE(reader.readHead(unread), Progress::Done);
        Progress progress = Progress::More;
        for (int kib = 0; kib < 100 && progress == Progress::More; ++kib) {
            unread += QByteArray(1024, 'x');
            progress = reader.readBody(unread);
        }
        QCOMPARE(progress, Progress::Refused);
    }

    void goOn_isExpectedByWhoSaysSo()
    {
        RequestReader reader(1000);
        QByteArray unread
            = "POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 5\r\n\r\n";
        QCOMPARE(reader.readHead(unread), Progress::Done);
        QVERIFY(reader.expectsGoOn());
    }
};

QTEST_GUILESS_MAIN(TestRequestReader)
#include "tst_RequestReader.moc"
