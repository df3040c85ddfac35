// Every rule of every pack in words: what the window and the command line show of them.
#include "shared/base/Translations.h"
#include "shared/canonical/JsonReader.h"
#include "shared/rules/Citations.h"
#include "shared/rules/LinkedRules.h"
#include "shared/rules/PackSheet.h"
#include "shared/rules/PackWords.h"
#include "shared/rules/RuleKinds.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const QList<RulePack> &allPacks()
{
    static const QList<RulePack> packs = linkedRules().value().packs;
    return packs;
}

QString withoutCodes(QString text)
{
    static const QRegularExpression placeholder(u"\\{[a-z-]*\\}?"_s);
    return text.remove(placeholder);
}

QString sectionOf(const RulePack &pack, const QString &kind)
{
    const QList<RuleSection> sheet = packSheet(pack);
    const auto section = std::ranges::find(sheet, kind, &RuleSection::kind);
    QString text;
    for (const RuleLine &row : section == sheet.end() ? QList<RuleLine>() : section->rows)
        text += row.text + u'\n' + row.place + u'\n' + row.note + u'\n';
    return text;
}

QString whole(const RulePack &pack)
{
    QString text;
    for (const RuleSection &section : packSheet(pack))
        text += section.heading + u'\n' + sectionOf(pack, section.kind);
    return text;
}

/// A value that is another one of the same kind.
QJsonValue another(const QString &member, const QJsonValue &value)
{
    if (value.isBool())
        return !value.toBool();
    if (value.isDouble())
        return value.toInteger() + 1;
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        list.append(list.isEmpty() || list.first().isString() ? QJsonValue(u"新增"_s) : QJsonValue(0));
        return list;
    }
    return member == u"cite" ? QJsonValue(u"Z1 新处"_s) : QJsonValue(value.toString() + u"新"_s);
}

/// The pack as it would be shown if its form held that alone: values that the loader refuses are shown, too.
RulePack shownAs(RulePack pack, const QJsonObject &json)
{
    pack.form = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return pack;
}

const QStringList codes{u"code"_s}; ///< What commands and logs say; people read the label.

} // namespace

class TestPackSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachValueOfEachRule_isShown_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < allPacks().size(); ++i)
            QTest::newRow(qPrintable(allPacks()[i].id)) << i;
    }
    void eachValueOfEachRule_isShown()
    {
        QFETCH(int, index);
        m_pack = allPacks()[index];
        m_json = parseJsonObject(m_pack.form).value();
        m_changed = 0;
        for (const RuleKind &kind : ruleKinds()) {
            const QString name = QString::fromLatin1(kind.name);
            if (name == u"documents" || !m_json.contains(name))
                continue;
            const QJsonValue value = m_json[name];
            m_usual = sectionOf(shownAs(m_pack, {{name, value}}), name);
            for (qsizetype i = 0; i < value.toArray().size(); ++i)
                changeEach(name, value.toArray()[i].toObject(), [&](const QJsonValue &row) {
                    QJsonArray rows = value.toArray();
                    rows[i] = row;
                    return QJsonValue(rows);
                });
            if (value.isObject())
                changeMembers(kind, value.toObject());
        }
        QVERIFY(m_changed > 250);
    }

    void everyMemberAndValue_hasAWordInChinese()
    {
        installTranslations(*QCoreApplication::instance(), QLocale(u"zh_CN"_s));
        static const QRegularExpression english(u"[A-Za-z]{2,}"_s);
        static const QRegularExpression known(u"OA|AB|XX+|X|xx+|GB|WiFi"_s);
        for (const RulePack &pack : allPacks()) {
            for (const RuleSection &section : packSheet(pack)) {
                for (const RuleLine &row : section.rows) {
                    const QString text = withoutCodes(section.heading + row.text).remove(known);
                    QVERIFY2(!english.match(text).hasMatch(), qPrintable(pack.id + u": "_s + row.text));
                }
            }
        }
    }

    void whatIsShown_namesDocumentAndArticleInsteadOfOurIds()
    {
        static const QRegularExpression id(u"\\b(T|HA|HB|HC|HD|HE|HF|M|N|G)[0-9]"_s);
        for (const RulePack &pack : allPacks()) {
            const QString text = whole(pack);
            QVERIFY2(!id.match(text).hasMatch(), qPrintable(pack.id + id.match(text).captured()));
            for (const Limit &limit : pack.limits) {
                const QString place = citedText(limit.cite, pack.documents);
                QVERIFY2(place.startsWith(u'《') && place.contains(u'》'), qPrintable(limit.cite));
            }
        }
    }

    void cite_inWords_data()
    {
        QTest::addColumn<QString>("cite");
        QTest::addColumn<QString>("text");
        QTest::newRow("one row") << u"T9 一(二)"_s << u"《通知》一(二)"_s;
        QTest::newRow("several rows") << u"T21,T22,T23 二(二)"_s << u"《通知》二(二)"_s;
        QTest::newRow("a point in the id") << u"HB7.3b 第七条3"_s << u"《办法》第七条3"_s;
        QTest::newRow("two documents")
            << u"HB7.3b,HD6 第七条3、交办制度三(三)"_s << u"《办法》《制度》第七条3、交办制度三(三)"_s;
        QTest::newRow("rules that bind together")
            << u"T9 一(二); HB7.2a 第七条2"_s << u"《通知》一(二)；《办法》第七条2"_s;
        QTest::newRow("a document nobody names") << u"Z1 第一条"_s << u"第一条"_s;
        QTest::newRow("an id alone") << u"T26"_s << u"《通知》"_s;
        QTest::newRow("a standard") << u"GB/T 9704-2012 7.2.5"_s << u"GB/T 9704-2012 7.2.5"_s;
        QTest::newRow("a national document") << u"国办函〔2025〕66号"_s << u"国办函〔2025〕66号"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void cite_inWords()
    {
        QFETCH(QString, cite);
        const QList<Document> documents{{u"T"_s, u"通知"_s}, {u"HB"_s, u"办法"_s}, {u"HD"_s, u"制度"_s}};
        QTEST(citedText(cite, documents), "text");
    }

private:
    /// Changes each member of a rule and looks whether what is shown changes with it.
    template <typename Put> void changeEach(const QString &kind, const QJsonObject &row, Put put)
    {
        for (auto member = row.begin(); member != row.end(); ++member) {
            if (codes.contains(member.key()))
                continue;
            QJsonObject other = row;
            other[member.key()] = another(member.key(), *member);
            const QString shown = sectionOf(shownAs(m_pack, {{kind, put(other)}}), kind);
            QVERIFY2(shown != m_usual, qPrintable(m_pack.id + u": "_s + kind + u'.' + member.key()));
            ++m_changed;
        }
    }

    void changeMembers(const RuleKind &kind, const QJsonObject &members)
    {
        const QString name = QString::fromLatin1(kind.name);
        if (kind.form == RuleKind::Form::Rule)
            return changeEach(name, members, [](const QJsonObject &rule) { return QJsonValue(rule); });
        for (auto member = members.begin(); member != members.end(); ++member) {
            const QString key = member.key();
            QJsonObject others = members;
            if (member->isObject()) {
                changeEach(name, member->toObject(), [&](const QJsonObject &rule) {
                    others[key] = rule;
                    return QJsonValue(others);
                });
                continue;
            }
            others[key] = another(key, *member);
            const QString shown = sectionOf(shownAs(m_pack, {{name, others}}), name);
            QVERIFY2(shown != m_usual, qPrintable(name + u'.' + key));
            ++m_changed;
        }
    }

    RulePack m_pack;
    QJsonObject m_json;
    QString m_usual; ///< What the section of the kind shows of the pack as it is.
    int m_changed = 0;
};

QTEST_GUILESS_MAIN(TestPackSheet)
#include "tst_PackSheet.moc"
