#include "client/models/Wording.h"

#include "client/models/WordTable.h"
#include "shared/base/CountyTime.h"
#include "shared/reply/Requirements.h"

#include <QCoreApplication>

namespace chengban {

namespace {

constexpr Word<Phase> phaseWords[] = {
    {Phase::None, QT_TRANSLATE_NOOP("Wording", "Not registered")},
    {Phase::Registered, QT_TRANSLATE_NOOP("Wording", "To be dispatched")},
    {Phase::Dispatched, QT_TRANSLATE_NOOP("Wording", "To be accepted")},
    {Phase::Handling, QT_TRANSLATE_NOOP("Wording", "In handling")},
    {Phase::ReturnRequested, QT_TRANSLATE_NOOP("Wording", "Return asked for")},
    {Phase::AwaitingSignOff, QT_TRANSLATE_NOOP("Wording", "Awaiting sign-off")},
    {Phase::Signed, QT_TRANSLATE_NOOP("Wording", "Signed")},
    {Phase::AwaitingReview, QT_TRANSLATE_NOOP("Wording", "Awaiting review")},
    {Phase::Rework, QT_TRANSLATE_NOOP("Wording", "Rework")},
    {Phase::AwaitingCallback, QT_TRANSLATE_NOOP("Wording", "Awaiting callback")},
    {Phase::AwaitingClose, QT_TRANSLATE_NOOP("Wording", "Awaiting close")},
    {Phase::Closed, QT_TRANSLATE_NOOP("Wording", "Closed")},
    {Phase::Archived, QT_TRANSLATE_NOOP("Wording", "Archived")},
};

constexpr Word<CaseClass> classWords[] = {
    {CaseClass::Consult, QT_TRANSLATE_NOOP("Wording", "Consultation")},
    {CaseClass::Urgent, QT_TRANSLATE_NOOP("Wording", "Urgent")},
    {CaseClass::General, QT_TRANSLATE_NOOP("Wording", "General")},
    {CaseClass::Complex, QT_TRANSLATE_NOOP("Wording", "Complex")},
    {CaseClass::Difficult, QT_TRANSLATE_NOOP("Wording", "Difficult")},
    {CaseClass::Emergency, QT_TRANSLATE_NOOP("Wording", "Emergency")},
    {CaseClass::BasicLife, QT_TRANSLATE_NOOP("Wording", "Basic supplies")},
};

constexpr Word<Verdict> verdictWords[] = {
    {Verdict::Undecided, QT_TRANSLATE_NOOP("Wording", "Not judged yet")},
    {Verdict::SolvableInLimit, QT_TRANSLATE_NOOP("Wording", "Reasonable, solvable in the limit")},
    {Verdict::NotInLimit, QT_TRANSLATE_NOOP("Wording", "Reasonable, not solvable in the limit")},
    {Verdict::Unreasonable, QT_TRANSLATE_NOOP("Wording", "Unreasonable demand")},
    {Verdict::OutOfScope, QT_TRANSLATE_NOOP("Wording", "Outside the scope of acceptance")},
};

constexpr Word<Verdict> verdictHints[] = {
    {Verdict::SolvableInLimit,
        QT_TRANSLATE_NOOP("Wording", "Write what was found, what was done and the result.")},
    {Verdict::NotInLimit,
        QT_TRANSLATE_NOOP("Wording", "Write the progress, the plan and the expected effect.")},
    {Verdict::Unreasonable,
        QT_TRANSLATE_NOOP("Wording", "Write the grounds and a way out, and attach the evidence.")},
    {Verdict::OutOfScope,
        QT_TRANSLATE_NOOP("Wording", "Name the legal channel and attach the procedure papers.")},
};

constexpr Word<ContactOutcome> outcomeWords[] = {
    {ContactOutcome::Reached, QT_TRANSLATE_NOOP("Wording", "Reached")},
    {ContactOutcome::NoAnswer, QT_TRANSLATE_NOOP("Wording", "No answer")},
    {ContactOutcome::SwitchedOff, QT_TRANSLATE_NOOP("Wording", "Switched off")},
    {ContactOutcome::WrongNumber, QT_TRANSLATE_NOOP("Wording", "Wrong number")},
    {ContactOutcome::NoNumber, QT_TRANSLATE_NOOP("Wording", "No number given")},
    {ContactOutcome::Declined, QT_TRANSLATE_NOOP("Wording", "Declined to speak")},
};

constexpr Word<AttachmentKind> kindWords[] = {
    {AttachmentKind::Evidence, QT_TRANSLATE_NOOP("Wording", "Evidence")},
    {AttachmentKind::ProcedurePaper, QT_TRANSLATE_NOOP("Wording", "Procedure paper")},
    {AttachmentKind::Photo, QT_TRANSLATE_NOOP("Wording", "Site photo")},
    {AttachmentKind::InvestigationRecord, QT_TRANSLATE_NOOP("Wording", "Investigation record")},
    {AttachmentKind::SignedSheet, QT_TRANSLATE_NOOP("Wording", "Signed sheet")},
    {AttachmentKind::Other, QT_TRANSLATE_NOOP("Wording", "Other paper")},
};

constexpr Word<Role> roleWords[] = {
    {Role::Clerk, QT_TRANSLATE_NOOP("Wording", "Clerk")},
    {Role::SectionHead, QT_TRANSLATE_NOOP("Wording", "Section head")},
    {Role::DeputyLeader, QT_TRANSLATE_NOOP("Wording", "Leader in charge")},
    {Role::PrincipalLeader, QT_TRANSLATE_NOOP("Wording", "Principal leader")},
    {Role::Centre, QT_TRANSLATE_NOOP("Wording", "Hotline centre")},
    {Role::Archivist, QT_TRANSLATE_NOOP("Wording", "Archivist")},
    {Role::SystemAdmin, QT_TRANSLATE_NOOP("Wording", "System administrator")},
    {Role::SecurityAdmin, QT_TRANSLATE_NOOP("Wording", "Security administrator")},
    {Role::AuditAdmin, QT_TRANSLATE_NOOP("Wording", "Audit administrator")},
    {Role::System, QT_TRANSLATE_NOOP("Wording", "System")},
};

constexpr Word<LimitName> limitWords[] = {
    {LimitName::Accept, QT_TRANSLATE_NOOP("Wording", "Acceptance due")},
    {LimitName::FirstContact, QT_TRANSLATE_NOOP("Wording", "First contact due")},
    {LimitName::Start, QT_TRANSLATE_NOOP("Wording", "Start due")},
    {LimitName::Handle, QT_TRANSLATE_NOOP("Wording", "Reply due")},
    {LimitName::Feedback, QT_TRANSLATE_NOOP("Wording", "Feedback due")},
    {LimitName::Rework, QT_TRANSLATE_NOOP("Wording", "Rework due")},
    {LimitName::ReReview, QT_TRANSLATE_NOOP("Wording", "Second review due")},
    {LimitName::Return, QT_TRANSLATE_NOOP("Wording", "Return possible until")},
    {LimitName::Supervision, QT_TRANSLATE_NOOP("Wording", "Supervision due")},
};

constexpr Word<QLatin1StringView> partWords[] = {
    {QLatin1StringView("summary"), QT_TRANSLATE_NOOP("Wording", "Summary of the demand")},
    {QLatin1StringView("investigation"), QT_TRANSLATE_NOOP("Wording", "Investigation")},
    {QLatin1StringView("handling"), QT_TRANSLATE_NOOP("Wording", "Handling")},
    {QLatin1StringView("measures"), QT_TRANSLATE_NOOP("Wording", "Measures taken")},
    {QLatin1StringView("result"), QT_TRANSLATE_NOOP("Wording", "Result")},
    {QLatin1StringView("opinion"), QT_TRANSLATE_NOOP("Wording", "Opinion of the unit")},
    {QLatin1StringView("progress"), QT_TRANSLATE_NOOP("Wording", "Present progress")},
    {QLatin1StringView("plan"), QT_TRANSLATE_NOOP("Wording", "Plan of work")},
    {QLatin1StringView("expectedEffect"), QT_TRANSLATE_NOOP("Wording", "Expected effect")},
    {QLatin1StringView("grounds"), QT_TRANSLATE_NOOP("Wording", "Grounds")},
    {QLatin1StringView("advice"), QT_TRANSLATE_NOOP("Wording", "Advice or way")},
    {QLatin1StringView("channel"), QT_TRANSLATE_NOOP("Wording", "Legal channel")},
    {QLatin1StringView("channelTold"), QT_TRANSLATE_NOOP("Wording", "The citizen was told of the channel")},
    {QLatin1StringView("statement"), QT_TRANSLATE_NOOP("Wording", "Statement")},
    {QLatin1StringView("citizenFeedback"), QT_TRANSLATE_NOOP("Wording", "Citizen's response")},
    {QLatin1StringView("answer"), QT_TRANSLATE_NOOP("Wording", "Answer to the citizen")},
    {QLatin1StringView("legalBasis"), QT_TRANSLATE_NOOP("Wording", "Basis")},
    {QLatin1StringView("attachments"), QT_TRANSLATE_NOOP("Wording", "Evidence")},
    {QLatin1StringView("handler"), QT_TRANSLATE_NOOP("Wording", "Handler")},
    {QLatin1StringView("handlerPhone"), QT_TRANSLATE_NOOP("Wording", "Phone")},
};

constexpr Word<SignedAction> signedWords[] = {
    {SignedAction::Reply, QT_TRANSLATE_NOOP("Wording", "Reply")},
    {SignedAction::Return, QT_TRANSLATE_NOOP("Wording", "Request for return")},
    {SignedAction::Extension, QT_TRANSLATE_NOOP("Wording", "Request for extension")},
    {SignedAction::ReReviewAnswer, QT_TRANSLATE_NOOP("Wording", "Answer to a re-review")},
    {SignedAction::SupervisionAnswer, QT_TRANSLATE_NOOP("Wording", "Answer to a supervision")},
    {SignedAction::Termination, QT_TRANSLATE_NOOP("Wording", "Request for termination")},
};

constexpr Word<HandDownTo> handDownWords[] = {
    {HandDownTo::Section, QT_TRANSLATE_NOOP("Wording", "Section")},
    {HandDownTo::Village, QT_TRANSLATE_NOOP("Wording", "Village")},
    {HandDownTo::Person, QT_TRANSLATE_NOOP("Wording", "Person")},
};

/// Findings of the window itself; those of the rules have their sentences in shared/reply.
constexpr Word<QLatin1StringView> missingWords[] = {
    {QLatin1StringView("pin-missing"),
        QT_TRANSLATE_NOOP("Wording", "Enter the PIN of the signing key, then sign.")},
    {QLatin1StringView("key-missing"),
        QT_TRANSLATE_NOOP("Wording", "Enrol a signing key first; it is below.")},
    {QLatin1StringView("decision-missing"),
        QT_TRANSLATE_NOOP("Wording", "Choose whether to grant or to refuse.")},
};

constexpr Word<OutboxState> outboxWords[] = {
    {OutboxState::Queued, QT_TRANSLATE_NOOP("Wording", "Waiting to be sent")},
    {OutboxState::Sent, QT_TRANSLATE_NOOP("Wording", "Sent, waiting for the receipt")},
    {OutboxState::Accepted, QT_TRANSLATE_NOOP("Wording", "Received by the server")},
    {OutboxState::Refused, QT_TRANSLATE_NOOP("Wording", "Refused by the server")},
    {OutboxState::Conflict, QT_TRANSLATE_NOOP("Wording", "The case has changed meanwhile")},
    {OutboxState::Quarantined, QT_TRANSLATE_NOOP("Wording", "Set aside, others go on")},
};

} // namespace

QString phaseText(Phase phase)
{
    return wordFor("Wording", phaseWords, phase);
}
QString caseClassText(CaseClass caseClass)
{
    return wordFor("Wording", classWords, caseClass);
}
QString verdictText(Verdict verdict)
{
    return wordFor("Wording", verdictWords, verdict);
}
QString verdictHint(Verdict verdict)
{
    return wordFor("Wording", verdictHints, verdict);
}
QString outcomeText(ContactOutcome outcome)
{
    return wordFor("Wording", outcomeWords, outcome);
}
QString attachmentKindText(AttachmentKind kind)
{
    return wordFor("Wording", kindWords, kind);
}
QString roleText(Role role)
{
    return wordFor("Wording", roleWords, role);
}
QString signedActionText(SignedAction action)
{
    return wordFor("Wording", signedWords, action);
}
QString handDownText(HandDownTo to)
{
    return wordFor("Wording", handDownWords, to);
}
QString dueLabel(LimitName limit)
{
    return wordFor("Wording", limitWords, limit);
}
QString outboxStateText(OutboxState state)
{
    return wordFor("Wording", outboxWords, state);
}

QString replyPartText(const QString &field)
{
    for (const auto &word : partWords) {
        if (word.key == field)
            return QCoreApplication::translate("Wording", word.text);
    }
    return {};
}

QString missingText(const Problem &problem)
{
    for (const auto &word : missingWords) {
        if (word.key == problem.finding)
            return QCoreApplication::translate("Wording", word.text);
    }
    return problem.finding.isEmpty() ? errorText(problem.code) : problemText(problem);
}

QString outboxNextText(const OutboxRow &row)
{
    if (row.state == OutboxState::Accepted)
        return {}; // Nothing more to do.
    if (row.state == OutboxState::Refused || row.state == OutboxState::Conflict)
        return QCoreApplication::translate(
            "Wording", "Your text is in the draft again: correct it there and submit it again.");
    if (row.state == OutboxState::Quarantined)
        return QCoreApplication::translate(
            "Wording", "Set aside: the case is no longer with this unit. It is not sent.");
    if (row.nextTryMs > 0) {
        //: %1 is a time, for instance 16:42
        return QCoreApplication::translate("Wording", "Is tried again at %1.")
            .arg(countyTime(row.nextTryMs).toString(QStringLiteral("HH:mm")));
    }
    return QCoreApplication::translate("Wording", "Is sent as soon as the server answers.");
}

QString syncText(const SyncState &state)
{
    const QString lastContact = state.lastContactMs > 0
        ? countyTime(state.lastContactMs).toString(QStringLiteral("HH:mm"))
        : QString();
    switch (state.line) {
    case SyncState::Line::Online:
        return state.busy ? QCoreApplication::translate("Wording", "Exchanging with the server")
                          : QCoreApplication::translate("Wording", "Connected, up to date");
    case SyncState::Line::LoggedOut:
        return QCoreApplication::translate("Wording", "Log-in has expired; please log in again");
    case SyncState::Line::Offline:
        if (!lastContact.isEmpty()) {
            //: %1 is the time of the last contact with the server
            return QCoreApplication::translate("Wording", "Offline since %1; all work is kept here")
                .arg(lastContact);
        }
        return QCoreApplication::translate("Wording", "Offline; all work is kept here");
    case SyncState::Line::NeverConnected:
        break;
    }
    return QCoreApplication::translate("Wording", "Not connected yet");
}

QString updateText(const UpdateState &update)
{
    if (update.ready.isEmpty())
        return update.trouble ? errorText(*update.trouble) : QString();
    //: %1 is a version, for instance 1.2.0
    const QString ready = QCoreApplication::translate(
        "Wording", "The new version %1 is ready; the next start of the program takes it.")
                              .arg(update.ready);
    return update.news.isEmpty() ? ready : ready + QLatin1Char('\n') + update.news;
}

QString obstacleText(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::Proxy:
        return QCoreApplication::translate("Wording",
            "A proxy of the network stands in between and wants a log-in or does not work. Ask who looks "
            "after the"
            " network, then send again.");
    case Obstacle::LogInPage:
        return QCoreApplication::translate("Wording",
            "A log-in page of the network answered, not the server. Open a browser, log in to the network, "
            "then"
            " send again.");
    case Obstacle::Certificate:
        return QCoreApplication::translate("Wording",
            "Whoever answered could not show the centre's certificate. Nothing was sent. Tell the "
            "administrator.");
    case Obstacle::OtherServer:
        return QCoreApplication::translate("Wording",
            "Another server answered under the centre's address. Nothing is lost; tell the administrator.");
    case Obstacle::None:
        break;
    }
    return {};
}

QString reasonLabel(const QList<CodedReason> &reasons, const QString &code)
{
    for (const CodedReason &reason : reasons) {
        if (reason.code == code)
            return reason.label;
    }
    return code;
}

QString shortTime(qint64 utcMs, qint64 nowMs)
{
    const bool today = countyDate(utcMs) == countyDate(nowMs);
    return countyTime(utcMs).toString(today ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm"));
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace chengban
