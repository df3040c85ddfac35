#include "shared/dossier/PaperList.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace chengban {
namespace {

/// A paper and the attachments that belong to it: they stay together in every order.
using Group = QList<Paper>;

class PaperList
{
public:
    PaperList(const Case &theCase, Needed needed)
        : m_case(theCase)
        , m_reply(
              theCase.currentReply() && !theCase.currentReply()->withheld ? theCase.currentReply() : nullptr)
        , m_atTheEnd(needed == Needed::AtTheEnd && endsWithReply())
    {
        addConclusion();
        addInvestigation();
        addReplyAttachments();
        addRecords();
        addRequests();
        addReworks();
        addOrders();
        addObjections();
        addOrigin();
        addCallbacks();
    }

    [[nodiscard]] QList<Paper> ordered(const DossierTemplate &form);

private:
    [[nodiscard]] bool endsWithReply() const
    {
        return m_case.ending == Ending::Open || m_case.ending == Ending::Handled;
    }
    /// Rework begins anew: nothing is due until the next version is handed in.
    [[nodiscard]] bool reached(Phase phase) const
    {
        return m_atTheEnd || (m_case.phase >= phase && m_case.phase != Phase::Rework && endsWithReply());
    }
    [[nodiscard]] bool replyDue() const { return reached(Phase::AwaitingSignOff); }

    void add(PaperKind kind, const QString &title, const QString &responsible, qint64 atMs,
        qsizetype index = 0, qsizetype part = 0)
    {
        Paper paper;
        paper.kind = kind;
        paper.title = title;
        paper.responsible = responsible;
        paper.atMs = atMs;
        paper.index = index;
        paper.part = part;
        m_groups.append(Group{paper});
    }
    void addMissing(PaperKind kind, const QString &title)
    {
        add(kind, title, m_case.leadUnitName, 0);
        m_groups.last().last().missing = true;
    }
    /// Behind the paper added last; a file that stands in the dossier already is not repeated.
    void attach(const QList<Attachment> &attachments)
    {
        const Paper owner = m_groups.last().first();
        for (const Attachment &attachment : attachments) {
            if (attachment.sha256.isEmpty() || m_files.contains(attachment.sha256))
                continue;
            Paper paper = owner;
            paper.of = owner.kind;
            paper.kind = PaperKind::Attachment;
            paper.title = attachment.name;
            paper.attachment = attachment;
            m_groups.last().append(paper);
            m_files.insert(attachment.sha256);
        }
    }

    void addConclusion();
    void addInvestigation();
    void addReplyAttachments();
    void addRecords();
    void addRequests();
    void addReworks();
    void addOrders();
    void addObjections();
    void addOrigin();
    void addCallbacks();
    [[nodiscard]] QString centreName() const;

