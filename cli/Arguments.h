#pragma once

#include "cli/Console.h"

#include <QCommandLineParser>

#include <initializer_list>
#include <optional>

namespace chengban::cli {

/// The options and files of one subcommand. Unknown, repeated and missing ones are refused, never guessed.
class Arguments
{
public:
    struct Option
    {
        const char *name;
        bool required = false;
        bool flag = false; ///< Takes no value.
    };

    static constexpr int oneFileOrMore = -1;

    Arguments(std::initializer_list<Option> options, int files);

    /// Says on the console what is wrong; false then.
    [[nodiscard]] bool parse(const QStringList &arguments, Console &console);

    [[nodiscard]] QString value(const char *name) const;
    [[nodiscard]] QString value(const char *name, const QString &otherwise) const;
    [[nodiscard]] bool has(const char *name) const;
    [[nodiscard]] QString file(int index = 0) const;
    [[nodiscard]] QStringList files() const { return m_parser.positionalArguments(); }

private:
    [[nodiscard]] QString fault(const QStringList &arguments);

    QList<Option> m_options;
    int m_files;
    QCommandLineParser m_parser;
};

} // namespace chengban::cli
