#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace chengban {

/// Bytes that must not reach the swap file or a core dump: locked, guarded memory, wiped when dropped.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    [[nodiscard]] static Secret random(qsizetype size);

    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    [[nodiscard]] Secret clone() const { return Secret(view()); }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes, m_size}; }
    [[nodiscard]] const unsigned char *data() const { return m_bytes; }
    [[nodiscard]] unsigned char *data() { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

private:
    void drop();

    unsigned char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

/// Fresh random bytes of the operating system.
[[nodiscard]] QByteArray randomBytes(qsizetype size);

} // namespace chengban
