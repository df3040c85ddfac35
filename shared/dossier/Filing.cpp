#include "shared/dossier/Filing.h"

#include <QRegularExpression>

namespace chengban {
namespace {

constexpr qsizetype repeatedFrom = 3;

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isRetention(const QString &code)
{
    return matches(QStringLiteral("D10|D30|Y"), code);
}

} // namespace

Retention proposedRetention(const Case &theCase)
{
    const QString longer = QStringLiteral("D30");
    if (!theCase.instructions.isEmpty())
        return {longer, QStringLiteral("有领导批示")};
    if (!theCase.urges.isEmpty())
        return {longer, QStringLiteral("经催办督办")};
    // The earlier replies and this one.
    if (theCase.earlierReplies.size() + 1 >= repeatedFrom)
        return {longer, QStringLiteral("重复诉求")};
    return {QStringLiteral("D10"), {}};
}

Result<QString> archiveNumber(
    const ArchiveNumbering &numbering, int year, const QString &retention, int volume)
{
    const bool sound = matches(QStringLiteral("[A-Z0-9]{1,4}"), numbering.fonds)
        && matches(QStringLiteral("[A-Z]{2}"), numbering.category)
        && matches(QStringLiteral("[A-Z0-9]{1,4}"), numbering.subcategory) && year >= 1949 && year <= 9999
        && isRetention(retention) && volume >= 1 && volume <= 9999;
    if (!sound)
        return fail(ErrorCode::BadInput, QStringLiteral("archive number"));
    return QStringLiteral("%1-%2·%3·%4·%5-%6")
        .arg(numbering.fonds, numbering.category, numbering.subcategory)
        .arg(year)
        .arg(retention)
        .arg(volume, 4, 10, QLatin1Char('0'));
}

bool isArchiveNumber(const QString &number, int year, const QString &retention)
{
    // Archives join the parts in their own ways, and some leave the category out.
    const QString pattern = QStringLiteral("[A-Z0-9]{1,8}([·-][A-Z]{1,4}[0-9]{0,4})*[·-]%1[·-]%2[·-]\\d{3,4}")
                                .arg(year)
                                .arg(QRegularExpression::escape(retention));
    return isRetention(retention) && matches(pattern, number);
}

QList<QList<qsizetype>> volumesOf(const QList<int> &pagesOfPapers, int most)
{
    QList<QList<qsizetype>> volumes;
    int pages = 0;
    for (qsizetype paper = 0; paper < pagesOfPapers.size(); ++paper) {
        if (volumes.isEmpty() || pages + pagesOfPapers[paper] > most) {
            volumes.append(QList<qsizetype>{});
            pages = 0;
        }
        volumes.last().append(paper);
        pages += pagesOfPapers[paper];
    }
    return volumes;
}

} // namespace chengban
