#pragma once

#include "client/scanner/Com.h"
#include "client/scanner/WiaValues.h"

#include <wia.h>

namespace chengban::scan {

/// The properties of a device or of one of its items, by number (WIA_DPS_…, WIA_IPS_…).
class WiaProperties
{
public:
    /// Errors: those of wiaError(); so for all.
    [[nodiscard]] static Result<WiaProperties> of(IUnknown *object);
    /// Of the list of devices.
    explicit WiaProperties(Com<IWiaPropertyStorage> storage)
        : m_storage(std::move(storage))
    {
    }

    [[nodiscard]] std::optional<int> number(PROPID id) const;
    [[nodiscard]] QString text(PROPID id) const;
    [[nodiscard]] WiaAllowed allowed(PROPID id) const;

    [[nodiscard]] Result<void> set(PROPID id, int value, const char *name);
    [[nodiscard]] Result<void> set(PROPID id, const GUID &value, const char *name);
    /// The nearest value that is allowed; a property that is not there is no error: the picture says what
    /// came.
    [[nodiscard]] Result<void> setNearest(PROPID id, int value, const char *name);

private:
    [[nodiscard]] Result<void> write(PROPID id, const PROPVARIANT &value, const char *name);

    Com<IWiaPropertyStorage> m_storage;
};

} // namespace chengban::scan
