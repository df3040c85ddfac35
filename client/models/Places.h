#pragma once

#include "client/models/Desk.h"

#include <QList>
#include <QString>

namespace chengban {

/// Where one can be in the window: an entry of the rail.
enum class Place {
    ToDo, ///< 待办
    SignOff, ///< 待审签
    Rework, ///< 重办
    Done, ///< 办结: with the centre, or closed
    All, ///< 全部
    Dispatch, ///< 待派发
    Decisions, ///< 退单 / 延期
    Review, ///< 待审核
    Callback, ///< 待回访
    Close, ///< 待办结
    Archive, ///< 归档
    Dossiers, ///< 档案室
    Bulletin, ///< 通报
    Papers, ///< 纸质回收
    Import, ///< 导入
    Substitutes, ///< 代理
    Rules, ///< 规则
    Transfer, ///< 传输
};

constexpr auto namesOf(Place)
{
    using enum Place;
    return std::array{Named{ToDo, "toDo"}, Named{SignOff, "signOff"}, Named{Rework, "rework"},
        Named{Done, "done"}, Named{All, "all"}, Named{Dispatch, "dispatch"}, Named{Decisions, "decisions"},
        Named{Review, "review"}, Named{Callback, "callback"}, Named{Close, "close"},
        Named{Archive, "archive"}, Named{Dossiers, "dossiers"}, Named{Place::Bulletin, "bulletin"},
        Named{Papers, "papers"}, Named{Import, "import"}, Named{Substitutes, "substitutes"},
        Named{Rules, "rules"}, Named{Transfer, "transfer"}};
}

/// The rail of a role, from top to bottom.
[[nodiscard]] QList<Place> placesOf(Role role);
[[nodiscard]] bool isLeader(Role role);

[[nodiscard]] QString placeText(Place place);
/// What stands in the list while the place is empty: one sentence.
[[nodiscard]] QString emptyText(Place place);

/// Whether the place is a page of its own, not a list of cases.
[[nodiscard]] bool isPage(Place place);
/// Whether the case is listed there. A page lists no cases.
[[nodiscard]] bool belongs(const CaseSummary &summary, Place place);

/// The place in the list of the group of what to do with the case; cases of one group have the same.
[[nodiscard]] int groupOrder(const CaseSummary &summary);
[[nodiscard]] QString groupHeading(const CaseSummary &summary);

} // namespace chengban
