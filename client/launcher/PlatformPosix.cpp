#include "client/launcher/Platform.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace chengban::launcher {

namespace fs = std::filesystem;

namespace {

/// Closes when dropped.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

bool flush(const fs::path &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return file.isOpen() && ::fsync(file.number()) == 0;
}

bool written(const fs::path &path, const std::string &text)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    return file.isOpen() && ::write(file.number(), text.data(), text.size()) == ssize_t(text.size())
        && ::fsync(file.number()) == 0;
}

std::vector<std::string> ownArguments()
{
    std::ifstream in("/proc/self/cmdline", std::ios::binary);
    std::vector<std::string> words;
    for (std::string word; std::getline(in, word, '\0');)
        words.push_back(word);
    return words;
}

} // namespace

bool SystemMachine::write(const fs::path &file, const std::string &text)
{
    fs::path beside = file;
    beside += ".new";
    return written(beside, text) && ::rename(beside.c_str(), file.c_str()) == 0 && flush(file.parent_path());
}

bool SystemMachine::remove(const fs::path &file)
{
    return (::unlink(file.c_str()) == 0 || errno == ENOENT) && flush(file.parent_path());
}

bool SystemMachine::rename(const fs::path &from, const fs::path &to)
{
    return ::rename(from.c_str(), to.c_str()) == 0 && flush(to.parent_path());
}

void SystemMachine::removeTree(const fs::path &folder)
{
    std::error_code fault; // What stays is tried again at the next start.
    fs::remove_all(folder, fault);
}

Machine::Life SystemMachine::lifeOf(const fs::path &lock)
{
    const Descriptor file(::open(lock.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return errno == ENOENT ? Life::Free : Life::Unknown;
    if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0)
        return Life::Free;
    return errno == EWOULDBLOCK ? Life::Held : Life::Unknown;
}

std::string programName()
{
    return "chengban";
}

fs::path ownFolder()
{
    std::error_code fault;
    return fs::read_symlink("/proc/self/exe", fault).parent_path();
}

bool isOnlyArgument(const char *word)
{
    const auto words = ownArguments();
    return words.size() == 2 && words[1] == word;
}

std::optional<int> startProgram(
    const fs::path &program, const fs::path &lock, const std::function<void()> &meanwhile)
{
    // Not closed at exec: the program keeps it locked as long as it lives. Where none can be made, as in a
    // folder of the system's, no version is ever changed by us either.
    const Descriptor held(::open(lock.c_str(), O_RDONLY | O_CREAT, 0644));
    if (held.isOpen())
        ::flock(held.number(), LOCK_SH | LOCK_NB);
    std::vector<std::string> words = ownArguments();
    if (words.empty())
        words.emplace_back();
    words[0] = program.string();
    std::vector<char *> given;
    for (std::string &word : words)
        given.push_back(word.data());
    given.push_back(nullptr);
    pid_t child = 0;
    if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, given.data(), environ) != 0)
        return std::nullopt;
    meanwhile();
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void tell(const std::string &sentence)
{
    std::fprintf(stderr, "%s\n", sentence.c_str());
}

bool isWritable(const fs::path &folder)
{
    return ::access(folder.c_str(), W_OK | X_OK) == 0;
}

bool flushTree(const fs::path &folder)
{
    std::error_code fault;
    for (fs::recursive_directory_iterator it(folder, fault), end; !fault && it != end; it.increment(fault)) {
        if (!flush(it->path()))
            return false;
    }
    return !fault && flush(folder) && flush(folder.parent_path());
}

} // namespace chengban::launcher
