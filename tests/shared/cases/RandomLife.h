#pragma once

// Random lives of a case under any pack: bodies that are mostly right and sometimes lack something or are
// stale.
#include "shared/cases/Steps.h"
#include "tests/shared/cases/Story.h"

#include <QDir>
#include <QRandomGenerator>

namespace chengban::samples {

class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_random(seed)
    {
    }
    bool in(int of) { return m_random.bounded(of) == 0; }
    template <typename List> auto oneOf(const List &list)
    {
        return list[m_random.bounded(static_cast<int>(list.size()))];
    }
    QString codeOf(const QList<CodedReason> &list)
    {
        return list.isEmpty() || in(20) ? QString() : oneOf(list).code;
    }

private:
    QRandomGenerator m_random;
};

inline const QList<RulePack> &allPacks()
{
    static const QList<RulePack> packs = [] {
        QList<RulePack> all;
        const QDir folder(u":/rulepacks"_s);
        for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
            all.append(loadRulePack(resource(folder.filePath(name))).value());
        return all;
    }();
    return packs;
}

inline const QList<Actor> &people()
{
    static const QList<Actor> all{clerk(), sectionHead(), leader(), principal(), roadClerk(), parkClerk(),
        actor(u"ma"_s, u"马园"_s, Role::PrincipalLeader, parkUnit, u"县园林中心"_s), centre(), archivist(),
        actor(u"ad"_s, u"管理"_s, Role::SystemAdmin, {u"u-centre"_s}, {}),
        actor(u"job"_s, u"系统"_s, Role::System, {}, {})};
    return all;
}

inline Attachment sheet()
{
    return {u"审签单.pdf"_s, AttachmentKind::SignedSheet, u"application/pdf"_s, 9, QString(64, u'a'),
        QString(64, u'b')};
}

/// Makes a body for each command from the state of the story.
class Bodies
{
public:
    Bodies(const Story &story, Chance &chance)
        : m_story(story)
        , m_case(story.theCase)
        , m_pack(*story.pack)
        , m_chance(chance)
    {
    }

    QJsonObject of(CommandType type)
    {
        if (auto body = intake(type))
            return *body;
        if (auto body = inUnit(type))
            return *body;
        if (auto body = ordersAndEnd(type))
            return *body;
        return toJson(NoteBody{note()});
    }

private:
    using C = CommandType;
    using Maybe = std::optional<QJsonObject>;

    QString note() { return m_chance.in(5) ? QString() : u"说明"_s; }
    int version() { return std::max(1, static_cast<int>(m_case.replies.size()) + (m_chance.in(8) ? 1 : 0)); }
    UnitId lead() { return m_chance.oneOf(QList{waterUnit, waterUnit, parkUnit}); }
    SignerLevel level()
    {
        return m_chance.oneOf(
            QList{SignerLevel::SectionHead, SignerLevel::DeputyLeader, SignerLevel::PrincipalLeader});
    }
    DecisionBody decision(qint64 order = 0) { return {m_chance.in(2), note(), order}; }
    qint64 anOrder() { return m_case.orders.isEmpty() ? 1 : m_chance.oneOf(m_case.orders).order.revision; }

    RecordBody record()
    {
        RecordBody body{m_story.nowMs, {u"刘小河"_s}, u"柳树巷"_s, note(), {}, {}, {}};
        if (m_chance.in(3))
            body.finishedMs = m_story.nowMs;
        return body;
    }

    Maybe intake(C type)
    {
        DispatchBody dispatch{lead(), u"承办单位"_s, {{roadUnit, {}, {}}}, CaseClass::General, note()};
        if (m_chance.in(2))
            dispatch.coHandlers.clear();
        switch (type) {
        case C::Register:
            return toJson(registration());
        case C::AbsorbDuplicate: {
            Demand other = demand();
            other.sourceNumber = u"DEMO-%1"_s.arg(m_case.absorbed.size() + 2, 4, 10, QLatin1Char('0'));
            return toJson(AbsorbBody{{u"case-"_s + other.sourceNumber}, other, identity(), note()});
        }
        case C::MergeInto:
            return toJson(MergeBody{{u"case-0"_s}, note()});
        case C::Refuse:
            return toJson(CodedNoteBody{m_chance.codeOf(m_pack.refusalReasons), note(), {}});
        case C::AnswerDirectly:
        case C::RecordAnswer:
            return toJson(
                AnswerBody{m_story.nowMs, m_chance.codeOf(m_pack.answerChannels), u"刘小河"_s, note()});
        case C::Classify:
            return toJson(ClassifyBody{m_chance.codeOf(m_pack.caseTypes), CaseClass::General,
                m_chance.codeOf(m_pack.keyCategories), m_chance.codeOf(m_pack.immediateKinds), m_chance.in(4),
                note()});
        case C::Dispatch:
        case C::Reassign:
            return toJson(dispatch);
        case C::ConfirmByPhone:
        case C::Urge:
        case C::UrgeInside:
            return toJson(
                ReminderBody{note(), m_chance.codeOf(m_pack.urgeChannels), u"何长青"_s, m_story.nowMs});
        case C::Accept:
            return toJson(AcceptBody{note(), {}, {}});
        case C::RequestReturn:
            return toJson(ReturnRequestBody{
                m_chance.codeOf(m_pack.returnReasons), note(), parkUnit, {}, {}, u"三定规定"_s, {}});
        case C::Appeal:
        case C::AppealScore:
        case C::RecordMismatch:
        case C::ExcludeFromScoring:
            return toJson(CodedNoteBody{{}, note(), {}});
        case C::DecideReturn:
        case C::DecideExtension:
        case C::DecideAppeal:
        case C::DecideScore:
        case C::DecideTermination:
            return toJson(decision());
        default:
            return std::nullopt;
        }
    }

