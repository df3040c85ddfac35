#pragma once

#include <QByteArray>
#include <QFile>

#include <cstdio>
#include <ctime>

namespace chengban::bench {

/// One line of JSON; `limit` is what was measured in the same run, or the goal; 0 without either.
inline void print(const QByteArray &figure, double value, double limit, const char *unit)
{
    std::printf("{\"figure\":\"%s\",\"value\":%.3f,\"limit\":%.3f,\"unit\":\"%s\"}\n", figure.constData(),
        value, limit, unit);
    std::fflush(stdout);
}

/// Time that this process has computed so far, all threads together: on a shared machine the steadier figure.
inline double cpuMs()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

/// A line of /proc/PID/status, such as VmHWM (most memory so far) or VmRSS, in MiB.
inline double memoryMiB(const char *line, const QString &process = QStringLiteral("self"))
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &one : lines) {
        if (one.startsWith(line))
            return one.mid(one.indexOf(':') + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace chengban::bench
