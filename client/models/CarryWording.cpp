#include "client/models/CarryWording.h"

#include "client/models/Wording.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

/// Where a stick says more than a disk.
struct RefusalWords
{
    ErrorCode reason;
    const char *text;
};

constexpr std::array refusals{
    RefusalWords{ErrorCode::DiskFull,
        QT_TRANSLATE_NOOP("Carry",
            "The stick is full, write-protected or was pulled out. Nothing was left on it; try again.")},
    RefusalWords{ErrorCode::FileUnreadable,
        QT_TRANSLATE_NOOP("Carry", "The stick cannot be read. Plug it in again and try once more.")},
};

struct StateWords
{
    Carrying state;
    const char *text; ///< %1 person, %2 computer, %3 when it was made.
};

constexpr std::array states{
    StateWords{Carrying::Out, QT_TRANSLATE_NOOP("Carry", "Work for %1 (%2), %3: on its way, no answer yet.")},
    StateWords{Carrying::Answered, QT_TRANSLATE_NOOP("Carry", "Work for %1 (%2), %3: answered.")},
    StateWords{Carrying::In, QT_TRANSLATE_NOOP("Carry", "Work of %1 (%2), %3: is being sent.")},
    StateWords{Carrying::Done,
        QT_TRANSLATE_NOOP("Carry", "Work of %1 (%2), %3: sent; the answers can be taken back.")},
    StateWords{Carrying::Returned,
        QT_TRANSLATE_NOOP("Carry", "Work of %1 (%2), %3: the answers were written to a stick.")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Carry", text);
}

} // namespace

QString carryRefusalText(ErrorCode reason)
{
    const auto row = std::ranges::find(refusals, reason, &RefusalWords::reason);
    return row == refusals.end() ? errorText(reason) : translated(row->text);
}

QString carryReportText(const CarryReport &report)
{
    const QString name = QFileInfo(report.file).fileName();
    if (report.refusal)
        //: %1 name of a file, %2 a sentence
        return translated(QT_TRANSLATE_NOOP("Carry", "%1: %2")).arg(name, carryRefusalText(*report.refusal));
    if (report.wasHere)
        return translated(QT_TRANSLATE_NOOP("Carry", "%1 had been read before; nothing was changed."))
            .arg(name);
    const char *text = report.kind == CarryKind::Answers
        ? (report.written ? QT_TRANSLATE_NOOP("Carry", "%1 written: the answers to %2 steps.")
                          : QT_TRANSLATE_NOOP("Carry", "%1 read: the answers to %2 steps."))
        : (report.written ? QT_TRANSLATE_NOOP("Carry", "%1 written: %2 steps, %3 drafts, %4 files.")
                          : QT_TRANSLATE_NOOP("Carry", "%1 read: %2 steps, %3 drafts, %4 files."));
    QString sentence = translated(text).arg(name).arg(report.steps);
    return report.kind == CarryKind::Answers ? sentence : sentence.arg(report.drafts).arg(report.files);
}

QString carryPackageText(const CarryPackage &package, qint64 nowMs)
{
    const auto row = std::ranges::find(states, package.state, &StateWords::state);
    const QString &computer = package.other.name.isEmpty() ? package.other.device.value : package.other.name;
    return translated(row->text).arg(package.otherName, computer, shortTime(package.atMs, nowMs));
}

} // namespace chengban
