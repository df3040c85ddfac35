#include "shared/reply/ReplyMerge.h"
#include "shared/reply/TextDiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace chengban;

namespace {

Reply with(Reply reply, QString Reply::*member, const QString &text)
{
    reply.*member = text;
    return reply;
}

LegalBasis basis(const QString &title)
{
    return {title, {}, {}, {}};
}

Reply fullReply()
{
    Reply reply;
    reply.verdict = Verdict::OutOfScope;
    for (QString Reply::*member : {&Reply::outcome, &Reply::suggestionOutcome, &Reply::summary,
             &Reply::investigation, &Reply::handling, &Reply::measures, &Reply::result, &Reply::opinion,
             &Reply::progress, &Reply::plan, &Reply::expectedEffect, &Reply::grounds, &Reply::advice,
             &Reply::channel, &Reply::statement, &Reply::answer, &Reply::answeredVia, &Reply::citizenFeedback,
             &Reply::unitCallback, &Reply::handler, &Reply::handlerPhone, &Reply::unit, &Reply::signer})
        reply.*member = QStringLiteral("有");
    reply.channelTold = reply.noSite = reply.proofread = true;
    reply.answeredAtMs = 1;
    reply.legalBasis = {basis(QStringLiteral("条例"))};
    reply.siteVisits = {{QStringLiteral("李"), 1, QStringLiteral("看")}};
    const QString digest(64, QLatin1Char('a'));
    reply.attachments
        = {{QStringLiteral("图.png"), AttachmentKind::Photo, QStringLiteral("image/png"), 3, digest, digest}};
    return reply;
}

QString side(const QList<TextPiece> &pieces, TextPiece::Kind kind)
{
    QString text;
    for (const TextPiece &piece : pieces) {
        if (piece.kind == TextPiece::Kind::Same || piece.kind == kind)
            text += piece.text;
    }
    return text;
}

/// A reply in which some fields were changed by chance, from a small choice so that both sides meet.
Reply changedByChance(Reply reply, QRandomGenerator &chance)
{
    const QStringList words{QString(), QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙")};
    const auto word = [&] { return words.at(chance.bounded(int(words.size()))); };
    for (QString Reply::*member : {&Reply::investigation, &Reply::result, &Reply::answer, &Reply::handler,
             &Reply::outcome, &Reply::plan}) {
        if (chance.bounded(2))
            reply.*member = word();
    }
    if (chance.bounded(2))
        reply.verdict = chance.bounded(2) ? Verdict::SolvableInLimit : Verdict::Unreasonable;
    if (chance.bounded(2))
        reply.answeredAtMs = chance.bounded(3);
    if (chance.bounded(2))
        reply.proofread = chance.bounded(2);
    if (chance.bounded(2) && !reply.legalBasis.isEmpty())
        reply.legalBasis.removeLast();
    if (chance.bounded(2))
        reply.legalBasis.append(basis(word()));
    return reply;
}

} // namespace

class TestReplyMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merged_differentFields_takesEachFromWhoWroteIt()
    {
        const Reply base = with({}, &Reply::investigation, QStringLiteral("查"));
        const Reply mine = with(base, &Reply::result, QStringLiteral("我的结果"));
        const Reply theirs = with(base, &Reply::investigation, QStringLiteral("他的调查"));
        const ReplyMerge merge = merged(base, mine, theirs);
        QCOMPARE(merge.reply.result, QStringLiteral("我的结果"));
        QCOMPARE(merge.reply.investigation, QStringLiteral("他的调查"));
        QCOMPARE(merge.taken, QStringList{QStringLiteral("investigation")});
        QVERIFY(merge.clashes.isEmpty());
        QCOMPARE(merge.base, theirs);
    }

    void merged_fieldEmptiedByThem_isEmptyForMeToo()
    {
        const Reply base = with({}, &Reply::plan, QStringLiteral("计划"));
        QCOMPARE(merged(base, base, Reply()).reply.plan, QString());
    }

    void merged_sameField_clashesAndKeepsMine()
    {
        const Reply base = with({}, &Reply::result, QStringLiteral("旧"));
        const ReplyMerge merge = merged(base, with(base, &Reply::result, QStringLiteral("我")),
            with(base, &Reply::result, QStringLiteral("他")));
        QCOMPARE(merge.reply.result, QStringLiteral("我"));
        QCOMPARE(merge.clashes,
            (QList<FieldClash>{{QStringLiteral("result"), QStringLiteral("旧"), QStringLiteral("我"),
                QStringLiteral("他")}}));
        QCOMPARE(merge.base.result, QStringLiteral("旧")); // Until it is decided.
    }

    void merged_sameWordsOnBothSides_isNoClash()
    {
        const Reply both = with({}, &Reply::result, QStringLiteral("一样"));
        const ReplyMerge merge = merged({}, both, both);
        QVERIFY(merge.clashes.isEmpty() && merge.taken.isEmpty());
        QCOMPARE(merge.base, both);
    }

    void merged_lists_loseNoElementThatSomebodyAdded()
    {
        Reply base;
        base.legalBasis = {basis(QStringLiteral("共有")), basis(QStringLiteral("他删"))};
        Reply mine = base;
        mine.legalBasis.append(basis(QStringLiteral("我加")));
        Reply theirs = base;
        theirs.legalBasis = {basis(QStringLiteral("共有")), basis(QStringLiteral("他加"))};
        const ReplyMerge merge = merged(base, mine, theirs);
        QCOMPARE(merge.reply.legalBasis,
            (QList<LegalBasis>{basis(QStringLiteral("共有")), basis(QStringLiteral("我加")),
                basis(QStringLiteral("他加"))}));
        QVERIFY(merge.clashes.isEmpty());
    }

