#pragma once

#include "server/blobs/BlobFiles.h"
#include "server/blobs/ReleaseFiles.h"
#include "server/services/Backend.h"
#include "server/services/CaseMemory.h"
#include "server/services/FeedSignal.h"
#include "server/services/RuleBook.h"
#include "server/services/ServerKeys.h"
#include "server/store/Database.h"
#include "shared/base/Result.h"

#include <memory>

namespace chengban::server {

/// The files of a data folder, by name. All are mode 0600 but ca.pem, which clients get.
namespace files {
inline constexpr char county[] = "county.json";
inline constexpr char database[] = "chengban.db";
inline constexpr char authority[] = "ca.pem";
inline constexpr char authorityKey[] = "ca.key";
inline constexpr char certificate[] = "server.pem";
inline constexpr char certificateKey[] = "server.key";
inline constexpr char recoveryPublic[] = "recovery.pub";
inline constexpr char port[] = "port"; ///< While the server runs.
} // namespace files

/// What `init` was told about the county.
struct County
{
    TenantId tenant;
    QString name;
    QString profile = QStringLiteral("tongbai"); ///< Id of the county profile it works by.
    QString database = {}; ///< Address of a PostgreSQL database; empty: the SQLite file in the folder.
    bool operator==(const County &) const = default;
};

/// An opened data folder: everything the services stand on.
class Installation
{
public:
    /// Opens and migrates; `database` is used in place of the one that `init` was told. Errors:
    /// FileUnreadable when `folder` was not made by `init`, StoreNewer, StoreDamaged, StoreUnavailable,
    /// CalendarInvalid, PackUnknown when no version of the county's profile is sound.
    [[nodiscard]] static Result<std::unique_ptr<Installation>> open(
        const QString &folder, const QString &database = {});

    [[nodiscard]] const Backend &backend() const { return m_backend; }
    [[nodiscard]] Databases &databases() { return m_databases; }
    [[nodiscard]] FeedSignal &signal() { return m_signal; }
    [[nodiscard]] const ReleaseFiles &releases() const { return m_releases; }
    [[nodiscard]] const County &county() const { return m_county; }
    [[nodiscard]] QString path(const char *file) const;
    /// Errors: FileUnreadable.
    [[nodiscard]] Result<QByteArray> read(const char *file) const;

private:
    Installation(QString folder, County county, ServerKeys keys, RuleBook rules);

    QString m_folder;
    County m_county;
    Databases m_databases;
    ServerKeys m_keys;
    RuleBook m_rules;
    BlobFiles m_files;
    ReleaseFiles m_releases;
    FeedSignal m_signal;
    CaseMemory m_memory;
    Backend m_backend;
};

/// Whoever may run the program on the server's machine: the audit log says that it was done there.
[[nodiscard]] Actor consoleOf(const County &county);
[[nodiscard]] qint64 systemNowMs();
/// A whole file. Errors: FileUnreadable.
[[nodiscard]] Result<QByteArray> readWhole(const QString &path);
/// Writes a new file that only its owner may read. Errors: StoreUnavailable, also when it exists.
[[nodiscard]] Result<void> writePrivate(const QString &path, const QByteArray &bytes);

} // namespace chengban::server
