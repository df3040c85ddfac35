#include "client/store/CaseSummary.h"

#include "client/store/PinyinInitials.h"

#include <QDataStream>

#include <algorithm>

namespace chengban {

namespace {

constexpr qint8 summaryVersion = 4;

QString shownNumber(const Case &theCase)
{
    return theCase.demand.sourceNumber.isEmpty() ? theCase.id.value.right(12) : theCase.demand.sourceNumber;
}

template <typename Body> bool waits(const QList<Asked<Body>> &asked)
{
    return !asked.isEmpty() && !asked.last().decision;
}

bool wantsDecision(const Case &theCase)
{
    return theCase.openExtension() || waits(theCase.appeals) || waits(theCase.terminations)
        || waits(theCase.scoreAppeals) || std::ranges::any_of(theCase.orders, [](const Order &order) {
               return order.isOpen() && !order.isOwed();
           });
}

bool hasPendingRequest(const Case &theCase)
{
    // Who may not read a unit's own papers cannot see what became of its request either.
    return std::ranges::any_of(theCase.requests,
        [](const UnitRequest &one) { return !one.withheld && one.state == UnitRequest::State::Pending; });
}

/// The unit still has to reply, or to answer an order.
bool owesAnswer(const Case &theCase)
{
    return theCase.phase == Phase::Handling || theCase.phase == Phase::Rework
        || std::ranges::any_of(theCase.orders, [](const Order &order) { return order.isOwed(); });
}

// The leader's comment is the last word on the current version: nothing was submitted after it.
bool isReturnedToClerk(const Case &theCase)
{
    if (theCase.phase != Phase::Handling || theCase.returnsToClerk.isEmpty() || theCase.replies.isEmpty())
        return false;
    return theCase.returnsToClerk.last().revision > theCase.replies.last().revision;
}

} // namespace

CaseSummary summaryOf(const Case &theCase, Access access, qint64 changedAtMs)
{
    CaseSummary line;
    line.id = theCase.id;
    line.number = shownNumber(theCase);
    line.title = theCase.demand.title;
    line.category = theCase.demand.category;
    line.phase = theCase.phase;
    line.caseClass = theCase.caseClass;
    line.unitName = theCase.leadUnitName;
    if (const Deadline *deadline = theCase.runningDeadline()) {
        line.dueMs = deadline->dueMs;
        line.provisional = deadline->provisional;
    }
    line.access = access;
    line.readOnly = theCase.readOnly;
    line.anonymous = theCase.demand.anonymous;
    line.round = theCase.round;
    line.decisionWanted = wantsDecision(theCase);
    line.requestPending = hasPendingRequest(theCase);
    line.instructionOwed = theCase.instructionOwed && owesAnswer(theCase);
    line.returnedToClerk = isReturnedToClerk(theCase);
    line.changedAtMs = changedAtMs;
    line.pack = QByteArray::fromHex(theCase.pack.digest.toLatin1());
    return line;
}

QString foldedForSearch(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

QString searchedWords(const Case &theCase)
{
    QStringList texts{theCase.demand.sourceNumber, theCase.id.value, theCase.demand.title,
        theCase.demand.text, theCase.demand.location, theCase.leadUnitName};
    for (const ReplyVersion &reply : theCase.replies)
        texts << reply.reply.answer << reply.reply.investigation << reply.reply.result;
    // What one remembers a case by can also be typed as initials; of a whole text they would match anything.
    for (const QString &name : {theCase.demand.title, theCase.demand.location, theCase.leadUnitName})
        texts << pinyinInitials(name);
    return foldedForSearch(texts.join(QLatin1Char('\n')));
}

QByteArray packed(const CaseSummary &line)
{
    QByteArray bytes;
    bytes.reserve(256);
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << summaryVersion << line.id.value << line.number << line.title << line.category
           << qint8(line.phase) << qint8(line.caseClass) << line.unitName << line.dueMs.has_value()
           << line.dueMs.value_or(0) << line.provisional << qint8(line.access) << line.readOnly
           << line.anonymous << qint32(line.round) << line.decisionWanted << line.requestPending
           << line.instructionOwed << line.returnedToClerk << line.changedAtMs << line.pack;
    return bytes;
}

Result<CaseSummary> unpackedSummary(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    CaseSummary line;
    qint8 version = 0;
    qint8 phase = 0;
    qint8 caseClass = 0;
    qint8 access = 0;
    qint32 round = 0;
    bool hasDue = false;
    qint64 dueMs = 0;
    stream >> version >> line.id.value >> line.number >> line.title >> line.category >> phase >> caseClass
        >> line.unitName >> hasDue >> dueMs >> line.provisional >> access >> line.readOnly >> line.anonymous
        >> round >> line.decisionWanted;
    if (version > 1) // the first one knew of extensions only
        stream >> line.requestPending;
    if (version > 2) // and the second one of no instructions
        stream >> line.instructionOwed;
    stream >> line.returnedToClerk >> line.changedAtMs;
    line.packKnown = version > 3; // nor did the third say by which rules
    if (line.packKnown)
        stream >> line.pack;
    if (stream.status() != QDataStream::Ok || version < 1 || version > summaryVersion)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("summary"));
    line.phase = Phase(phase);
    line.caseClass = CaseClass(caseClass);
    line.access = Access(access);
    line.round = round;
    if (hasDue)
        line.dueMs = dueMs;
    return line;
}

} // namespace chengban
