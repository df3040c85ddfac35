#include "client/scanner/Scanner.h"

#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace chengban::scan {

void takePrecautions(bool driverFiles)
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    // What a driver would put down in a file (some keep a whole page in a temporary one) is refused.
    if (!driverFiles)
        setrlimit(RLIMIT_FSIZE, &none);
}

} // namespace chengban::scan
