#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/rules/BothRules.h"
#include "shared/rules/CountyProfile.h"
#include "shared/rules/RuleKinds.h"

#include <algorithm>
#include <optional>

namespace chengban {

namespace {

const QString cite = QStringLiteral("cite");

struct Source
{
    QString id;
    QJsonObject json; ///< The whole pack.
};

/// A row of the effective pack and the pack it is from.
struct Sourced
{
    QJsonObject row;
    QString pack;
};

QString join(const QString &a, const QString &b)
{
    return a.isEmpty() || a == b ? b : QStringLiteral("%1; %2").arg(a, b);
}

QList<QJsonObject> rowsOf(const Source &source, const QString &kind)
{
    QList<QJsonObject> rows;
    const QJsonArray array = source.json.value(kind).toArray();
    for (const QJsonValue &row : array)
        rows.append(row.toObject());
    return rows;
}

/// Puts the rules of one kind together.
class Composer
{
public:
    Composer(const CountyProfile &profile, QList<Source> sources)
        : m_profile(profile)
        , m_sources(std::move(sources))
    {
    }

    /// Undefined when no pack says anything.
    [[nodiscard]] Result<QJsonValue> value(const RuleKind &kind) const;

private:
    using Rows = QList<Sourced>;

    [[nodiscard]] Result<QJsonValue> rule(const RuleKind &kind) const;
    [[nodiscard]] Result<QJsonValue> list(const RuleKind &kind) const;
    [[nodiscard]] Result<QJsonValue> members(const RuleKind &kind) const;
    [[nodiscard]] Result<QJsonValue> rows(const RuleKind &kind) const;
    [[nodiscard]] QJsonValue words(const RuleKind &kind) const;
    [[nodiscard]] std::optional<Left> beside(
        const RuleKind &kind, const Sourced &known, const Sourced &next) const;
    [[nodiscard]] Result<void> add(const RuleKind &kind, Rows &rows, const Sourced &next) const;
    [[nodiscard]] const Precedence *precedence(const QStringList &name) const;
    [[nodiscard]] QList<Source> ordered(const RuleKind &kind) const;
    [[nodiscard]] tl::unexpected<Error> unsettled(
        const RuleKind &kind, const QJsonValue &a, const QJsonValue &b) const;

