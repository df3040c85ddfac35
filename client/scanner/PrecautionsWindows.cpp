#include "client/scanner/Scanner.h"

#include <thread>

#include <windows.h>

namespace chengban::scan {

namespace {

constexpr DWORD lookMs = 500;
constexpr DWORD politeMs = 10'000;

/// A driver that hangs does not ask whether the window is still there, and Windows ends no child with its
/// parent. A pipe that the window has closed leaves some seconds for an end in order.
void endWithTheWindow()
{
    const HANDLE in = GetStdHandle(STD_INPUT_HANDLE);
    if (GetFileType(in) != FILE_TYPE_PIPE)
        return;
    while (PeekNamedPipe(in, nullptr, 0, nullptr, nullptr, nullptr))
        Sleep(lookMs);
    Sleep(politeMs);
    TerminateProcess(GetCurrentProcess(), 3);
}

} // namespace

/// WIA's drivers run in the service, which no limit of ours reaches: `driverFiles` changes nothing here.
void takePrecautions([[maybe_unused]] bool driverFiles)
{
    // No dump of ours with a page in it, and no window that waits for a click.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    std::thread(&endWithTheWindow).detach();
}

} // namespace chengban::scan
