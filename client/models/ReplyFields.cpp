#include "client/models/ReplyFields.h"

#include "client/models/StepWording.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

struct Word
{
    const char *key;
    const char *text;
};

/// In the order of the form; written parts have their heading in replyPartText().
constexpr std::array fieldWords{Word{"verdict", QT_TRANSLATE_NOOP("ReplyFields", "Verdict")},
    Word{"outcome", QT_TRANSLATE_NOOP("ReplyFields", "Outcome")},
    Word{"suggestionOutcome", QT_TRANSLATE_NOOP("ReplyFields", "Outcome of the suggestion")},
    Word{"channel", QT_TRANSLATE_NOOP("ReplyFields", "Legal channel or body")},
    Word{"channelTold", QT_TRANSLATE_NOOP("ReplyFields", "Citizen told of the channel")},
    Word{"legalBasis", QT_TRANSLATE_NOOP("ReplyFields", "Legal basis")},
    Word{"siteVisits", QT_TRANSLATE_NOOP("ReplyFields", "Visits on the spot")},
    Word{"noSite", QT_TRANSLATE_NOOP("ReplyFields", "Nothing to be seen on the spot")},
    Word{"attachments", QT_TRANSLATE_NOOP("ReplyFields", "Evidence and papers")},
    Word{"answer", QT_TRANSLATE_NOOP("ReplyFields", "Answer to the citizen")},
    Word{"answeredVia", QT_TRANSLATE_NOOP("ReplyFields", "Answered by")},
    Word{"answeredAtMs", QT_TRANSLATE_NOOP("ReplyFields", "Answered at")},
    Word{"unitCallback", QT_TRANSLATE_NOOP("ReplyFields", "Own callback")},
    Word{"handler", QT_TRANSLATE_NOOP("ReplyFields", "Handler")},
    Word{"handlerPhone", QT_TRANSLATE_NOOP("ReplyFields", "Phone of the handler")},
    Word{"unit", QT_TRANSLATE_NOOP("ReplyFields", "Answering unit")},
    Word{"signer", QT_TRANSLATE_NOOP("ReplyFields", "Signer")},
    Word{"proofread", QT_TRANSLATE_NOOP("ReplyFields", "Checked and proofread")},
    Word{"note", QT_TRANSLATE_NOOP("ReplyFields", "Note")},
    Word{"opinion", QT_TRANSLATE_NOOP("ReplyFields", "Opinion")},
    Word{"reason", QT_TRANSLATE_NOOP("ReplyFields", "Reason")},
    Word{"basis", QT_TRANSLATE_NOOP("ReplyFields", "Basis")},
    Word{"found", QT_TRANSLATE_NOOP("ReplyFields", "Findings")},
    Word{"title", QT_TRANSLATE_NOOP("ReplyFields", "Title")},
    Word{"content", QT_TRANSLATE_NOOP("ReplyFields", "Content")},
    Word{"name", QT_TRANSLATE_NOOP("ReplyFields", "Name")}};

constexpr std::array whyWords{
    Word{"replaced", QT_TRANSLATE_NOOP("ReplyFields", "Another kept text took its place")},
    Word{"discarded", QT_TRANSLATE_NOOP("ReplyFields", "Discarded")},
    Word{"refused", QT_TRANSLATE_NOOP("ReplyFields", "Sent and not accepted")},
    Word{"conflict", QT_TRANSLATE_NOOP("ReplyFields", "Sent after somebody else's")},
    Word{"merged", QT_TRANSLATE_NOOP("ReplyFields", "As it was before a merge")},
    Word{"handed-over", QT_TRANSLATE_NOOP("ReplyFields", "As a colleague handed it over")}};

QString translated(const char *text)
{
    return QCoreApplication::translate("ReplyFields", text);
}

QString found(const auto &words, const QString &key)
{
    const auto word
        = std::ranges::find_if(words, [&](const Word &one) { return key == QLatin1StringView(one.key); });
    return word == words.end() ? QString() : translated(word->text);
}

