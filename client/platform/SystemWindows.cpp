#include "client/platform/SessionLock.h"
#include "client/platform/System.h"

#include <QDir>
#include <QFileInfo>
#include <QWindow>

#include <windows.h>

#include <wtsapi32.h>

namespace chengban {

namespace {

#ifndef WDA_EXCLUDEFROMCAPTURE
constexpr DWORD WDA_EXCLUDEFROMCAPTURE = 0x11; // Of Windows 10 version 2004.
#endif

LONG WINAPI endQuietly(EXCEPTION_POINTERS *)
{
    return EXCEPTION_EXECUTE_HANDLER; // The process ends; no report is made of it.
}

HWND handleOf(const QWindow &window)
{
    return reinterpret_cast<HWND>(window.winId());
}

} // namespace

void keepNoDumps()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    SetUnhandledExceptionFilter(&endQuietly);
    // Some ends come past that filter; then at least the heap stays out. Asked for by name: MinGW's header
    // cannot be read by itself.
    using SetFlags = HRESULT(WINAPI *)(DWORD);
    constexpr DWORD withoutHeap = 1; // WER_FAULT_REPORTING_FLAG_NOHEAP
    const auto address = GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "WerSetFlags");
    if (const auto setFlags = reinterpret_cast<SetFlags>(reinterpret_cast<void *>(address)))
        (void)setFlags(withoutHeap);
}

bool hideFromCapture(QWindow &window, bool hidden)
{
    const HWND handle = handleOf(window);
    if (!hidden)
        return SetWindowDisplayAffinity(handle, WDA_NONE);
    return SetWindowDisplayAffinity(handle, WDA_EXCLUDEFROMCAPTURE)
        || SetWindowDisplayAffinity(handle, WDA_MONITOR);
}

std::optional<qint64> sinceInputMs()
{
    LASTINPUTINFO last{sizeof(LASTINPUTINFO), 0};
    if (!GetLastInputInfo(&last))
        return std::nullopt;
    return qint64(DWORD(GetTickCount() - last.dwTime)); // Both wrap after 49 days, together.
}

bool isOnNetwork(const QString &folder)
{
    QFileInfo there(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    while (!there.exists() && !there.isRoot() && there.path() != there.filePath())
        there.setFile(there.path());
    // A folder of the profile may be a link to a share.
    const QString real = there.exists() ? there.canonicalFilePath() : there.filePath();
    if (isSharePath(real) || isSharePath(folder))
        return true;
    const QString drive = QDir::toNativeSeparators(real.left(2) + QLatin1Char('/'));
    return GetDriveTypeW(reinterpret_cast<LPCWSTR>(drive.utf16())) == DRIVE_REMOTE;
}

/// A window that is never shown: the notice is sent to windows alone.
class SessionLock::Ear : public QWindow
{
public:
    explicit Ear(SessionLock &owner)
        : m_owner(owner)
    {
        setObjectName(QStringLiteral("sessionEar"));
        create();
        m_isRegistered = WTSRegisterSessionNotification(handleOf(*this), NOTIFY_FOR_THIS_SESSION);
    }
    ~Ear() override
    {
        if (m_isRegistered)
            WTSUnRegisterSessionNotification(handleOf(*this));
    }

protected:
    bool nativeEvent(const QByteArray &, void *message, qintptr *) override
    {
        const auto *said = static_cast<const MSG *>(message);
        if (said->message == WM_WTSSESSION_CHANGE
            && (said->wParam == WTS_SESSION_LOCK || said->wParam == WTS_CONSOLE_DISCONNECT
                || said->wParam == WTS_REMOTE_DISCONNECT))
            Q_EMIT m_owner.locked();
        return false;
    }

private:
    SessionLock &m_owner;
    bool m_isRegistered = false;
};

SessionLock::SessionLock(QObject *parent)
    : QObject(parent)
    , m_ear(std::make_unique<Ear>(*this))
{
}

SessionLock::~SessionLock() = default;

} // namespace chengban
