#pragma once

#include "client/models/Desk.h"
#include "shared/dossier/SheetCode.h"

#include <optional>

namespace chengban {

/// What a sheet that comes back on paper means at this desk.
enum class ReturnState {
    Open, ///< The reply it was printed from waits for that signature.
    Signed, ///< That version has been signed already.
    Older, ///< A newer version took its place: the sheet is refused.
    Newer, ///< Of a version that has not arrived here yet.
    OtherText, ///< Of this version's number, but not of its text.
    NotWaiting, ///< The case waits for no sign-off.
    NotHere, ///< The case is unknown here, or not the unit's.
    Fax, ///< A reply that went out by fax (M4): no step of the case takes it.
};

/// A part of the reply that differs between the version on paper and the present one.
struct ReplyChange
{
    QString heading;
    QString onPaper;
    QString now;
    bool operator==(const ReplyChange &) const = default;
};

struct PaperReturn
{
    ReturnState state = ReturnState::NotHere;
    QString sentence; ///< What it is and what to do, for the person.
    std::optional<Case> theCase; ///< Where it is known here.
    QList<ReplyChange> changes; ///< Of an older sheet.

    [[nodiscard]] bool isOpen() const { return state == ReturnState::Open; }
};

[[nodiscard]] PaperReturn returnOf(const Desk &desk, const SheetCode &code);

/// The parts that differ, in the order of the reply's form.
[[nodiscard]] QList<ReplyChange> replyChanges(const Reply &onPaper, const Reply &now);

} // namespace chengban
