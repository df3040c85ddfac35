#include "shared/rules/Scores.h"

#include <algorithm>
#include <tuple>

namespace chengban {

namespace {

/// To the nearest whole number, a half upwards; `divisor` is above zero.
qint64 divided(qint64 dividend, qint64 divisor)
{
    const qint64 doubled = 2 * dividend + divisor;
    const qint64 quotient = doubled / (2 * divisor);
    return doubled < 0 && doubled % (2 * divisor) != 0 ? quotient - 1 : quotient;
}

const MetricValue *valueOf(const QList<MetricValue> &values, const QString &code)
{
    const auto value = std::ranges::find(values, code, &MetricValue::code);
    return value == values.end() ? nullptr : &*value;
}

/// The grade of each place, best first; a place beyond the last border has the last grade.
QStringList gradesByPlace(const QList<Grade> &grades, qsizetype units)
{
    QStringList places;
    int share = 0;
    for (const Grade &grade : grades) {
        share += grade.share;
        while (places.size() < divided(share * units, 100))
            places.append(grade.code);
    }
    return places;
}

} // namespace

QList<MetricValue> metricValues(const Assessment &assessment, const Counts &counts)
{
    QList<MetricValue> values;
    for (const Metric &metric : assessment.metrics) {
        MetricValue value{metric.code, counts.of(metric.counter), counts.of(metric.of), std::nullopt};
        if (value.of > 0)
            value.share = static_cast<int>(divided(qint64(1000) * value.counted, value.of));
        values.append(value);
    }
    return values;
}

bool isReached(const Threshold &threshold, const Counts &counts)
{
    const int count = counts.of(threshold.counter);
    return threshold.inclusive ? count >= threshold.count : count > threshold.count;
}

QList<Threshold> reached(const Assessment &assessment, Period period, const Counts &counts)
{
    QList<Threshold> hits;
    for (const Threshold &threshold : assessment.thresholds) {
        if (threshold.period == period && isReached(threshold, counts))
            hits.append(threshold);
    }
    return hits;
}

int volumeTenths(const Assessment &assessment, int volume, int months)
{
    int tenths = 0;
    for (const VolumeBucket &bucket : assessment.volumes) {
        if (months > 0 && volume >= qint64(bucket.from) * months)
            tenths = bucket.tenths;
    }
    return tenths;
}

std::optional<Score> compositeScore(const Assessment &assessment, const Counts &counts, int bonusTenths)
{
    const QList<MetricValue> values = metricValues(assessment, counts);
    Score score{0, volumeTenths(assessment, counts.of(Counter::Dispatched)), bonusTenths, {}};
    qint64 given = 0; // thousandths of a point, of the parts that have a case
    qint64 taken = 0;
    qint64 possible = 0; // points
    qint64 counted = 0;
    for (const ScorePart &part : assessment.score) {
        const MetricValue *value = valueOf(values, part.metric);
        const bool isCounted = value && value->share;
        const qint64 points = isCounted ? qint64(part.points) * *value->share : 0;
        (part.points > 0 ? given : taken) += points;
        possible += std::max(part.points, 0);
        counted += isCounted ? std::max(part.points, 0) : 0;
        if (!isCounted)
            score.uncounted.append(part.metric);
    }
    if (counted == 0)
        return std::nullopt;
    score.thousandths
        = divided(given * possible, counted) + taken + 100LL * (score.volumeTenths + score.bonusTenths);
    return score;
}

std::optional<qint64> yearScore(const QList<qint64> &months)
{
    qint64 sum = 0;
    for (const qint64 month : months)
        sum += month;
    return months.isEmpty() ? std::nullopt : std::optional(divided(sum, months.size()));
}

QList<Ranked> ranked(const Assessment &assessment, QList<Entrant> entrants)
{
    std::ranges::sort(entrants, [](const Entrant &a, const Entrant &b) {
        return std::tuple(a.failed, -a.thousandths, a.unit) < std::tuple(b.failed, -b.thousandths, b.unit);
    });
    const auto passed = std::ranges::count(entrants, false, &Entrant::failed);
    const QStringList grades = gradesByPlace(assessment.grades, passed);
    QList<Ranked> list;
    for (qsizetype i = 0; i < entrants.size(); ++i) {
        const Entrant &entrant = entrants[i];
        Ranked next{entrant.unit, entrant.thousandths, 0, {}};
        const bool tied = !entrant.failed && i > 0 && list.last().thousandths == entrant.thousandths;
        if (!entrant.failed) {
            next.rank = tied ? list.last().rank : static_cast<int>(i) + 1;
            next.grade = tied ? list.last().grade : grades.value(i);
        }
        list.append(next);
    }
    return list;
}

} // namespace chengban
