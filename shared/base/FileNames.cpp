#include "shared/base/FileNames.h"

#include <QRegularExpression>

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 255; ///< Of a name, on Linux' file systems.
constexpr qsizetype longestEnding = 12;

bool isRefused(QChar c)
{
    return c < u' ' || u"<>:\"|?*\\/"_s.contains(c);
}

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

QString trimmedName(QString name)
{
    name = name.trimmed();
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return name;
}

/// ".pdf" of a name; empty when what follows the last dot is no ending.
QString endingOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool isEnding = dot > 0 && name.size() - dot <= longestEnding && !name.mid(dot).contains(u' ');
    return isEnding ? name.mid(dot) : QString();
}

bool fits(const QString &name, qsizetype most)
{
    return name.size() <= most && name.toUtf8().size() <= mostBytes;
}

QString shortened(const QString &name, qsizetype most)
{
    const QString ending = endingOf(name);
    QString stem = name.chopped(ending.size());
    while (!stem.isEmpty() && !fits(stem + ending, most))
        stem.chop(stem.size() > 1 && stem.back().isLowSurrogate() ? 2 : 1);
    return trimmedName(stem) + ending;
}

} // namespace

bool isWindowsName(const QString &name)
{
    static const QRegularExpression device(
        u"\\A(CON|PRN|AUX|NUL|CLOCK\\$|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])\\s*(\\.|\\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return !name.isEmpty() && !name.endsWith(u'.') && !name.endsWith(u' ')
        && std::ranges::none_of(name, &isRefused) && !device.match(name).hasMatch();
}

QString safeFileName(const QString &name, qsizetype most)
{
    QString safe;
    for (const QChar c : name) {
        if (!isInvisible(c))
            safe += isRefused(c) ? QChar(u'_') : c;
    }
    safe = trimmedName(safe);
    if (safe.isEmpty())
        return u"_"_s;
    if (!isWindowsName(safe))
        safe.prepend(u'_');
    return fits(safe, most) ? safe : shortened(safe, most);
}

QString plainFileName(const QString &words, qsizetype most)
{
    QString plain = words;
    for (QChar &c : plain) {
        if (!c.isLetterOrNumber() && c != u'-')
            c = u'_';
    }
    return safeFileName(plain, most);
}

} // namespace chengban
