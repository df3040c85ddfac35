#include "client/models/HandoverWording.h"

#include "client/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

struct Words
{
    Handing state;
    const char *given; ///< %1 the colleague, %2 when it was given.
    const char *received;
};

constexpr std::array words{
    Words{Handing::Queued,
        QT_TRANSLATE_NOOP("Handovers", "Draft for %1 (%2): is given as soon as there is a connection."), ""},
    Words{Handing::Offered, QT_TRANSLATE_NOOP("Handovers", "Draft given to %1 (%2): not answered yet."),
        QT_TRANSLATE_NOOP("Handovers", "%1 hands you a draft of this reply (%2).")},
    Words{Handing::Merging, "",
        QT_TRANSLATE_NOOP("Handovers",
            "The draft of %1 (%2) is being merged into yours; some fields are still to be chosen.")},
    Words{Handing::Accepted, QT_TRANSLATE_NOOP("Handovers", "Draft given to %1 (%2): taken over."),
        QT_TRANSLATE_NOOP("Handovers", "Draft of %1 (%2): taken over.")},
    Words{Handing::Declined, QT_TRANSLATE_NOOP("Handovers", "Draft given to %1 (%2): declined."),
        QT_TRANSLATE_NOOP("Handovers", "Draft of %1 (%2): declined.")},
    Words{Handing::Withdrawn, QT_TRANSLATE_NOOP("Handovers", "Draft given to %1 (%2): taken back."),
        QT_TRANSLATE_NOOP("Handovers", "Draft of %1 (%2): taken back.")},
    Words{Handing::Refused,
        QT_TRANSLATE_NOOP(
            "Handovers", "Draft for %1 (%2): the server did not take it. Your draft is here as before."),
        ""},
};

} // namespace

QString handoverText(const HandedDraft &one, qint64 nowMs)
{
    const auto row = std::ranges::find(words, one.state, &Words::state);
    return QCoreApplication::translate("Handovers", one.given ? row->given : row->received)
        .arg(one.otherName, shortTime(one.atMs, nowMs));
}

} // namespace chengban
