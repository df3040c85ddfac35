#include "client/scanner/WiaDevice.h"

#include "client/scanner/WiaPages.h"

#include <algorithm>

namespace chengban::scan {

namespace {

using namespace Qt::StringLiterals;

constexpr int scannerType = 1; // StiDeviceTypeScanner, the upper half of WIA_DIP_DEV_TYPE.
constexpr ULONG bandBytes = 256 << 10;
constexpr int warmUpSeconds = 120;

class Word
{
public:
    explicit Word(const QString &text)
        : m_text(SysAllocString(reinterpret_cast<const OLECHAR *>(text.utf16())))
    {
    }
    ~Word() { SysFreeString(m_text); }
    Word(const Word &) = delete;
    Word &operator=(const Word &) = delete;
    [[nodiscard]] BSTR get() const { return m_text; }

private:
    BSTR m_text;
};

class WiaDrivers : public Drivers
{
public:
    ~WiaDrivers() override
    {
        m_manager = {}; // Before the house that it lives in.
        CoUninitialize();
    }
    /// Errors: those of wiaError().
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<QList<ScanDevice>> devices() override;
    [[nodiscard]] Result<std::unique_ptr<Scanner>> open(const QString &id) override
    {
        return WiaDevice::open(*m_manager.get(), id);
    }

private:
    Com<IWiaDevMgr> m_manager;
};

Result<void> WiaDrivers::load()
{
    const HRESULT result = CoCreateInstance(
        CLSID_WiaDevMgr, nullptr, CLSCTX_LOCAL_SERVER, IID_IWiaDevMgr, m_manager.intoAny());
    if (FAILED(result))
        return fail(wiaError(quint32(result), "WiaDevMgr"));
    return {};
}

Result<QList<ScanDevice>> WiaDrivers::devices()
{
    Com<IEnumWIA_DEV_INFO> all;
    const HRESULT result = m_manager->EnumDeviceInfo(WIA_DEVINFO_ENUM_LOCAL, all.into());
    if (quint32(result) == 0x80210015)
        return QList<ScanDevice>();
    if (FAILED(result) || !all)
        return fail(wiaError(quint32(result), "EnumDeviceInfo"));
    QList<ScanDevice> devices;
    while (true) {
        Com<IWiaPropertyStorage> one;
        ULONG got = 0;
        if (all->Next(1, one.into(), &got) != S_OK || got != 1)
            return devices;
        const WiaProperties about(std::move(one));
        if (const QString id = about.text(WIA_DIP_DEV_ID);
            !id.isEmpty() && (about.number(WIA_DIP_DEV_TYPE).value_or(0) >> 16) == scannerType)
            devices.append({id, about.text(WIA_DIP_DEV_NAME).simplified()});
    }
}

Result<Com<IWiaItem>> firstPicture(IWiaItem &device)
{
    Com<IEnumWiaItem> children;
    if (const HRESULT result = device.EnumChildItems(children.into()); FAILED(result) || !children)
        return fail(wiaError(quint32(result), "EnumChildItems"));
    while (true) {
        Com<IWiaItem> child;
        ULONG got = 0;
        if (children->Next(1, child.into(), &got) != S_OK || got != 1)
            return fail(ErrorCode::ScannerFault, u"no picture"_s);
        LONG type = 0;
        if (SUCCEEDED(child->GetItemType(&type)) && (type & WiaItemTypeImage))
            return child;
    }
}

} // namespace

Result<std::unique_ptr<Drivers>> systemDrivers()
{
    // One thread: the bands come in on it while it waits for the transfer, so nothing needs a lock.
    if (const HRESULT result = CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED); FAILED(result))
        return fail(wiaError(quint32(result), "CoInitializeEx"));
    auto drivers = std::make_unique<WiaDrivers>();
    if (const Result<void> loaded = drivers->load(); !loaded)
        return fail(loaded.error());
    return drivers;
}

Result<std::unique_ptr<Scanner>> WiaDevice::open(IWiaDevMgr &manager, const QString &id)
{
    Com<IWiaItem> device;
    const HRESULT result = manager.CreateDevice(Word(id).get(), device.into());
    // An invalid argument is an unknown name here.
    if (result == E_INVALIDARG || result == HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND))
        return fail(ErrorCode::ScannerNone, u"CreateDevice"_s);
    if (FAILED(result) || !device)
        return fail(wiaError(quint32(result), "CreateDevice"));
    Result<Com<IWiaItem>> item = firstPicture(*device.get());
    if (!item)
        return fail(item.error());
    Result<WiaProperties> ofDevice = WiaProperties::of(device.get());
    Result<WiaProperties> ofItem = WiaProperties::of(item->get());
    if (!ofDevice || !ofItem)
        return fail(ofDevice ? ofItem.error() : ofDevice.error());
    return std::make_unique<WiaDevice>(
        std::move(device), std::move(*item), std::move(*ofDevice), std::move(*ofItem));
}

WiaFacts WiaDevice::facts() const
{
    WiaFacts facts;
    const auto ofDevice = [&](PROPID id) { return m_ofDevice.number(id).value_or(0); };
    facts.handling = ofDevice(WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES);
    facts.bedWidth = ofDevice(WIA_DPS_HORIZONTAL_BED_SIZE);
    facts.bedHeight = ofDevice(WIA_DPS_VERTICAL_BED_SIZE);
    facts.feedWidth = ofDevice(WIA_DPS_HORIZONTAL_SHEET_FEED_SIZE);
    facts.feedHeight = ofDevice(WIA_DPS_VERTICAL_SHEET_FEED_SIZE);
    facts.opticalDpi = ofDevice(WIA_DPS_OPTICAL_XRES);
    facts.dpi = m_ofItem.allowed(WIA_IPS_XRES);
    facts.dataTypes = m_ofItem.allowed(WIA_IPA_DATATYPE);
    facts.brightness = m_ofItem.allowed(WIA_IPS_BRIGHTNESS);
    return facts;
}

