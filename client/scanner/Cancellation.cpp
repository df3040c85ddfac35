#include <pthread.h>

/// Drivers read in a thread of their own and end it by cancelling it wherever it is. Inside the allocator it
/// keeps the lock and the driver waits for it for ever, now and then (SANE's own test device does). In this
/// program a cancelled thread ends at its next system call instead: the drivers' call is answered here, and
/// nothing is changed.
extern "C" int pthread_setcanceltype([[maybe_unused]] int type, int *before)
{
    if (before)
        *before = PTHREAD_CANCEL_DEFERRED;
    return 0;
}
