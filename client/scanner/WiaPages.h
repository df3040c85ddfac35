#pragma once

#include "client/scanner/DibPage.h"
#include "client/scanner/Pipe.h"

#include <atomic>

#include <wia.h>

namespace chengban::scan {

#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor" // COM's interfaces have none.
#endif

/// Takes a transfer in bands and sends its pages into the pipe; nothing is written down. Lives on the stack
/// of the call that transfers: references are counted, but free nothing.
class WiaPages final : public IWiaDataCallback
{
public:
    WiaPages(Pipe &pipe, int dpi)
        : m_pipe(pipe)
        , m_dpi(dpi)
        , m_page(dpi)
    {
    }
    ~WiaPages() = default;
    WiaPages(const WiaPages &) = delete;
    WiaPages &operator=(const WiaPages &) = delete;

    HRESULT WINAPI QueryInterface(REFIID id, void **object) override;
    ULONG WINAPI AddRef() override { return ++m_references; }
    ULONG WINAPI Release() override { return --m_references; }
    HRESULT WINAPI BandedDataCallback(LONG message, LONG status, LONG percent, LONG offset, LONG length,
        LONG reserved, LONG reservedLength, BYTE *bytes) override;

    /// Ends the page that has begun, if one has. Errors: ScannerFault for a page without rows.
    [[nodiscard]] Result<void> endPage();
    [[nodiscard]] int pages() const { return m_pages; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// What was wrong with the picture; it also ends the transfer.
    [[nodiscard]] const Result<void> &state() const { return m_state; }

private:
    [[nodiscard]] Result<void> take(QByteArrayView bytes);
    void sendRows(const QByteArray &rows);

    Pipe &m_pipe;
    int m_dpi;
    DibPage m_page;
    QByteArray m_waiting; ///< Rows for the next frame.
    bool m_begun = false; ///< PageBegin has been sent.
    qint64 m_rows = 0;
    int m_pages = 0;
    bool m_cancelled = false;
    Result<void> m_state;
    std::atomic<ULONG> m_references = 1;
};

#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

} // namespace chengban::scan