    const Case &m_case;
    const ReplyVersion *m_reply;
    bool m_atTheEnd;
    QList<Group> m_groups;
    QSet<QString> m_files;
};

QString PaperList::centreName() const
{
    return m_case.dispatches.isEmpty() ? QStringLiteral("12345政务服务便民热线")
                                       : m_case.dispatches.first().actor.unitName;
}

qint64 lastSignatureMs(const Case &theCase, int version)
{
    qint64 at = 0;
    for (const auto &signature : theCase.signatures) {
        if (signature.body.replyVersion == version)
            at = std::max(at, signature.atMs);
    }
    return at;
}

QList<Attachment> scansOf(const QList<Entry<SignatureBody>> &signatures)
{
    QList<Attachment> scans;
    for (const Entry<SignatureBody> &signature : signatures) {
        if (signature.body.paper)
            scans.append(signature.body.paper->scan);
    }
    return scans;
}

void PaperList::addConclusion()
{
    const QString sheet = QStringLiteral("答复意见审签单");
    const QString letter = QStringLiteral("关于“%1”诉求的答复").arg(m_case.demand.title);
    const qint64 signedMs = m_reply ? lastSignatureMs(m_case, m_reply->number) : 0;
    if (m_reply && (signedMs > 0 || !reached(Phase::Signed)))
        add(PaperKind::SignOffSheet, sheet, m_case.leadUnitName, signedMs > 0 ? signedMs : m_reply->atMs);
    else if (replyDue())
        addMissing(PaperKind::SignOffSheet, sheet);
    if (m_reply && signedMs > 0)
        attach(scansOf(m_case.signatures));
    if (m_reply && !m_reply->reply.answer.trimmed().isEmpty())
        add(PaperKind::ReplyLetter, letter, m_case.leadUnitName, signedMs > 0 ? signedMs : m_reply->atMs);
    else if (replyDue())
        addMissing(PaperKind::ReplyLetter, letter);
}

bool hasAccount(const Reply &reply)
{
    const QString all = reply.investigation + reply.handling + reply.result + reply.progress + reply.plan
        + reply.expectedEffect + reply.grounds + reply.advice + reply.statement + reply.channel;
    return !all.trimmed().isEmpty();
}

void PaperList::addInvestigation()
{
    const QString record = QStringLiteral("调查处理情况");
    if (m_reply && hasAccount(m_reply->reply))
        add(PaperKind::InvestigationRecord, record, m_case.leadUnitName, m_reply->atMs);
    else if (replyDue())
        addMissing(PaperKind::InvestigationRecord, record);

    const QString contacts = QStringLiteral("联系反映人记录");
    if (!m_case.contacts.isEmpty())
        add(PaperKind::ContactRecord, contacts, m_case.leadUnitName, m_case.contacts.first().atMs);
    else if (replyDue() && !m_case.demand.anonymous && !m_case.needsNoAnswer())
        addMissing(PaperKind::ContactRecord, contacts);

    if (m_reply && !m_reply->reply.legalBasis.isEmpty())
        add(PaperKind::LegalBasis, QStringLiteral("答复依据"), m_case.leadUnitName, m_reply->atMs);
}

void PaperList::addReplyAttachments()
{
    if (!m_reply)
        return;
    const QList<Attachment> &attachments = m_reply->reply.attachments;
    for (const Attachment &attachment : attachments) {
        add(PaperKind::Attachment, attachment.name, m_case.leadUnitName, m_reply->atMs);
        m_groups.last().last().attachment = attachment;
        m_files.insert(attachment.sha256);
    }
    const Verdict verdict = m_reply->reply.verdict;
    if (!attachments.isEmpty() || !replyDue())
        return;
    if (verdict == Verdict::Unreasonable)
        addMissing(PaperKind::Attachment, QStringLiteral("佐证材料"));
    else if (verdict == Verdict::OutOfScope)
        addMissing(PaperKind::Attachment, QStringLiteral("程序文书"));
}

void PaperList::addRecords()
{
    if (!m_case.records.isEmpty() || (m_reply && !m_reply->reply.siteVisits.isEmpty())) {
        const qint64 atMs = m_case.records.isEmpty() ? m_reply->atMs : m_case.records.first().entry.atMs;
        add(PaperKind::SiteRecord, QStringLiteral("调查与现场记录"), m_case.leadUnitName, atMs);
        for (const CaseRecord &record : m_case.records)
            attach(record.entry.body.attachments);
    }
    for (qsizetype i = 0; i < m_case.parts.size(); ++i) {
        const Entry<RecordBody> &part = m_case.parts[i];
        add(PaperKind::PartRecord, QStringLiteral("协办意见"), part.actor.unitName, part.atMs, i);
        attach(part.body.attachments);
    }
}

void PaperList::addRequests()
{
    for (qsizetype i = 0; i < m_case.extensions.size(); ++i) {
        const Extension &asked = m_case.extensions[i];
        add(PaperKind::ExtensionSheet, QStringLiteral("延期办理申请及批复"), asked.request.actor.unitName,
            asked.request.atMs, i);
        attach(scansOf(asked.signatures) + asked.request.body.attachments);
    }
    for (qsizetype i = 0; i < m_case.returns.size(); ++i) {
        const ReturnRequest &asked = m_case.returns[i];
        add(PaperKind::ReturnSheet, QStringLiteral("退单申请及批复"), asked.request.actor.unitName,
            asked.request.atMs, i);
        attach(scansOf(asked.signatures) + asked.request.body.attachments);
    }
    for (qsizetype i = 0; i < m_case.terminations.size(); ++i) {
        const Termination &asked = m_case.terminations[i];
        add(PaperKind::TerminationSheet, QStringLiteral("终止办理申请及批复"), asked.request.actor.unitName,
            asked.request.atMs, i);
        attach(scansOf(asked.signatures) + asked.request.body.attachments);
    }
}

void PaperList::addReworks()
{
    for (qsizetype i = 0; i < m_case.reviews.size(); ++i) {
        const Entry<Review> &review = m_case.reviews[i];
        if (review.body.outcome != ReviewOutcome::Rework)
            continue;
        add(PaperKind::ReworkSheet, QStringLiteral("退回重办通知"), review.actor.unitName, review.atMs, i);
        const int version = review.body.body.replyVersion;
        const auto sent = std::ranges::find(m_case.replies, version, &ReplyVersion::number);
        if (sent == m_case.replies.end() || sent->withheld || (m_reply && version == m_reply->number))
            continue;
        add(PaperKind::SupersededReply, QStringLiteral("被退回的答复（第%1版）").arg(version),
            m_case.leadUnitName, sent->atMs, std::distance(m_case.replies.begin(), sent));
        attach(sent->reply.attachments);
    }
}

void PaperList::addOrders()
{
    for (qsizetype i = 0; i < m_case.orders.size(); ++i) {
        const Order &order = m_case.orders[i];
        const bool supervision = order.kind == OrderKind::Supervision;
        add(PaperKind::OrderLetter, supervision ? QStringLiteral("督办通知") : QStringLiteral("回访复核单"),
            order.order.actor.unitName, order.order.atMs, i);
        for (qsizetype part = 0; part < order.answers.size(); ++part) {
            const Asked<OrderAnswerBody> &answer = order.answers[part];
            add(PaperKind::OrderAnswer,
                supervision ? QStringLiteral("督办事项办理情况") : QStringLiteral("复核情况"),
                answer.request.actor.unitName, answer.request.atMs, i, part);
            attach(scansOf(answer.signatures) + answer.request.body.reply.attachments);
        }
    }
    for (qsizetype i = 0; i < m_case.urges.size(); ++i) {
        const Entry<ReminderBody> &urge = m_case.urges[i];
        add(PaperKind::UrgeLetter, QStringLiteral("催办通知"), urge.actor.unitName, urge.atMs, i);
    }
}

void PaperList::addObjections()
{
    for (qsizetype i = 0; i < m_case.appeals.size(); ++i) {
        const Appeal &appeal = m_case.appeals[i];
        add(PaperKind::AppealSheet, QStringLiteral("申诉及处理意见"), appeal.request.actor.unitName,
            appeal.request.atMs, i);
    }
    for (qsizetype i = 0; i < m_case.scoreAppeals.size(); ++i) {
        const Appeal &appeal = m_case.scoreAppeals[i];
        add(PaperKind::AppealSheet, QStringLiteral("考核申诉及处理意见"), appeal.request.actor.unitName,
            appeal.request.atMs, i, 1);
    }
    if (m_case.exclusion)
        add(PaperKind::ExclusionSheet, QStringLiteral("不计入考核认定"), m_case.exclusion->actor.unitName,
            m_case.exclusion->atMs);
}

void PaperList::addOrigin()
{
    if (!m_case.proposals.isEmpty() || !m_case.instructions.isEmpty()) {
        const qint64 atMs
            = m_case.proposals.isEmpty() ? m_case.instructions.first().atMs : m_case.proposals.first().atMs;
        add(PaperKind::HandlingSheet, QStringLiteral("拟办与批示"), m_case.leadUnitName, atMs);
    }
    add(PaperKind::CaseSheet, QStringLiteral("12345热线工单"), centreName(),
        m_case.demand.reportedAtMs.value_or(m_case.registeredAtMs));
    m_groups.last().last().documentNumber = m_case.demand.sourceNumber;
    add(PaperKind::RegisterPage, QStringLiteral("登记页"), centreName(),
        m_case.registeredAtMs > 0 ? m_case.registeredAtMs : m_case.demand.reportedAtMs.value_or(0));
    for (qsizetype i = 0; i < m_case.earlierReplies.size(); ++i) {
        const EarlierReply &earlier = m_case.earlierReplies[i];
        add(PaperKind::EarlierReply, QStringLiteral("此前答复（随工单转入）"), earlier.unitName,
            earlier.repliedAtMs.value_or(0), i);
    }
}

void PaperList::addCallbacks()
{
    const QString title = QStringLiteral("回访记录");
    if (!m_case.secondCallbacks.isEmpty() || !m_case.centreCallbacks.isEmpty()) {
        const auto &last = m_case.secondCallbacks.isEmpty() ? m_case.centreCallbacks.last()
                                                            : m_case.secondCallbacks.last();
        add(PaperKind::CallbackRecord, title, centreName(), last.atMs);
    } else if (!m_case.unitCallbacks.isEmpty()) {
        add(PaperKind::CallbackRecord, title, m_case.leadUnitName, m_case.unitCallbacks.last().atMs);
    }
}

QList<Paper> PaperList::ordered(const DossierTemplate &form)
{
    std::ranges::stable_sort(m_groups, [&](const Group &a, const Group &b) {
        const Paper &first = a.first();
        const Paper &second = b.first();
        if (form.order == PaperOrder::ByTime)
            return std::pair(first.missing, first.atMs) < std::pair(second.missing, second.atMs);
        return form.papers.indexOf(first.kind) < form.papers.indexOf(second.kind);
    });
    QList<Paper> papers;
    qsizetype number = 0;
    for (const Group &group : std::as_const(m_groups)) {
        for (Paper paper : group) {
            if (paper.kind == PaperKind::Attachment && !paper.missing)
                paper.index = number++;
            papers.append(paper);
        }
    }
    return papers;
}

} // namespace

