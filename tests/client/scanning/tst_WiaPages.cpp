#include "client/scanner/WiaPages.h"

#include <QtTest>

#include <cstdio>

#include <fcntl.h>
#include <io.h>

using namespace chengban;
using namespace chengban::scan;

namespace {

/// The standard streams as the window lays them: the test has the other ends.
class Window
{
public:
    Window()
    {
        HANDLE in = nullptr;
        CreatePipe(&in, &m_toScanner, nullptr, 1 << 20);
        m_before = GetStdHandle(STD_INPUT_HANDLE);
        SetStdHandle(STD_INPUT_HANDLE, in);
        HANDLE out = nullptr;
        CreatePipe(&m_fromScanner, &out, nullptr, 1 << 20);
        const int kept = _dup(_fileno(stdout));
        // As the C library lays it: the program has to make bytes of it.
        const int end = _open_osfhandle(intptr_t(out), _O_TEXT);
        fflush(stdout);
        _dup2(end, _fileno(stdout));
        m_pipe.emplace();
        _close(end);
        _dup2(kept, _fileno(stdout));
        _close(kept);
    }
    ~Window()
    {
        SetStdHandle(STD_INPUT_HANDLE, m_before);
        close();
        CloseHandle(m_fromScanner);
    }
    Window(const Window &) = delete;
    Window &operator=(const Window &) = delete;

    [[nodiscard]] Pipe &pipe() { return *m_pipe; }
    void say(const QByteArray &bytes) const
    {
        DWORD put = 0;
        WriteFile(m_toScanner, bytes.constData(), DWORD(bytes.size()), &put, nullptr);
    }
    void close()
    {
        if (HANDLE end = std::exchange(m_toScanner, nullptr))
            CloseHandle(end);
    }
    /// What has been said so far.
    [[nodiscard]] QByteArray heard() const
    {
        DWORD there = 0;
        PeekNamedPipe(m_fromScanner, nullptr, 0, nullptr, &there, nullptr);
        QByteArray bytes(there, Qt::Uninitialized);
        if (there > 0 && !ReadFile(m_fromScanner, bytes.data(), there, &there, nullptr))
            return {};
        return bytes.first(there);
    }

private:
    HANDLE m_before = nullptr;
    HANDLE m_toScanner = nullptr;
    HANDLE m_fromScanner = nullptr;
    std::optional<Pipe> m_pipe;
};

/// A bitmap of 24 bits; from the bottom unless `height` is negative.
QByteArray bitmap(int width, int height, const QByteArray &rows)
{
    BITMAPINFOHEADER head{};
    head.biSize = sizeof(head);
    head.biWidth = width;
    head.biHeight = height;
    head.biPlanes = 1;
    head.biBitCount = 24;
    return QByteArray(reinterpret_cast<const char *>(&head), sizeof(head)) + rows;
}

HRESULT band(WiaPages &pages, LONG message, QByteArray bytes = {})
{
    return pages.BandedDataCallback(
        message, 0, 0, 0, LONG(bytes.size()), 0, 0, reinterpret_cast<BYTE *>(bytes.data()));
}

QByteArray page(int height, const QByteArray &rows)
{
    return framed(FrameKind::PageBegin, toJson(PageHead{ScanMode::Colour, 1, height, 300}))
        + framed(FrameKind::Rows, rows)
        + framed(FrameKind::PageEnd, QJsonObject{{QStringLiteral("rows"), rows.size() / 3}});
}

} // namespace

/// What a transfer brings, on its way into the pipe.
class TestWiaPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bands_ofTwoPages_becomeFramesOfTwoPages();
    void bytes_thatWindowsLikesToChange_goThroughUnchanged();
    void page_withoutRows_isAFault();
    void bitmap_thatIsNoPage_endsTheTransfer();
    void wishToStop_isHeededAtTheNextBand();
    void window_thatIsGone_endsTheTransfer();
    void object_isItsInterfacesAlone();
};

