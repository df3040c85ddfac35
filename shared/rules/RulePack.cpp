#include "shared/rules/RulePack.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/rules/PackParts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace chengban {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// A required text that must not be empty.
QString readText(JsonReader &reader, const char *name)
{
    QString text = reader.string(key(name));
    if (text.trimmed().isEmpty())
        reader.note(ErrorCode::BadInput, key(name));
    return text;
}

/// Codes and ids: lower case, digits and hyphens, so that they can stand in a URL, a file name and a column.
QString readCode(JsonReader &reader, const char *name)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    QString code = reader.string(key(name));
    if (!form.match(code).hasMatch())
        reader.note(ErrorCode::BadInput, key(name));
    return code;
}

int readNumber(JsonReader &reader, const char *name, qint64 least, qint64 most)
{
    const qint64 number = reader.integer(key(name));
    if (number < least || number > most)
        reader.note(ErrorCode::BadInput, key(name));
    return static_cast<int>(std::clamp(number, least, most));
}

QString readNote(JsonReader &reader)
{
    return reader.string(key("note"), QString());
}

QDate readDate(JsonReader &reader, const char *name)
{
    const QString text = reader.string(key(name));
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.toString(Qt::ISODate) != text || !date.isValid())
        reader.note(ErrorCode::BadInput, key(name));
    return date;
}

Limit readLimit(JsonReader &reader)
{
    Limit limit;
    limit.name = reader.named<LimitName>(key("name"));
    if (reader.has(key("class")))
        limit.caseClass = reader.named<CaseClass>(key("class"));
    limit.unit = reader.named<LimitUnit>(key("unit"));
    const bool sameDayIsPossible = limit.unit == LimitUnit::WorkingDay; // 当日
    limit.amount = readNumber(reader, "amount", sameDayIsPossible ? 0 : 1, 3650);
    limit.from = reader.named<ClockStart>(key("from"));
    limit.count = reader.named<DayCount>(key("count"));
    limit.cite = readText(reader, "cite");
    limit.note = readNote(reader);
    return limit;
}

SignerRule readSigner(JsonReader &reader)
{
    SignerRule signer;
    signer.action = readCode(reader, "action");
    for (const QString &name : reader.strings(key("levels"))) {
        const auto level = valueNamed<SignerLevel>(name);
        if (!level || signer.levels.contains(*level))
            reader.note(ErrorCode::BadInput, key("levels"));
        signer.levels.append(level.value_or(SignerLevel::PrincipalLeader));
    }
    if (signer.levels.isEmpty())
        reader.note(ErrorCode::MissingField, key("levels"));
    signer.seal = reader.boolean(key("seal"));
    signer.paperAllowed = reader.boolean(key("paperAllowed"));
    signer.cite = readText(reader, "cite");
    signer.note = readNote(reader);
    return signer;
}

RequiredPart readRequiredPart(JsonReader &reader)
{
    RequiredPart part;
    part.verdict = reader.string(key("verdict"));
    const auto verdicts = verdictNames();
    if (!verdicts.contains(part.verdict))
        reader.note(ErrorCode::BadInput, key("verdict"));
    part.part = reader.string(key("part"));
    if (!partNames().contains(part.part))
        reader.note(ErrorCode::BadInput, key("part"));
    part.unlessAnonymous = reader.boolean(key("unlessAnonymous"), false);
    part.least = reader.has(key("least")) ? readNumber(reader, "least", 1, 10000) : 1;
    part.cite = readText(reader, "cite");
    return part;
}

CodedReason readReason(JsonReader &reader)
{
    CodedReason reason;
    reason.code = readCode(reader, "code");
    reason.label = readText(reader, "label");
    reason.cite = readText(reader, "cite");
    if (reader.has(key("group")))
        reason.group = readCode(reader, "group");
    return reason;
}

ContactPolicy readContact(JsonReader &reader)
{
    ContactPolicy contact;
    contact.attemptsWhenUnreachable = readNumber(reader, "attemptsWhenUnreachable", 1, 20);
    contact.cite = readText(reader, "cite");
    contact.note = readNote(reader);
    return contact;
}

ExtensionPolicy readExtension(JsonReader &reader)
{
    ExtensionPolicy extension;
    extension.maxCount = readNumber(reader, "maxCount", 0, 20);
    extension.addMax = readNumber(reader, "addMax", 0, 3650);
    extension.askBefore = readNumber(reader, "askBefore", 0, 3650);
    extension.needsContact = reader.boolean(key("needsContact"));
    extension.cite = readText(reader, "cite");
    extension.note = readNote(reader);
    return extension;
}

ReturnPolicy readReturns(JsonReader &reader)
{
    ReturnPolicy returns;
    returns.allowed = reader.boolean(key("allowed"));
    returns.maxRejected = readNumber(reader, "maxRejected", 0, 20);
    returns.needsSuggestedUnit = reader.boolean(key("needsSuggestedUnit"));
    returns.cite = readText(reader, "cite");
    returns.note = readNote(reader);
    return returns;
}

template <typename Policy> Policy readPolicy(JsonReader &pack, const char *name, Policy (*read)(JsonReader &))
{
    JsonReader reader = pack.object(key(name));
    Policy policy = read(reader);
    std::ignore = reader.finish();
    return policy;
}

/// A list of rows, of which no two may have the same `identity`.
template <typename Row, typename Identity>
QList<Row> readRows(JsonReader &pack, const char *name, Row (*read)(JsonReader &), Identity identity)
{
    QList<Row> rows;
    QSet<QString> seen;
    for (JsonReader &reader : pack.objects(key(name))) {
        rows.append(read(reader));
        const QString id = identity(rows.last());
        if (seen.contains(id))
            reader.note(ErrorCode::BadInput, QString());
        seen.insert(id);
        std::ignore = reader.finish();
    }
    return rows;
}

