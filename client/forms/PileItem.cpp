#include "client/forms/PileItem.h"

#include "client/models/NextStep.h"
#include "client/models/Wording.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace chengban {

namespace {

struct PileWords
{
    Q_DECLARE_TR_FUNCTIONS(Pile)
};

PileItem itemOf(const PileSheet &sheet)
{
    PileItem item;
    item.code = sheet.code;
    item.pages = sheet.pages;
    item.behind = sheet.behind;
    item.missing = sheet.missing;
    item.again = int(sheet.again.size());
    return item;
}

/// A page that bears the codes of several sheets, or none.
PileItem itemOf(const ScannedPage &page)
{
    PileItem item;
    item.pages = {page};
    return item;
}

PileItem itemOf(const PileFault &fault)
{
    PileItem item;
    item.fault = fault;
    return item;
}

/// What a case that was chosen by hand waits for.
PaperReturn foundByHand(const Desk &desk, const CaseId &id)
{
    PaperReturn found;
    const Result<Case> known = desk.caseOf(id);
    if (!known)
        return found;
    found.theCase = *known;
    found.state = signables(*known).isEmpty() ? ReturnState::NotWaiting : ReturnState::Open;
    found.sentence = found.isOpen()
        ? PileWords::tr("Given to this case by hand. Compare version and short code on the sheet.")
        : PileWords::tr("Nothing in this case waits for a signature; it is at: %1.")
              .arg(phaseText(known->phase));
    return found;
}

void propose(PileItem &item, const Desk &desk)
{
    const QList<Signable> waiting = signables(*item.found.theCase);
    if (!waiting.contains(item.facts.what))
        item.facts.what = waiting.value(0);
    if (item.isTouched)
        return;
    const Rules rules = desk.rulesFor(*item.found.theCase);
    const QList<Actor> signers = allowedSigners(paperSigners(desk.actor(), desk.directory()), item.facts.what,
        *item.found.theCase, rules.pack ? &*rules.pack : nullptr);
    if (signers.size() == 1)
        item.facts.signer = signers.first();
    if (item.facts.signedAtMs == 0)
        item.facts.signedAtMs = desk.nowMs();
}

QString fileOf(const PageSource &source)
{
    const QString name = QFileInfo(source.path).fileName();
    //: %1 name of a file, %2 number of a page in it
    return source.page < 0 ? name : PileWords::tr("%1, page %2").arg(name).arg(source.page + 1);
}

QString waitingState(const PileItem &item, const Desk &desk)
{
    switch (item.found.state) {
    case ReturnState::Open:
        if (!item.missing.isEmpty())
            return PileWords::tr("Pages are missing");
        return problemsOf(item, desk).isEmpty() ? PileWords::tr("Ready to be filed")
                                                : PileWords::tr("Something is still lacking");
    case ReturnState::Signed:
        return PileWords::tr("Signed already");
    case ReturnState::Older:
        return PileWords::tr("Older version: refused");
    case ReturnState::OtherText:
        return PileWords::tr("Another text: refused");
    case ReturnState::Newer:
        return PileWords::tr("Version not here yet");
    case ReturnState::NotWaiting:
        return PileWords::tr("Waits for no signature");
    case ReturnState::Fax:
        return PileWords::tr("Fax: by hand");
    case ReturnState::NotHere:
        break;
    }
    return item.code ? PileWords::tr("Case not at this desk") : PileWords::tr("No code: by hand");
}

} // namespace

std::optional<CaseId> PileItem::caseId() const
{
    if (byHand)
        return byHand;
    return code ? std::optional(code->id) : std::nullopt;
}

bool PileItem::canBeFiled() const
{
    return !fault && stage == Stage::Waiting && found.isOpen();
}

QList<ScannedPage> PileItem::filedPages() const
{
    return withBehind ? pages + behind : pages;
}

QList<PileItem> pileItems(const Pile &pile, const QList<PileFault> &faults)
{
    QList<PileItem> items;
    for (const PileSheet &sheet : pile.sheets)
        items.append(itemOf(sheet));
    for (const ScannedPage &page : pile.loose)
        items.append(itemOf(page));
    for (const PileFault &fault : faults)
        items.append(itemOf(fault));
    return items;
}

void refresh(PileItem &item, const Desk &desk)
{
    if (item.fault || item.stage == PileItem::Stage::Filed || item.stage == PileItem::Stage::BeingFiled)
        return;
    if (item.byHand)
        item.found = foundByHand(desk, *item.byHand);
    else if (item.code)
        item.found = returnOf(desk, *item.code);
    else
        item.found = {};
    if (item.found.isOpen())
        propose(item, desk);
}

Problems problemsOf(const PileItem &item, const Desk &desk)
{
    if (!item.canBeFiled())
        return {};
    Problems problems = paperProblems(desk, *item.caseId(), item.facts);
    problems.removeIf([](const Problem &one) { return one.severity != Severity::Must; });
    return problems;
}

bool isReady(const PileItem &item, const Desk &desk)
{
    return item.canBeFiled() && item.missing.isEmpty() && problemsOf(item, desk).isEmpty();
}

QString titleOf(const PileItem &item)
{
    if (item.found.theCase)
        return shownNumber(*item.found.theCase);
    if (item.fault)
        return fileOf(item.fault->source);
    return item.pages.isEmpty() ? QString() : fileOf(item.pages.first().source);
}

QString stateOf(const PileItem &item, const Desk &desk)
{
    if (item.fault)
        return PileWords::tr("Cannot be read");
    switch (item.stage) {
    case PileItem::Stage::BeingFiled:
        return PileWords::tr("Being filed");
    case PileItem::Stage::Filed:
        return PileWords::tr("Filed");
    case PileItem::Stage::Aside:
        return PileWords::tr("Set aside");
    case PileItem::Stage::Waiting:
        break;
    }
    if (!item.trouble.isEmpty())
        return PileWords::tr("Not filed");
    return waitingState(item, desk);
}

QString placeOf(const PileItem &item)
{
    QStringList words;
    if (item.code)
        //: %1 version of a reply
        words << PileWords::tr("Version %1").arg(item.code->version);
    for (const ScannedPage &page : item.pages)
        words << fileOf(page.source);
    if (item.pages.isEmpty())
        return words.join(QStringLiteral("  ·  "));
    const ScannedPage &first = item.pages.first();
    if (first.quarters != 0)
        words << PileWords::tr("turned by %1°").arg(first.quarters == 3 ? 90 : first.quarters * 90);
    if (first.angle != 0)
        words << PileWords::tr("straightened by %1°").arg(std::abs(first.angle), 0, 'f', 1);
    return words.join(QStringLiteral("  ·  "));
}

} // namespace chengban