void TestWiaPages::bands_ofTwoPages_becomeFramesOfTwoPages()
{
    Window window;
    WiaPages pages(window.pipe(), 300);
    QCOMPARE(band(pages, IT_MSG_DATA_HEADER), S_OK);
    const QByteArray first = bitmap(1, 2, "def-abc-");
    QCOMPARE(band(pages, IT_MSG_DATA, first.first(17)), S_OK);
    QCOMPARE(band(pages, IT_MSG_STATUS), S_OK);
    QCOMPARE(band(pages, IT_MSG_DATA, first.sliced(17)), S_OK);
    QCOMPARE(window.heard(), QByteArray()); // It began at its bottom.
    QCOMPARE(band(pages, IT_MSG_NEW_PAGE), S_OK);
    QCOMPARE(window.heard(), page(2, "cbafed"));
    QCOMPARE(band(pages, IT_MSG_DATA, bitmap(1, -1, "ghi-")), S_OK);
    QCOMPARE(band(pages, IT_MSG_TERMINATION), S_OK);
    QVERIFY(pages.endPage());
    QCOMPARE(window.heard(), page(1, "ihg"));
    QVERIFY(pages.endPage()); // None has begun.
    QCOMPARE(pages.pages(), 2);
    QVERIFY(!pages.isCancelled());
    QCOMPARE(window.heard(), QByteArray());
}

void TestWiaPages::bytes_thatWindowsLikesToChange_goThroughUnchanged()
{
    Window window;
    WiaPages pages(window.pipe(), 300);
    QCOMPARE(band(pages, IT_MSG_DATA, bitmap(1, -2, QByteArray("\n\r\x1a-\0\r\n-", 8))), S_OK);
    QVERIFY(pages.endPage());
    QCOMPARE(window.heard(), page(2, QByteArray("\x1a\r\n\n\r\0", 6)));
}

void TestWiaPages::page_withoutRows_isAFault()
{
    Window window;
    WiaPages pages(window.pipe(), 300);
    QCOMPARE(band(pages, IT_MSG_DATA, bitmap(1, 2, {})), S_OK);
    const Result<void> ended = pages.endPage();
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, ErrorCode::ScannerFault);
}

void TestWiaPages::bitmap_thatIsNoPage_endsTheTransfer()
{
    Window window;
    WiaPages pages(window.pipe(), 300);
    QCOMPARE(band(pages, IT_MSG_DATA, QByteArray(64, 'x')), S_FALSE);
    QVERIFY(!pages.state());
    QCOMPARE(pages.state().error().code, ErrorCode::ScanGarbled);
    QCOMPARE(window.heard(), QByteArray());
}

void TestWiaPages::wishToStop_isHeededAtTheNextBand()
{
    Window window;
    WiaPages pages(window.pipe(), 300);
    QCOMPARE(band(pages, IT_MSG_DATA, bitmap(1, -2, "abc-")), S_OK);
    window.say(framed(FrameKind::Cancel, QJsonObject()));
    QCOMPARE(band(pages, IT_MSG_STATUS), S_FALSE);
    QVERIFY(pages.isCancelled());
    QCOMPARE(pages.pages(), 0);
}

void TestWiaPages::window_thatIsGone_endsTheTransfer()
{
    Window window;
    WiaPages pages(window.pipe(), 300);
    window.close();
    QCOMPARE(band(pages, IT_MSG_DATA, bitmap(1, -2, "abc-")), S_FALSE);
    QVERIFY(pages.isCancelled());
}

void TestWiaPages::object_isItsInterfacesAlone()
{
    Window window;
    WiaPages pages(window.pipe(), 300);
    void *object = nullptr;
    QCOMPARE(pages.QueryInterface(IID_IWiaDataCallback, &object), S_OK);
    QCOMPARE(object, static_cast<void *>(static_cast<IWiaDataCallback *>(&pages)));
    QCOMPARE(pages.Release(), ULONG(1));
    QCOMPARE(pages.QueryInterface(IID_IWiaItem, &object), E_NOINTERFACE);
    QCOMPARE(object, nullptr);
}

QTEST_APPLESS_MAIN(TestWiaPages)
#include "tst_WiaPages.moc"
