#pragma once

#include "client/models/PaperReturn.h"
#include "client/models/PaperSigning.h"
#include "client/scanning/Pile.h"

#include <optional>

namespace chengban {

/// A line of the pile: a sheet, a page without a code, or a file that could not be read, with what the person
/// says about it.
struct PileItem
{
    enum class Stage { Waiting, BeingFiled, Filed, Aside };

    std::optional<SheetCode> code;
    QList<ScannedPage> pages; ///< Of the sheet, or the one without a code.
    QList<ScannedPage> behind; ///< Offered with it.
    QList<int> missing; ///< PileSheet::missing
    int again = 0; ///< Pages of it that were scanned twice and are left out.
    std::optional<PileFault> fault;

    PaperReturn found; ///< What the desk says of its code, or of the case it was given to by hand.
    std::optional<CaseId> byHand; ///< The case a person gave it to.
    bool withBehind = false;
    PaperFacts facts;
    bool isTouched = false; ///< A person has set one of the facts.
    Stage stage = Stage::Waiting;
    QString trouble; ///< Why filing failed.

    /// To which case it is filed; none while nobody has said.
    [[nodiscard]] std::optional<CaseId> caseId() const;
    /// Whether something of the case waits for the signature on it.
    [[nodiscard]] bool canBeFiled() const;
    [[nodiscard]] QList<ScannedPage> filedPages() const;
};

/// The lines of a pile, in its order: sheets, loose pages, what could not be read.
[[nodiscard]] QList<PileItem> pileItems(const Pile &pile, const QList<PileFault> &faults);

/// Asks the desk anew; facts nobody has touched are proposed: what waits, the one leader who may sign, today.
void refresh(PileItem &item, const Desk &desk);

/// What still stands in the way of filing it.
[[nodiscard]] Problems problemsOf(const PileItem &item, const Desk &desk);
[[nodiscard]] bool isReady(const PileItem &item, const Desk &desk);

[[nodiscard]] QString titleOf(const PileItem &item); ///< "QH202603020017", or what file it lies in.
[[nodiscard]] QString stateOf(const PileItem &item, const Desk &desk); ///< In a few words, for the list.
/// Where its pages lie and how they were turned.
[[nodiscard]] QString placeOf(const PileItem &item);

} // namespace chengban
