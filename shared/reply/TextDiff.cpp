#include "shared/reply/TextDiff.h"

#include <algorithm>
#include <vector>

namespace chengban {

namespace {

using Kind = TextPiece::Kind;
using Letters = QList<uint>;

/// Beyond it the marks would be a patchwork that nobody can read, and the search costs its square.
constexpr int mostSteps = 400;

void add(QList<TextPiece> &pieces, Kind kind, const uint *letters, qsizetype count)
{
    if (count <= 0)
        return;
    const QString text = QString::fromUcs4(reinterpret_cast<const char32_t *>(letters), count);
    if (!pieces.isEmpty() && pieces.last().kind == kind)
        pieces.last().text += text;
    else
        pieces.append({kind, text});
}

/// For each number of steps, how far along the left text every diagonal got (Myers, "An O(ND) Difference
/// Algorithm and Its Variations", 1986); empty when the texts differ too much.
std::vector<std::vector<int>> paths(const Letters &left, const Letters &right)
{
    const int most = std::min<int>(mostSteps, int(left.size() + right.size()));
    std::vector<int> furthest(size_t(2 * most + 3), 0);
    std::vector<std::vector<int>> history;
    for (int steps = 0; steps <= most; ++steps) {
        history.push_back(furthest);
        for (int diagonal = -steps; diagonal <= steps; diagonal += 2) {
            const size_t at = size_t(diagonal + most + 1);
            const bool down
                = diagonal == -steps || (diagonal != steps && furthest[at - 1] < furthest[at + 1]);
            int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
            while (x < left.size() && x - diagonal < right.size() && left[x] == right[x - diagonal])
                ++x;
            furthest[at] = x;
            if (x >= left.size() && x - diagonal >= right.size())
                return history;
        }
    }
    return {};
}

struct Step
{
    int fromLeft, fromRight; ///< Where the step began,
    int toLeft, toRight; ///< and where the equal letters behind it end.
    Kind kind;
};

QList<Step> stepsBack(const std::vector<std::vector<int>> &history, int left, int right)
{
    QList<Step> result;
    const int most = int(history.front().size() - 3) / 2;
    for (int steps = int(history.size()) - 1; steps > 0; --steps) {
        const std::vector<int> &furthest = history[size_t(steps)];
        const int diagonal = left - right;
        const size_t at = size_t(diagonal + most + 1);
        const bool down = diagonal == -steps || (diagonal != steps && furthest[at - 1] < furthest[at + 1]);
        const int before = down ? diagonal + 1 : diagonal - 1;
        const int x = furthest[size_t(before + most + 1)];
        result.prepend({x, x - before, left, right, down ? Kind::OnlyRight : Kind::OnlyLeft});
        left = x;
        right = x - before;
    }
    result.prepend({0, 0, left, right, Kind::Same});
    return result;
}

} // namespace

QList<TextPiece> textDiff(const QString &leftText, const QString &rightText)
{
    Letters left = leftText.toUcs4();
    Letters right = rightText.toUcs4();
    const auto [leftEnd, rightEnd] = std::ranges::mismatch(left, right);
    const qsizetype same = leftEnd - left.begin();
    qsizetype tail = 0;
    while (tail < std::min(left.size(), right.size()) - same
        && left.at(left.size() - 1 - tail) == right.at(right.size() - 1 - tail))
        ++tail;
    QList<TextPiece> pieces;
    add(pieces, Kind::Same, left.constData(), same);
    const Letters leftMiddle = left.mid(same, left.size() - same - tail);
    const Letters rightMiddle = right.mid(same, right.size() - same - tail);
    const auto history = paths(leftMiddle, rightMiddle);
    if (history.empty()) {
        add(pieces, Kind::OnlyLeft, leftMiddle.constData(), leftMiddle.size());
        add(pieces, Kind::OnlyRight, rightMiddle.constData(), rightMiddle.size());
    } else {
        for (const Step &step : stepsBack(history, int(leftMiddle.size()), int(rightMiddle.size()))) {
            const int removed = step.kind == Kind::OnlyLeft ? 1 : 0;
            const int added = step.kind == Kind::OnlyRight ? 1 : 0;
            add(pieces, Kind::OnlyLeft, leftMiddle.constData() + step.fromLeft, removed);
            add(pieces, Kind::OnlyRight, rightMiddle.constData() + step.fromRight, added);
            add(pieces, Kind::Same, leftMiddle.constData() + step.fromLeft + removed,
                step.toLeft - step.fromLeft - removed);
        }
    }
    add(pieces, Kind::Same, left.constData() + left.size() - tail, tail);
    return pieces;
}

} // namespace chengban
