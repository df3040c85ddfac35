#pragma once

#include "client/scanner/Scanner.h"
#include "client/scanner/WiaProperties.h"

namespace chengban::scan {

class WiaPages;

/// A scanner behind Windows Image Acquisition. Errors: those of wiaError().
class WiaDevice : public Scanner
{
public:
    WiaDevice(Com<IWiaItem> device, Com<IWiaItem> item, WiaProperties ofDevice, WiaProperties ofItem)
        : m_device(std::move(device))
        , m_item(std::move(item))
        , m_ofDevice(std::move(ofDevice))
        , m_ofItem(std::move(ofItem))
    {
    }
    /// Errors: ScannerNone when there is no such device, and those of wiaError().
    [[nodiscard]] static Result<std::unique_ptr<Scanner>> open(IWiaDevMgr &manager, const QString &id);

    [[nodiscard]] Result<ScanAbilities> abilities() override { return wiaAbilities(facts()); }
    [[nodiscard]] Result<bool> scan(const ScanOptions &options, Pipe &pipe) override;

private:
    [[nodiscard]] WiaFacts facts() const;
    [[nodiscard]] Result<void> setSource(PaperSource source);
    [[nodiscard]] Result<void> setPicture(const ScanOptions &options);
    [[nodiscard]] Result<void> apply(const ScanOptions &options);
    /// One transfer, which may be of several pages. Waits while the lamp warms up.
    [[nodiscard]] Result<HRESULT> transfer(WiaPages &pages, Pipe &pipe);
    [[nodiscard]] bool mayHoldMore() const;

    Com<IWiaItem> m_device;
    Com<IWiaItem> m_item; ///< What is scanned: the device's first picture.
    WiaProperties m_ofDevice;
    WiaProperties m_ofItem;
};

} // namespace chengban::scan