    const CountyProfile &m_profile;
    QList<Source> m_sources;
};

Result<QJsonValue> Composer::value(const RuleKind &kind) const
{
    switch (kind.form) {
    case RuleKind::Form::Rule:
        return rule(kind);
    case RuleKind::Form::List:
        return list(kind);
    case RuleKind::Form::Members:
        return members(kind);
    case RuleKind::Form::Rows:
        return rows(kind);
    case RuleKind::Form::Words:
        return words(kind);
    }
    Q_UNREACHABLE();
}

/// What settles the rules of that name, or of the wider one it is a part of; null: the profile is silent.
const Precedence *Composer::precedence(const QStringList &name) const
{
    for (QStringList part = name; !part.isEmpty(); part.removeLast()) {
        const auto found = m_profile.precedence.constFind(part.join(QLatin1Char('.')));
        if (found != m_profile.precedence.constEnd())
            return &*found;
    }
    return nullptr;
}

/// The packs, the prevailing one first.
QList<Source> Composer::ordered(const RuleKind &kind) const
{
    QList<Source> sources = m_sources;
    const Precedence *settled = precedence({QString::fromLatin1(kind.name)});
    if (settled && !settled->isBoth()) {
        std::ranges::stable_sort(
            sources, {}, [&](const Source &source) { return settled->order.indexOf(source.id); });
    }
    return sources;
}

tl::unexpected<Error> Composer::unsettled(
    const RuleKind &kind, const QJsonValue &a, const QJsonValue &b) const
{
    const auto placed
        = [](const QJsonValue &rule) { return rule.isString() ? rule.toString() : rule[cite].toString(); };
    return fail(ErrorCode::PackInvalid,
        QStringLiteral("profile %1: %2: %3 and %4 differ")
            .arg(m_profile.id, QString::fromLatin1(kind.name), placed(a), placed(b)));
}

/// The rule of the prevailing pack among those that say something, or all of them together.
Result<QJsonValue> Composer::rule(const RuleKind &kind) const
{
    QList<Sourced> rules;
    for (const Source &source : m_sources) {
        const QJsonObject rule = source.json.value(QLatin1StringView(kind.name)).toObject();
        if (rule.isEmpty())
            continue;
        if (const auto added = add(kind, rules, {rule, source.id}); !added)
            return fail(added.error());
    }
    return rules.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rules.first().row);
}

/// The whole list of the prevailing pack.
Result<QJsonValue> Composer::list(const RuleKind &kind) const
{
    const QString name = QString::fromLatin1(kind.name);
    QList<QJsonObject> chosen;
    for (const Source &source : ordered(kind)) {
        const QList<QJsonObject> next = rowsOf(source, name);
        const bool same = std::ranges::equal(chosen, next, [&](const QJsonObject &a, const QJsonObject &b) {
            return saysTheSame(kind, a, b) && subject(kind, a) == subject(kind, b);
        });
        if (chosen.isEmpty())
            chosen = next;
        else if (!next.isEmpty() && !same && !precedence({name}))
            return unsettled(kind, chosen.first(), next.first());
    }
    QJsonArray array;
    for (const QJsonObject &row : std::as_const(chosen))
        array.append(row);
    return array.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(array);
}

Result<QJsonValue> Composer::members(const RuleKind &kind) const
{
    const Precedence *settled = precedence({QString::fromLatin1(kind.name)});
    QJsonObject all;
    for (const Source &source : ordered(kind)) {
        const QJsonObject next = source.json.value(QLatin1StringView(kind.name)).toObject();
        for (auto member = next.begin(); member != next.end(); ++member) {
            const QJsonValue known = all.value(member.key());
            const bool same = known.isObject() ? saysTheSame(kind, known.toObject(), member->toObject())
                                               : known == *member;
            if (known.isUndefined())
                all.insert(member.key(), *member);
            else if (!same && !settled)
                return unsettled(kind, known, *member);
        }
    }
    return all.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(all);
}

Result<QJsonValue> Composer::rows(const RuleKind &kind) const
{
    Rows rows;
    for (const Source &source : m_sources) {
        for (const QJsonObject &row : rowsOf(source, QString::fromLatin1(kind.name))) {
            if (const auto added = add(kind, rows, {row, source.id}); !added)
                return fail(added.error());
        }
    }
    QJsonArray array;
    for (const Sourced &sourced : std::as_const(rows))
        array.append(sourced.row);
    return array.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(array);
}

/// What is left of two packs' rules that overlap and differ; empty when the profile leaves it open.
std::optional<Left> Composer::beside(const RuleKind &kind, const Sourced &known, const Sourced &next) const
{
    QStringList name{QString::fromLatin1(kind.name)};
    if (kind.form == RuleKind::Form::Rows) {
        const QString narrow = narrowing(kind, next.row);
        name += {subject(kind, next.row), narrow.isEmpty() ? narrowing(kind, known.row) : narrow};
    }
    const Precedence *settled = precedence(name);
    if (!settled)
        return std::nullopt;
    if (settled->isBoth())
        return bothBind(kind, known.row, next.row);
    const bool over = covers(kind, known.row, next.row);
    const bool under = covers(kind, next.row, known.row);
    const bool knownPrevails = settled->order.indexOf(known.pack) < settled->order.indexOf(next.pack);
    if (!over && !under)
        return std::nullopt;
    return Left{knownPrevails || !under, !knownPrevails || !over, known.row};
}

/// Adds a rule of another pack, as far as the profile lets it stand beside those that are there.
Result<void> Composer::add(const RuleKind &kind, Rows &rows, const Sourced &next) const
{
    Rows left;
    bool stays = true;
    for (const Sourced &known : std::as_const(rows)) {
        left.append(known);
        if (known.pack == next.pack || !overlaps(kind, known.row, next.row))
            continue;
        const bool same = saysTheSame(kind, known.row, next.row);
        if (same && covers(kind, known.row, next.row)) {
            left.last().row[cite] = join(known.row[cite].toString(), next.row[cite].toString());
            stays = false; // but what it says still stands against the rows behind this one
        }
        if (same)
            continue;
        const auto both = beside(kind, known, next);
        if (!both)
            return unsettled(kind, known.row, next.row);
        left.last().row = both->known;
        if (!both->knownStays)
            left.removeLast();
        stays = stays && both->nextStays;
    }
    rows = left;
    if (stays)
        rows.append(next);
    return {};
}

QJsonValue Composer::words(const RuleKind &kind) const
{
    QJsonObject lists;
    for (const Source &source : m_sources) {
        const QJsonObject next = source.json.value(QLatin1StringView(kind.name)).toObject();
        for (auto list = next.begin(); list != next.end(); ++list) {
            QJsonArray words = lists.value(list.key()).toArray();
            const QJsonArray added = list->toArray();
            for (const QJsonValue &word : added) {
                if (!words.contains(word))
                    words.append(word);
            }
            lists.insert(list.key(), words);
        }
    }
    return lists;
}

/// The packs that the profile names, in its order.
Result<QList<RulePack>> named(const CountyProfile &profile, const QList<RulePack> &packs)
{
    QList<RulePack> found;
    for (const PackName &name : profile.packs) {
        const auto pack = std::ranges::find_if(
            packs, [&](const RulePack &p) { return p.id == name.id && p.version == name.version; });
        if (pack == packs.end())
            return fail(ErrorCode::PackUnknown, QStringLiteral("profile %1: %2").arg(profile.id, name.id));
        found.append(*pack);
    }
    return found;
}

/// What the profile says of itself and of what it is made of.
QJsonObject heading(const CountyProfile &profile, const QList<RulePack> &packs)
{
    QJsonArray origins;
    QStringList numbers;
    for (const RulePack &pack : packs) {
        origins.append(QJsonObject{{QStringLiteral("id"), pack.id}, {QStringLiteral("version"), pack.version},
            {QStringLiteral("digest"), hex(pack.digest)}});
        numbers.append(pack.documentNumber);
    }
    numbers.removeAll(QString());
    QJsonObject json{{QStringLiteral("format"), 2}, {QStringLiteral("id"), profile.id},
        {QStringLiteral("version"), profile.version}, {QStringLiteral("title"), profile.title},
        {QStringLiteral("documentNumber"), numbers.join(QStringLiteral("、"))},
        {QStringLiteral("effectiveFrom"), profile.effectiveFrom.toString(Qt::ISODate)},
        {QStringLiteral("composed"),
            QJsonObject{
                {QStringLiteral("profile"), hex(profile.digest)}, {QStringLiteral("packs"), origins}}}};
    if (profile.effectiveTo.isValid())
        json.insert(QStringLiteral("effectiveTo"), profile.effectiveTo.toString(Qt::ISODate));
    if (!profile.countyDays.isEmpty())
        json.insert(QStringLiteral("countyDays"), profile.countyDays);
    return json;
}

} // namespace

Result<RulePack> composed(const CountyProfile &profile, const QList<RulePack> &packs)
{
    const auto found = named(profile, packs);
    if (!found)
        return fail(found.error());
    QList<Source> sources;
    for (const RulePack &pack : *found) {
        auto json = parseJsonObject(pack.form);
        if (!json)
            return fail(json.error());
        sources.append({pack.id, *std::move(json)});
    }
    QJsonObject json = heading(profile, *found);
    const Composer composer(profile, std::move(sources));
    for (const RuleKind &kind : ruleKinds()) {
        const auto value = composer.value(kind);
        if (!value)
            return fail(value.error());
        if (!value->isUndefined())
            json.insert(QString::fromLatin1(kind.name), *value);
    }
    const auto form = canonicalForm(json);
    if (!form)
        return fail(ErrorCode::PackInvalid, form.error().detail);
    auto pack = loadRulePack(*form);
    if (!pack)
        return fail(pack.error().code, QStringLiteral("profile %1: %2").arg(profile.id, pack.error().detail));
    return pack;
}

} // namespace chengban