QList<Paper> papersOf(const Case &theCase, const DossierTemplate &form, Needed needed)
{
    return PaperList(theCase, needed).ordered(form);
}

QList<Attachment> filesOf(const Case &theCase)
{
    QList<Attachment> all;
    for (const ReplyVersion &version : theCase.replies)
        all += version.reply.attachments;
    all += scansOf(theCase.signatures);
    for (const CaseRecord &record : theCase.records)
        all += record.entry.body.attachments;
    for (const QList<Entry<RecordBody>> *records : {&theCase.parts, &theCase.sectionReports}) {
        for (const Entry<RecordBody> &record : *records)
            all += record.body.attachments;
    }
    const auto addAsked = [&](const auto &asked) {
        for (const auto &one : asked)
            all += scansOf(one.signatures) + one.request.body.attachments;
    };
    addAsked(theCase.extensions);
    addAsked(theCase.returns);
    addAsked(theCase.terminations);
    for (const Order &order : theCase.orders) {
        for (const Asked<OrderAnswerBody> &answer : order.answers)
            all += scansOf(answer.signatures) + answer.request.body.reply.attachments;
    }
    QSet<QString> known;
    QList<Attachment> once;
    for (const Attachment &attachment : std::as_const(all)) {
        if (attachment.sha256.isEmpty() || known.contains(attachment.sha256))
            continue;
        known.insert(attachment.sha256);
        once.append(attachment);
    }
    return once;
}

qint64 bytesOf(const QList<Attachment> &files)
{
    return std::accumulate(files.begin(), files.end(), qint64(0),
        [](qint64 sum, const Attachment &file) { return sum + file.size; });
}

} // namespace chengban
