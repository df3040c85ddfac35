#include "shared/cases/BodyLimits.h"

#include "shared/canonical/Canonical.h"

#include <QSet>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLimit = 500; // UTF-16 units of a name, number or code
constexpr qsizetype textLimit = 50'000; // of what people write in paragraphs
constexpr qsizetype listLimit = 500;
constexpr qsizetype bodyLimit = 1 << 20; // bytes of the canonical form
constexpr int depthLimit = 8;

bool isLongText(const QString &key)
{
    static const QSet<QString> keys{u"text"_s, u"note"_s, u"statement"_s, u"reason"_s, u"basis"_s,
        u"opinion"_s, u"task"_s, u"investigation"_s, u"handling"_s, u"result"_s, u"progress"_s, u"plan"_s,
        u"expectedEffect"_s, u"grounds"_s, u"advice"_s, u"answer"_s, u"content"_s, u"signedText"_s};
    return keys.contains(key);
}

void note(Problems &problems, ErrorCode code, const QString &finding, const QString &place)
{
    Problem problem;
    problem.code = code;
    problem.finding = finding;
    problem.field = place;
    problems.append(problem);
}

void walk(const QJsonValue &value, const QString &key, const QString &place, int depth, Problems &problems)
{
    if (value.isString()) {
        const QString text = value.toString();
        if (text.size() > (isLongText(key) ? textLimit : lineLimit))
            note(problems, ErrorCode::TooLarge, u"text-too-long"_s, place);
        if (text.contains(QChar::Null))
            note(problems, ErrorCode::BadInput, u"character-not-allowed"_s, place);
    } else if (depth == depthLimit && (value.isArray() || value.isObject())) {
        note(problems, ErrorCode::TooLarge, u"nested-too-deep"_s, place);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        if (array.size() > listLimit)
            return note(problems, ErrorCode::TooLarge, u"list-too-long"_s, place);
        for (qsizetype i = 0; i < array.size(); ++i)
            walk(array[i], key, u"%1[%2]"_s.arg(place).arg(i), depth + 1, problems);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            walk(it.value(), it.key(), place.isEmpty() ? it.key() : place + u'.' + it.key(), depth + 1,
                problems);
    }
}

} // namespace

Problems bodyLimitProblems(const QJsonObject &body)
{
    Problems problems;
    walk(body, {}, {}, 0, problems);
    if (!problems.isEmpty())
        return problems;
    const auto form = canonicalForm(body);
    if (!form)
        note(problems, form.error().code, u"body-malformed"_s, {});
    else if (form->size() > bodyLimit)
        note(problems, ErrorCode::TooLarge, u"body-too-large"_s, {});
    return problems;
}

} // namespace chengban
