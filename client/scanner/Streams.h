#pragma once

#include <QByteArray>

namespace chengban::scan {

/// The standard streams, as bytes. What a driver prints to the standard output lands with the errors.
class Streams
{
public:
    Streams();

    /// What has come; waits for it. Empty: the other side has closed, for good.
    [[nodiscard]] QByteArray read();
    /// Whether read() would return at once; also when it would tell of the end.
    [[nodiscard]] bool isReadable() const;
    /// False: nobody reads any more.
    [[nodiscard]] bool write(QByteArrayView bytes);

private:
    int m_out; ///< A descriptor of its own.
};

} // namespace chengban::scan
