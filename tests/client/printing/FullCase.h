#pragma once

#include "tests/client/printing/DossierFixture.h"

namespace chengban::dossiers {

inline Attachment fileOf(char16_t digit, const QString &name)
{
    return {name, AttachmentKind::Evidence, QStringLiteral("image/jpeg"), 7, QString(64, QChar(digit)),
        QString(64, QChar(digit))};
}

/// The files that fullCase() names.
inline Files fullFiles()
{
    Files files;
    (void)files.add(QStringLiteral("现场照片.jpg"), QStringLiteral("image/jpeg"), jpegScan({300, 200}, 1));
    (void)files.add(QStringLiteral("检测单.jpg"), QStringLiteral("image/jpeg"), jpegScan({300, 200}, 2));
    return files;
}

template <typename Body> Entry<Body> entryBy(const Body &body, const Actor &actor, int day, qint64 revision)
{
    return {body, actor, samples::at(day, 15), revision};
}

inline Order fullOrder()
{
    OrderBody asked;
    asked.onSite = true;
    asked.note = QStringLiteral("请逐户回访三号楼住户，核实排水情况。");
    OrderAnswerBody answer;
    answer.reply.result = QStringLiteral("已逐户回访十二户，排水正常。");
    answer.reply.siteVisits
        = {SiteVisit{QStringLiteral("周平"), samples::at(8, 10), QStringLiteral("逐户查看，无积水。")}};
    SignatureBody hand;
    hand.level = SignerLevel::PrincipalLeader;
    hand.action = SignedAction::SupervisionAnswer;
    hand.paper = PaperSignature{UserId{QStringLiteral("zhao")}, QStringLiteral("赵立群"), samples::at(8, 14),
        true, {}}; // its scan came in with another paper
    Order order;
    order.order = entryBy(asked, samples::centre(), 7, 30);
    order.answers = {Asked<OrderAnswerBody>{entryBy(answer, samples::clerk(), 8, 31),
        entryBy(DecisionBody{true, {}, 30}, samples::centre(), 9, 32),
        {entryBy(hand, samples::clerk(), 8, 31)}}};
    return order;
}

inline void addRecords(Case &c)
{
    Files files;
    RecordBody visit;
    visit.atMs = samples::at(3, 15);
    visit.people = {QStringLiteral("林小禾"), QStringLiteral("周平")};
    visit.place = QStringLiteral("河滨小区东门");
    visit.note = QStringLiteral("雨水口堵塞，接口沉降。");
    visit.attachments
        = {files.add(QStringLiteral("现场照片.jpg"), QStringLiteral("image/jpeg"), jpegScan({300, 200}, 1))};
    RecordBody measures;
    measures.atMs = samples::at(4, 9);
    measures.note = QStringLiteral("疏通管道46米。");
    measures.finishedMs = samples::at(4, 18);
    c.records = {CaseRecord{RecordKind::SiteVisit, entryBy(visit, samples::clerk(), 3, 40)},
        CaseRecord{RecordKind::Measures, entryBy(measures, samples::clerk(), 4, 41)}};
    RecordBody part;
    part.note = QStringLiteral("已入户登记十二户。");
    const Actor street = samples::actor(u"钱立", u"清河县河滨街道办事处", Role::Clerk);
    c.parts = {entryBy(part, street, 5, 42)};
    c.sectionReports = {entryBy(part, samples::clerk(), 5, 43)};
    c.answers = {entryBy(AnswerBody{samples::at(9, 17), QStringLiteral("visit"), QStringLiteral("林小禾"),
                             QStringLiteral("已当面答复，反映人无异议。")},
        samples::clerk(), 9, 44)};
}

inline void addObjections(Case &c)
{
    TerminationBody end;
    end.facts = QStringLiteral("同一诉求已三次办结。");
    end.reason = QStringLiteral("再次反映无新的事实。");
    end.basis = QStringLiteral("办理办法第十条");
    end.earlierCases = {QStringLiteral("QH202512010001")};
    c.terminations = {Termination{entryBy(end, samples::clerk(), 12, 50)}};
    const CodedNoteBody appeal{{}, QStringLiteral("接口归属有图可查。"), {}};
    c.appeals = {Appeal{entryBy(appeal, samples::clerk(), 3, 51),
        entryBy(DecisionBody{false, QStringLiteral("维持原意见。"), 0}, samples::centre(), 4, 52)}};
    c.scoreAppeals = {Appeal{entryBy(appeal, samples::clerk(), 14, 53)}};
    c.exclusion
        = entryBy(CodedNoteBody{{}, QStringLiteral("反映人认可处理。"), {}}, samples::centre(), 15, 54);
    c.mismatches
        = {entryBy(CodedNoteBody{{}, QStringLiteral("两次回访说法不同。"), {}}, samples::centre(), 13, 55)};
    c.secondCallbacks = c.centreCallbacks;
}

inline void addRegister(Case &c)
{
    AbsorbBody twin;
    twin.demand.sourceNumber = QStringLiteral("QH202603020099");
    twin.demand.title = QStringLiteral("三号楼门前积水");
    twin.demand.text = QStringLiteral("雨天出不了门。");
    c.absorbed = {entryBy(twin, samples::centre(), 2, 60)};
    ClassifyBody sorted;
    sorted.note = QStringLiteral("民生类。");
    c.classification = entryBy(sorted, samples::centre(), 2, 61);
    HandDownBody down;
    down.name = QStringLiteral("排水所");
    down.note = QStringLiteral("今日到场。");
    c.handDowns = {entryBy(down, samples::clerk(), 2, 62)};
    c.insideUrges = {entryBy(ReminderBody{QStringLiteral("催排水所报结果。"), {}, QStringLiteral("周平"), {}},
        samples::clerk(), 4, 63)};
    c.phoneConfirmations
        = {entryBy(ReminderBody{QStringLiteral("已告知加急。"), {}, QStringLiteral("值班室"), {}},
            samples::centre(), 2, 64)};
    c.urges = {entryBy(ReminderBody{QStringLiteral("请抓紧办理。"), {}, {}, {}}, samples::centre(), 6, 65)};
}

/// A case in which every kind of paper occurs; invented throughout.
inline Case fullCase()
{
    Files files;
    Case c = samples::archivedCase();
    c.replies.last().reply.attachments
        = {files.add(QStringLiteral("检测单.jpg"), QStringLiteral("image/jpeg"), jpegScan({300, 200}, 2))};
    addRecords(c);
    addObjections(c);
    addRegister(c);
    c.orders = {fullOrder()};
    c.extensions[0].request.body.promisedMs = samples::at(12, 18);
    SignatureBody agreed;
    agreed.level = SignerLevel::DeputyLeader;
    agreed.action = SignedAction::Extension;
    agreed.opinion = QStringLiteral("同意申请。");
    c.extensions[0].signatures = {entryBy(agreed, samples::leader(), 4, 8)};
    return c;
}

/// Puts a token of its own into every field that is not written for the citizen; gives their number.
class SecretPlanter
{
public:
    explicit SecretPlanter(Case &c)
        : m_case(c)
    {
    }

