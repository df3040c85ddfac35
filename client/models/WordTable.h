#pragma once

#include <QCoreApplication>
#include <QString>

namespace chengban {

/// What a value is called in the window, before translation.
template <typename Key> struct Word
{
    Key key;
    const char *text;
};

/// The translated word of a value, by the context it was marked with; empty when the table has none.
template <typename Key, typename Asked, size_t N>
QString wordFor(const char *context, const Word<Key> (&words)[N], const Asked &key)
{
    for (const auto &word : words) {
        if (word.key == key)
            return QCoreApplication::translate(context, word.text);
    }
    return {};
}

} // namespace chengban
