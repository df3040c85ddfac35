#include "shared/canonical/Digest.h"
#include "shared/reply/Reply.h"

#include <QJsonArray>
#include <QTest>

using namespace chengban;

namespace {

Attachment photo()
{
    return {QStringLiteral("现场照片.jpg"), AttachmentKind::Photo, QStringLiteral("image/jpeg"), 123,
        QString(64, QLatin1Char('a')), QString(64, QLatin1Char('b'))};
}

Reply fullReply()
{
    Reply reply;
    reply.verdict = Verdict::Unreasonable;
    reply.investigation = QStringLiteral("调查");
    reply.handling = QStringLiteral("办理");
    reply.result = QStringLiteral("结果");
    reply.progress = QStringLiteral("进度");
    reply.plan = QStringLiteral("计划");
    reply.expectedEffect = QStringLiteral("效果");
    reply.grounds = QStringLiteral("依据");
    reply.advice = QStringLiteral("建议");
    reply.channel = QStringLiteral("petition");
    reply.channelTold = true;
    reply.statement = QStringLiteral("说明");
    reply.legalBasis = {{QStringLiteral("某条例"), QStringLiteral("某发〔2020〕1号"),
        QStringLiteral("第二条"), QStringLiteral("内容")}};
    reply.attachments = {photo()};
    reply.answer = QStringLiteral("答复");
    reply.unitCallback = QStringLiteral("satisfied");
    reply.handler = QStringLiteral("李明");
    reply.handlerPhone = QStringLiteral("0377-1234567");
    return reply;
}

QString digestOf(const Reply &reply)
{
    return hex(replyDigest(reply).value());
}

} // namespace

class TestReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reply_readsBackAsWritten()
    {
        QCOMPARE(replyFromJson(toJson(fullReply())).value(), fullReply());
        QCOMPARE(replyFromJson(toJson(Reply())).value(), Reply());
    }

    void contact_readsBackAsWritten()
    {
        const ContactAttempt contact{QStringLiteral("李明"), QStringLiteral("0377-1234567"),
            1'700'000'000'000, ContactOutcome::NoAnswer, true, true, true, QStringLiteral("再打")};
        QCOMPARE(contactFromJson(toJson(contact)).value(), contact);
    }

    void emptyReply_writesItsVerdictOnly()
    {
        QCOMPARE(toJson(Reply()), (QJsonObject{{QStringLiteral("verdict"), QStringLiteral("undecided")}}));
    }

    void readers_nameThePlaceOfAFault_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("place");
        QJsonObject json = toJson(fullReply());
        json.insert(QStringLiteral("verdict"), QStringLiteral("maybe"));
        QTest::newRow("unknown verdict") << json << ErrorCode::BadInput << QStringLiteral("verdict");
        json = toJson(fullReply());
        json.insert(QStringLiteral("colour"), 1);
        QTest::newRow("unknown member") << json << ErrorCode::UnknownField << QStringLiteral("colour");
        json = toJson(fullReply());
        json.insert(QStringLiteral("answer"), 5);
        QTest::newRow("number for text") << json << ErrorCode::BadInput << QStringLiteral("answer");
        json = toJson(fullReply());
        QJsonObject attachment = toJson(photo());
        attachment.insert(QStringLiteral("sm3"), QStringLiteral("ABC"));
        json.insert(QStringLiteral("attachments"), QJsonArray{toJson(photo()), attachment});
        QTest::newRow("digest that is none")
            << json << ErrorCode::BadInput << QStringLiteral("attachments[1].sm3");
        attachment = toJson(photo());
        attachment.insert(QStringLiteral("path"), QStringLiteral("x"));
        json.insert(QStringLiteral("attachments"), QJsonArray{attachment});
        QTest::newRow("unknown inner member")
            << json << ErrorCode::UnknownField << QStringLiteral("attachments[0].path");
        attachment = toJson(photo());
        attachment.insert(QStringLiteral("size"), -1);
        json.insert(QStringLiteral("attachments"), QJsonArray{attachment});
        QTest::newRow("negative size")
            << json << ErrorCode::BadInput << QStringLiteral("attachments[0].size");
        QTest::newRow("no verdict") << QJsonObject() << ErrorCode::MissingField << QStringLiteral("verdict");
    }
    void readers_nameThePlaceOfAFault()
    {
        QFETCH(QJsonObject, json);
        QFETCH(ErrorCode, code);
        QFETCH(QString, place);
        const auto reply = replyFromJson(json);
        QVERIFY(!reply);
        QCOMPARE(reply.error(), (Error{code, place}));
    }

    void digest_changesWithEveryMember()
    {
        // One character of any text, one digit of an attachment's digest, one flag.
        QSet<QString> digests{digestOf(fullReply())};
        const QList<QString Reply::*> texts{&Reply::investigation, &Reply::handling, &Reply::result,
            &Reply::progress, &Reply::plan, &Reply::expectedEffect, &Reply::grounds, &Reply::advice,
            &Reply::channel, &Reply::statement, &Reply::answer, &Reply::unitCallback, &Reply::handler,
            &Reply::handlerPhone};
        for (const auto text : texts) {
            Reply changed = fullReply();
            (changed.*text).append(QChar(u'。'));
            digests.insert(digestOf(changed));
        }
        Reply changed = fullReply();
        changed.attachments[0].sm3[63] = QLatin1Char('c');
        digests.insert(digestOf(changed));
        changed = fullReply();
        changed.attachments[0].sha256[0] = QLatin1Char('c');
        digests.insert(digestOf(changed));
        changed = fullReply();
        changed.channelTold = false;
        digests.insert(digestOf(changed));
        changed = fullReply();
        changed.legalBasis[0].article.clear();
        digests.insert(digestOf(changed));
        QCOMPARE(digests.size(), 1 + texts.size() + 4);
    }

    void digest_ofTheSameReply_isTheSame() { QCOMPARE(digestOf(fullReply()), digestOf(fullReply())); }

    void digest_ofHalfACharacter_isRefused()
    {
        Reply reply;
        reply.answer = QString(QChar(u'\xd83d'));
        QCOMPARE(replyDigest(reply).error().code, ErrorCode::NotCanonical);
    }
};

QTEST_GUILESS_MAIN(TestReply)
#include "tst_Reply.moc"
