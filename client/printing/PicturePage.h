#pragma once

#include "client/printing/AttachmentPages.h"

class QPDFObjectHandle;

namespace chengban {

/// A page of A4 with the picture on it and a painted stamp over it. The picture's bytes are read from the
/// spool when the file is written.
[[nodiscard]] QPDFObjectHandle picturePage(
    QPDF &pdf, const KeptPicture &picture, PageSpool &spool, const QPDFObjectHandle &stamp);

} // namespace chengban
