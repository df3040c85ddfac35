#include "client/store/Carry.h"
#include "cli/Arguments.h"
#include "cli/Subcommands.h"
#include "client/store/Cards.h"
#include "client/store/Store.h"
#include "client/store/Vault.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/JsonReader.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cstdio>

namespace chengban::cli {

namespace {

/// A store that was opened with its person's passphrase, and who that is.
struct Opened
{
    std::unique_ptr<Store> store;
    Carrier carrier;
    QString scope;
};

/// From the file, or the first line of standard input.
Result<QString> passphraseFrom(const QString &path)
{
    QByteArray text;
    if (path.isEmpty()) {
        QFile in;
        if (in.open(stdin, QIODevice::ReadOnly))
            text = in.readLine();
    } else {
        const auto content = fileContent(path);
        if (!content)
            return fail(content.error());
        text = content->split('\n').first();
    }
    return QString::fromUtf8(text).remove(QLatin1Char('\n'));
}

Result<Opened> opened(const Arguments &given)
{
    const QString folder = given.value("store");
    if (!QFile::exists(workPath(folder)))
        return fail(ErrorCode::FileUnreadable, workPath(folder));
    const auto passphrase = passphraseFrom(given.value("passphrase-file", QString()));
    if (!passphrase)
        return fail(passphrase.error());
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    auto vault = Vault::open(folder);
    if (!vault)
        return fail(vault.error());
    const auto key = vault->openByPassphrase(*passphrase, nowMs);
    if (!key)
        return fail(key.error());
    auto store = Store::open(folder, *key);
    if (!store)
        return fail(store.error());
    const auto who = (*store)->values().sealed(QStringLiteral("who"));
    const auto json
        = who && *who ? parseJsonObject(**who) : Result<QJsonObject>(fail(ErrorCode::StoreLocked));
    const auto actor = json ? logInFrom(*json) : Result<Actor>(fail(json.error()));
    if (!actor)
        return fail(actor.error());
    Opened found;
    found.carrier = {*actor, json->value(QStringLiteral("serverKey")).toString().toLatin1(),
        knownCards((*store)->documents()), nowMs};
    found.scope = wire::scopeOf(*actor);
    found.store = std::move(*store);
    return found;
}

Exit show(const Arguments &given, Console &console)
{
    const auto head = CarryReader::head(given.file());
    if (!head)
        return console.refuse(head.error());
    QJsonObject json = toJson(*head);
    json.remove(QStringLiteral("box"));
    json.insert(QStringLiteral("madeAt"), shownTime(head->madeAtMs));
    console.print(json);
    return Exit::Fine;
}

Exit list(const Arguments &given, Console &console)
{
    const auto store = opened(given);
    if (!store)
        return console.refuse(store.error());
    const auto packages = store->store->carriage().packages();
    if (!packages)
        return console.refuse(packages.error());
    QJsonArray known;
    for (const CarryPackage &one : *packages) {
        known.append(QJsonObject{{QStringLiteral("id"), one.id}, {QStringLiteral("state"), nameOf(one.state)},
            {QStringLiteral("madeAt"), shownTime(one.atMs)}, {QStringLiteral("other"), one.other.user.value},
            {QStringLiteral("computer"), one.other.device.value}, {QStringLiteral("steps"), one.steps},
            {QStringLiteral("drafts"), one.drafts}, {QStringLiteral("files"), one.files.size()}});
    }
    QJsonArray computers;
    for (const DeviceCard &card : store->carrier.cards)
        computers.append(card.user.value + QLatin1Char('/') + card.device.value);
    console.print({{QStringLiteral("packages"), known}, {QStringLiteral("computers"), computers}});
    return Exit::Fine;
}

Exit say(Console &console, const CarryPackage &package)
{
    //: %1 id of a package, %2 to %4 are numbers
    console.out << QCoreApplication::translate("Cli", "Package %1: %2 steps, %3 drafts, %4 files.")
                       .arg(package.id)
                       .arg(package.steps)
                       .arg(package.drafts)
                       .arg(package.files.size())
                << Qt::endl;
    return Exit::Fine;
}

Exit write(const Arguments &given, Console &console)
{
    auto store = opened(given);
    if (!store)
        return console.refuse(store.error());
    const QString to = given.value("to", QString());
    const auto card = std::ranges::find_if(store->carrier.cards,
        [&](const DeviceCard &one) { return one.user.value + QLatin1Char('/') + one.device.value == to; });
    if (card == store->carrier.cards.end())
        return console.refuse({ErrorCode::KeyUnknown, QStringLiteral("--to ") + to});
    const auto written
        = writeWork(*store->store, store->carrier, {*card, card->user.value}, store->scope, given.file());
    return written ? say(console, *written) : console.refuse(inFile(written.error(), given.file()));
}

Exit answers(const Arguments &given, Console &console)
{
    auto store = opened(given);
    if (!store)
        return console.refuse(store.error());
    const auto written
        = writeAnswers(*store->store, store->carrier, given.value("package", QString()), given.file());
    return written ? say(console, *written) : console.refuse(inFile(written.error(), given.file()));
}

Exit read(const Arguments &given, Console &console)
{
    auto store = opened(given);
    if (!store)
        return console.refuse(store.error());
    const auto taken = readPackage(*store->store, store->carrier, given.file());
    if (!taken)
        return console.refuse(inFile(taken.error(), given.file()));
    console.out << (taken->wasHere
            ? QCoreApplication::translate("Cli", "This package had been read before; nothing was changed.")
            : QCoreApplication::translate("Cli", "The package was read."))
                << Qt::endl;
    return Exit::Fine;
}

} // namespace

Exit runCarry(const QStringList &arguments, Console &console)
{
    struct Verb
    {
        const char *name;
        int files;
        bool store;
        Exit (*run)(const Arguments &, Console &);
    };
    constexpr std::array verbs{Verb{"show", 1, false, &show}, Verb{"list", 0, true, &list},
        Verb{"write", 1, true, &write}, Verb{"read", 1, true, &read}, Verb{"answers", 1, true, &answers}};
    const QString name = arguments.value(0);
    const auto verb
        = std::ranges::find_if(verbs, [&](const Verb &one) { return name == QLatin1StringView(one.name); });
    if (verb == verbs.end())
        return console.refuseUsage(
            QCoreApplication::translate("Cli", "There is no subcommand %1.").arg(name));
    Arguments given({{"store", verb->store}, {"passphrase-file"}, {"to", verb->run == &write},
                        {"package", verb->run == &answers}},
        verb->files);
    if (!given.parse(arguments.mid(1), console))
        return Exit::BadInput;
    return verb->run(given, console);
}

} // namespace chengban::cli
