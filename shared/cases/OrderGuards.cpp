// Guards of the centre's orders and their answers, and of scoring (HA14-HA21, HE7-HE10).
#include "shared/cases/Guards.h"

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

LimitName limitOf(OrderKind kind)
{
    return kind == OrderKind::ReReview ? LimitName::ReReview : LimitName::Supervision;
}

/// The order's own clock: the pack's limit, with the days of the order where the pack lets it set them.
/// Without a limit in the pack the order sets working days.
Result<Deadline> dueOf(const Attempt &attempt, OrderKind kind, const OrderBody &body)
{
    const Limit *ruled = attempt.pack.limit(limitOf(kind), attempt.theCase.caseClass);
    Limit limit = ruled ? *ruled : Limit{};
    limit.name = limitOf(kind);
    limit.setByOrder = limit.setByOrder || !ruled;
    if (body.days > 0)
        return dueByOrder(limit, body.days, attempt.nowMs, attempt.calendar);
    return dueTime(limit, attempt.nowMs, attempt.calendar);
}

void requireDays(Problems &problems, const Attempt &attempt, OrderKind kind, const OrderBody &body)
{
    const Limit *ruled = attempt.pack.limit(limitOf(kind), attempt.theCase.caseClass);
    if (!ruled && body.days == 0)
        problems.append(must(ErrorCode::PartMissing, "order-days-missing", u"days"_s));
    else if (ruled && !ruled->setByOrder && body.days > 0)
        problems.append(must(ErrorCode::StepNotAllowed, "order-days-ruled", u"days"_s, ruled->cite));
}

QList<EventDraft::DraftPart> clockOf(
    const Attempt &attempt, OrderKind kind, const OrderBody &body, qint64 order)
{
    const auto due = dueOf(attempt, kind, body);
    return due ? clocksPart({{order, {}, *due}}) : QList<EventDraft::DraftPart>{};
}

Decision order(const Attempt &attempt, OrderKind kind, const OrderBody &body, Problems problems,
    const QList<EventDraft::DraftPart> &further = {})
{
    requireText(problems, body.note, "order-note-missing", u"note"_s);
    requireDays(problems, attempt, kind, body);
    return decided(attempt, problems,
        QList{casePart(part::order, toJson(body))} + clockOf(attempt, kind, body, 0) + further);
}

bool wasOnSite(const Case &theCase, const Order &order)
{
    return std::ranges::any_of(theCase.records, [&](const CaseRecord &record) {
        return record.kind == RecordKind::SiteVisit && record.entry.revision > order.order.revision;
    });
}

} // namespace

QString citeOf(const Order &order, const RulePack &pack)
{
    const auto &reasons = order.kind == OrderKind::ReReview ? pack.reReviewReasons : pack.supervisionReasons;
    const CodedReason *reason = reasonCoded(reasons, order.order.body.code);
    return reason ? reason->cite : citeOfList(reasons);
}

Problems reReviewHeld(const Attempt &attempt)
{
    const CallbackPolicy &policy = attempt.pack.callback;
    if (!policy.reReview)
        return {must(ErrorCode::StepNotAllowed, "re-review-not-ruled", {}, policy.cite)};
    const bool open = std::ranges::any_of(attempt.theCase.orders,
        [](const Order &other) { return other.kind == OrderKind::ReReview && other.isOpen(); });
    if (open)
        return {must(ErrorCode::LimitReached, "order-open", {}, policy.cite)};
    return {};
}

Decision reReviewOrder(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, orderFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireListed(problems, attempt.pack.reReviewReasons, body->code, "re-review-reason-missing",
        "re-review-reason-unknown", u"code"_s);
    return order(attempt, OrderKind::ReReview, *body, problems);
}

Decision supervisionOrder(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, orderFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireListed(problems, attempt.pack.supervisionReasons, body->code, "supervision-reason-missing",
        "supervision-reason-unknown", u"code"_s);
    requireListed(problems, attempt.pack.supervisionMethods, body->method, "supervision-method-missing",
        "supervision-method-unknown", u"method"_s);
    return order(attempt, OrderKind::Supervision, *body, problems,
        instructionPart(attempt, QLatin1StringView("supervised"), attempt.theCase.caseClass));
}

namespace {

/// When the answer is signed, its signer is known.
ReplyContext answerContext(const Attempt &attempt, const Reply &reply)
{
    const CommandType step = attempt.command.type;
    if (step != CommandType::SignRequest && step != CommandType::RecordPaperSignature)
        return contextOf(attempt.theCase);
    const auto signature = signatureFromJson(attempt.command.body);
    return signedContext(
        attempt.theCase, reply, signature.value_or(SignatureBody{}), attempt.actor, attempt.nowMs);
}

} // namespace

