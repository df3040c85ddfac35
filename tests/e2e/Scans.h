#pragma once

#include <QString>

namespace chengban::e2e {

/// Writes a 300-dpi A4 page that looks like a scanned paper: a title, lines of text, a red round seal. The
/// suffix of `path` says the format: .jpg, .png or .pdf (two pages). Throws std::runtime_error when it cannot
/// be written.
void writeScan(const QString &path, const QString &title, const QString &text, const QString &sealOf);

} // namespace chengban::e2e
