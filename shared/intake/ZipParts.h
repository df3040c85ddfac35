#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct zip;

namespace chengban {

/// Reads single parts of a ZIP archive in memory, all together no more than a budget of unpacked bytes.
class ZipParts
{
public:
    /// `bytes` must outlive the object. Errors: SpreadsheetDamaged.
    [[nodiscard]] static Result<ZipParts> open(const QByteArray &bytes, qint64 inflatedBytes);

    [[nodiscard]] bool has(const QString &name) const;
    /// Errors: SpreadsheetDamaged with the name; TooLarge when the budget is used up, whatever the archive
    /// claims.
    [[nodiscard]] Result<QByteArray> part(const QString &name);

private:
    ZipParts(zip *archive, qint64 budget);
    struct Drop
    {
        void operator()(zip *archive) const;
    };
    std::unique_ptr<zip, Drop> m_archive;
    qint64 m_budget;
};

} // namespace chengban
