#pragma once

#include "client/printing/DossierWriter.h"
#include "client/printing/PdfAssembly.h"
#include "client/printing/SheetPainter.h"

#include <functional>

namespace chengban {

/// What the properties of a sheet's file say.
struct SheetFacts
{
    QString title;
    QString author;
    QString subject;
    qint64 atMs = 0;
};

/// Paints sheets that belong to no dossier and writes them as a file of their own, by the rules of
/// writeDossier(). Errors: FontMissing, DiskFull, FileUnreadable.
[[nodiscard]] Result<DossierInfo> writeLoose(
    const SheetFacts &facts, const QString &path, const std::function<void(SheetPainter &)> &paint);

/// `info` with what is known once the file is there.
[[nodiscard]] Result<DossierInfo> finishedInfo(
    DossierInfo info, SheetPainter &painter, const Result<WrittenPdf> &written);

} // namespace chengban
