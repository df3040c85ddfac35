#pragma once

#include "client/printing/DossierWriter.h"
#include "shared/signing/CaseLog.h"

#include <QByteArray>

namespace chengban {

/// A file of the package, as metadata describe it.
struct PackagedFile
{
    QString path; ///< Below data/.
    QString mime;
    qint64 size = 0;
    QString sha256;
    QString title;
    bool operator==(const PackagedFile &) const = default;
};

/// One element of DA/T 46-2009 with its Chinese name: a text, or elements inside.
struct MetadataElement
{
    QString name;
    QString text;
    QList<MetadataElement> inside;
};

/// The elements of DA/T 46 that apply to a dossier: file, agents, business (one per event of the log) and
/// signatures. It names no citizen.
[[nodiscard]] MetadataElement archiveMetadata(const Manifest &manifest, const Case &theCase,
    const CaseLog &log, const QList<DossierVolume> &volumes, const QList<PackagedFile> &files);

[[nodiscard]] QByteArray metadataXml(const MetadataElement &root);
/// Elements of one name that stand together become an array.
[[nodiscard]] QJsonObject metadataJson(const MetadataElement &root);

} // namespace chengban
