#pragma once

#include "shared/rules/Assessment.h"

#include <QStringList>

#include <optional>

namespace chengban {

// All figures are whole numbers: shares in thousandths, scores in thousandths of a point. Where a division
// does not come out even, the nearest is taken, a half upwards.

/// A metric of one unit in one period.
struct MetricValue
{
    QString code;
    int counted = 0;
    int of = 0;
    std::optional<int> share; ///< Thousandths; empty when there was nothing to count it of.

    bool operator==(const MetricValue &) const = default;
};

/// All metrics of the pack (T26, N11), in its order.
[[nodiscard]] QList<MetricValue> metricValues(const Assessment &assessment, const Counts &counts);

/// True when the count has come to the threshold, or above one that is not inclusive (T27).
[[nodiscard]] bool isReached(const Threshold &threshold, const Counts &counts);

/// The thresholds of that period which the counts of such a period have reached.
[[nodiscard]] QList<Threshold> reached(const Assessment &assessment, Period period, const Counts &counts);

/// Points for the mean monthly volume of `months` months with `volume` cases in all, in tenths (HA29a): the
/// last bucket that begins at or below the mean, which is not rounded for it. 0 without buckets or months.
[[nodiscard]] int volumeTenths(const Assessment &assessment, int volume, int months = 1);

/// What a unit's score is made of.
struct Score
{
    qint64 thousandths = 0; ///< Of a point.
    int volumeTenths = 0;
    int bonusTenths = 0;
    QStringList uncounted; ///< Metrics without a case to count: the others make up for their points.

    bool operator==(const Score &) const = default;
};

/// The composite score of a month (HA28, HA29f): each part's points by its share, the points of the volume
/// and what was added or taken away with evidence. Points of parts without a case are spread over the others
/// in proportion, so that a unit is neither rewarded nor punished for what did not happen. Empty when the
/// pack has no parts or no part has a case.
[[nodiscard]] std::optional<Score> compositeScore(
    const Assessment &assessment, const Counts &counts, int bonusTenths = 0);

/// HA31: the mean of the months that have a score; empty without any.
[[nodiscard]] std::optional<qint64> yearScore(const QList<qint64> &months);

/// A unit in the order of a ranking.
struct Ranked
{
    QString unit;
    qint64 thousandths = 0;
    int rank
        = 0; ///< From 1; equal scores have equal ranks, and the next one counts all before it. 0: failed.
    QString grade; ///< Code; empty for one that failed or when the pack has no grades.

    bool operator==(const Ranked &) const = default;
};

/// A unit to be ranked.
struct Entrant
{
    QString unit;
    qint64 thousandths = 0;
    bool failed = false; ///< 不合格 by the centre's decision: stands behind all and takes no share.
};

/// Best first, units of equal score by their id. Grades go by share of those that have not failed (HA30): up
/// to each grade's border as many as its share and those of the better grades make, to the nearest unit; who
/// has the score of the last unit above a border has its grade too.
[[nodiscard]] QList<Ranked> ranked(const Assessment &assessment, QList<Entrant> entrants);

} // namespace chengban
