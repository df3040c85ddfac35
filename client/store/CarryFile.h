#pragma once

#include "client/store/DeviceIdentity.h"
#include "shared/base/Names.h"

#include <QFile>
#include <QJsonObject>
#include <QSaveFile>

#include <array>
#include <memory>
#include <optional>

namespace chengban {

enum class CarryKind {
    Work, ///< From the computer without a line: what is to be sent for it.
    Answers, ///< Back to it: what the server said.
};

constexpr auto namesOf(CarryKind)
{
    return std::array{Named{CarryKind::Work, "work"}, Named{CarryKind::Answers, "answers"}};
}

/// What stands in clear at the head of a package: who made it for whom. No case, no name of a citizen.
struct CarryHeader
{
    QString id; ///< UUIDv7.
    CarryKind kind = CarryKind::Work;
    TenantId tenant;
    UserId from;
    QString fromName;
    DeviceId fromDevice;
    UserId to;
    DeviceId toDevice;
    qint64 madeAtMs = 0;
    QString answers; ///< The work package that is answered; empty for one of work.
    QByteArray box; ///< The content's key, sealed for the receiving computer.
    bool operator==(const CarryHeader &) const = default;
};

[[nodiscard]] QJsonObject toJson(const CarryHeader &header);
[[nodiscard]] Result<CarryHeader> carryHeaderFromJson(const QJsonObject &json);

/// A package is refused after this; a stick that was lost for longer is sent anew.
inline constexpr qint64 carryLifeMs = 30LL * 24 * 3600 * 1000;

/// Writes a package: docs/adr/0021. Nothing is at `path` before finish(), whatever happens to the stick.
/// Errors of all: DiskFull.
class CarryWriter
{
public:
    /// `header` without its box. Errors also: KeyUnknown.
    [[nodiscard]] static Result<std::unique_ptr<CarryWriter>> begin(
        const QString &path, CarryHeader header, const DeviceCard &to);
    ~CarryWriter();

    /// A record; `bytes` follow by write() when it announces them as its "size".
    [[nodiscard]] Result<void> add(const QJsonObject &record);
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Signs what was written with this computer's key and puts the file in its place.
    [[nodiscard]] Result<void> finish(const DeviceIdentity &identity);

private:
    explicit CarryWriter(const QString &path);
    [[nodiscard]] Result<void> put(QByteArrayView bytes); ///< And into the digest.
    [[nodiscard]] Result<void> push(QByteArrayView clear, unsigned char tag);
    struct State;
    QSaveFile m_file;
    QByteArray m_buffer;
    QByteArray m_digest;
    std::unique_ptr<State> m_state;
};

/// Who reads, and whom it knows.
struct CarryReaderSelf
{
    TenantId tenant;
    UserId user;
    DeviceId device;
    QList<DeviceCard> cards;
    qint64 nowMs = 0;
};

/// Reads a package whose every byte has been verified before the first record is given.
class CarryReader
{
public:
    /// What the head says, unverified: to show it. Errors: FileUnreadable; CarryNoPackage, CarryNewer;
    /// CarryChanged when the head is cut.
    [[nodiscard]] static Result<CarryHeader> head(const QString &path);

    /// Errors, in this order: those of head(); CarryOtherCounty; CarryForAnother for another computer or
    /// person; CarryTooOld; CarrySenderUnknown when the sender's computer is not known here or no longer
    /// admitted; CarryChanged.
    [[nodiscard]] static Result<std::unique_ptr<CarryReader>> open(
        const QString &path, const CarryReaderSelf &self, const DeviceIdentity &identity);
    ~CarryReader();

    [[nodiscard]] const CarryHeader &header() const { return m_header; }
    [[nodiscard]] const DeviceCard &sender() const { return m_sender; }
    /// The next record; none at the end. What the last one announced and was not read is skipped.
    [[nodiscard]] Result<std::optional<QJsonObject>> next();
    /// Of the bytes that the record announced, at most `most`; empty at their end.
    [[nodiscard]] Result<QByteArray> read(qsizetype most);

private:
    CarryReader();
    [[nodiscard]] Result<void> verify(); ///< The whole file, up to its last byte.
    [[nodiscard]] Result<void> rewind(const Secret &key);
    [[nodiscard]] Result<void> pull();
    [[nodiscard]] Result<QByteArray> take(qsizetype size);
    struct State;
    QFile m_file;
    CarryHeader m_header;
    DeviceCard m_sender;
    qint64 m_contentAt = 0;
    qint64 m_left = 0; ///< Of the bytes of the last record.
    QByteArray m_buffer;
    bool m_ended = false;
    std::unique_ptr<State> m_state;
};

} // namespace chengban
