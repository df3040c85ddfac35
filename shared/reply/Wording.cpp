#include "shared/reply/Wording.h"

#include <algorithm>

namespace chengban {

QString filled(const QString &form, std::initializer_list<Filling> fillings)
{
    QString text;
    for (qsizetype at = 0; at < form.size();) {
        const QStringView rest = QStringView(form).mid(at);
        const auto fits = [rest](const Filling &filling) {
            return rest.startsWith(QLatin1Char('{') + QString::fromLatin1(filling.name) + QLatin1Char('}'));
        };
        const auto *filling = form[at] == u'{' ? std::ranges::find_if(fillings, fits) : fillings.end();
        if (filling == fillings.end()) {
            text += form[at++];
            continue;
        }
        text += filling->value;
        at += static_cast<qsizetype>(qstrlen(filling->name)) + 2;
    }
    return text;
}

int letterCount(const QString &text)
{
    int count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t letter = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size()) {
            letter = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        count += QChar::isLetterOrNumber(letter) ? 1 : 0;
    }
    return count;
}

QString withoutSpaces(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace(); });
}

} // namespace chengban
