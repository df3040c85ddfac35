// Stands where a test that runs under Wine expects a program of Linux (the server above all), and has
// linux-agent start the real one: the program of this file's own name, with the same arguments. Its output
// and its exit code come back; when this process ends, by whatever hand, the agent ends the real one.

#include <winsock2.h>
#include <ws2tcpip.h>

#include <windows.h>

#include <fcntl.h>
#include <io.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <string>
#include <vector>

namespace {

std::string utf8(const wchar_t *text)
{
    const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
    std::string result(static_cast<size_t>(size), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, -1, result.data(), size, nullptr, nullptr);
    result.resize(static_cast<size_t>(size) - 1);
    return result;
}

std::string workingFolder()
{
    std::vector<wchar_t> path(GetCurrentDirectoryW(0, nullptr));
    GetCurrentDirectoryW(static_cast<DWORD>(path.size()), path.data());
    return utf8(path.data());
}

/// The program's own name, its arguments, the variables of the tests and the working folder, which begin with
/// a sign of their own: each as one text.
std::vector<std::string> request(int argc, wchar_t **argv)
{
    std::string name = utf8(argv[0]);
    name = name.substr(name.find_last_of("\\/") + 1);
    if (name.size() > 4 && name.ends_with(".exe"))
        name.resize(name.size() - 4);
    std::vector<std::string> texts{name};
    for (int i = 1; i < argc; ++i)
        texts.push_back(utf8(argv[i]));
    wchar_t *const block = GetEnvironmentStringsW();
    for (const wchar_t *variable = block; *variable; variable += std::wcslen(variable) + 1) {
        if (std::wcsncmp(variable, L"CHENGBAN_", 9) == 0)
            texts.push_back(utf8(variable).insert(0, 1, '\1'));
    }
    FreeEnvironmentStringsW(block);
    texts.push_back(workingFolder().insert(0, 1, '\2'));
    return texts;
}

bool sent(SOCKET agent, const char *bytes, size_t size)
{
    while (size > 0) {
        const int done = send(agent, bytes, static_cast<int>(size), 0);
        if (done <= 0)
            return false;
        bytes += done;
        size -= static_cast<size_t>(done);
    }
    return true;
}

bool sent(SOCKET agent, const std::vector<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts)
        all += text + '\0';
    const auto size = static_cast<uint32_t>(all.size());
    const auto order = htonl(size);
    return sent(agent, reinterpret_cast<const char *>(&order), sizeof order)
        && sent(agent, all.data(), all.size());
}

bool received(SOCKET agent, char *bytes, size_t size)
{
    while (size > 0) {
        const int done = recv(agent, bytes, static_cast<int>(size), 0);
        if (done <= 0)
            return false;
        bytes += done;
        size -= static_cast<size_t>(done);
    }
    return true;
}

/// Frames of a letter and a length: 'o' and 'e' carry output, the length of 'x' is the exit code.
int relayed(SOCKET agent)
{
    for (;;) {
        char kind = 0;
        uint32_t size = 0;
        if (!received(agent, &kind, 1) || !received(agent, reinterpret_cast<char *>(&size), sizeof size))
            return 251;
        size = ntohl(size);
        if (kind == 'x')
            return static_cast<int>(size);
        std::string bytes(size, '\0');
        if (!received(agent, bytes.data(), bytes.size()))
            return 251;
        FILE *const to = kind == 'e' ? stderr : stdout;
        std::fwrite(bytes.data(), 1, bytes.size(), to);
        std::fflush(to);
    }
}

} // namespace

int wmain(int argc, wchar_t **argv)
{
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
    const char *const port = std::getenv("CHENGBAN_LINUX_AGENT");
    WSADATA data;
    if (!port || WSAStartup(MAKEWORD(2, 2), &data) != 0) {
        std::fprintf(stderr, "stand-in: CHENGBAN_LINUX_AGENT names no port\n");
        return 250;
    }
    const SOCKET agent = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<u_short>(std::atoi(port)));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(agent, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || !sent(agent, request(argc, argv))) {
        std::fprintf(stderr, "stand-in: no agent at port %s\n", port);
        return 250;
    }
    return relayed(agent);
}
