#include "client/scanner/WiaPages.h"

namespace chengban::scan {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype enough = 128 << 10;

} // namespace

HRESULT WINAPI WiaPages::QueryInterface(REFIID id, void **object)
{
    if (!object)
        return E_POINTER;
    const bool known = IsEqualIID(id, IID_IUnknown) || IsEqualIID(id, IID_IWiaDataCallback);
    *object = known ? static_cast<IWiaDataCallback *>(this) : nullptr;
    if (!known)
        return E_NOINTERFACE;
    AddRef();
    return S_OK;
}

HRESULT WINAPI WiaPages::BandedDataCallback(LONG message, [[maybe_unused]] LONG status,
    [[maybe_unused]] LONG percent, [[maybe_unused]] LONG offset, LONG length, [[maybe_unused]] LONG reserved,
    [[maybe_unused]] LONG reservedLength, BYTE *bytes)
{
    m_cancelled = m_cancelled || m_pipe.isCancelled();
    if (m_cancelled || !m_state)
        return S_FALSE; // Ends the transfer.
    if (message == IT_MSG_DATA && bytes && length > 0)
        m_state = take(QByteArrayView(bytes, length));
    else if (message == IT_MSG_DATA_HEADER || message == IT_MSG_NEW_PAGE)
        m_state = endPage();
    return m_state ? S_OK : S_FALSE;
}

Result<void> WiaPages::take(QByteArrayView bytes)
{
    if (m_pages >= mostPages)
        return fail(ErrorCode::ScanTooLarge, u"pages"_s);
    const Result<QByteArray> rows = m_page.take(bytes);
    if (!rows)
        return fail(rows.error());
    // A page that comes from its bottom begins for the window when it is whole: no piece of it goes out
    // before.
    if (!m_begun && m_page.head() && m_page.isTopDown()) {
        m_begun = true;
        m_pipe.send(FrameKind::PageBegin, toJson(*m_page.head()));
    }
    m_waiting.append(*rows);
    if (m_waiting.size() >= enough)
        sendRows(std::exchange(m_waiting, {}));
    return {};
}

void WiaPages::sendRows(const QByteArray &rows)
{
    if (rows.isEmpty())
        return;
    const qint64 bytesPerRow = m_page.head()->bytesPerRow();
    m_rows += rows.size() / bytesPerRow;
    m_pipe.sendRows(rows, bytesPerRow);
}

Result<void> WiaPages::endPage()
{
    if (m_page.isEmpty())
        return {};
    const QByteArray rows = std::exchange(m_waiting, {}) + m_page.rest();
    if (m_rows == 0 && rows.isEmpty())
        return fail(ErrorCode::ScannerFault, u"a page without rows"_s);
    if (!m_begun)
        m_pipe.send(FrameKind::PageBegin, toJson(*m_page.head()));
    sendRows(rows);
    m_pipe.send(FrameKind::PageEnd, {{u"rows"_s, m_rows}});
    ++m_pages;
    m_page = DibPage(m_dpi);
    m_begun = false;
    m_rows = 0;
    return {};
}

} // namespace chengban::scan
