#include "shared/rules/PackReading.h"

#include "shared/rules/PackParts.h"

#include <QRegularExpression>

#include <algorithm>

namespace chengban::reading {

namespace {

bool isCode(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    return form.match(text).hasMatch();
}

/// Warnings from the longest to the shortest, each inside the limit.
QList<int> warnings(JsonReader &reader, int amount)
{
    QList<int> list;
    const QJsonArray array = reader.rawArray(key("warnBefore"));
    for (const QJsonValue &value : array) {
        const int before = value.toInt(-1);
        const bool falls = list.isEmpty() || before < list.last();
        if (before < 1 || before > amount || !falls)
            reader.note(ErrorCode::BadInput, key("warnBefore"));
        list.append(before);
    }
    return list;
}

QList<SignerLevel> levels(JsonReader &reader)
{
    QList<SignerLevel> list = namedList<SignerLevel>(reader, "levels");
    if (list.isEmpty())
        reader.note(ErrorCode::MissingField, key("levels"));
    return list;
}

} // namespace

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QString text(JsonReader &reader, const char *name)
{
    QString text = reader.string(key(name));
    if (text.trimmed().isEmpty())
        reader.note(ErrorCode::BadInput, key(name));
    return text;
}

QString code(JsonReader &reader, const char *name)
{
    QString code = reader.string(key(name));
    if (!isCode(code))
        reader.note(ErrorCode::BadInput, key(name));
    return code;
}

QString optionalCode(JsonReader &reader, const char *name)
{
    return reader.has(key(name)) ? code(reader, name) : QString();
}

int number(JsonReader &reader, const char *name, qint64 least, qint64 most)
{
    const qint64 number = reader.integer(key(name));
    if (number < least || number > most)
        reader.note(ErrorCode::BadInput, key(name));
    return static_cast<int>(std::clamp(number, least, most));
}

int number(JsonReader &reader, const char *name, qint64 least, qint64 most, int otherwise)
{
    return reader.has(key(name)) ? number(reader, name, least, most) : otherwise;
}

bool flag(JsonReader &reader, const char *name, bool otherwise)
{
    return reader.boolean(key(name), otherwise);
}

QDate date(JsonReader &reader, const char *name)
{
    const QString text = reader.string(key(name));
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.toString(Qt::ISODate) != text || !date.isValid())
        reader.note(ErrorCode::BadInput, key(name));
    return date;
}

std::optional<CaseClass> caseClass(JsonReader &reader)
{
    return reader.has(key("class")) ? std::optional(reader.named<CaseClass>(key("class"))) : std::nullopt;
}

Limit limit(JsonReader &reader)
{
    Limit limit;
    limit.name = reader.named<LimitName>(key("name"));
    limit.caseClass = caseClass(reader);
    limit.group = optionalCode(reader, "group");
    if (!limit.group.isEmpty() && limit.name != LimitName::Return)
        reader.note(ErrorCode::BadInput, key("group"));
    limit.purpose = reader.named<LimitPurpose>(key("purpose"), LimitPurpose::Handling);
    limit.unit = reader.named<LimitUnit>(key("unit"));
    const bool sameDayIsPossible = limit.unit == LimitUnit::WorkingDay; // 当日
    limit.amount = number(reader, "amount", sameDayIsPossible ? 0 : 1, 3650);
    limit.setByOrder = flag(reader, "setByOrder", false);
    limit.from = reader.named<ClockStart>(key("from"));
    limit.count = reader.named<DayCount>(key("count"));
    limit.warnBefore = warnings(reader, limit.amount);
    source(reader, limit);
    return limit;
}

SignerRule signer(JsonReader &reader)
{
    SignerRule signer;
    signer.action = reader.named<SignedAction>(key("action"));
    signer.caseClass = caseClass(reader);
    signer.supervised = flag(reader, "supervised", false);
    signer.levels = levels(reader);
    signer.seal = reader.boolean(key("seal"));
    signer.paperAllowed = reader.boolean(key("paperAllowed"));
    source(reader, signer);
    return signer;
}

InstructionRule instruction(JsonReader &reader)
{
    static const QSet<QString> occasions{
        key("dispatched"), key("returned"), key("unsatisfied"), key("supervised")};
    InstructionRule rule;
    rule.code = code(reader, "code");
    rule.when = reader.string(key("when"));
    if (!occasions.contains(rule.when))
        reader.note(ErrorCode::BadInput, key("when"));
    rule.classes = namedList<CaseClass>(reader, "classes");
    rule.levels = levels(reader);
    source(reader, rule);
    return rule;
}

RequiredPart requiredPart(JsonReader &reader)
{
    RequiredPart part;
    part.verdict = reader.string(key("verdict"));
    if (!verdictNames().contains(part.verdict))
        reader.note(ErrorCode::BadInput, key("verdict"));
    part.outcome = optionalCode(reader, "outcome");
    part.caseType = optionalCode(reader, "caseType");
    part.order = reader.string(key("order"), QString());
    if (!part.order.isEmpty() && !orderNames().contains(part.order))
        reader.note(ErrorCode::BadInput, key("order"));
    part.caseClass = caseClass(reader);
    part.part = reader.string(key("part"));
    if (!partNames().contains(part.part))
        reader.note(ErrorCode::BadInput, key("part"));
    part.unlessAnonymous = flag(reader, "unlessAnonymous", false);
    part.unlessNoAnswer = flag(reader, "unlessNoAnswer", false);
    part.unlessNoSite = flag(reader, "unlessNoSite", false);
    part.least = number(reader, "least", 1, 10000, 1);
    part.cite = text(reader, "cite");
    return part;
}

QList<TextCheck> textChecks(JsonReader &pack)
{
    if (!pack.has(key("textChecks")))
        return {};
    JsonReader all = pack.object(key("textChecks"));
    QList<TextCheck> checks;
    for (const char *finding : textCheckNames()) {
        if (!all.has(key(finding)))
            continue;
        JsonReader reader = all.object(key(finding));
        TextCheck check{key(finding), reader.named<Severity>(key("severity")), {}, {}};
        source(reader, check);
        std::ignore = reader.finish();
        checks.append(check);
    }
    std::ignore = all.finish();
    return checks;
}

CodedReason reason(JsonReader &reader)
{
    CodedReason reason;
    reason.code = code(reader, "code");
    reason.label = text(reader, "label");
    reason.definition = reader.string(key("definition"), QString());
    reason.cite = text(reader, "cite");
    reason.group = optionalCode(reader, "group");
    return reason;
}

} // namespace chengban::reading
