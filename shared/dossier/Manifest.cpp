#include "shared/dossier/Manifest.h"

#include "shared/base/CountyTime.h"
#include "shared/canonical/Digest.h"

#include <QJsonArray>

#include <algorithm>

namespace chengban {
namespace {

constexpr qsizetype titleLimit = 50;

/// Papers are found in this order; it is the order of PaperOrder::ConclusionFirst.
class PaperList
{
public:
    explicit PaperList(const Case &theCase)
        : m_case(theCase)
        , m_reply(
              theCase.currentReply() && !theCase.currentReply()->withheld ? theCase.currentReply() : nullptr)
    {
        addConclusion();
        addInvestigation();
        addAttachments();
        addDecisions();
        addOrigin();
        addCallbacks();
    }

    [[nodiscard]] QList<Paper> papers() const { return m_papers; }

private:
    [[nodiscard]] bool reached(Phase phase) const { return m_case.phase >= phase; }
    /// Rework begins anew: nothing is due until the next version is handed in.
    [[nodiscard]] bool replyDue() const
    {
        return reached(Phase::AwaitingSignOff) && m_case.phase != Phase::Rework;
    }

    void add(
        PaperKind kind, const QString &title, const QString &responsible, qint64 atMs, qsizetype index = 0)
    {
        m_papers.append(Paper{.kind = kind,
            .title = title,
            .responsible = responsible,
            .documentNumber = {},
            .atMs = atMs,
            .index = index,
            .attachment = {},
            .missing = false});
    }

    void addMissing(PaperKind kind, const QString &title)
    {
        add(kind, title, m_case.leadUnitName, 0);
        m_papers.last().missing = true;
    }

    void addConclusion();
    void addInvestigation();
    void addAttachments();
    void addDecisions();
    void addOrigin();
    void addCallbacks();
    [[nodiscard]] QString centreName() const;

