// Stands between a process and the kernel (LD_PRELOAD). Kills the process at the point that the test has
// armed, and keeps a journal of what it did to files, for power cuts. The product knows nothing of it.
#include "tests/faults/Journal.h"
#include "tests/faults/Points.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

using namespace chengban::faults;

namespace {

constexpr std::size_t firstBytes = 64;

template <typename Function> Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// The page that the test shares with this process; without one the library does nothing.
Page *page()
{
    static Page *const mapped = []() -> Page * {
        const char *path = std::getenv(pageVariable);
        const int file = path ? int(syscall(SYS_open, path, O_RDWR | O_CLOEXEC)) : -1;
        if (file < 0)
            return nullptr;
        void *const memory = mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        syscall(SYS_close, file);
        return memory == MAP_FAILED ? nullptr : static_cast<Page *>(memory);
    }();
    return mapped;
}

int journal()
{
    static const int file = [] {
        const char *path = std::getenv(journalVariable);
        return path ? int(syscall(SYS_open, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) : -1;
    }();
    return file;
}

/// The name behind a descriptor; empty for a socket and what else has none.
struct Name
{
    explicit Name(int descriptor)
    {
        char link[32];
        std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        const ssize_t length = readlink(link, text, sizeof text - 1);
        text[length > 0 ? length : 0] = 0;
        isSocket = std::strncmp(text, "socket:", 7) == 0;
        isFile
            = text[0] == '/' && std::strncmp(text, "/dev/", 5) != 0 && std::strncmp(text, "/proc/", 6) != 0;
    }
    explicit Name(const char *path)
    {
        isFile = realpath(path, text) != nullptr;
        if (!isFile)
            std::snprintf(text, sizeof text, "%s", path);
    }
    char text[PATH_MAX] = {};
    bool isSocket = false;
    bool isFile = false;
};

bool fits(const Stop &stop, Operation operation, const char *name, std::int64_t bytes)
{
    if (stop.operation != operation || bytes < stop.least)
        return false;
    if (stop.path[0] == '*')
        return std::strstr(name, stop.path + 1) != nullptr;
    const std::size_t wanted = std::strlen(stop.path);
    const std::size_t has = std::strlen(name);
    return has >= wanted && std::strcmp(name + has - wanted, stop.path) == 0;
}

[[noreturn]] void die(Point point)
{
    page()->struck = int(point);
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

/// What is to become of a call: nothing, or death at `moment`.
struct Verdict
{
    Point point = Point::Nowhere;
    Moment moment = Moment::Before;
};

Verdict judged(Operation operation, const char *name, std::int64_t bytes)
{
    Page *const shared = page();
    const auto point = shared ? Point(shared->point.load()) : Point::Nowhere;
    if (point == Point::Nowhere || point == Point::Random)
        return {};
    const PointRow &row = rowOf(point);
    const bool isDoingIt = row.doing == Doing::Nothing
        || (shared->doing == int(row.doing)
            && (shared->doingThread == 0 || shared->doingThread == int(syscall(SYS_gettid))));
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const int at = shared->stop;
    if (!isDoingIt || at >= row.stopCount || !fits(row.stops[std::size_t(at)], operation, name, bytes))
        return {};
    if (at + 1 < row.stopCount) {
        ++shared->stop;
        return {};
    }
    if (shared->passes-- > 0) {
        shared->stop = 0;
        return {};
    }
    return {point, row.moment};
}

/// Lets the call happen, or the death. `call` is told how many bytes to do.
template <typename Call>
ssize_t passed(Operation operation, const char *name, std::size_t bytes, const Call &call)
{
    const Verdict verdict = judged(operation, name, std::int64_t(bytes));
    if (verdict.point == Point::Nowhere)
        return call(bytes);
    if (verdict.moment == Moment::Half)
        call((bytes + 1) / 2);
    else if (verdict.moment == Moment::After)
        call(bytes);
    die(verdict.point);
}

void note(
    Deed deed, const char *path, std::int64_t inode, std::int64_t offset, const void *bytes, std::size_t size)
{
    JournalHead head{page() ? ++page()->sequence : 0, inode, offset, std::int64_t(size), deed,
        std::int32_t(std::strlen(path))};
    iovec parts[3] = {{&head, sizeof head}, {const_cast<char *>(path), std::size_t(head.pathLength)},
        {const_cast<void *>(bytes), size}};
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (syscall(SYS_writev, journal(), parts, size > 0 ? 3 : 2) < 0)
        abort();
}

std::int64_t inodeOf(int descriptor)
{
    struct stat facts
    {
    };
    return fstat(descriptor, &facts) == 0 ? std::int64_t(facts.st_ino) : 0;
}

void noteName(const char *path)
{
    struct stat facts
    {
    };
    if (journal() >= 0 && stat(path, &facts) == 0)
        note(Deed::Name, Name(path).text, std::int64_t(facts.st_ino), 0, nullptr, 0);
}

/// A write at `offset`; below 0: where the file stands.
template <typename Call>
ssize_t written(int descriptor, const void *bytes, std::size_t size, off_t offset, const Call &call)
{
    if (!page() && journal() < 0)
        return call(size);
    const Name name(descriptor);
    if (name.isSocket)
        return passed(Operation::Send, name.text, size, call);
    if (!name.isFile)
        return call(size);
    const off_t at = offset >= 0                  ? offset
        : (fcntl(descriptor, F_GETFL) & O_APPEND) ? lseek(descriptor, 0, SEEK_END)
                                                  : lseek(descriptor, 0, SEEK_CUR);
    const ssize_t done = passed(Operation::Write, name.text, size, call);
    if (journal() >= 0 && done > 0)
        note(Deed::Write, name.text, inodeOf(descriptor), at, bytes, std::size_t(done));
    return done;
}

template <typename Call> int synced(int descriptor, const Call &call)
{
    if (!page() && journal() < 0)
        return call();
    const Name name(descriptor);
    const int done = int(passed(Operation::Sync, name.text, 0, [&](std::size_t) { return ssize_t(call()); }));
    struct stat facts
    {
    };
    if (journal() >= 0 && done == 0 && fstat(descriptor, &facts) == 0)
        note(S_ISDIR(facts.st_mode) ? Deed::SyncFolder : Deed::Sync, name.text, std::int64_t(facts.st_ino), 0,
            nullptr, 0);
    return done;
}

template <typename Call> int named(Operation operation, const char *to, const Call &call)
{
    if (!page() && journal() < 0)
        return call();
    const int done = int(passed(operation, to, 0, [&](std::size_t) { return ssize_t(call()); }));
    if (done == 0)
        noteName(to);
    return done;
}

template <typename Call> int unnamed(const char *path, const Call &call)
{
    const Name name(path); // While it is there.
    const int done = call();
    if (journal() >= 0 && done == 0)
        note(Deed::Unname, name.text, 0, 0, nullptr, 0);
    return done;
}

template <typename Call> ssize_t received(int descriptor, std::size_t size, const Call &call)
{
    if (!page() || page()->point == 0)
        return call(size);
    const Name name(descriptor);
    if (!name.isSocket)
        return call(size);
    // Half of a buffer is more than most answers: of what came, only the first bytes are read.
    const auto some = [&](std::size_t most) { return call(most < size ? std::min(most, firstBytes) : size); };
    return passed(Operation::Receive, name.text, size, some);
}

/// The first of its parts alone, and of it no more than `most`.
msghdr shortened(const msghdr &message, iovec &part, std::size_t most)
{
    msghdr shorter = message;
    part = message.msg_iov[0];
    part.iov_len = part.iov_len < most ? part.iov_len : most;
    shorter.msg_iov = &part;
    shorter.msg_iovlen = 1;
    return shorter;
}

std::size_t sizeOf(const msghdr &message)
{
    std::size_t size = 0;
    for (std::size_t i = 0; i < message.msg_iovlen; ++i)
        size += message.msg_iov[i].iov_len;
    return size;
}

int opened(int file, int flags)
{
    struct stat facts
    {
    };
    if (file < 0 || journal() < 0 || (flags & (O_CREAT | O_TRUNC | O_TMPFILE)) == 0
        || fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size != 0)
        return file;
    note(Deed::Begin, Name(file).text, std::int64_t(facts.st_ino), 0, nullptr, 0);
    return file;
}

mode_t modeOf(int flags, va_list rest)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

int truncated(int descriptor, off_t size, int done)
{
    if (journal() >= 0 && done == 0)
        note(Deed::Truncate, Name(descriptor).text, inodeOf(descriptor), size, nullptr, 0);
    return done;
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    static const auto real = next<int (*)(const char *, int, mode_t)>("open");
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = modeOf(flags, rest);
    va_end(rest);
    return opened(real(path, flags, mode), flags);
}

int open64(const char *path, int flags, ...)
{
    static const auto real = next<int (*)(const char *, int, mode_t)>("open64");
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = modeOf(flags, rest);
    va_end(rest);
    return opened(real(path, flags, mode), flags);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    return written(file, bytes, size, -1, [&](size_t some) { return real(file, bytes, some); });
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return written(file, bytes, size, offset, [&](size_t some) { return real(file, bytes, some, offset); });
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return written(file, bytes, size, offset, [&](size_t some) { return real(file, bytes, some, offset); });
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    return synced(file, [&] { return real(file); });
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return synced(file, [&] { return real(file); });
}

int ftruncate(int file, off_t size) noexcept
{
    static const auto real = next<int (*)(int, off_t)>("ftruncate");
    return truncated(file, size, real(file, size));
}

int ftruncate64(int file, off64_t size) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return truncated(file, size, real(file, size));
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    const int done = named(Operation::Rename, to, [&] { return real(from, to); });
    if (journal() >= 0 && done == 0)
        note(Deed::Unname, from, 0, 0, nullptr, 0);
    return done;
}

int link(const char *from, const char *to) noexcept
{
    static const auto real = next<int (*)(const char *, const char *)>("link");
    return named(Operation::Link, to, [&] { return real(from, to); });
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    static const auto real = next<int (*)(int, const char *, int, const char *, int)>("linkat");
    // How Qt gives a file without a name its lasting one.
    return named(Operation::Rename, to, [&] { return real(fromFolder, from, toFolder, to, flags); });
}

int unlink(const char *path) noexcept
{
    static const auto real = next<int (*)(const char *)>("unlink");
    return unnamed(path, [&] { return real(path); });
}

int remove(const char *path) noexcept
{
    static const auto real = next<int (*)(const char *)>("remove");
    return unnamed(path, [&] { return real(path); });
}

ssize_t send(int socket, const void *bytes, size_t size, int flags)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, int)>("send");
    if (!page() || page()->point == 0)
        return real(socket, bytes, size, flags);
    return passed(Operation::Send, "", size, [&](size_t some) { return real(socket, bytes, some, flags); });
}

ssize_t sendmsg(int socket, const msghdr *message, int flags)
{
    static const auto real = next<ssize_t (*)(int, const msghdr *, int)>("sendmsg");
    if (!page() || page()->point == 0)
        return real(socket, message, flags);
    const size_t size = sizeOf(*message);
    return passed(Operation::Send, "", size, [&](size_t some) {
        iovec part{};
        const msghdr shorter = some < size ? shortened(*message, part, some) : *message;
        return real(socket, &shorter, flags);
    });
}

ssize_t read(int file, void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, void *, size_t)>("read");
    return received(file, size, [&](size_t some) { return real(file, bytes, some); });
}

ssize_t recv(int file, void *bytes, size_t size, int flags)
{
    static const auto real = next<ssize_t (*)(int, void *, size_t, int)>("recv");
    return received(file, size, [&](size_t some) { return real(file, bytes, some, flags); });
}

ssize_t recvmsg(int file, msghdr *message, int flags)
{
    static const auto real = next<ssize_t (*)(int, msghdr *, int)>("recvmsg");
    return received(file, sizeOf(*message), [&](size_t) { return real(file, message, flags); });
}

} // extern "C"
