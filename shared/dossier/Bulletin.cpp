#include "shared/dossier/Bulletin.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <numeric>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal tableWidthMm = 156; ///< 版心
constexpr int leastCharacters = 3; ///< Below it a head of two characters would break.

struct Member
{
    const char *name;
    QString Bulletin::*text;
};

constexpr std::array members{Member{"mark", &Bulletin::mark}, Member{"issuer", &Bulletin::issuer},
    Member{"reference", &Bulletin::reference}, Member{"title", &Bulletin::title},
    Member{"recipient", &Bulletin::recipient}, Member{"copies", &Bulletin::copies},
    Member{"printedBy", &Bulletin::printedBy}};

/// In half characters, as they are set: Chinese ones are twice as wide.
int widthOf(const QString &cell)
{
    return std::accumulate(cell.begin(), cell.end(), 0,
        [](int sum, QChar one) { return sum + (one.unicode() < 0x2000 ? 1 : 2); });
}

QList<qreal> widthsFor(const QStringList &heads, const QList<QStringList> &rows)
{
    QList<int> characters;
    for (qsizetype column = 0; column < heads.size(); ++column) {
        int most = std::max(widthOf(heads[column]), 2 * leastCharacters);
        for (const QStringList &row : rows)
            most = std::max(most, widthOf(row[column]));
        characters.append(most);
    }
    const int all = std::accumulate(characters.begin(), characters.end(), 0);
    QList<qreal> widths;
    for (const int one : std::as_const(characters))
        widths.append(tableWidthMm * one / all);
    return widths;
}

Result<void> complete(const Bulletin &bulletin)
{
    if (bulletin.mark.isEmpty())
        return fail(ErrorCode::MissingField, u"mark"_s);
    if (bulletin.title.isEmpty())
        return fail(ErrorCode::MissingField, u"title"_s);
    if (bulletin.paragraphs.isEmpty())
        return fail(ErrorCode::MissingField, u"text"_s);
    return {};
}

} // namespace

Result<BulletinAnnex> annexFrom(const QString &title, const QString &table)
{
    BulletinAnnex annex;
    annex.title = title;
    int number = 0;
    for (const QString &line : table.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        QStringList cells = line.split(u'\t');
        for (QString &cell : cells)
            cell = cell.simplified();
        if (annex.heads.isEmpty())
            annex.heads = cells;
        else if (cells.size() != annex.heads.size())
            return fail(ErrorCode::BadInput, QString::number(number));
        else
            annex.rows.append(cells);
    }
    if (annex.rows.isEmpty())
        return fail(ErrorCode::BadInput, QString::number(number));
    annex.widthsMm = widthsFor(annex.heads, annex.rows);
    return annex;
}

Result<Bulletin> bulletinOf(const BulletinDraft &draft)
{
    Bulletin bulletin = draft.bulletin;
    bulletin.paragraphs.removeIf([](const QString &paragraph) { return paragraph.trimmed().isEmpty(); });
    bulletin.annexes.clear();
    if (const Result<void> whole = complete(bulletin); !whole)
        return fail(whole.error());
    if (draft.annexTable.trimmed().isEmpty())
        return bulletin;
    auto annex = annexFrom(draft.annexTitle, draft.annexTable);
    if (!annex)
        return fail(annex.error());
    bulletin.annexes.append(*std::move(annex));
    return bulletin;
}

QJsonObject toJson(const BulletinDraft &draft)
{
    QJsonObject json{{u"paragraphs"_s, QJsonArray::fromStringList(draft.bulletin.paragraphs)},
        {u"atMs"_s, draft.bulletin.atMs}, {u"printedAtMs"_s, draft.bulletin.printedAtMs},
        {u"annexTitle"_s, draft.annexTitle}, {u"annexTable"_s, draft.annexTable}};
    for (const Member &member : members)
        json.insert(QLatin1StringView(member.name), draft.bulletin.*member.text);
    return json;
}

BulletinDraft bulletinDraftFrom(const QJsonObject &json)
{
    BulletinDraft draft;
    for (const Member &member : members)
        draft.bulletin.*member.text = json.value(QLatin1StringView(member.name)).toString();
    for (const QJsonValue &paragraph : json.value(u"paragraphs"_s).toArray())
        draft.bulletin.paragraphs.append(paragraph.toString());
    draft.bulletin.atMs = json.value(u"atMs"_s).toInteger();
    draft.bulletin.printedAtMs = json.value(u"printedAtMs"_s).toInteger();
    draft.annexTitle = json.value(u"annexTitle"_s).toString();
    draft.annexTable = json.value(u"annexTable"_s).toString();
    return draft;
}

} // namespace chengban
