#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace chengban {

class ScratchFolder;

/// Attachments that another program of this computer shows. Each is a copy in a scratch folder that goes with
/// this object; what a viewer still holds open then goes at the next start.
class OutsideCopies
{
public:
    OutsideCopies();
    ~OutsideCopies();

    /// False when the system has no program for it. The copy's ending is that of its content: a name decides
    /// nothing about which program is started. Errors: FileTypeRefused, DiskFull.
    [[nodiscard]] Result<bool> open(const QString &name, const QByteArray &bytes);

private:
    std::vector<std::unique_ptr<ScratchFolder>> m_folders; ///< One a copy: two may bear one name.
};

} // namespace chengban
