// GB/T 9704-2012 7.2.5: 机关代字〔年份〕序号号, the year in full in tortoise-shell brackets, the number
// without 第 and without leading zeros.
#include "shared/reply/TextChecks.h"
#include "shared/reply/TextRules.h"

namespace chengban {

namespace {

bool anyMatch(const QRegularExpressionMatch &)
{
    return true;
}

/// The year in other brackets before the number of a document; a court's "（2019）湘01民初1号" is none.
const QRegularExpression &wrongBrackets()
{
    static const QRegularExpression form(
        QStringLiteral("(?<=[\\x{4e00}-\\x{9fff}])(?<!国用)(?<!权证)\\s?[\\[(（【［{]\\s?(?:"
                       "19|20)[0-9]{2}\\s?年?[\\])）】］}]\\s?第?[0-9]{1,4}"
                       "(?:\\s?号|(?=[，。；、）)》\\s]|\\z))"));
    return form;
}

const QRegularExpression &wrongNumber()
{
    static const QRegularExpression form(QStringLiteral(
        "〔(?:19|20)[0-9]{2}〕\\s?(?:第[0-9]+\\s?号?|0[0-9]*\\s?号?|[0-9]+(?![0-9]|\\s?号)|号)"));
    return form;
}

/// "《…》十二条" and "《…》第十二，": an article without 第 or without 条.
const QRegularExpression &wrongArticle()
{
    static const QRegularExpression form(
        QStringLiteral("》(?:（[^（）]{1,40}）)?\\s?"
                       "((?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,7})条(?![款件例约])|"
                       "第(?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,7})(?=[，。；、：的规之]))"));
    return form;
}

/// Notes each 《 without its 》 and each 》 without its 《; titles may stand in titles.
void addTitleMarks(TextFinder &answer)
{
    if (!answer.wants("title-mark-unpaired"))
        return;
    QList<qsizetype> open;
    const QString &text = answer.text();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'《')
            open.append(i);
        if (text[i] != u'》')
            continue;
        if (open.isEmpty())
            answer.note("title-mark-unpaired", i, 1);
        else
            open.removeLast();
    }
    for (const qsizetype at : open)
        answer.note("title-mark-unpaired", at, 1);
}

/// The title as the list of repealed laws has it: without the state's name and a year or remark behind it.
QString lawTitle(QString title)
{
    const qsizetype remark = title.indexOf(QRegularExpression(QStringLiteral("[（(]")));
    if (remark > 0)
        title.truncate(remark);
    const QString state = QStringLiteral("中华人民共和国");
    title = title.trimmed();
    return title.startsWith(state) ? title.mid(state.size()) : title;
}

void addRepealedLaws(TextFinder &answer, const AnswerText &about)
{
    const QDate day = replyDay(about.reply, about.context);
    if (!day.isValid())
        return;
    static const QRegularExpression title(QStringLiteral("《([^《》]{2,60})》"));
    answer.noteMatches("law-repealed", title, [day](const QRegularExpressionMatch &match) {
        const auto law = textRules().repealed.constFind(lawTitle(match.captured(1)));
        return law != textRules().repealed.constEnd() && law->since <= day;
    });
}

} // namespace

void addCitationFaults(TextFinder &answer, const AnswerText &about)
{
    answer.noteMatches("document-number-malformed", wrongBrackets(), &anyMatch);
    answer.noteMatches("document-number-malformed", wrongNumber(), &anyMatch);
    addTitleMarks(answer);
    answer.noteMatches("article-malformed", wrongArticle(), &anyMatch);
    addRepealedLaws(answer, about);
}

} // namespace chengban
