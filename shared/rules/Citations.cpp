#include "shared/rules/Citations.h"

#include <QRegularExpression>

#include <algorithm>

namespace chengban {

namespace {

const QRegularExpression &rowIds()
{
    static const QRegularExpression ids(QStringLiteral(
        "\\A[A-Z]{1,4}[0-9]+(\\.[0-9]+)?[a-z]?([,、-][A-Z]{1,4}[0-9]+(\\.[0-9]+)?[a-z]?)*(?= |\\z)"));
    return ids;
}

/// The titles of the documents that the rows are of, each once.
QString titles(const QStringList &rows, const QList<Document> &documents)
{
    static const QRegularExpression digits(QStringLiteral("[0-9].*"));
    QStringList titles;
    for (QString row : rows) {
        const auto document = std::ranges::find(documents, row.remove(digits), &Document::rows);
        const QString title
            = document == documents.end() ? QString() : QStringLiteral("《%1》").arg(document->title);
        if (!titles.contains(title))
            titles.append(title);
    }
    return titles.join(QString());
}

} // namespace

QStringList citedRows(const QString &cite)
{
    static const QRegularExpression between(QStringLiteral("[,、-]"));
    const auto ids = rowIds().match(cite);
    return ids.hasMatch() ? ids.captured().split(between) : QStringList();
}

QString citedText(const QString &cite, const QList<Document> &documents)
{
    const QString betweenPlaces = QStringLiteral("; "); // PackComposing.cpp, BothRules.cpp
    QStringList places;
    for (const QString &place : cite.split(betweenPlaces)) {
        const auto ids = rowIds().match(place);
        const QString text = ids.hasMatch()
            ? titles(citedRows(place), documents) + place.mid(ids.capturedEnd()).trimmed()
            : place;
        if (!text.isEmpty())
            places.append(text);
    }
    return places.join(QStringLiteral("；"));
}

} // namespace chengban
