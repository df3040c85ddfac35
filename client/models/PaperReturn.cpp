#include "client/models/PaperReturn.h"

#include "client/models/ReplyParts.h"
#include "client/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengban {

namespace {

QString basisText(const Reply &reply)
{
    QStringList lines;
    for (const LegalBasis &one : reply.legalBasis)
        lines << QStringLiteral("《%1》%2%3").arg(one.title, one.documentNumber, one.article);
    return lines.join(QLatin1Char('\n'));
}

QString filesText(const Reply &reply)
{
    QStringList lines;
    for (const Attachment &one : reply.attachments)
        lines << one.name;
    return lines.join(QLatin1Char('\n'));
}

const ReplyVersion *versionOf(const Case &theCase, int number)
{
    const auto found = std::ranges::find(theCase.replies, number, &ReplyVersion::number);
    return found == theCase.replies.end() ? nullptr : &*found;
}

bool isSigned(const Case &theCase, int version)
{
    return std::ranges::any_of(theCase.signatures, [&](const Entry<SignatureBody> &one) {
        return one.body.action == SignedAction::Reply && one.body.replyVersion == version;
    });
}

ReturnState stateOf(const Case &theCase, const SheetCode &code)
{
    if (code.step == SheetStep::Fax)
        return ReturnState::Fax;
    const ReplyVersion *current = theCase.currentReply();
    if (!current || code.version > current->number)
        return ReturnState::Newer;
    if (code.version < current->number)
        return ReturnState::Older;
    if (!current->digest.startsWith(code.digest))
        return ReturnState::OtherText;
    if (isSigned(theCase, code.version))
        return ReturnState::Signed;
    return theCase.phase == Phase::AwaitingSignOff ? ReturnState::Open : ReturnState::NotWaiting;
}

QString sentenceOf(ReturnState state, const SheetCode &code, const Case &theCase)
{
    const ReplyVersion *current = theCase.currentReply();
    switch (state) {
    case ReturnState::Open:
        //: %1 number of a version
        return QCoreApplication::translate("PaperReturn", "Version %1 of the reply waits for this signature.")
            .arg(code.version);
    case ReturnState::Signed:
        return QCoreApplication::translate("PaperReturn",
            "Version %1 has been signed already: this is a second copy, nothing is to be filed.")
            .arg(code.version);
    case ReturnState::Older:
        return QCoreApplication::translate("PaperReturn",
            "The sheet is of version %1, the reply is at version %2. It is not filed: print the sheet of "
            "version %2 and have it signed anew. What has changed stands below.")
            .arg(code.version)
            .arg(current->number);
    case ReturnState::Newer:
        return QCoreApplication::translate("PaperReturn",
            "The sheet is of version %1, which has not arrived at this computer. Wait until everything has "
            "been received, then read the pile once more.")
            .arg(code.version);
    case ReturnState::OtherText:
        return QCoreApplication::translate("PaperReturn",
            "The sheet bears the number of version %1, but was printed from another text. It is not filed: "
            "print the sheet anew and have it signed.")
            .arg(code.version);
    case ReturnState::NotWaiting:
        //: %1 phase of the case
        return QCoreApplication::translate(
            "PaperReturn", "The case does not wait for a sign-off; it is at: %1.")
            .arg(phaseText(theCase.phase));
    case ReturnState::Fax:
        return QCoreApplication::translate("PaperReturn",
            "A reply that went out by fax. Open the case and write the reply as it was faxed; keep this "
            "sheet with it as evidence.");
    case ReturnState::NotHere:
        break;
    }
    return QCoreApplication::translate("PaperReturn",
        "The case of this sheet is not at this desk: it is another unit's, or has not arrived yet. "
        "Look for it by its number, or set the sheet aside.");
}

} // namespace

QList<ReplyChange> replyChanges(const Reply &onPaper, const Reply &now)
{
    QList<ReplyChange> changes;
    const auto compare = [&](const char *field, const QString &before, const QString &after) {
        if (before != after)
            changes.append({replyPartText(QLatin1StringView(field)), before, after});
    };
    if (onPaper.verdict != now.verdict)
        changes.append({QCoreApplication::translate("PaperReturn", "Verdict"), verdictText(onPaper.verdict),
            verdictText(now.verdict)});
    for (const TextPart &part : textParts)
        compare(part.field, onPaper.*part.member, now.*part.member);
    compare("legalBasis", basisText(onPaper), basisText(now));
    compare("attachments", filesText(onPaper), filesText(now));
    compare("answer", onPaper.answer, now.answer);
    compare("handler", onPaper.handler + QLatin1Char(' ') + onPaper.handlerPhone,
        now.handler + QLatin1Char(' ') + now.handlerPhone);
    return changes;
}

PaperReturn returnOf(const Desk &desk, const SheetCode &code)
{
    PaperReturn found;
    const Result<Case> known = desk.caseOf(code.id);
    if (!known || known->phase == Phase::None) {
        found.sentence = sentenceOf(ReturnState::NotHere, code, {});
        return found;
    }
    found.theCase = *known;
    found.state = stateOf(*known, code);
    found.sentence = sentenceOf(found.state, code, *known);
    const ReplyVersion *before = versionOf(*known, code.version);
    const ReplyVersion *now = known->currentReply();
    if (found.state == ReturnState::Older && before && !before->withheld && !now->withheld)
        found.changes = replyChanges(before->reply, now->reply);
    return found;
}

} // namespace chengban
