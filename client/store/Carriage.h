#pragma once

#include "client/store/Database.h"
#include "client/store/Sealer.h"
#include "shared/cases/Command.h"
#include "shared/signing/DeviceCard.h"
#include "shared/wire/Wire.h"

#include <QList>

#include <optional>

namespace chengban {

/// How a work package of the stick stands here (docs/adr/0021).
enum class Carrying {
    Out, ///< Made here: on its way, nothing is known of it.
    Answered, ///< Made here: its answers have been taken in.
    In, ///< Came here: to be sent to the server.
    Done, ///< Came here: everything is answered; the answers can go back.
    Returned, ///< Came here: the answers were written to a stick.
};

constexpr auto namesOf(Carrying)
{
    using enum Carrying;
    return std::array{Named{Out, "out"}, Named{Answered, "answered"}, Named{In, "in"}, Named{Done, "done"},
        Named{Returned, "returned"}};
}

struct CarryPackage
{
    QString id; ///< UUIDv7.
    Carrying state = Carrying::Out;
    qint64 atMs = 0; ///< When it was made.
    DeviceCard other; ///< The computer at the other end.
    QString otherName; ///< The person's.
    QString scope; ///< Feed of the computer without a line, and where it stands in it.
    QString cursor;
    int steps = 0;
    int drafts = 0;
    QStringList files; ///< By sha256.
    bool operator==(const CarryPackage &) const = default;

    [[nodiscard]] bool cameHere() const { return state >= Carrying::In; }
};

/// A command that was made on another computer; this one sends it for it.
struct CarriedCommand
{
    Command command;
    QString package;
    UserId user;
    DeviceId device;
    QByteArray signature; ///< Over CarriedText, by that computer.
    qint64 nextTryMs = 0;
    int attempts = 0;
    std::optional<wire::CommandAnswer> answer = {};
};

/// What this computer carries for others, and what others carry for it. Each change is durable when it
/// returns.
class Carriage
{
public:
    Carriage(Database &db, const Sealer &sealer);

    [[nodiscard]] Result<QList<CarryPackage>> packages() const; ///< Newest first.
    [[nodiscard]] Result<std::optional<CarryPackage>> find(const QString &id) const;
    [[nodiscard]] Result<void> put(const CarryPackage &package);
    [[nodiscard]] Result<void> setState(const QString &id, Carrying state);
    /// Everything of packages that are older, whatever became of them.
    [[nodiscard]] Result<void> dropBefore(qint64 ms);

    [[nodiscard]] Result<void> add(const QList<CarriedCommand> &commands);
    /// In the order in which they were made.
    [[nodiscard]] Result<QList<CarriedCommand>> commandsOf(const QString &package) const;
    [[nodiscard]] Result<void> setAnswered(const CarriedCommand &command, const wire::CommandAnswer &answer);
    [[nodiscard]] Result<void> defer(const CarriedCommand &command, qint64 nextTryMs);

    /// Pages of the feed for the other computer, as they came.
    [[nodiscard]] Result<void> addPage(const QString &package, const QByteArray &page);
    [[nodiscard]] Result<void> eachPage(
        const QString &package, const std::function<Result<void>(const QByteArray &)> &page) const;
    [[nodiscard]] Result<void> dropPages(const QString &package);

private:
    [[nodiscard]] Result<QList<CarryPackage>> read(const QString &where, const QVariantList &values) const;
    [[nodiscard]] Result<void> write(const CarriedCommand &command, int place);
    [[nodiscard]] Result<void> rewrite(const CarriedCommand &command);

    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
