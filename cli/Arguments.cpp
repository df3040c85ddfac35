#include "cli/Arguments.h"

#include <QCoreApplication>

namespace chengban::cli {

Arguments::Arguments(std::initializer_list<Option> options, int files)
    : m_options(options)
    , m_files(files)
{
    for (const Option &option : m_options) {
        const auto name = QString::fromLatin1(option.name);
        m_parser.addOption(
            QCommandLineOption(name, QString(), option.flag ? QString() : QStringLiteral("value")));
    }
}

bool Arguments::parse(const QStringList &arguments, Console &console)
{
    const QString text = fault(arguments);
    if (!text.isEmpty())
        console.refuseUsage(text);
    return text.isEmpty();
}

QString Arguments::fault(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList{QString()} + arguments))
        return m_parser.errorText();
    for (const Option &option : m_options) {
        const auto name = QString::fromLatin1(option.name);
        if (option.required && !m_parser.isSet(name))
            return QCoreApplication::translate("Cli", "The option --%1 is missing.").arg(name);
        if (m_parser.values(name).size() > 1)
            return QCoreApplication::translate("Cli", "The option --%1 is given twice.").arg(name);
    }
    if (m_files == oneFileOrMore && files().isEmpty())
        return QCoreApplication::translate("Cli", "No file is named.");
    if (m_files != oneFileOrMore && files().size() != m_files)
        return QCoreApplication::translate("Cli", "%n file(s) must be named.", nullptr, m_files);
    return {};
}

QString Arguments::value(const char *name) const
{
    return m_parser.value(QString::fromLatin1(name));
}

QString Arguments::value(const char *name, const QString &otherwise) const
{
    return has(name) ? value(name) : otherwise;
}

bool Arguments::has(const char *name) const
{
    return m_parser.isSet(QString::fromLatin1(name));
}

QString Arguments::file(int index) const
{
    return files().value(index);
}

} // namespace chengban::cli
