#include "shared/rules/RulePack.h"

#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/rules/PackBases.h"
#include "shared/rules/PackParts.h"
#include "shared/rules/PackReading.h"
#include "shared/rules/WholePack.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

using reading::key;
using reading::text;

struct ReasonList
{
    const char *name;
    QList<CodedReason> RulePack::*rows;
};
constexpr std::array reasonLists{
    ReasonList{"reworkReasons", &RulePack::reworkReasons},
    ReasonList{"returnReasons", &RulePack::returnReasons},
    ReasonList{"refusalReasons", &RulePack::refusalReasons},
    ReasonList{"channels", &RulePack::channels},
    ReasonList{"satisfaction", &RulePack::satisfaction},
    ReasonList{"closingPoints", &RulePack::closingPoints},
    ReasonList{"caseTypes", &RulePack::caseTypes},
    ReasonList{"outcomes", &RulePack::outcomes},
    ReasonList{"keyCategories", &RulePack::keyCategories},
    ReasonList{"immediateKinds", &RulePack::immediateKinds},
    ReasonList{"supervisionReasons", &RulePack::supervisionReasons},
    ReasonList{"supervisionMethods", &RulePack::supervisionMethods},
    ReasonList{"urgeChannels", &RulePack::urgeChannels},
    ReasonList{"reReviewReasons", &RulePack::reReviewReasons},
    ReasonList{"answerChannels", &RulePack::answerChannels},
    ReasonList{"accountabilityCases", &RulePack::accountabilityCases},
    ReasonList{"knowledgeKinds", &RulePack::knowledgeKinds},
};

QString className(const std::optional<CaseClass> &caseClass)
{
    return caseClass ? QString(nameOf(*caseClass)) : QString();
}

QString identityOf(const Limit &limit)
{
    return QStringList{
        QString(nameOf(limit.name)), className(limit.caseClass), limit.group, QString(nameOf(limit.purpose))}
        .join(QLatin1Char('/'));
}

QString identityOf(const SignerRule &signer)
{
    return QStringList{
        QString(nameOf(signer.action)), className(signer.caseClass), QString::number(signer.supervised)}
        .join(QLatin1Char('/'));
}

QString identityOf(const ExtensionPolicy &policy)
{
    return QString(nameOf(policy.limit)) + QLatin1Char('/') + className(policy.caseClass);
}

QString identityOf(const RequiredPart &part)
{
    return QStringList{
        part.verdict, part.outcome, part.caseType, part.order, className(part.caseClass), part.part}
        .join(QLatin1Char('/'));
}

template <typename Row> constexpr auto byIdentity = [](const Row &row) { return identityOf(row); };

void readRules(JsonReader &reader, RulePack &pack)
{
    using namespace reading;
    pack.limits = rows(reader, "limits", &limit, byIdentity<Limit>);
    pack.signers = rows(reader, "signers", &signer, byIdentity<SignerRule>);
    pack.instructions = codedRows(reader, "instructions", &instruction);
    pack.requiredParts = rows(reader, "requiredParts", &requiredPart, byIdentity<RequiredPart>);
    pack.textChecks = textChecks(reader);
    pack.contact = rule(reader, "contact", &contact);
    pack.extensions = rows(reader, "extensions", &extension, byIdentity<ExtensionPolicy>);
    pack.limitOverride = rule(reader, "limitOverride", &limitOverride);
    pack.returns = rule(reader, "returns", &returns);
    pack.acceptance = rule(reader, "acceptance", &acceptance);
    pack.joint = rule(reader, "joint", &joint);
    pack.answering = rule(reader, "answering", &answering);
    pack.callback = rule(reader, "callback", &callback);
    pack.substitution = rule(reader, "substitution", &substitution);
    pack.termination = rule(reader, "termination", &termination);
}

void readAssessment(JsonReader &reader, Assessment &assessment)
{
    using namespace reading;
    assessment.metrics = codedRows(reader, "metrics", &metric);
    assessment.thresholds = codedRows(reader, "thresholds", &threshold);
    assessment.volumes = rows(
        reader, "volumes", &volume, [](const VolumeBucket &bucket) { return QString::number(bucket.from); });
    assessment.score = rows(reader, "score", &scorePart, [](const ScorePart &part) { return part.metric; });
    assessment.grades = codedRows(reader, "grades", &grade);
}

