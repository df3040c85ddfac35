#include "shared/rules/PackParts.h"
#include "shared/rules/PackReading.h"

namespace chengban::reading {

namespace {

/// Code and words of a row, as every row of these lists has them.
template <typename Row> Row named(JsonReader &reader)
{
    Row row;
    row.code = code(reader, "code");
    row.label = text(reader, "label");
    return row;
}

QString oneOf(JsonReader &reader, const char *name, const QSet<QString> &known)
{
    const QString text = reader.string(key(name));
    if (!known.contains(text))
        reader.note(ErrorCode::BadInput, key(name));
    return text;
}

QStringList someOf(JsonReader &reader, const char *name, const QSet<QString> &known)
{
    const QStringList list = reader.strings(key(name));
    if (!known.contains(QSet<QString>(list.begin(), list.end())))
        reader.note(ErrorCode::BadInput, key(name));
    return list;
}

} // namespace

Metric metric(JsonReader &reader)
{
    auto metric = named<Metric>(reader);
    metric.counter = reader.named<Counter>(key("counter"));
    metric.of = reader.named<Counter>(key("of"));
    source(reader, metric);
    return metric;
}

Threshold threshold(JsonReader &reader)
{
    auto threshold = named<Threshold>(reader);
    threshold.counter = reader.named<Counter>(key("counter"));
    threshold.count = number(reader, "count", 1, 1'000'000);
    threshold.inclusive = flag(reader, "inclusive", true);
    threshold.period = reader.named<Period>(key("period"));
    threshold.consequence = code(reader, "consequence");
    source(reader, threshold);
    return threshold;
}

VolumeBucket volume(JsonReader &reader)
{
    VolumeBucket volume;
    volume.from = number(reader, "from", 0, 1'000'000);
    volume.tenths = number(reader, "tenths", -1000, 1000);
    source(reader, volume);
    return volume;
}

ScorePart scorePart(JsonReader &reader)
{
    ScorePart part;
    part.metric = code(reader, "metric");
    part.points = number(reader, "points", -1000, 1000);
    source(reader, part);
    return part;
}

Grade grade(JsonReader &reader)
{
    auto grade = named<Grade>(reader);
    grade.share = number(reader, "share", 0, 100);
    source(reader, grade);
    return grade;
}

Duty duty(JsonReader &reader)
{
    auto duty = named<Duty>(reader);
    duty.who = oneOf(reader, "who", dutyHolders());
    duty.period = reader.named<Period>(key("period"));
    duty.contents = reader.strings(key("contents"));
    source(reader, duty);
    return duty;
}

Notice notice(JsonReader &reader)
{
    auto notice = named<Notice>(reader);
    notice.when = oneOf(reader, "when", noticeOccasions());
    notice.classes = namedList<CaseClass>(reader, "classes");
    notice.to = someOf(reader, "to", noticeReceivers());
    notice.channels = someOf(reader, "channels", noticeChannels());
    if (notice.to.isEmpty())
        reader.note(ErrorCode::MissingField, key("to"));
    source(reader, notice);
    return notice;
}

RosterPost rosterPost(JsonReader &reader)
{
    auto post = named<RosterPost>(reader);
    post.role = oneOf(reader, "role", postRoleNames());
    post.least = number(reader, "least", 1, 100, 1);
    source(reader, post);
    return post;
}

} // namespace chengban::reading
