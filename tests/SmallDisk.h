#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>

#include <sys/resource.h>
#endif

namespace chengban {

#ifdef Q_OS_UNIX

/// While it lives no file grows beyond that size: writing fails as it does on a full disk.
class SmallDisk
{
public:
    static constexpr bool possible = true;

    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before{};
};

#else

/// Windows has no such limit for a process: a test that needs it skips.
class SmallDisk
{
public:
    static constexpr bool possible = false;

    explicit SmallDisk(unsigned long long) { }
};

#endif

} // namespace chengban