Problems orderAnswerProblems(const Attempt &attempt, const QJsonObject &json)
{
    const auto body = orderAnswerFromJson(json);
    if (!body)
        return {must(body.error().code, "body-malformed", body.error().detail)};
    const Order *order = attempt.theCase.order(body->order);
    if (!order || !order->isOwed())
        return {must(ErrorCode::StepNotAllowed, "order-not-owed", u"order"_s)};
    Problems problems;
    requireInstruction(problems, attempt);
    ReplyContext context = answerContext(attempt, body->reply);
    context.order = nameOf(order->kind);
    context.nowMs = attempt.nowMs;
    for (Problem problem :
        replyProblems(body->reply, attempt.theCase.contactAttempts(), context, attempt.pack)) {
        problem.field.prepend(u"reply."_s);
        if (problem.severity == Severity::Must)
            problems.append(problem);
    }
    if (order->order.body.onSite && !wasOnSite(attempt.theCase, *order))
        problems.append(
            must(ErrorCode::PartMissing, "site-visit-missing", u"siteVisit"_s, citeOf(*order, attempt.pack)));
    return problems;
}

Decision orderAnswer(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, orderAnswerFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const Order *order = attempt.theCase.order(body->order);
    const bool reReview = order && order->kind == OrderKind::ReReview;
    const QJsonObject json = toJson(*body);
    return requested(attempt, reReview ? SignedAction::ReReviewAnswer : SignedAction::SupervisionAnswer, json,
        orderAnswerProblems(attempt, json));
}

/// HA20d: an answer that is not up to standard is owed again, with the same time from now on.
Decision answerDecision(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, decisionFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const Order *order = attempt.theCase.order(body->order);
    Problems problems;
    if (!order || !order->isOpen() || order->isOwed())
        problems.append(must(ErrorCode::StepNotAllowed, "order-not-answered", u"order"_s));
    if (!body->granted && body->note.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "rejection-reason-missing", u"note"_s));
    QList parts{casePart(part::decision, toJson(*body))};
    if (order && !body->granted)
        parts += clockOf(attempt, order->kind, order->order.body, body->order);
    return decided(attempt, problems, parts);
}

/// Nobody can say what the citizen says who has not called.
Problems mismatchHeld(const Attempt &attempt)
{
    const Case &theCase = attempt.theCase;
    if (!theCase.centreCallbacks.isEmpty() || !theCase.secondCallbacks.isEmpty())
        return {};
    return {must(ErrorCode::StepNotAllowed, "mismatch-without-call", {}, attempt.pack.callback.cite)};
}

Decision mismatch(const Attempt &attempt)
{
    return plainStep(attempt, codedNoteFromJson, part::note, Audience::Kind::Case,
        [&](Problems &problems, const CodedNoteBody &body) {
            const QString *cite = citeOfCounter(attempt.pack, Counter::Mismatched);
            requireText(problems, body.note, "mismatch-note-missing", u"note"_s,
                cite ? *cite : attempt.pack.callback.cite);
        });
}

Problems scoreAppealHeld(const Attempt &attempt)
{
    if (attempt.theCase.scoreAppeals.isEmpty())
        return {};
    return {must(ErrorCode::LimitReached, "score-appeal-already-made")};
}

Decision scoreAppeal(const Attempt &attempt)
{
    return plainStep(attempt, codedNoteFromJson, part::request, Audience::Kind::Case,
        [&](Problems &problems, const CodedNoteBody &body) {
            requireText(problems, body.note, "appeal-reason-missing", u"note"_s);
        });
}

Decision scoreDecision(const Attempt &attempt)
{
    return decidedOn(attempt);
}

Problems exclusionHeld(const Attempt &attempt)
{
    if (!attempt.theCase.exclusion)
        return {};
    return {must(ErrorCode::LimitReached, "already-excluded")};
}

Decision exclusion(const Attempt &attempt)
{
    return plainStep(attempt, codedNoteFromJson, part::note, Audience::Kind::Case,
        [&](Problems &problems, const CodedNoteBody &body) {
            if (body.note.trimmed().isEmpty())
                problems.append(must(ErrorCode::ReasonMissing, "exclusion-reason-missing", u"note"_s));
        });
}

} // namespace chengban::guards