const QList<CodedReason> *codesOf(const QString &field, const RulePack &pack)
{
    struct Row
    {
        const char *field;
        QList<CodedReason> RulePack::*codes;
    };
    static constexpr std::array rows{Row{"outcome", &RulePack::outcomes},
        Row{"suggestionOutcome", &RulePack::outcomes}, Row{"channel", &RulePack::channels},
        Row{"answeredVia", &RulePack::answerChannels}, Row{"unitCallback", &RulePack::satisfaction}};
    const auto row
        = std::ranges::find_if(rows, [&](const Row &one) { return field == QLatin1StringView(one.field); });
    return row == rows.end() ? nullptr : &(pack.*(row->codes));
}

/// What a person wrote in there; digests, types and sizes are left out.
QString wordsOf(const QJsonObject &object)
{
    static const QStringList quiet{QStringLiteral("sha256"), QStringLiteral("sm3"), QStringLiteral("mime"),
        QStringLiteral("kind"), QStringLiteral("size")};
    QStringList words;
    for (auto one = object.begin(); one != object.end(); ++one) {
        if (!quiet.contains(one.key()))
            words << replyValueText(one.key(), one.value(), nullptr);
    }
    words.removeAll(QString());
    return words.join(QStringLiteral("，"));
}

QString headed(const QString &heading, const QString &text)
{
    if (text.isEmpty())
        return {};
    const QString body = text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1StringView("<br>"));
    return heading.isEmpty() ? QStringLiteral("<p>%1</p>").arg(body)
                             : QStringLiteral("<p><b>%1</b><br>%2</p>").arg(heading.toHtmlEscaped(), body);
}

} // namespace

QString replyFieldText(const QString &field)
{
    const QString part = replyPartText(field);
    return part.isEmpty() ? found(fieldWords, field) : part;
}

QString replyValueText(const QString &field, const QJsonValue &value, const RulePack *pack)
{
    if (value.isBool())
        return value.toBool() ? translated(QT_TRANSLATE_NOOP("ReplyFields", "Yes"))
                              : translated(QT_TRANSLATE_NOOP("ReplyFields", "No"));
    if (value.isDouble())
        return field.endsWith(QLatin1StringView("AtMs")) ? shownTime(value.toInteger())
                                                         : QString::number(value.toInteger());
    if (value.isArray()) {
        QStringList lines;
        for (const QJsonValue &one : value.toArray())
            lines << replyValueText(field, one, pack);
        return lines.join(QLatin1Char('\n'));
    }
    if (value.isObject())
        return wordsOf(value.toObject());
    const QString text = value.toString();
    if (field == QLatin1StringView("verdict"))
        return verdictText(valueNamed<Verdict>(text).value_or(Verdict::Undecided));
    const QList<CodedReason> *codes = pack ? codesOf(field, *pack) : nullptr;
    return codes ? reasonLabel(*codes, text) : text;
}

QString writerText(const Writer &writer, const Actor &me, qint64 nowMs)
{
    const QString end = writer.device.value.right(4);
    const QString place = writer.device == me.device
        ? translated(QT_TRANSLATE_NOOP("ReplyFields", "this PC"))
        //: %1 the last characters of the PC's id
        : translated(QT_TRANSLATE_NOOP("ReplyFields", "another PC (…%1)")).arg(end);
    //: %1 name of a person, %2 where, %3 a time
    return translated(QT_TRANSLATE_NOOP("ReplyFields", "%1, %2, %3"))
        .arg(writer.name, place, shortTime(writer.atMs, nowMs));
}

QString keptWhyText(const QString &why)
{
    return found(whyWords, why);
}

QString keptKindText(const QString &kind)
{
    const auto step = valueNamed<CommandType>(kind);
    return step ? stepVerb(*step) : translated(QT_TRANSLATE_NOOP("ReplyFields", "Reply"));
}

QString keptHtml(const KeptText &text, const RulePack *pack)
{
    QJsonObject body = text.body;
    QString html;
    if (const QJsonValue reply = body.take(QStringLiteral("reply")); reply.isObject()) {
        const QJsonObject inner = reply.toObject();
        for (auto one = inner.begin(); one != inner.end(); ++one)
            html += headed(replyFieldText(one.key()), replyValueText(one.key(), one.value(), pack));
    }
    for (auto one = body.begin(); one != body.end(); ++one)
        html += headed(replyFieldText(one.key()), replyValueText(one.key(), one.value(), pack));
    return html;
}

} // namespace chengban
