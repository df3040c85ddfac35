#include "client/scanner/WiaProperties.h"

#include <propidl.h>

namespace chengban::scan {

namespace {

/// A value that COM may have allocated parts of.
struct Variant : PROPVARIANT
{
    Variant() { PropVariantInit(this); }
    ~Variant() { PropVariantClear(this); }
    Variant(const Variant &) = delete;
    Variant &operator=(const Variant &) = delete;
};

PROPSPEC numbered(PROPID id)
{
    PROPSPEC spec{};
    spec.ulKind = PRSPEC_PROPID;
    spec.propid = id;
    return spec;
}

QList<int> elementsOf(const PROPVARIANT &value)
{
    if (value.vt != (VT_VECTOR | VT_I4) && value.vt != (VT_VECTOR | VT_UI4))
        return {};
    const LONG *first = value.cal.pElems; // Both vectors lie alike.
    return {first, first + value.cal.cElems};
}

} // namespace

Result<WiaProperties> WiaProperties::of(IUnknown *object)
{
    Com<IWiaPropertyStorage> storage;
    const HRESULT result = object->QueryInterface(IID_IWiaPropertyStorage, storage.intoAny());
    if (FAILED(result))
        return fail(wiaError(quint32(result), "IWiaPropertyStorage"));
    return WiaProperties(std::move(storage));
}

std::optional<int> WiaProperties::number(PROPID id) const
{
    const PROPSPEC spec = numbered(id);
    Variant value;
    if (m_storage->ReadMultiple(1, &spec, &value) != S_OK || (value.vt != VT_I4 && value.vt != VT_UI4))
        return std::nullopt;
    return int(value.lVal);
}

QString WiaProperties::text(PROPID id) const
{
    const PROPSPEC spec = numbered(id);
    Variant value;
    if (m_storage->ReadMultiple(1, &spec, &value) != S_OK || value.vt != VT_BSTR || !value.bstrVal)
        return {};
    return QString::fromWCharArray(value.bstrVal);
}

WiaAllowed WiaProperties::allowed(PROPID id) const
{
    PROPSPEC spec = numbered(id);
    ULONG flags = 0;
    Variant value;
    if (m_storage->GetPropertyAttributes(1, &spec, &flags, &value) != S_OK)
        return {};
    return wiaAllowed(quint32(flags), elementsOf(value));
}

Result<void> WiaProperties::write(PROPID id, const PROPVARIANT &value, const char *name)
{
    const PROPSPEC spec = numbered(id);
    const HRESULT result = m_storage->WriteMultiple(1, &spec, &value, WIA_IPA_FIRST);
    if (FAILED(result))
        return fail(wiaError(quint32(result), name));
    return {};
}

Result<void> WiaProperties::set(PROPID id, int value, const char *name)
{
    PROPVARIANT variant{};
    variant.vt = VT_I4;
    variant.lVal = value;
    return write(id, variant, name);
}

Result<void> WiaProperties::set(PROPID id, const GUID &value, const char *name)
{
    GUID guid = value;
    PROPVARIANT variant{};
    variant.vt = VT_CLSID;
    variant.puuid = &guid;
    return write(id, variant, name);
}

Result<void> WiaProperties::setNearest(PROPID id, int value, const char *name)
{
    const auto before = number(id);
    const int wanted = allowed(id).nearest(value);
    // Drivers refuse to be told what they do already, now and then.
    return !before || *before == wanted ? Result<void>() : set(id, wanted, name);
}

} // namespace chengban::scan