void readLists(JsonReader &reader, RulePack &pack)
{
    for (const ReasonList &list : reasonLists)
        pack.*list.rows = reading::codedRows(reader, list.name, &reading::reason);
    readAssessment(reader, pack.assessment);
    pack.duties = reading::codedRows(reader, "duties", &reading::duty);
    pack.notices = reading::codedRows(reader, "notices", &reading::notice);
    pack.roster = reading::codedRows(reader, "roster", &reading::rosterPost);
}

/// A pack must know every template that the composing functions use, and may use only their placeholders.
void readTemplates(JsonReader &reader, RulePack &pack)
{
    JsonReader templates = reader.object(key("templates"));
    for (const TemplateForm &form : templateForms()) {
        const QString name = key(form.name);
        if (form.optional && !templates.has(name))
            continue;
        const QString sentence = text(templates, form.name);
        if (!hasPlaceholders(sentence, form))
            templates.note(ErrorCode::BadInput, name);
        pack.templates.insert(name, sentence);
    }
    std::ignore = templates.finish();
}

void readWords(JsonReader &reader, RulePack &pack)
{
    if (!reader.has(key("words")))
        return;
    JsonReader words = reader.object(key("words"));
    for (const char *name : wordListNames()) {
        if (!words.has(key(name)))
            continue;
        const QStringList list = words.strings(key(name));
        if (list.contains(QString()))
            words.note(ErrorCode::BadInput, key(name));
        pack.words.insert(key(name), list);
    }
    std::ignore = words.finish();
}

Document document(JsonReader &reader)
{
    static const QRegularExpression letters(QStringLiteral("\\A[A-Z]{1,4}\\z"));
    Document one{reader.string(key("rows")), text(reader, "title")};
    if (!letters.match(one.rows).hasMatch())
        reader.note(ErrorCode::BadInput, key("rows"));
    return one;
}

PackOrigin origin(JsonReader &reader)
{
    return {reading::code(reader, "id"), reading::number(reader, "version", 1, 1'000'000),
        text(reader, "digest")};
}

/// What only a county's effective pack has.
void readCounty(JsonReader &reader, RulePack &pack)
{
    if (reader.has(key("countyDays"))) {
        JsonReader days = reader.object(key("countyDays"));
        pack.countyDays = readCountyDays(days);
        std::ignore = days.finish();
    }
    if (reader.has(key("composed"))) {
        JsonReader composed = reader.object(key("composed"));
        pack.profileDigest = text(composed, "profile");
        pack.origins
            = reading::rows(composed, "packs", &origin, [](const PackOrigin &one) { return one.id; });
        std::ignore = composed.finish();
    }
}

RulePack readPack(JsonReader &reader)
{
    RulePack pack;
    if (reader.integer(key("format")) != 2)
        reader.note(ErrorCode::BadInput, key("format"));
    pack.id = reading::code(reader, "id");
    pack.version = reading::number(reader, "version", 1, 1'000'000);
    pack.title = text(reader, "title");
    pack.documentNumber = reader.string(key("documentNumber"), QString());
    pack.effectiveFrom = reading::date(reader, "effectiveFrom");
    if (reader.has(key("effectiveTo")))
        pack.effectiveTo = reading::date(reader, "effectiveTo");
    pack.documents
        = reading::rows(reader, "documents", &document, [](const Document &one) { return one.rows; });
    readCounty(reader, pack);
    readRules(reader, pack);
    readLists(reader, pack);
    readTemplates(reader, pack);
    readWords(reader, pack);
    return pack;
}

/// A place and what stands there, as far as it is one line: "limits[0].unit: \"moon-day\"".
QString withValue(const QJsonObject &pack, const QString &place)
{
    QJsonValue value = pack;
    for (const QString &step : QString(place).replace(u'[', u'.').remove(u']').split(u'.')) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value = isIndex ? value[index] : value[step];
    }
    if (value.isObject() || value.isArray() || value.isUndefined())
        return place;
    const QByteArray shown = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    constexpr qsizetype longest = 60;
    return place + QStringLiteral(": ") + QString::fromUtf8(shown).mid(1).chopped(1).left(longest);
}

