#include "shared/dossier/Filing.h"

#include <QRegularExpression>

#include <algorithm>

namespace chengban {
namespace {

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isRetention(const QString &code)
{
    return matches(QStringLiteral("D10|D30|Y"), code);
}

} // namespace

Retention proposedRetention(const Case &theCase, const DossierTemplate &form)
{
    const auto applies = [&](LongerFor reason) { return form.longerFor.contains(reason); };
    const bool supervised = std::ranges::any_of(
        theCase.orders, [](const Order &order) { return order.kind == OrderKind::Supervision; });
    if (applies(LongerFor::Instruction) && !theCase.instructions.isEmpty())
        return {form.longer, QStringLiteral("有领导批示")};
    if (applies(LongerFor::Supervision) && supervised)
        return {form.longer, QStringLiteral("经督办")};
    if (applies(LongerFor::Urge) && !theCase.urges.isEmpty())
        return {form.longer, QStringLiteral("经催办督办")};
    // The earlier replies and this one.
    if (applies(LongerFor::Repeat) && theCase.earlierReplies.size() + 1 >= form.repeatedFrom)
        return {form.longer, QStringLiteral("重复诉求")};
    return {form.ordinary, {}};
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

QString nextArchiveNumber(
    const QStringList &filed, const DossierTemplate &form, int year, const QString &retention)
{
    static const QRegularExpression parts(
        QStringLiteral("^([A-Z0-9]{1,4})-([A-Z]{2})·([A-Z0-9]{1,4})·(\\d{4})·(D10|D30|Y)-(\\d{4})$"));
    QString fonds;
    int volume = 0;
    for (const QString &number : filed) {
        const QRegularExpressionMatch match = parts.match(number);
        if (!match.hasMatch())
            continue;
        fonds = match.captured(1);
        const bool sameList = match.captured(2) == form.category && match.captured(3) == form.subcategory
            && match.captured(4).toInt() == year && match.captured(5) == retention;
        if (sameList)
            volume = std::max(volume, match.captured(6).toInt());
    }
    const ArchiveNumbering numbering{fonds, form.category, form.subcategory};
    return archiveNumber(numbering, year, retention, volume + 1).value_or(QString());
}

int retentionEnds(int year, const QString &retention)
{
    if (year <= 0 || retention == u'Y' || !isRetention(retention))
        return 0;
    return year + retention.mid(1).toInt();
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
