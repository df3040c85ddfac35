#pragma once

#include "client/launcher/VersionFolder.h"

#include <filesystem>
#include <functional>
#include <string>

/// The system's side of the launcher: one file for each system.
namespace chengban::launcher {

class SystemMachine : public Machine
{
public:
    [[nodiscard]] bool write(const std::filesystem::path &file, const std::string &text) override;
    [[nodiscard]] bool remove(const std::filesystem::path &file) override;
    [[nodiscard]] bool rename(const std::filesystem::path &from, const std::filesystem::path &to) override;
    void removeTree(const std::filesystem::path &folder) override;
    [[nodiscard]] Life lifeOf(const std::filesystem::path &lock) override;
};

/// The client's file name here.
[[nodiscard]] std::string programName();
/// Where the launcher itself lies; empty when the system does not say.
[[nodiscard]] std::filesystem::path ownFolder();
/// The launcher was called with this as its only argument.
[[nodiscard]] bool isOnlyArgument(const char *word);

/// Starts the program with the launcher's own arguments; it holds `lock` as long as it lives. `meanwhile`
/// runs when it is started.
///
/// Nothing when it could not be started. On Windows it is not waited for and the value is 0; elsewhere it is
/// how the program ended.
[[nodiscard]] std::optional<int> startProgram(const std::filesystem::path &program,
    const std::filesystem::path &lock, const std::function<void()> &meanwhile);

/// Shows a sentence (UTF-8) to the person.
void tell(const std::string &sentence);

/// Whether this person may make files there.
[[nodiscard]] bool isWritable(const std::filesystem::path &folder);
/// What lies below is on the disk, not in a cache: a power cut after it loses nothing.
[[nodiscard]] bool flushTree(const std::filesystem::path &folder);

} // namespace chengban::launcher