const Limit *bestLimit(
    const RulePack &pack, LimitName name, CaseClass caseClass, const QString &group, LimitPurpose purpose)
{
    const Limit *best = nullptr;
    int bestFit = -1;
    for (const Limit &limit : pack.limits) {
        const bool groupFits = limit.group.isEmpty() || limit.group == group;
        const bool classFits = !limit.caseClass || limit.caseClass == caseClass;
        if (limit.name != name || limit.purpose != purpose || !groupFits || !classFits)
            continue;
        const int fit = (limit.group.isEmpty() ? 0 : 2) + (limit.caseClass ? 1 : 0);
        if (fit > bestFit) {
            best = &limit;
            bestFit = fit;
        }
    }
    return best;
}

} // namespace

const Limit *RulePack::limit(LimitName name, CaseClass caseClass, const QString &group) const
{
    return bestLimit(*this, name, caseClass, group, LimitPurpose::Handling);
}

const Limit *RulePack::scoringLimit(LimitName name, CaseClass caseClass) const
{
    const Limit *scoring = bestLimit(*this, name, caseClass, {}, LimitPurpose::Scoring);
    return scoring ? scoring : limit(name, caseClass);
}

const SignerRule *RulePack::signer(SignedAction action, CaseClass caseClass, bool supervised) const
{
    const SignerRule *best = nullptr;
    int bestFit = -1;
    for (const SignerRule &rule : signers) {
        const bool classFits = !rule.caseClass || rule.caseClass == caseClass;
        if (rule.action != action || !classFits || (rule.supervised && !supervised))
            continue;
        const int fit = (rule.supervised ? 2 : 0) + (rule.caseClass ? 1 : 0);
        if (fit > bestFit) {
            best = &rule;
            bestFit = fit;
        }
    }
    return best;
}

const ExtensionPolicy *RulePack::extension(LimitName limit, CaseClass caseClass) const
{
    const ExtensionPolicy *best = nullptr;
    for (const ExtensionPolicy &policy : extensions) {
        const bool classFits = !policy.caseClass || policy.caseClass == caseClass;
        if (policy.limit == limit && classFits && (!best || policy.caseClass))
            best = &policy;
    }
    return best;
}

const QString *citeOfCounter(const RulePack &pack, Counter counter)
{
    for (const Metric &metric : pack.assessment.metrics) {
        if (metric.counter == counter || metric.of == counter)
            return &metric.cite;
    }
    const auto &thresholds = pack.assessment.thresholds;
    const auto threshold = std::ranges::find(thresholds, counter, &Threshold::counter);
    return threshold == thresholds.end() ? nullptr : &threshold->cite;
}

QList<RosterPost> vacantPosts(const QList<RosterPost> &roster, QStringList roles)
{
    QList<RosterPost> vacant;
    for (const RosterPost &post : roster) {
        int there = 0;
        while (there < post.least && roles.removeOne(post.role))
            ++there;
        if (there < post.least)
            vacant.append(post);
    }
    return vacant;
}

QString citeOfList(const QList<CodedReason> &reasons)
{
    return reasons.isEmpty() ? QString() : reasons.first().cite;
}

const CodedReason *reasonCoded(const QList<CodedReason> &reasons, const QString &code)
{
    const auto reason = std::ranges::find(reasons, code, &CodedReason::code);
    return reason == reasons.end() ? nullptr : &*reason;
}

Result<RulePack> loadRulePack(const QByteArray &bytes)
{
    constexpr qsizetype mostBytes = 1 << 20; // The largest pack has 60 KB.
    const auto json = parseJsonObject(bytes, mostBytes);
    if (!json) {
        return fail(ErrorCode::PackInvalid,
            QStringLiteral("%1: %2").arg(errorName(json.error().code), json.error().detail));
    }
    const auto whole = withBases(*json);
    if (!whole)
        return fail(whole.error());
    const auto form = canonicalForm(*whole);
    if (!form)
        return fail(ErrorCode::PackInvalid, form.error().detail);
    JsonReader reader(*whole);
    RulePack pack = readPack(reader);
    const auto done = reader.finish();
    if (!done && done.error().code == ErrorCode::BadInput)
        return fail(ErrorCode::PackInvalid, withValue(*whole, done.error().detail));
    if (!done)
        return fail(done.error());
    if (const auto complete = checkWhole(pack); !complete)
        return fail(complete.error());
    pack.form = *form;
    pack.digest = sm3(*form);
    return pack;
}

} // namespace chengban