    int plant();

private:
    void in(QString &text) { text += QStringLiteral("密%1密").arg(++m_count); }
    void in(QStringList &texts) { texts.append(QStringLiteral("密%1密").arg(++m_count)); }
    void in(Actor &actor) { in(actor.name); }
    template <typename Entries, typename Field> void each(Entries &entries, Field field)
    {
        for (auto &one : entries) {
            in(one.body.*field);
            in(one.actor);
        }
    }
    void inReply(Reply &reply);
    void inRecord(RecordBody &record);
    void inAsked();
    void inRounds();

    Case &m_case;
    int m_count = 0;
};

inline void SecretPlanter::inReply(Reply &reply)
{
    for (QString *text : {&reply.summary, &reply.investigation, &reply.handling, &reply.measures,
             &reply.result, &reply.opinion, &reply.progress, &reply.plan, &reply.expectedEffect,
             &reply.grounds, &reply.advice, &reply.statement, &reply.citizenFeedback, &reply.channel})
        in(*text);
    for (Attachment &attachment : reply.attachments)
        in(attachment.name);
}

inline void SecretPlanter::inRecord(RecordBody &record)
{
    in(record.note);
    in(record.place);
    in(record.people);
    for (Attachment &attachment : record.attachments)
        in(attachment.name);
}

inline void SecretPlanter::inAsked()
{
    Case &c = m_case;
    for (Extension &one : c.extensions) {
        in(one.request.body.reason);
        in(one.request.body.basis);
        in(one.decision->body.note);
        in(one.signatures.first().body.opinion);
    }
    for (ReturnRequest &one : c.returns) {
        in(one.request.body.statement);
        in(one.request.body.basis);
        in(one.request.body.signer);
        in(one.decision->body.note);
    }
    for (Termination &one : c.terminations) {
        in(one.request.body.facts);
        in(one.request.body.reason);
        in(one.request.body.basis);
    }
    for (QList<Appeal> *appeals : {&c.appeals, &c.scoreAppeals})
        in(appeals->first().request.body.note);
    for (Order &order : c.orders) {
        in(order.order.body.note);
        inReply(order.answers.first().request.body.reply);
        in(order.answers.first().decision->body.note);
    }
}

inline void SecretPlanter::inRounds()
{
    Case &c = m_case;
    for (ReplyVersion &version : c.replies) {
        inReply(version.reply);
        in(version.note);
        in(version.actor);
    }
    in(c.replies.first().reply.answer); // the superseded one
    each(c.signatures, &SignatureBody::opinion);
    each(c.returnsToClerk, &NoteBody::note);
    for (Entry<Review> &review : c.reviews)
        in(review.body.body.note);
    for (QList<Entry<CallbackBody>> *calls : {&c.unitCallbacks, &c.centreCallbacks, &c.secondCallbacks})
        each(*calls, &CallbackBody::note);
    each(c.mismatches, &CodedNoteBody::note);
    in(c.exclusion->body.note);
    in(c.closing->body.note);
    in(c.archiving->body.note);
}

inline int SecretPlanter::plant()
{
    Case &c = m_case;
    each(c.proposals, &NoteBody::note);
    each(c.instructions, &NoteBody::note);
    each(c.handDowns, &HandDownBody::note);
    each(c.insideUrges, &ReminderBody::note);
    each(c.urges, &ReminderBody::note);
    each(c.phoneConfirmations, &ReminderBody::note);
    each(c.dispatches, &DispatchBody::note);
    each(c.answers, &AnswerBody::note);
    for (Entry<ContactBody> &contact : c.contacts)
        in(contact.body.contact.note);
    for (CaseRecord &record : c.records)
        inRecord(record.entry.body);
    for (Entry<RecordBody> &record : c.parts)
        inRecord(record.body);
    for (Entry<RecordBody> &record : c.sectionReports)
        in(record.body.note);
    for (CoHandler &helper : c.coHandlers)
        in(helper.task);
    for (EarlierReply &earlier : c.earlierReplies)
        in(earlier.text);
    in(c.absorbed.first().body.demand.text);
    in(c.classification->actor);
    in(c.acceptance->actor);
    inAsked();
    inRounds();
    return m_count;
}

inline int plantSecrets(Case &c)
{
    return SecretPlanter(c).plant();
}

} // namespace chengban::dossiers
