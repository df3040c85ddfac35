#pragma once

#include "shared/rules/Counters.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <array>

namespace chengban {

/// A share of cases in thousandths: what `counter` counted of what `of` counted (T26, N11).
struct Metric
{
    QString code;
    QString label; ///< Chinese.
    Counter counter = Counter::Closed;
    Counter of = Counter::Dispatched;
    QString cite;
    QString note;

    bool operator==(const Metric &) const = default;
};

enum class Period { Day, Week, Month, Quarter, Year };

constexpr auto namesOf(Period)
{
    using enum Period;
    return std::array{Named{Day, "day"}, Named{Week, "week"}, Named{Month, "month"},
        Named{Quarter, "quarter"}, Named{Year, "year"}};
}

/// A count from which on something follows (T27: 3, 2 and 3 a period).
struct Threshold
{
    QString code;
    QString label;
    Counter counter = Counter::Overdue;
    int count = 0;
    bool inclusive = true; ///< "以上" holds the number itself.
    Period period = Period::Month;
    QString consequence; ///< Code of what follows: "bulletin", "talk", "supervision", "accountability".
    QString cite;
    QString note;

    bool operator==(const Threshold &) const = default;
};

/// Points by the volume of a month (HA29a): for volumes from `from` to below the next bucket's `from`.
struct VolumeBucket
{
    int from = 0;
    int tenths = 0; ///< Points in tenths, added or taken away.
    QString cite;
    QString note;

    bool operator==(const VolumeBucket &) const = default;
};

/// The weight of a metric in the composite score (HA29), in points.
struct ScorePart
{
    QString metric; ///< Code of a metric of the same pack.
    int points = 0; ///< For a share of 1000; below zero they are taken away.
    QString cite;
    QString note;

    bool operator==(const ScorePart &) const = default;
};

/// A grade and the share of units that get it, best first (HA30), in hundredths.
struct Grade
{
    QString code;
    QString label;
    int share = 0;
    QString cite;
    QString note;

    bool operator==(const Grade &) const = default;
};

/// How units are assessed; empty lists where the document says nothing.
struct Assessment
{
    QList<Metric> metrics;
    QList<Threshold> thresholds;
    QList<VolumeBucket> volumes;
    QList<ScorePart> score;
    QList<Grade> grades;

    bool operator==(const Assessment &) const = default;
};

} // namespace chengban
