#include "shared/rules/PackReading.h"

namespace chengban::reading {

namespace {

constexpr qint64 mostDays = 3650;

/// Clocks that can be extended.
bool isExtensible(LimitName limit)
{
    return limit == LimitName::Handle || limit == LimitName::ReReview || limit == LimitName::Supervision;
}

} // namespace

ContactPolicy contact(JsonReader &reader)
{
    static const QSet<QString> contents{
        QStringLiteral("acceptance"), QStringLiteral("procedure"), QStringLiteral("limit")};
    ContactPolicy contact;
    contact.attemptsWhenUnreachable = number(reader, "attemptsWhenUnreachable", 1, 20);
    contact.waivedWhenAnsweredInLimit = flag(reader, "waivedWhenAnsweredInLimit", false);
    contact.tells = reader.strings(key("tells"));
    for (const QString &content : contact.tells) {
        if (!contents.contains(content))
            reader.note(ErrorCode::BadInput, key("tells"));
    }
    source(reader, contact);
    return contact;
}

ExtensionPolicy extension(JsonReader &reader)
{
    ExtensionPolicy extension;
    extension.limit = reader.named<LimitName>(key("limit"), LimitName::Handle);
    if (!isExtensible(extension.limit))
        reader.note(ErrorCode::BadInput, key("limit"));
    extension.caseClass = caseClass(reader);
    extension.maxCount = number(reader, "maxCount", 0, 20);
    extension.addMax = number(reader, "addMax", 0, mostDays);
    extension.totalCap = number(reader, "totalCap", 0, mostDays, 0);
    extension.askBefore = number(reader, "askBefore", 0, mostDays);
    extension.askWithin = flag(reader, "askWithin", false);
    extension.needsContact = reader.boolean(key("needsContact"));
    extension.needsPromise = flag(reader, "needsPromise", false);
    extension.unitSigns = flag(reader, "unitSigns", true);
    source(reader, extension);
    return extension;
}

OverridePolicy limitOverride(JsonReader &reader)
{
    OverridePolicy policy;
    policy.shorterAllowed = reader.boolean(key("shorterAllowed"));
    policy.longerAllowed = reader.boolean(key("longerAllowed"));
    source(reader, policy);
    return policy;
}

ReturnPolicy returns(JsonReader &reader)
{
    ReturnPolicy returns;
    returns.allowed = reader.boolean(key("allowed"));
    returns.maxRejected = number(reader, "maxRejected", 0, 20);
    returns.needsSuggestedUnit = reader.boolean(key("needsSuggestedUnit"));
    returns.needsBasis = flag(reader, "needsBasis", false);
    returns.allowedWhenJoint = flag(reader, "allowedWhenJoint", true);
    returns.appealAllowed = flag(reader, "appealAllowed", false);
    source(reader, returns);
    return returns;
}

AcceptancePolicy acceptance(JsonReader &reader)
{
    AcceptancePolicy policy;
    policy.byDefault = reader.boolean(key("byDefault"));
    source(reader, policy);
    return policy;
}

JointPolicy joint(JsonReader &reader)
{
    JointPolicy policy;
    policy.allowed = reader.boolean(key("allowed"));
    policy.coHandlerDays = number(reader, "coHandlerDays", 0, mostDays, 0);
    policy.mergedOpinion = flag(reader, "mergedOpinion", true);
    source(reader, policy);
    return policy;
}

AnswerPolicy answering(JsonReader &reader)
{
    AnswerPolicy policy;
    policy.citizenFirst = reader.boolean(key("citizenFirst"));
    policy.noAnswerAllowed = flag(reader, "noAnswerAllowed", false);
    policy.proofreadNeeded = flag(reader, "proofreadNeeded", false);
    policy.leastSentences = number(reader, "leastSentences", 1, 20, 1);
    source(reader, policy);
    return policy;
}

CallbackPolicy callback(JsonReader &reader)
{
    CallbackPolicy policy;
    policy.unitFirst = flag(reader, "unitFirst", false);
    policy.centreAlways = flag(reader, "centreAlways", false);
    policy.reworkWhenUnsatisfied = flag(reader, "reworkWhenUnsatisfied", false);
    policy.onlyReasonable = flag(reader, "onlyReasonable", false);
    policy.reworkWhenUnsolved = flag(reader, "reworkWhenUnsolved", false);
    policy.reReview = flag(reader, "reReview", false);
    policy.secondCall = flag(reader, "secondCall", false);
    source(reader, policy);
    return policy;
}

SubstitutionPolicy substitution(JsonReader &reader)
{
    SubstitutionPolicy policy;
    policy.posts = reader.strings(key("posts"));
    const QStringList known = unitPosts();
    for (qsizetype i = 0; i < policy.posts.size(); ++i) {
        if (!known.contains(policy.posts[i]) || policy.posts.indexOf(policy.posts[i]) != i)
            reader.note(ErrorCode::BadInput, key("posts"));
    }
    if (!reader.has(key("posts")))
        reader.note(ErrorCode::MissingField, key("posts"));
    source(reader, policy);
    return policy;
}

TerminationPolicy termination(JsonReader &reader)
{
    TerminationPolicy policy;
    policy.allowed = reader.boolean(key("allowed"));
    policy.leastEarlierCases = number(reader, "leastEarlierCases", 0, 1000, 0);
    source(reader, policy);
    return policy;
}

} // namespace chengban::reading
