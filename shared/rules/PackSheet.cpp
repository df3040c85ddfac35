#include "shared/rules/PackSheet.h"

#include "shared/canonical/JsonReader.h"
#include "shared/rules/Citations.h"
#include "shared/rules/PackWords.h"
#include "shared/rules/RuleKinds.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

using namespace Qt::StringLiterals;

/// A member whose value is the code of a row in another list.
struct Reference
{
    const char *member;
    QList<CodedReason> RulePack::*rows;
};
constexpr std::array references{Reference{"outcome", &RulePack::outcomes},
    Reference{"caseType", &RulePack::caseTypes}, Reference{"group", &RulePack::caseTypes},
    Reference{"group", &RulePack::supervisionMethods}};

/// Writes the rows of one pack.
class Writer
{
public:
    explicit Writer(const RulePack &pack)
        : m_pack(pack)
    {
    }

    [[nodiscard]] QList<RuleLine> rows(const RuleKind &kind, const QJsonValue &value) const;

private:
    [[nodiscard]] RuleLine row(const QString &title, const QJsonObject &rule) const;
    [[nodiscard]] QString said(const QString &member, const QJsonValue &value) const;
    [[nodiscard]] QString valueText(const QString &member, const QJsonValue &value) const;
    [[nodiscard]] QString labelOf(const QString &member, const QString &code) const;

    const RulePack &m_pack;
};

/// The label of the row that a code names; the code itself when there is none.
QString Writer::labelOf(const QString &member, const QString &code) const
{
    for (const Reference &reference : references) {
        const CodedReason *known = reasonCoded(m_pack.*reference.rows, code);
        if (member == QLatin1StringView(reference.member) && known)
            return known->label;
    }
    const auto &metrics = m_pack.assessment.metrics;
    const auto metric = std::ranges::find(metrics, code, &Metric::code);
    return member == u"metric" && metric != metrics.end() ? metric->label : code;
}

QString Writer::valueText(const QString &member, const QJsonValue &value) const
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue &one : value.toArray())
            texts.append(valueText(member, one));
        return texts.join(u'、');
    }
    const QString code = value.toString();
    const QString label = labelOf(member, code);
    const QString counters = QStringLiteral("counter"); // `of` names one, too
    return label != code ? label : valueWord(member == u"of" ? counters : member, code).value_or(code);
}

QString named(const QString &name, const QString &value)
{
    //: %1 name of a rule's member, %2 its value
    return QCoreApplication::translate("PackWords", "%1: %2").arg(name, value);
}

/// A member as part of a row; empty for what a row need not say: a flag that is not set.
QString Writer::said(const QString &member, const QJsonValue &value) const
{
    const QString name = memberWord(member).value_or(member);
    if (value.isBool())
        return value.toBool() ? name : QString();
    const QString text = valueText(member, value);
    return text.isEmpty() ? QString() : named(name, text);
}

RuleLine Writer::row(const QString &title, const QJsonObject &rule) const
{
    static const QStringList aside{u"cite"_s, u"note"_s, u"code"_s, u"label"_s, u"name"_s};
    QStringList parts;
    for (auto member = rule.begin(); member != rule.end(); ++member) {
        if (!aside.contains(member.key()))
            parts.append(said(member.key(), *member));
    }
    parts.removeAll(QString());
    parts.sort();
    if (!title.isEmpty())
        parts.prepend(title);
    return {parts.join(QCoreApplication::translate("PackWords", "; ")),
        citedText(rule[u"cite"].toString(), m_pack.documents), rule[u"note"].toString()};
}

QList<RuleLine> Writer::rows(const RuleKind &kind, const QJsonValue &value) const
{
    const QString name = QString::fromLatin1(kind.name);
    QList<RuleLine> rows;
    for (const QJsonValue &one : value.toArray()) {
        const QString label = one[u"label"].toString();
        rows.append(row(label.isEmpty() ? valueText(u"name"_s, one[u"name"]) : label, one.toObject()));
    }
    const QJsonObject members = value.toObject();
    if (kind.form == RuleKind::Form::Rule && !members.isEmpty())
        rows.append(row({}, members));
    if (kind.form != RuleKind::Form::Members && kind.form != RuleKind::Form::Words)
        return rows;
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString title = valueWord(name, member.key()).value_or(member.key());
        if (member->isObject())
            rows.append(row(title, member->toObject()));
        else
            rows.append({named(title, valueText(name, *member)), {}, {}});
    }
    return rows;
}

} // namespace

QList<RuleSection> packSheet(const RulePack &pack)
{
    const auto json = parseJsonObject(pack.form);
    const Writer writer(pack);
    QList<RuleSection> sections;
    for (const RuleKind &kind : ruleKinds()) {
        const QString name = QString::fromLatin1(kind.name);
        const QList<RuleLine> rows = json ? writer.rows(kind, json->value(name)) : QList<RuleLine>();
        if (!rows.isEmpty() && name != u"documents")
            sections.append({name, kindWord(name).value_or(name), rows});
    }
    return sections;
}

} // namespace chengban
