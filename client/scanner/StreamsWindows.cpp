#include "client/scanner/Streams.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace chengban::scan {

namespace {

constexpr unsigned longestWrite
    = 64 << 10; // A pipe takes no more than its buffer in some versions of the C library.

HANDLE in()
{
    return GetStdHandle(STD_INPUT_HANDLE);
}

} // namespace

Streams::Streams()
    : m_out(_dup(_fileno(stdout)))
{
    // Without this a byte 10 becomes two and a byte 26 ends the stream.
    _setmode(m_out, _O_BINARY);
    _dup2(_fileno(stderr), _fileno(stdout));
}

QByteArray Streams::read()
{
    std::array<char, 4096> bytes{};
    DWORD got = 0;
    if (!ReadFile(in(), bytes.data(), DWORD(bytes.size()), &got, nullptr))
        return {};
    return {bytes.data(), qsizetype(got)};
}

bool Streams::isReadable() const
{
    if (GetFileType(in()) != FILE_TYPE_PIPE)
        return false; // A file or a console, by hand: nobody takes a wish back there.
    DWORD there = 0;
    return !PeekNamedPipe(in(), nullptr, 0, nullptr, &there, nullptr) || there > 0;
}

bool Streams::write(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const auto step = unsigned(std::min<qsizetype>(bytes.size() - at, longestWrite));
        const int put = _write(m_out, bytes.data() + at, step);
        if (put <= 0)
            return false;
        at += put;
    }
    return true;
}

} // namespace chengban::scan
