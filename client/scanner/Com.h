#pragma once

#include <utility>

#include <unknwn.h>

namespace chengban::scan {

/// Holds one reference to a COM object.
template <typename T> class Com
{
public:
    Com() = default;
    ~Com() { reset(); }
    Com(const Com &) = delete;
    Com &operator=(const Com &) = delete;
    Com(Com &&other) noexcept
        : m_object(std::exchange(other.m_object, nullptr))
    {
    }
    Com &operator=(Com &&other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }

    T *operator->() const { return m_object; }
    [[nodiscard]] T *get() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }
    /// Where a call puts the object; what was held is let go first.
    [[nodiscard]] T **into()
    {
        reset();
        return &m_object;
    }
    [[nodiscard]] void **intoAny() { return reinterpret_cast<void **>(into()); }

private:
    void reset()
    {
        if (T *object = std::exchange(m_object, nullptr))
            object->Release();
    }
    T *m_object = nullptr;
};

} // namespace chengban::scan