    void merged_everyFieldOfAReply_isTakenWhenMineIsUntouched()
    {
        const ReplyMerge merge = merged({}, {}, fullReply());
        QCOMPARE(merge.reply, fullReply());
        QVERIFY(merge.clashes.isEmpty());
        QCOMPARE(merged(fullReply(), {}, fullReply()).reply, Reply());
    }

    void merged_twice_changesNothing()
    {
        QRandomGenerator chance(20260713);
        for (int round = 0; round < 4000; ++round) {
            const Reply base = changedByChance(Reply(), chance);
            const Reply mine = changedByChance(base, chance);
            const Reply theirs = changedByChance(base, chance);
            const ReplyMerge once = merged(base, mine, theirs);
            const ReplyMerge twice = merged(once.base, once.reply, theirs);
            QCOMPARE(twice.reply, once.reply);
            QCOMPARE(twice.base, once.base);
            QCOMPARE(twice.clashes, once.clashes);
            QVERIFY(twice.taken.isEmpty());
        }
    }

    void decided_everyClash_restsOnTheirsAndComesNeverAgain()
    {
        QRandomGenerator chance(7);
        for (int round = 0; round < 1000; ++round) {
            const Reply base = changedByChance(Reply(), chance);
            const Reply theirs = changedByChance(base, chance);
            ReplyMerge merge = merged(base, changedByChance(base, chance), theirs);
            const auto clashes = merge.clashes;
            for (const FieldClash &clash : clashes)
                merge = decided(merge, clash.field, Keep(chance.bounded(3)));
            QVERIFY(merge.clashes.isEmpty());
            const ReplyMerge again = merged(merge.base, merge.reply, theirs);
            QCOMPARE(again.reply, merge.reply);
            QVERIFY(again.clashes.isEmpty());
        }
    }

    void decided_mineTheirsBoth_isWhatThePersonChose_data()
    {
        QTest::addColumn<Keep>("keep");
        QTest::addColumn<QString>("text");
        QTest::newRow("mine") << Keep::Mine << QStringLiteral("我");
        QTest::newRow("theirs") << Keep::Theirs << QStringLiteral("他");
        QTest::newRow("both") << Keep::Both << QStringLiteral("我\n他");
    }
    void decided_mineTheirsBoth_isWhatThePersonChose()
    {
        QFETCH(Keep, keep);
        const ReplyMerge merge = merged({}, with({}, &Reply::result, QStringLiteral("我")),
            with({}, &Reply::result, QStringLiteral("他")));
        QTEST(decided(merge, QStringLiteral("result"), keep).reply.result, "text");
    }

    void decided_bothOfAChoice_keepsMine()
    {
        Reply mine;
        mine.verdict = Verdict::Unreasonable;
        Reply theirs;
        theirs.verdict = Verdict::OutOfScope;
        const ReplyMerge merge = merged({}, mine, theirs);
        QVERIFY(!canKeepBoth(merge.clashes.first()));
        QCOMPARE(decided(merge, QStringLiteral("verdict"), Keep::Both).reply.verdict, Verdict::Unreasonable);
    }

    void textDiff_twoTexts_showsWhatEachHasAlone_data()
    {
        using enum TextPiece::Kind;
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QList<TextPiece>>("pieces");
        QTest::newRow("equal") << QStringLiteral("管道") << QStringLiteral("管道")
                               << QList<TextPiece>{{Same, QStringLiteral("管道")}};
        QTest::newRow("two places") << QStringLiteral("已更换接口三处。")
                                    << QStringLiteral("已修复接口两处。")
                                    << QList<TextPiece>{{Same, QStringLiteral("已")},
                                           {OnlyLeft, QStringLiteral("更换")},
                                           {OnlyRight, QStringLiteral("修复")},
                                           {Same, QStringLiteral("接口")}, {OnlyLeft, QStringLiteral("三")},
                                           {OnlyRight, QStringLiteral("两")}, {Same, QStringLiteral("处。")}};
        QTest::newRow("nothing on the left")
            << QString() << QStringLiteral("新") << QList<TextPiece>{{OnlyRight, QStringLiteral("新")}};
        QTest::newRow("rare characters stay whole")
            << QStringLiteral("𠀀𠀁") << QStringLiteral("𠀀𠀂")
            << QList<TextPiece>{{Same, QStringLiteral("𠀀")}, {OnlyLeft, QStringLiteral("𠀁")},
                   {OnlyRight, QStringLiteral("𠀂")}};
    }
    void textDiff_twoTexts_showsWhatEachHasAlone()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QTEST(textDiff(left, right), "pieces");
    }

    void textDiff_anyTwoTexts_givesBothSidesBack()
    {
        QRandomGenerator chance(3);
        for (int round = 0; round < 2'000; ++round) {
            QString left, right;
            const int letters = round % 100 == 0 ? 1500 : 30; // Also beyond what is searched.
            for (int i = chance.bounded(letters); i > 0; --i)
                left += QChar(u'一' + chance.bounded(4));
            for (int i = chance.bounded(letters); i > 0; --i)
                right += QChar(u'一' + chance.bounded(4));
            const auto pieces = textDiff(left, right);
            QCOMPARE(side(pieces, TextPiece::Kind::OnlyLeft), left);
            QCOMPARE(side(pieces, TextPiece::Kind::OnlyRight), right);
            for (qsizetype i = 1; i < pieces.size(); ++i)
                QVERIFY(pieces.at(i).kind != pieces.at(i - 1).kind);
        }
    }
};

QTEST_GUILESS_MAIN(TestReplyMerge)

#include "tst_ReplyMerge.moc"
