#pragma once

#include "shared/canonical/JsonReader.h"
#include "shared/rules/RulePack.h"

#include <QSet>

#include <tuple>

namespace chengban::reading {

// The strict readers of a pack's rows; loadRulePack() puts them together. Each notes the first fault with its
// place in the reader.

[[nodiscard]] QString key(const char *name);
/// A required text that must not be empty.
[[nodiscard]] QString text(JsonReader &reader, const char *name);
/// Codes and ids: lower case, digits and hyphens, so that they can stand in a URL, a file name and a column.
[[nodiscard]] QString code(JsonReader &reader, const char *name);
/// Empty when absent.
[[nodiscard]] QString optionalCode(JsonReader &reader, const char *name);
[[nodiscard]] int number(JsonReader &reader, const char *name, qint64 least, qint64 most);
[[nodiscard]] int number(JsonReader &reader, const char *name, qint64 least, qint64 most, int otherwise);
[[nodiscard]] bool flag(JsonReader &reader, const char *name, bool otherwise);
/// Empty when absent: for every class.
[[nodiscard]] std::optional<CaseClass> caseClass(JsonReader &reader);
[[nodiscard]] QDate date(JsonReader &reader, const char *name);

/// A list of enum names, each once at most; absent means empty.
template <typename E> QList<E> namedList(JsonReader &reader, const char *name)
{
    QList<E> list;
    for (const QString &text : reader.strings(key(name))) {
        const auto value = valueNamed<E>(text);
        if (!value || list.contains(*value))
            reader.note(ErrorCode::BadInput, key(name));
        list.append(value.value_or(E{}));
    }
    return list;
}

/// Reads where the rule stands and what is to be said about it: what every rule has.
template <typename Rule> void source(JsonReader &reader, Rule &rule)
{
    rule.cite = text(reader, "cite");
    rule.note = reader.string(key("note"), QString());
}

[[nodiscard]] Limit limit(JsonReader &reader);
[[nodiscard]] SignerRule signer(JsonReader &reader);
[[nodiscard]] InstructionRule instruction(JsonReader &reader);
[[nodiscard]] RequiredPart requiredPart(JsonReader &reader);
/// The member `textChecks`: an object, so that a pack can give one check another source.
[[nodiscard]] QList<TextCheck> textChecks(JsonReader &pack);
[[nodiscard]] CodedReason reason(JsonReader &reader);
[[nodiscard]] ContactPolicy contact(JsonReader &reader);
[[nodiscard]] ExtensionPolicy extension(JsonReader &reader);
[[nodiscard]] OverridePolicy limitOverride(JsonReader &reader);
[[nodiscard]] ReturnPolicy returns(JsonReader &reader);
[[nodiscard]] AcceptancePolicy acceptance(JsonReader &reader);
[[nodiscard]] JointPolicy joint(JsonReader &reader);
[[nodiscard]] AnswerPolicy answering(JsonReader &reader);
[[nodiscard]] CallbackPolicy callback(JsonReader &reader);
[[nodiscard]] SubstitutionPolicy substitution(JsonReader &reader);
[[nodiscard]] TerminationPolicy termination(JsonReader &reader);
[[nodiscard]] Metric metric(JsonReader &reader);
[[nodiscard]] Threshold threshold(JsonReader &reader);
[[nodiscard]] VolumeBucket volume(JsonReader &reader);
[[nodiscard]] ScorePart scorePart(JsonReader &reader);
[[nodiscard]] Grade grade(JsonReader &reader);
[[nodiscard]] Duty duty(JsonReader &reader);
[[nodiscard]] Notice notice(JsonReader &reader);
[[nodiscard]] RosterPost rosterPost(JsonReader &reader);

/// A list of rows, of which no two may have the same `identity`; absent means empty.
template <typename Row, typename Identity>
QList<Row> rows(JsonReader &pack, const char *name, Row (*read)(JsonReader &), Identity identity)
{
    QList<Row> list;
    QSet<QString> seen;
    for (JsonReader &reader : pack.objects(key(name))) {
        list.append(read(reader));
        const QString id = identity(list.last());
        if (seen.contains(id))
            reader.note(ErrorCode::BadInput, QString());
        seen.insert(id);
        std::ignore = reader.finish();
    }
    return list;
}

/// Rows that their code identifies.
template <typename Row> QList<Row> codedRows(JsonReader &pack, const char *name, Row (*read)(JsonReader &))
{
    return rows(pack, name, read, [](const Row &row) { return row.code; });
}

/// One rule; the document's silence is written as an absent member and gives the default.
template <typename Rule> Rule rule(JsonReader &pack, const char *name, Rule (*read)(JsonReader &))
{
    if (!pack.has(key(name)))
        return {};
    JsonReader reader = pack.object(key(name));
    Rule one = read(reader);
    std::ignore = reader.finish();
    return one;
}

} // namespace chengban::reading
