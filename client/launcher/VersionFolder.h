#pragma once

#include "shared/release/VersionNumber.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace chengban::launcher {

/// What is asked of the disk and the system; Platform.h has the real one, tests one that dies on the way.
class Machine
{
public:
    virtual ~Machine() = default;
    /// The file holds `text` and lies on the disk, or it is as it was before.
    [[nodiscard]] virtual bool write(const std::filesystem::path &file, const std::string &text) = 0;
    /// Missing is fine.
    [[nodiscard]] virtual bool remove(const std::filesystem::path &file) = 0;
    [[nodiscard]] virtual bool rename(const std::filesystem::path &from, const std::filesystem::path &to) = 0;
    virtual void removeTree(const std::filesystem::path &folder) = 0;

    enum class Life { Free, Held, Unknown };
    /// Whether a process lives that was started with this lock.
    [[nodiscard]] virtual Life lifeOf(const std::filesystem::path &lock) = 0;
};

/// A version that has not shown its window yet, and how often it was started.
struct Trial
{
    VersionNumber version;
    int starts = 0;
    bool operator==(const Trial &) const = default;
};

/// The folder `versions` of an installation (docs/adr/0027): a folder for each version, and one-line files
/// beside them: current (what is started), previous (what it falls back to), next (written by the client when
/// an update is ready), trial, refused.
///
/// Each file is replaced as a whole, in an order that leaves a program to start wherever it is cut.
class VersionFolder
{
public:
    /// `program` is the client's file name in a version's folder.
    VersionFolder(std::filesystem::path folder, std::string program, Machine &machine);

    // What the launcher does.

    /// The version to start now: takes over `next`, falls back from a trial that failed, mends `current`.
    /// Nothing when no version is whole.
    [[nodiscard]] std::optional<VersionNumber> choose();
    /// Another one after `failed` could not be started at all; a trial is refused then.
    [[nodiscard]] std::optional<VersionNumber> afterFailure(VersionNumber failed);
    /// A person wants the version before the current one back, and not this one again. False without one.
    [[nodiscard]] bool goBack();
    /// Deletes the older and the refused versions that choose() found to be neither current, previous nor
    /// next; nothing when a client was running.
    void sweep();

    // What the client does.

    /// The window is up: no trial any more.
    void confirm(VersionNumber running);
    /// For the next start; the version's folder is whole.
    [[nodiscard]] bool prepare(VersionNumber version);
    void unprepare(); ///< And forget it: its folder goes, too.

    // What stands there; damaged counts as missing.
    [[nodiscard]] std::optional<VersionNumber> current() const { return versionIn("current"); }
    [[nodiscard]] std::optional<VersionNumber> previous() const { return versionIn("previous"); }
    [[nodiscard]] std::optional<VersionNumber> next() const { return versionIn("next"); }
    [[nodiscard]] std::optional<Trial> trial() const;
    [[nodiscard]] std::set<VersionNumber> refused() const;
    /// Its folder is there with the program in it. Folders get their name when they are complete.
    [[nodiscard]] bool isWhole(VersionNumber version) const;

    [[nodiscard]] const std::filesystem::path &path() const { return m_folder; }
    [[nodiscard]] std::filesystem::path folderOf(VersionNumber version) const;
    [[nodiscard]] std::filesystem::path programOf(VersionNumber version) const;
    [[nodiscard]] std::filesystem::path lockOf(VersionNumber version) const;

private:
    void takeNext();
    void judgeTrial();
    [[nodiscard]] bool fallBack(VersionNumber from);
    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] std::optional<VersionNumber> newestOtherThan(std::optional<VersionNumber> excluded) const;
    [[nodiscard]] std::vector<VersionNumber> versions() const;
    [[nodiscard]] std::vector<std::filesystem::path> leftOvers() const;
    [[nodiscard]] std::optional<VersionNumber> versionIn(const char *file) const;
    [[nodiscard]] std::vector<std::string> linesOf(const char *file) const;
    [[nodiscard]] bool put(const char *file, const std::string &text);
    bool drop(const char *file);

    std::filesystem::path m_folder;
    std::string m_program;
    Machine &m_machine;
    bool m_alone = false; ///< No client ran when the version was chosen.
    std::vector<std::filesystem::path> m_leftOver;
};

} // namespace chengban::launcher
