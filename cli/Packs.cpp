#include "cli/Arguments.h"
#include "cli/PackDiff.h"
#include "cli/RuleFiles.h"
#include "cli/Subcommands.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/rules/PackSheet.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace chengban::cli {

namespace {

QJsonObject headJson(const RulePack &pack)
{
    return {{QStringLiteral("id"), pack.id}, {QStringLiteral("version"), pack.version},
        {QStringLiteral("effectiveFrom"), pack.effectiveFrom.toString(Qt::ISODate)},
        {QStringLiteral("digest"), hex(pack.digest)}, {QStringLiteral("title"), pack.title}};
}

Exit listPacks(const QStringList &arguments, Console &console)
{
    Arguments given({{"json", false, true}}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    QJsonArray heads;
    for (const QString &id : packIds()) {
        const auto pack = packNamed(id);
        if (!pack)
            return console.refuse(pack.error());
        heads.append(headJson(*pack));
        if (!given.has("json")) {
            console.out << pack->id << QLatin1Char('\t') << pack->version << QLatin1Char('\t')
                        << pack->effectiveFrom.toString(Qt::ISODate) << QLatin1Char('\t')
                        << hex(pack->digest).first(16) << QLatin1Char('\t') << pack->title << Qt::endl;
        }
    }
    if (given.has("json"))
        console.print({{QStringLiteral("packs"), heads}});
    return Exit::Fine;
}

void print(const RuleLine &row, QTextStream &out)
{
    out << QStringLiteral("  ") << row.text;
    if (!row.place.isEmpty())
        out << QStringLiteral("  ") << row.place;
    out << '\n';
    if (!row.note.isEmpty())
        out << QStringLiteral("    ") << row.note << '\n';
}

/// The whole pack, with what it extends: in words, or as it is read.
Exit showPack(const QStringList &arguments, Console &console)
{
    Arguments given({{"json", false, true}}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto pack = packNamed(given.file());
    if (!pack)
        return console.refuse(pack.error());
    if (given.has("json")) {
        console.print(*parseJsonObject(pack->form));
        return Exit::Fine;
    }
    console.out << pack->title << '\n';
    for (const RuleSection &section : packSheet(*pack)) {
        console.out << '\n' << section.heading << '\n';
        for (const RuleLine &row : section.rows)
            print(row, console.out);
    }
    console.out.flush();
    return Exit::Fine;
}

/// One file's verdict for people and for programs.
QJsonObject verdictOf(const QString &path, const Result<RulePack> &pack)
{
    QJsonObject verdict{{QStringLiteral("file"), path}, {QStringLiteral("valid"), pack.has_value()}};
    const QJsonObject more = pack ? headJson(*pack)
                                  : QJsonObject{{QStringLiteral("code"), errorName(pack.error().code)},
                                      {QStringLiteral("place"), pack.error().detail},
                                      {QStringLiteral("message"), errorText(pack.error().code)}};
    for (auto member = more.begin(); member != more.end(); ++member)
        verdict.insert(member.key(), member.value());
    return verdict;
}

Exit validatePacks(const QStringList &arguments, Console &console)
{
    Arguments given({{"json", false, true}}, Arguments::oneFileOrMore);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    QJsonArray verdicts;
    Exit exit = Exit::Fine;
    for (const QString &path : given.files()) {
        const auto bytes = fileContent(path);
        if (!bytes)
            return console.refuse(bytes.error());
        const auto pack = loadRulePack(*bytes);
        exit = pack ? exit : Exit::Findings;
        verdicts.append(verdictOf(path, pack));
        if (given.has("json"))
            continue;
        console.out << path << QStringLiteral(": ");
        if (pack) {
            //: %1 id of a rule pack, %2 its version, %3 its digest
            console.out << QCoreApplication::translate("Cli", "%1, version %2, is a valid rule pack. SM3 %3")
                               .arg(pack->id, QString::number(pack->version), hex(pack->digest))
                        << Qt::endl;
        } else {
            console.out << errorLine(pack.error()) << Qt::endl;
        }
    }
    if (given.has("json"))
        console.print({{QStringLiteral("files"), verdicts}});
    return exit;
}

QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("-");
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

Exit diffPacks(const QStringList &arguments, Console &console)
{
    Arguments given({{"json", false, true}}, 2);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto before = packNamedOrFrom(given.file(0));
    const auto after = packNamedOrFrom(given.file(1));
    if (!before || !after)
        return console.refuse(before ? after.error() : before.error());
    const auto changes = packChanges(*parseJsonObject(before->form), *parseJsonObject(after->form));
    QJsonArray list;
    for (const PackChange &change : changes) {
        list.append(QJsonObject{{QStringLiteral("place"), change.place},
            {QStringLiteral("before"), change.before}, {QStringLiteral("after"), change.after}});
        if (!given.has("json")) {
            console.out << change.place << QStringLiteral(": ") << shown(change.before)
                        << QStringLiteral(" -> ") << shown(change.after) << Qt::endl;
        }
    }
    if (given.has("json"))
        console.print({{QStringLiteral("changes"), list}});
    return changes.isEmpty() ? Exit::Fine : Exit::Findings;
}

struct Row
{
    const char *name;
    Exit (*run)(const QStringList &arguments, Console &console);
};
constexpr std::array table{
    Row{"list", &listPacks},
    Row{"show", &showPack},
    Row{"validate", &validatePacks},
    Row{"diff", &diffPacks},
    Row{"compare", &runPacksCompare},
};

} // namespace

Exit runPacks(const QStringList &arguments, Console &console)
{
    const QString what = arguments.value(0);
    const auto row
        = std::ranges::find_if(table, [&](const Row &one) { return what == QLatin1StringView(one.name); });
    if (row != table.end())
        return row->run(arguments.mid(1), console);
    QStringList names;
    for (const Row &one : table)
        names.append(QString::fromLatin1(one.name));
    return console.refuseUsage(
        //: %1 list of words
        QCoreApplication::translate("Cli", "packs takes one of: %1").arg(names.join(QStringLiteral(", "))));
}

} // namespace chengban::cli
