#include "client/printing/FontRecord.h"

#include "client/printing/GlyphLedger.h"
#include "shared/canonical/Digest.h"

#include <algorithm>

namespace chengban {
namespace {

constexpr int versionEntry = 5; // of the name table

QString tablesDigest(const QRawFont &font)
{
    QByteArray tables;
    for (const char *tag : {"head", "name", "OS/2", "maxp", "cmap"})
        tables += font.fontTable(tag);
    return hex(sha256(tables));
}

} // namespace

QList<EmbeddedFont> embeddedFonts(const GlyphLedger &ledger)
{
    QList<EmbeddedFont> fonts;
    for (auto it = ledger.fonts().cbegin(); it != ledger.fonts().cend(); ++it) {
        fonts.append({QString::fromLatin1(it.key()), QString::fromLatin1(fontName(it->raw, versionEntry)),
            tablesDigest(it->raw)});
    }
    std::ranges::sort(fonts, {}, &EmbeddedFont::postScriptName);
    return fonts;
}

} // namespace chengban