    const Case &m_case;
    const ReplyVersion *m_reply;
    QList<Paper> m_papers;
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

void PaperList::addConclusion()
{
    const QString sheet = QStringLiteral("答复意见审签单");
    const QString letter = QStringLiteral("关于“%1”诉求的答复").arg(m_case.demand.title);
    const qint64 signedMs = m_reply ? lastSignatureMs(m_case, m_reply->number) : 0;
    const bool signatureDue = reached(Phase::Signed) && m_case.phase != Phase::Rework;
    if (m_reply && (signedMs > 0 || !signatureDue))
        add(PaperKind::SignOffSheet, sheet, m_case.leadUnitName, signedMs > 0 ? signedMs : m_reply->atMs);
    else if (replyDue())
        addMissing(PaperKind::SignOffSheet, sheet);
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
    else if (replyDue() && !m_case.demand.anonymous)
        addMissing(PaperKind::ContactRecord, contacts);

    if (m_reply && !m_reply->reply.legalBasis.isEmpty())
        add(PaperKind::LegalBasis, QStringLiteral("答复依据"), m_case.leadUnitName, m_reply->atMs);
}

void PaperList::addAttachments()
{
    if (!m_reply)
        return;
    const QList<Attachment> &attachments = m_reply->reply.attachments;
    for (qsizetype i = 0; i < attachments.size(); ++i) {
        add(PaperKind::Attachment, attachments[i].name, m_case.leadUnitName, m_reply->atMs, i);
        m_papers.last().attachment = attachments[i];
    }
    const Verdict verdict = m_reply->reply.verdict;
    if (!attachments.isEmpty() || !replyDue())
        return;
    if (verdict == Verdict::Unreasonable)
        addMissing(PaperKind::Attachment, QStringLiteral("佐证材料"));
    else if (verdict == Verdict::OutOfScope)
        addMissing(PaperKind::Attachment, QStringLiteral("程序文书"));
}

void PaperList::addDecisions()
{
    for (qsizetype i = 0; i < m_case.extensions.size(); ++i) {
        const Entry<ExtensionBody> &request = m_case.extensions[i].request;
        add(PaperKind::ExtensionSheet, QStringLiteral("延期办理申请及批复"), request.actor.unitName,
            request.atMs, i);
    }
    for (qsizetype i = 0; i < m_case.returns.size(); ++i) {
        const Entry<ReturnRequestBody> &request = m_case.returns[i].request;
        add(PaperKind::ReturnSheet, QStringLiteral("退单申请及批复"), request.actor.unitName, request.atMs,
            i);
    }
    for (qsizetype i = 0; i < m_case.reviews.size(); ++i) {
        const Entry<Review> &review = m_case.reviews[i];
        if (review.body.outcome == ReviewOutcome::Rework)
            add(PaperKind::ReworkSheet, QStringLiteral("退回重办通知"), review.actor.unitName, review.atMs,
                i);
    }
    for (qsizetype i = 0; i < m_case.urges.size(); ++i) {
        const Entry<ReminderBody> &urge = m_case.urges[i];
        add(PaperKind::UrgeLetter, QStringLiteral("催办通知"), urge.actor.unitName, urge.atMs, i);
    }
}

void PaperList::addOrigin()
{
    add(PaperKind::CaseSheet, QStringLiteral("12345热线工单"), centreName(),
        m_case.demand.reportedAtMs.value_or(m_case.registeredAtMs));
    m_papers.last().documentNumber = m_case.demand.sourceNumber;
    for (qsizetype i = 0; i < m_case.earlierReplies.size(); ++i) {
        const EarlierReply &earlier = m_case.earlierReplies[i];
        add(PaperKind::EarlierReply, QStringLiteral("此前答复（随工单转入）"), earlier.unitName,
            earlier.repliedAtMs.value_or(0), i);
    }
}

void PaperList::addCallbacks()
{
    const QString title = QStringLiteral("回访记录");
    if (!m_case.centreCallbacks.isEmpty())
        add(PaperKind::CallbackRecord, title, centreName(), m_case.centreCallbacks.last().atMs);
    else if (!m_case.unitCallbacks.isEmpty())
        add(PaperKind::CallbackRecord, title, m_case.leadUnitName, m_case.unitCallbacks.last().atMs);
}

QString caseNumberOf(const Case &theCase)
{
    return theCase.demand.sourceNumber.isEmpty() ? theCase.id.value : theCase.demand.sourceNumber;
}

/// First and last day of the papers that are there, the case's registration included.
void setSpan(Manifest &manifest, const Case &theCase)
{
    QList<qint64> times{theCase.registeredAtMs};
    for (const Paper &paper : manifest.papers)
        times.append(paper.atMs);
    if (theCase.closing)
        times.append(theCase.closing->atMs);
    times.removeAll(0);
    if (times.isEmpty())
        return;
    const auto [first, last] = std::ranges::minmax(times);
    manifest.fromMs = first;
    manifest.toMs = last;
}

QJsonObject toJson(const Paper &paper)
{
    QJsonObject json{
        {QStringLiteral("kind"), nameOf(paper.kind)},
        {QStringLiteral("title"), paper.title},
        {QStringLiteral("responsible"), paper.responsible},
        {QStringLiteral("documentNumber"), paper.documentNumber},
        {QStringLiteral("atMs"), paper.atMs},
        {QStringLiteral("index"), paper.index},
        {QStringLiteral("missing"), paper.missing},
    };
    if (paper.kind == PaperKind::Attachment && !paper.missing) {
        json.insert(QStringLiteral("attachment"),
            QJsonObject{{QStringLiteral("name"), paper.attachment.name},
                {QStringLiteral("kind"), nameOf(paper.attachment.kind)},
                {QStringLiteral("mime"), paper.attachment.mime},
                {QStringLiteral("size"), paper.attachment.size},
                {QStringLiteral("sha256"), paper.attachment.sha256},
                {QStringLiteral("sm3"), paper.attachment.sm3}});
    }
    return json;
}

} // namespace

bool Manifest::isComplete() const
{
    return std::ranges::none_of(papers, &Paper::missing);
}

QStringList Manifest::missingTitles() const
{
    QStringList titles;
    for (const Paper &paper : papers) {
        if (paper.missing)
            titles.append(paper.title);
    }
    return titles;
}

QString dossierTitle(const QString &unitName, const QString &subject)
{
    const QString frame = QStringLiteral("关于“”诉求的办理材料");
    // Code points, not UTF-16 units: a name with a rare character is neither cut in half nor counted twice.
    const QList<uint> unit = unitName.simplified().toUcs4();
    const QList<uint> whole = subject.simplified().toUcs4();
    const qsizetype unitRoom = std::min<qsizetype>(unit.size(), 20);
    const qsizetype room = titleLimit - frame.size() - unitRoom;
    const auto text = [](const QList<uint> &points, qsizetype count) {
        const auto *data = reinterpret_cast<const char32_t *>(points.constData());
        return points.size() <= count ? QString::fromUcs4(data, points.size())
                                      : QString::fromUcs4(data, count - 1) + QChar(u'…');
    };
    return QStringLiteral("%1关于“%2”诉求的办理材料").arg(text(unit, unitRoom), text(whole, room));
}

Manifest manifestOf(const Case &theCase, PaperOrder order)
{
    Manifest manifest;
    manifest.order = order;
    manifest.fondsName = theCase.leadUnitName;
    manifest.title = dossierTitle(theCase.leadUnitName, theCase.demand.title);
    manifest.caseNumber = caseNumberOf(theCase);
    if (theCase.archiving) {
        manifest.archiveNumber = theCase.archiving->body.archiveNumber;
        manifest.retention = theCase.archiving->body.retention;
    }
    if (theCase.closing)
        manifest.year = countyDate(theCase.closing->atMs).year();
    manifest.caseHead = hex(theCase.head);
    manifest.papers = PaperList(theCase).papers();
    if (order == PaperOrder::ByTime) {
        std::ranges::stable_sort(manifest.papers, [](const Paper &a, const Paper &b) {
            return std::pair(a.missing, a.atMs) < std::pair(b.missing, b.atMs);
        });
    }
    setSpan(manifest, theCase);
    return manifest;
}

QJsonObject toJson(const Manifest &manifest)
{
    QJsonArray papers;
    for (const Paper &paper : manifest.papers)
        papers.append(toJson(paper));
    return {
        {QStringLiteral("version"), manifest.version},
        {QStringLiteral("order"), nameOf(manifest.order)},
        {QStringLiteral("fondsName"), manifest.fondsName},
        {QStringLiteral("title"), manifest.title},
        {QStringLiteral("caseNumber"), manifest.caseNumber},
        {QStringLiteral("archiveNumber"), manifest.archiveNumber},
        {QStringLiteral("retention"), manifest.retention},
        {QStringLiteral("fromMs"), manifest.fromMs},
        {QStringLiteral("toMs"), manifest.toMs},
        {QStringLiteral("year"), manifest.year},
        {QStringLiteral("caseHead"), manifest.caseHead},
        {QStringLiteral("volume"), manifest.volume},
        {QStringLiteral("volumes"), manifest.volumes},
        {QStringLiteral("papers"), papers},
    };
}

} // namespace chengban