QList<CodedReason> readReasons(JsonReader &pack, const char *name)
{
    return readRows(pack, name, &readReason, [](const CodedReason &reason) { return reason.code; });
}

void readRules(JsonReader &reader, RulePack &pack)
{
    pack.limits = readRows(reader, "limits", &readLimit, [](const Limit &limit) {
        const QString forClass = limit.caseClass ? QString(nameOf(*limit.caseClass)) : QString();
        return QString(nameOf(limit.name)) + QLatin1Char('/') + forClass;
    });
    pack.signers
        = readRows(reader, "signers", &readSigner, [](const SignerRule &signer) { return signer.action; });
    pack.requiredParts = readRows(reader, "requiredParts", &readRequiredPart,
        [](const RequiredPart &part) { return part.verdict + QLatin1Char('/') + part.part; });
    pack.contact = readPolicy(reader, "contact", &readContact);
    pack.extension = readPolicy(reader, "extension", &readExtension);
    pack.returns = readPolicy(reader, "returns", &readReturns);
    pack.defaultAcceptance = reader.boolean(key("defaultAcceptance"));
}

void readLists(JsonReader &reader, RulePack &pack)
{
    pack.reworkReasons = readReasons(reader, "reworkReasons");
    pack.returnReasons = readReasons(reader, "returnReasons");
    pack.refusalReasons = readReasons(reader, "refusalReasons");
    pack.channels = readReasons(reader, "channels");
    pack.satisfaction = readReasons(reader, "satisfaction");
    pack.closingPoints = readReasons(reader, "closingPoints");
    pack.caseTypes = readReasons(reader, "caseTypes");
}

/// A pack must know every template that the composing functions use, and may use only their placeholders.
void readTemplates(JsonReader &reader, RulePack &pack)
{
    JsonReader templates = reader.object(key("templates"));
    for (const TemplateForm &form : templateForms()) {
        const QString name = key(form.name);
        const QString text = readText(templates, form.name);
        if (!hasPlaceholders(text, form))
            templates.note(ErrorCode::BadInput, name);
        pack.templates.insert(name, text);
    }
    std::ignore = templates.finish();
}

void readWords(JsonReader &reader, RulePack &pack)
{
    JsonReader words = reader.object(key("words"));
    for (const char *name : wordListNames()) {
        const QStringList list = words.strings(key(name));
        if (list.contains(QString()))
            words.note(ErrorCode::BadInput, key(name));
        pack.words.insert(key(name), list);
    }
    std::ignore = words.finish();
}

RulePack readPack(JsonReader &reader)
{
    RulePack pack;
    if (reader.integer(key("format")) != 1)
        reader.note(ErrorCode::BadInput, key("format"));
    pack.id = readCode(reader, "id");
    pack.version = readNumber(reader, "version", 1, 1'000'000);
    pack.title = readText(reader, "title");
    pack.documentNumber = reader.string(key("documentNumber"), QString());
    pack.effectiveFrom = readDate(reader, "effectiveFrom");
    if (reader.has(key("effectiveTo"))) {
        pack.effectiveTo = readDate(reader, "effectiveTo");
        if (pack.effectiveTo < pack.effectiveFrom)
            reader.note(ErrorCode::BadInput, key("effectiveTo"));
    }
    readRules(reader, pack);
    readLists(reader, pack);
    readTemplates(reader, pack);
    readWords(reader, pack);
    return pack;
}

/// What no list says alone: the limit every case needs, and a signer for each action that must be signed.
Result<void> checkWhole(const RulePack &pack)
{
    const bool handles = std::ranges::any_of(
        pack.limits, [](const Limit &limit) { return limit.name == LimitName::Handle && !limit.caseClass; });
    if (!handles)
        return fail(ErrorCode::MissingField, QStringLiteral("limits: handle for every class"));
    for (const char *action : {"reply", "return", "extension"}) {
        if (!pack.signer(key(action)))
            return fail(ErrorCode::MissingField, QStringLiteral("signers: %1").arg(key(action)));
    }
    return {};
}

} // namespace

const Limit *RulePack::limit(LimitName name, CaseClass caseClass) const
{
    const Limit *general = nullptr;
    for (const Limit &limit : limits) {
        if (limit.name != name)
            continue;
        if (limit.caseClass == caseClass)
            return &limit;
        if (!limit.caseClass)
            general = &limit;
    }
    return general;
}

const SignerRule *RulePack::signer(const QString &action) const
{
    const auto rule = std::ranges::find(signers, action, &SignerRule::action);
    return rule == signers.end() ? nullptr : &*rule;
}

const CodedReason *reasonCoded(const QList<CodedReason> &reasons, const QString &code)
{
    const auto reason = std::ranges::find(reasons, code, &CodedReason::code);
    return reason == reasons.end() ? nullptr : &*reason;
}

Result<RulePack> loadRulePack(const QByteArray &bytes)
{
    const auto json = parseJsonObject(bytes);
    if (!json)
        return fail(ErrorCode::PackInvalid, json.error().detail);
    const auto form = canonicalForm(*json);
    if (!form)
        return fail(ErrorCode::PackInvalid, form.error().detail);
    JsonReader reader(*json);
    RulePack pack = readPack(reader);
    const auto done = reader.finish();
    if (!done && done.error().code == ErrorCode::BadInput)
        return fail(ErrorCode::PackInvalid, done.error().detail);
    if (!done)
        return fail(done.error());
    if (const auto whole = checkWhole(pack); !whole)
        return fail(whole.error());
    pack.digest = sm3(*form);
    return pack;
}

} // namespace chengban