    ExtensionBody extension()
    {
        ExtensionBody body{u"因"_s, note(), m_chance.oneOf(QList{0, 1, 3, 5, 9, 30})};
        body.promisedMs = m_story.nowMs + dayMs;
        if (!m_case.orders.isEmpty() && m_chance.in(2)) {
            const Order &order = m_chance.oneOf(m_case.orders);
            body.order = order.order.revision;
            body.limit = order.kind == OrderKind::ReReview ? LimitName::ReReview : LimitName::Supervision;
        } else if (m_chance.in(6)) {
            body.workingDays = 0;
            body.statutory = StatutoryLimit{m_chance.oneOf(QList{1, 60}), LimitUnit::WorkingDay,
                m_chance.oneOf(QList{LimitSource::Unit, LimitSource::Statute})};
        }
        return body;
    }

    SignatureBody signature(C type)
    {
        const bool onReply
            = type == C::Sign || (type == C::RecordPaperSignature && m_case.phase == Phase::AwaitingSignOff);
        SignatureBody body = onReply ? signOn(m_case, level()) : signOnRequest(m_case, level());
        if (m_chance.in(8))
            body.replyDigest = QString(64, u'0');
        if (type == C::RecordPaperSignature) {
            body.key = {};
            body.signedText.clear();
            body.signature.clear();
            body.paper = PaperSignature{{u"gao"_s}, u"高山"_s, m_story.nowMs, !m_chance.in(3), sheet()};
        }
        return body;
    }

    Maybe inUnit(C type)
    {
        switch (type) {
        case C::HandDown:
            return toJson(HandDownBody{HandDownTo::Section, u"供水股"_s, m_story.nowMs + dayMs, note()});
        case C::ReportBack:
        case C::RecordInvestigation:
        case C::RecordSiteVisit:
        case C::RecordMeasures:
        case C::ReportProgress:
        case C::SubmitPart:
            return toJson(record());
        case C::RecordContact:
            return toJson(call(m_story.nowMs));
        case C::RequestExtension:
            return toJson(extension());
        case C::DropRequest:
            return toJson(DropBody{std::max(1, static_cast<int>(m_case.requests.size())), note()});
        case C::SubmitForSignOff:
            return toJson(SubmitBody{m_chance.in(4) ? Reply{} : completeReply(m_case, m_pack), {}});
        case C::Sign:
        case C::SignRequest:
        case C::RecordPaperSignature:
            return toJson(signature(type));
        case C::SubmitReply:
            return toJson(ReplyVersionBody{version()});
        default:
            return std::nullopt;
        }
    }

    CallbackBody callback()
    {
        CallbackBody body = satisfied(m_story.nowMs);
        for (QString CallbackBody::*answer : {&CallbackBody::processSatisfaction,
                 &CallbackBody::resultSatisfaction, &CallbackBody::overallSatisfaction})
            body.*answer = m_chance.oneOf(m_pack.satisfaction).code;
        return body;
    }

    ClockBody clock()
    {
        const QList<Clock> open = m_case.openClocks();
        if (open.isEmpty())
            return {};
        const Clock one = m_chance.oneOf(open);
        return {one.deadline.limit, one.order, one.unit, m_chance.in(2) ? one.deadline.dueMs : m_story.nowMs,
            one.deadline.cite, {}};
    }

    Maybe ordersAndEnd(C type)
    {
        switch (type) {
        case C::AcceptReply: {
            ReviewBody review{version(), {}, {}, note()};
            for (const CodedReason &point : m_pack.closingPoints)
                review.points.append(point.code);
            return toJson(review);
        }
        case C::ReturnForRework:
            return toJson(ReviewBody{version(), {m_chance.codeOf(m_pack.reworkReasons)}, {}, note()});
        case C::OrderReReview:
            return toJson(OrderBody{m_chance.codeOf(m_pack.reReviewReasons), {}, 0, m_chance.in(2), note()});
        case C::OrderSupervision:
            return toJson(OrderBody{m_chance.codeOf(m_pack.supervisionReasons),
                m_chance.codeOf(m_pack.supervisionMethods), m_chance.in(2) ? 3 : 0, false, note()});
        case C::AnswerOrder:
            return toJson(OrderAnswerBody{anOrder(), completeReply(m_case, m_pack)});
        case C::DecideAnswer:
            return toJson(decision(anOrder()));
        case C::RecordUnitCallback:
        case C::RecordCentreCallback:
        case C::RecordSecondCallback:
            return toJson(callback());
        case C::RequestTermination:
            return toJson(TerminationBody{u"事实"_s, u"理由"_s, note(), {u"DEMO-0007"_s}, {}});
        case C::Archive:
            return toJson(ArchiveBody{u"DEMO-1"_s, m_chance.in(3) ? u"D99"_s : u"Y"_s, {}});
        case C::FileCopy:
            return toJson(CopyBody{u"DEMO-1"_s, QString(64, u'c'), note()});
        case C::RequestErasure:
            return toJson(EraseBody{
                1, m_chance.oneOf(QStringList{u"identity"_s, u"demand"_s, u"earlier"_s}), u"期满"_s});
        case C::ErasePart:
            return toJson(m_case.erasureRequest ? m_case.erasureRequest->body : EraseBody{});
        case C::Warn:
        case C::MarkOverdue:
        case C::Recalculate:
            return toJson(clock());
        default:
            return std::nullopt;
        }
    }

    const Story &m_story;
    const Case &m_case;
    const RulePack &m_pack;
    Chance &m_chance;
};

} // namespace chengban::samples
