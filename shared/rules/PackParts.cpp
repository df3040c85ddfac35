#include "shared/rules/PackParts.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace chengban {

namespace {

constexpr std::array forms{
    TemplateForm{"contact-reached", "handler phone month day hour"}, // T6
    TemplateForm{"contact-declined", "handler phone month day hour"},
    TemplateForm{"contact-calls", "handler phone times"}, // T7, one per handler and number
    TemplateForm{"contact-time", "month day hour outcome"},
    TemplateForm{"contact-unreachable", "calls count"}, TemplateForm{"contact-no-number", "handler"},
    TemplateForm{"outcome-no-answer", ""}, TemplateForm{"outcome-switched-off", ""},
    TemplateForm{"outcome-wrong-number", ""}, TemplateForm{"opening", ""},
    TemplateForm{"investigation", "text"}, // T9
    TemplateForm{"handling", "text"}, TemplateForm{"result", "text"},
    TemplateForm{"measures", "text", true}, // HE7
    TemplateForm{"opinion", "text", true}, // HA18, HA20c
    TemplateForm{"progress", "text"}, // T10
    TemplateForm{"plan", "text"}, TemplateForm{"expected-effect", "text"},
    TemplateForm{"grounds", "text"}, // T11
    TemplateForm{"legal-basis", "text"}, TemplateForm{"advice", "text"},
    TemplateForm{"out-of-scope-channel", "channel"}, // T12
    TemplateForm{"out-of-scope-body", "channel"}, // T13
    TemplateForm{"statement", "text"}, // T14
    TemplateForm{"unit-callback", "satisfaction"}, // T16
    TemplateForm{"closing", "unit handler phone"},
    TemplateForm{"sign-off", "signer unit handler date", true}, // M10
};

constexpr std::array wordLists{"placeholders", "unreachable", "vague", "salutations", "courtesy",
    "unitEndings", "solved", "facts", "calledCitizen", "notCalled", "office"};

constexpr std::array textChecks{"placeholder-left", "one-sentence", "solved-without-facts", "vague-words",
    "answer-repeats-demand", "demand-not-answered", "anonymous-yet-called", "contact-after-signing",
    "unit-number-as-citizens", "document-number-malformed", "title-mark-unpaired", "article-malformed",
    "law-repealed", "citizen-phone-in-answer", "citizen-name-in-answer", "phone-in-answer",
    "identity-number-in-answer", "bank-card-in-answer", "plate-in-answer", "address-in-answer"};

QSet<QString> split(const char *names)
{
    const QStringList list = QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

} // namespace

const QSet<QString> &verdictNames()
{
    static const QSet<QString> names = split("any solvable-in-limit not-in-limit unreasonable out-of-scope");
    return names;
}

const QSet<QString> &orderNames()
{
    static const QSet<QString> names = split("re-review supervision");
    return names;
}

const QSet<QString> &postRoleNames()
{
    static const QSet<QString> names = split("clerk section-head deputy-leader principal-leader");
    return names;
}

const QSet<QString> &noticeOccasions()
{
    static const QSet<QString> names
        = split("dispatched near-due overdue not-accepted returned unsatisfied urge-ignored difficult");
    return names;
}

const QSet<QString> &noticeReceivers()
{
    static const QSet<QString> names = postRoleNames() + split("supervisor government");
    return names;
}

const QSet<QString> &noticeChannels()
{
    static const QSet<QString> names = split("system phone sms letter mail wechat fax");
    return names;
}

const QSet<QString> &dutyHolders()
{
    static const QSet<QString> names = split("unit centre leader supervisor");
    return names;
}

const QSet<QString> &partNames()
{
    static const QSet<QString> names = split(
        "contact contactSentence outcome suggestionOutcome summary investigation handling measures result "
        "opinion progress "
        "plan "
        "expectedEffect grounds advice channel channelTold statement legalBasis siteVisit answer answeredVia "
        "answeredAt citizenFeedback unitCallback handler handlerPhone unit signer "
        "attachment:evidence "
        "attachment:procedure-paper attachment:photo attachment:investigation-record attachment:signed-sheet "
        "attachment:other");
    return names;
}

std::span<const char *const> textCheckNames()
{
    return textChecks;
}

std::span<const TemplateForm> templateForms()
{
    return forms;
}

bool hasPlaceholders(const QString &text, const TemplateForm &form)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{([^{}]*)\\}"));
    QSet<QString> found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured(1));
    return found == split(form.placeholders);
}

std::span<const char *const> wordListNames()
{
    return wordLists;
}

} // namespace chengban