Result<void> WiaDevice::setSource(PaperSource source)
{
    const int wanted = wiaHandling(source);
    if (m_ofDevice.number(WIA_DPS_DOCUMENT_HANDLING_SELECT).value_or(wanted) != wanted) {
        if (auto set = m_ofDevice.set(WIA_DPS_DOCUMENT_HANDLING_SELECT, wanted, "source"); !set)
            return set;
    }
    // All sheets in one transfer where the driver knows that; where it does not, each one is asked for. One
    // page of a sheet with two sides would be its front alone.
    if (source != PaperSource::Flatbed && !m_ofDevice.set(WIA_DPS_PAGES, 0, "pages"))
        (void)m_ofDevice.setNearest(WIA_DPS_PAGES, source == PaperSource::Duplex ? 2 : 1, "pages");
    return {};
}

Result<void> WiaDevice::setPicture(const ScanOptions &options)
{
    const auto type = wiaDataType(options.mode, m_ofItem.allowed(WIA_IPA_DATATYPE));
    if (!type)
        return fail(ErrorCode::ScanRefused, u"mode"_s);
    return m_ofItem.setNearest(WIA_IPA_DATATYPE, *type, "mode")
        .and_then([&] { return m_ofItem.set(WIA_IPA_TYMED, TYMED_CALLBACK, "tymed"); })
        .and_then([&] { return m_ofItem.set(WIA_IPA_FORMAT, WiaImgFmt_MEMORYBMP, "format"); })
        .and_then([&] { return m_ofItem.setNearest(WIA_IPS_XRES, options.dpi, "resolution"); })
        .and_then([&] { return m_ofItem.setNearest(WIA_IPS_YRES, options.dpi, "resolution"); });
}

Result<void> WiaDevice::apply(const ScanOptions &options)
{
    // In this order: a source changes what modes there are, a mode which resolutions, these the size in dots.
    const auto dots = [&](int mm) { return dotsOf(mm, m_ofItem.number(WIA_IPS_XRES).value_or(options.dpi)); };
    return setSource(options.source)
        .and_then([&] { return setPicture(options); })
        .and_then([&] { return m_ofItem.setNearest(WIA_IPS_XPOS, 0, "left"); })
        .and_then([&] { return m_ofItem.setNearest(WIA_IPS_YPOS, 0, "top"); })
        .and_then([&] { return m_ofItem.setNearest(WIA_IPS_XEXTENT, dots(options.widthMm), "width"); })
        .and_then([&] { return m_ofItem.setNearest(WIA_IPS_YEXTENT, dots(options.heightMm), "height"); })
        .and_then([&]() -> Result<void> {
            const WiaAllowed brightness = m_ofItem.allowed(WIA_IPS_BRIGHTNESS);
            if (options.brightness == 0 || !brightness.isRange())
                return {};
            return m_ofItem.setNearest(
                WIA_IPS_BRIGHTNESS, wiaBrightness(options.brightness, brightness), "brightness");
        });
}

Result<HRESULT> WiaDevice::transfer(WiaPages &pages, Pipe &pipe)
{
    Com<IWiaDataTransfer> line;
    if (const HRESULT result = m_item->QueryInterface(IID_IWiaDataTransfer, line.intoAny()); FAILED(result))
        return fail(wiaError(quint32(result), "IWiaDataTransfer"));
    WIA_DATA_TRANSFER_INFO about{};
    about.ulSize = sizeof(about);
    about.ulBufferSize = std::max(bandBytes, ULONG(m_ofItem.number(WIA_IPA_MIN_BUFFER_SIZE).value_or(0)));
    about.bDoubleBuffer = TRUE;
    for (int seconds = 0;; ++seconds) {
        const HRESULT result = line->idtGetBandedData(&about, &pages);
        if (quint32(result) != wiaWarmingUp || seconds >= warmUpSeconds || pipe.isCancelled())
            return result;
        Sleep(1000);
    }
}

bool WiaDevice::mayHoldMore() const
{
    return mayHoldPaper(m_ofDevice.number(WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES).value_or(0),
        m_ofDevice.number(WIA_DPS_DOCUMENT_HANDLING_STATUS).value_or(0));
}

Result<bool> WiaDevice::scan(const ScanOptions &options, Pipe &pipe)
{
    if (const Result<void> taken = apply(options); !taken)
        return fail(taken.error());
    WiaPages pages(pipe, m_ofItem.number(WIA_IPS_XRES).value_or(options.dpi));
    while (!pipe.isCancelled()) {
        const int before = pages.pages();
        const Result<HRESULT> result = transfer(pages, pipe);
        if (!result)
            return fail(result.error());
        if (!pages.state())
            return fail(pages.state().error());
        if (pages.isCancelled() || pipe.isCancelled())
            return false;
        const bool empty = quint32(*result) == wiaPaperEmpty;
        if (FAILED(*result) && !empty)
            return fail(wiaError(quint32(*result), "idtGetBandedData"));
        if (const Result<void> ended = pages.endPage(); !ended)
            return fail(ended.error());
        if (pages.pages() == 0)
            return fail(empty ? ErrorCode::ScannerEmpty : ErrorCode::ScannerFault, u"no page"_s);
        const bool more = options.source != PaperSource::Flatbed && !empty && pages.pages() > before;
        if (!more || pages.pages() >= mostPages || !mayHoldMore())
            return true;
    }
    return false;
}

} // namespace chengban::scan
