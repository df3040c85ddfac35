#include "client/launcher/Platform.h"

#ifndef UNICODE
#define UNICODE
#endif
#ifndef NOMINMAX
#define NOMINMAX
#endif
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#include <windows.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace chengban::launcher {

namespace fs = std::filesystem;

namespace {

constexpr DWORD longestPath = 32768;

/// Closes when dropped.
class Handle
{
public:
    explicit Handle(HANDLE handle)
        : m_handle(handle)
    {
    }
    ~Handle()
    {
        if (isOpen())
            CloseHandle(m_handle);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    [[nodiscard]] HANDLE get() const { return m_handle; }
    [[nodiscard]] bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE && m_handle != nullptr; }

private:
    HANDLE m_handle;
};

bool written(const fs::path &path, const std::string &text)
{
    const Handle file(
        CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr));
    DWORD done = 0;
    return file.isOpen() && WriteFile(file.get(), text.data(), DWORD(text.size()), &done, nullptr)
        && done == text.size() && FlushFileBuffers(file.get());
}

bool flush(const fs::path &path)
{
    const Handle file(CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
        FILE_ATTRIBUTE_NORMAL, nullptr));
    return file.isOpen() && FlushFileBuffers(file.get());
}

/// The command line behind the program's own name, as it was written: no quoting is lost.
std::wstring ownArguments()
{
    std::wstring_view line(GetCommandLineW());
    bool quoted = false;
    size_t at = 0;
    for (; at < line.size() && (quoted || (line[at] != L' ' && line[at] != L'\t')); ++at) {
        if (line[at] == L'"')
            quoted = !quoted;
    }
    line.remove_prefix(at);
    line.remove_prefix(std::min(line.find_first_not_of(L" \t"), line.size()));
    return std::wstring(line);
}

std::wstring wide(const std::string &utf8)
{
    const int size = MultiByteToWideChar(CP_UTF8, 0, utf8.data(), int(utf8.size()), nullptr, 0);
    std::wstring text(size_t(size), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, utf8.data(), int(utf8.size()), text.data(), size);
    return text;
}

} // namespace

bool SystemMachine::write(const fs::path &file, const std::string &text)
{
    fs::path beside = file;
    beside += L".new";
    return written(beside, text)
        && MoveFileExW(beside.c_str(), file.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
}

bool SystemMachine::remove(const fs::path &file)
{
    return DeleteFileW(file.c_str()) || GetLastError() == ERROR_FILE_NOT_FOUND;
}

bool SystemMachine::rename(const fs::path &from, const fs::path &to)
{
    return MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_WRITE_THROUGH);
}

void SystemMachine::removeTree(const fs::path &folder)
{
    std::error_code fault; // What stays is tried again at the next start.
    fs::remove_all(folder, fault);
}

Machine::Life SystemMachine::lifeOf(const fs::path &lock)
{
    // A living program has it open and shares reading alone.
    const Handle file(CreateFileW(lock.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING,
        FILE_ATTRIBUTE_NORMAL, nullptr));
    if (file.isOpen())
        return Life::Free;
    switch (GetLastError()) {
    case ERROR_FILE_NOT_FOUND:
        return Life::Free;
    case ERROR_SHARING_VIOLATION:
        return Life::Held;
    default:
        return Life::Unknown;
    }
}

std::string programName()
{
    return "chengban.exe";
}

fs::path ownFolder()
{
    std::wstring path(longestPath, L'\0');
    const DWORD size = GetModuleFileNameW(nullptr, path.data(), longestPath);
    path.resize(size);
    return fs::path(path).parent_path();
}

bool isOnlyArgument(const char *word)
{
    return ownArguments() == wide(word);
}

std::optional<int> startProgram(
    const fs::path &program, const fs::path &lock, const std::function<void()> &meanwhile)
{
    // Inherited: the program keeps it open as long as it lives. Where none can be made, as in a folder of the
    // system's, no version is ever changed by us either.
    SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    const Handle held(CreateFileW(lock.c_str(), GENERIC_READ, FILE_SHARE_READ, &inherited, OPEN_ALWAYS,
        FILE_ATTRIBUTE_NORMAL, nullptr));
    std::wstring line = L'"' + program.wstring() + L'"';
    if (const std::wstring arguments = ownArguments(); !arguments.empty())
        line += L' ' + arguments;
    STARTUPINFOW start{};
    GetStartupInfoW(&start); // The shell's wish for the window goes on to the program.
    start.cbReserved2 = 0;
    start.lpReserved2 = nullptr;
    start.lpReserved = nullptr;
    PROCESS_INFORMATION made{};
    if (!CreateProcessW(
            program.c_str(), line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &start, &made))
        return std::nullopt;
    CloseHandle(made.hThread);
    CloseHandle(made.hProcess);
    meanwhile();
    return 0;
}

void tell(const std::string &sentence)
{
    MessageBoxW(nullptr, wide(sentence).c_str(), L"承办", MB_OK | MB_ICONERROR);
}

bool isWritable(const fs::path &folder)
{
    // Access lists, shares and virtualisation: only trying tells.
    const fs::path probe = folder / (L"probe-" + std::to_wstring(GetCurrentProcessId()) + L".new");
    const Handle file(CreateFileW(probe.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS,
        FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr));
    return file.isOpen();
}

bool flushTree(const fs::path &folder)
{
    std::error_code fault;
    for (fs::recursive_directory_iterator it(folder, fault), end; !fault && it != end; it.increment(fault)) {
        std::error_code none;
        if (it->is_regular_file(none) && !flush(it->path()))
            return false;
    }
    return !fault;
}

} // namespace chengban::launcher
