#include "shared/canonical/JsonReader.h"
#include "tests/release/ReleaseSamples.h"

#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

Release sample()
{
    return {*versionNumber("1.2.0"), u"windows-x64"_s, u"chengban-1.2.0-windows-x64.zip"_s, 60'000'000,
        150'000'000, QString(64, u'a'), apiNumber, 1'764'000'000'000, u"答复页可一键核对附件。"_s};
}

QJsonObject signedJson()
{
    return toJson(*signedRelease(sample(), releases::publisher()));
}

} // namespace

class TestRelease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void release_signedByThePublisher_isTakenWhole()
    {
        const auto read = trustedRelease(signedJson(), releaseKeys());
        QVERIFY(read.has_value());
        QCOMPARE(read->release, sample());
    }

    void release_withAnyMemberChanged_isUntrusted_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("version") << u"version"_s << QJsonValue(u"9.0.0"_s);
        QTest::newRow("platform") << u"platform"_s << QJsonValue(u"linux-x64"_s);
        QTest::newRow("file name") << u"fileName"_s << QJsonValue(u"other.zip"_s);
        QTest::newRow("bytes") << u"bytes"_s << QJsonValue(60'000'001);
        QTest::newRow("unpacked bytes") << u"unpackedBytes"_s << QJsonValue(150'000'001);
        QTest::newRow("digest") << u"sha256"_s << QJsonValue(QString(64, u'b'));
        QTest::newRow("api") << u"api"_s << QJsonValue(2);
        QTest::newRow("moment") << u"publishedMs"_s << QJsonValue(1);
        QTest::newRow("news") << u"news"_s << QJsonValue(u"另一句"_s);
        QTest::newRow("key") << u"key"_s << QJsonValue(u"0123456789abcdef"_s);
        QTest::newRow("signature") << u"signature"_s << QJsonValue(u"AAAA"_s);
        QTest::newRow("no signature") << u"signature"_s << QJsonValue(QString());
    }
    void release_withAnyMemberChanged_isUntrusted()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = signedJson();
        json.insert(member, value);
        const auto read = trustedRelease(json, releaseKeys());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::ReleaseUntrusted);
    }

    void release_ofAnotherKey_isUntrusted()
    {
        const auto stranger = Sm2Key::generate();
        const auto made = signedRelease(sample(), *stranger);
        QCOMPARE(verifyRelease(*made, releaseKeys()).error().code, ErrorCode::ReleaseUntrusted);
        // A forged key id does not help.
        SignedRelease forged = *made;
        forged.key = *keyIdOf(releases::publisher().publicKeyPem());
        QCOMPARE(verifyRelease(forged, releaseKeys()).error().code, ErrorCode::ReleaseUntrusted);
        QVERIFY(!verifyRelease(*made, {}).has_value());
    }

    void release_whileTheKeyChanges_isTakenFromBoth()
    {
        const auto next = Sm2Key::generate();
        const QList<QByteArray> both
            = pemBlocks("# two keys\n" + releases::publisher().publicKeyPem() + next->publicKeyPem());
        QCOMPARE(both.size(), 2);
        QVERIFY(verifyRelease(*signedRelease(sample(), *next), both).has_value());
        QVERIFY(verifyRelease(*signedRelease(sample(), releases::publisher()), both).has_value());
    }

    void manifest_thatIsNone_isRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("purpose") << u"purpose"_s << QJsonValue(u"chengban-receipt-v1"_s);
        QTest::newRow("product") << u"product"_s << QJsonValue(u"other"_s);
        QTest::newRow("version") << u"version"_s << QJsonValue(u"1.2"_s);
        QTest::newRow("platform") << u"platform"_s << QJsonValue(u"amiga"_s);
        QTest::newRow("file name with a path") << u"fileName"_s << QJsonValue(u"../x.zip"_s);
        QTest::newRow("no size") << u"bytes"_s << QJsonValue(0);
        QTest::newRow("too large") << u"bytes"_s << QJsonValue(double(largestRelease + 1));
        QTest::newRow("a bomb") << u"unpackedBytes"_s << QJsonValue(double(largestUnpacked + 1));
        QTest::newRow("digest in capitals") << u"sha256"_s << QJsonValue(QString(64, u'A'));
        QTest::newRow("api") << u"api"_s << QJsonValue(0);
        QTest::newRow("long news") << u"news"_s << QJsonValue(QString(401, u'新'));
        QTest::newRow("news with control signs") << u"news"_s << QJsonValue(u"a\x1b[2J"_s);
        QTest::newRow("unknown member") << u"runs"_s << QJsonValue(u"setup.exe"_s);
        QTest::newRow("wrong type") << u"bytes"_s << QJsonValue(u"60"_s);
        QTest::newRow("no base64") << u"signature"_s << QJsonValue(u"!"_s);
    }
    void manifest_thatIsNone_isRefusedWithItsPlace()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = signedJson();
        json.insert(member, value);
        const auto read = signedReleaseFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error(), (Error{ErrorCode::ReleaseInvalid, member}));
    }

    void manifest_thatNoClientWouldRead_isNotSigned()
    {
        Release release = sample();
        release.fileName = u"C:\\x.zip"_s;
        QCOMPARE(signedRelease(release, releases::publisher()).error().code, ErrorCode::ReleaseInvalid);
    }

    void offer_isTakenOnlyWhenNewerAndForThisComputer_data()
    {
        QTest::addColumn<QByteArray>("running");
        QTest::addColumn<QString>("platform");
        QTest::addColumn<std::optional<ErrorCode>>("refusal");
        const std::optional<ErrorCode> none;
        QTest::newRow("older runs") << QByteArray("1.1.9") << u"windows-x64"_s << none;
        QTest::newRow("older by text only")
            << QByteArray("1.10.0") << u"windows-x64"_s << std::optional(ErrorCode::ReleaseNotNewer);
        QTest::newRow("the same") << QByteArray("1.2.0") << u"windows-x64"_s
                                  << std::optional(ErrorCode::ReleaseNotNewer);
        QTest::newRow("another computer")
            << QByteArray("1.1.9") << u"linux-x64"_s << std::optional(ErrorCode::ReleaseUnfit);
    }
    void offer_isTakenOnlyWhenNewerAndForThisComputer()
    {
        QFETCH(QByteArray, running);
        QFETCH(QString, platform);
        QFETCH(std::optional<ErrorCode>, refusal);
        const auto taken = checkTakes(sample(), *versionNumber(running.toStdString()), platform);
        QCOMPARE(taken ? std::nullopt : std::optional(taken.error().code), refusal);
    }

    void privateKey_fromPem_needsTheBlock()
    {
        QCOMPARE(privateKeyFromPem("").error().code, ErrorCode::KeyUnknown);
        QCOMPARE(
            privateKeyFromPem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----").error().code,
            ErrorCode::KeyUnknown);
        QCOMPARE(releases::publisher().publicKeyPem().trimmed(), releaseKeys().value(0).trimmed());
    }
};

QTEST_GUILESS_MAIN(TestRelease)
#include "tst_Release.moc"
