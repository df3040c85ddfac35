#include "shared/rules/CountyProfile.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/rules/PackReading.h"
#include "shared/rules/RuleKinds.h"

#include <algorithm>

namespace chengban {

namespace {

using reading::key;

PackName packName(JsonReader &reader)
{
    return {reading::code(reader, "id"), reading::number(reader, "version", 1, 1'000'000)};
}

/// Either an order of all packs or "both": true, with a note that says why.
Precedence precedence(JsonReader &reader, const QStringList &packs)
{
    Precedence precedence;
    precedence.order = reader.strings(key("order"));
    precedence.note = reader.string(key("note"), QString());
    const bool both = reading::flag(reader, "both", false);
    QStringList sorted = precedence.order;
    std::ranges::sort(sorted);
    if (both ? !precedence.order.isEmpty() : sorted != packs)
        reader.note(ErrorCode::BadInput, key("order"));
    std::ignore = reader.finish();
    return precedence;
}

void readPrecedence(JsonReader &reader, CountyProfile &profile)
{
    if (!reader.has(key("precedence")))
        return;
    QStringList packs;
    for (const PackName &pack : std::as_const(profile.packs))
        packs.append(pack.id);
    std::ranges::sort(packs);
    const QStringList names = reader.rawObject(key("precedence")).keys();
    JsonReader all = reader.object(key("precedence"));
    for (const QString &name : names) {
        const RuleKind *kind = ruleKind(name.section(QLatin1Char('.'), 0, 0));
        JsonReader one = all.object(name);
        const Precedence read = precedence(one, packs);
        const auto dots = name.count(QLatin1Char('.'));
        if (!kind || dots > 2 || (dots > 0 && kind->form != RuleKind::Form::Rows)
            || (read.isBoth() && !kind->canBeBoth))
            all.note(ErrorCode::BadInput, name);
        profile.precedence.insert(name, read);
    }
    std::ignore = all.finish();
}

void readDays(JsonReader &reader, CountyProfile &profile)
{
    if (!reader.has(key("countyDays")))
        return;
    JsonReader days = reader.object(key("countyDays"));
    std::ignore = readCountyDays(days);
    std::ignore = days.finish();
    profile.countyDays = reader.rawObject(key("countyDays"));
}

CountyProfile readProfile(JsonReader &reader)
{
    CountyProfile profile;
    if (reader.integer(key("format")) != 1)
        reader.note(ErrorCode::BadInput, key("format"));
    profile.id = reading::code(reader, "id");
    profile.version = reading::number(reader, "version", 1, 1'000'000);
    profile.title = reading::text(reader, "title");
    profile.effectiveFrom = reading::date(reader, "effectiveFrom");
    if (reader.has(key("effectiveTo"))) {
        profile.effectiveTo = reading::date(reader, "effectiveTo");
        if (profile.effectiveTo < profile.effectiveFrom)
            reader.note(ErrorCode::BadInput, key("effectiveTo"));
    }
    profile.packs = reading::rows(reader, "packs", &packName, [](const PackName &pack) { return pack.id; });
    if (profile.packs.isEmpty())
        reader.note(ErrorCode::MissingField, key("packs"));
    readPrecedence(reader, profile);
    readDays(reader, profile);
    return profile;
}

} // namespace

Result<CountyProfile> loadCountyProfile(const QByteArray &bytes)
{
    constexpr qsizetype mostBytes = 1 << 20;
    const auto json = parseJsonObject(bytes, mostBytes);
    if (!json) {
        return fail(ErrorCode::PackInvalid,
            QStringLiteral("%1: %2").arg(errorName(json.error().code), json.error().detail));
    }
    const auto form = canonicalForm(*json);
    if (!form)
        return fail(ErrorCode::PackInvalid, form.error().detail);
    JsonReader reader(*json);
    CountyProfile profile = readProfile(reader);
    const auto done = reader.finish();
    if (!done && done.error().code == ErrorCode::BadInput)
        return fail(ErrorCode::PackInvalid, done.error().detail);
    if (!done)
        return fail(done.error());
    profile.digest = sm3(*form);
    return profile;
}

} // namespace chengban
