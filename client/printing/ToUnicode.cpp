#include "client/printing/ToUnicode.h"

#include "client/printing/GlyphLedger.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>

namespace chengban {
namespace {

/// Splits a CMap into `<hex>`, `[`, `]` and words.
QList<QByteArray> tokens(const QByteArray &cmap)
{
    QList<QByteArray> found;
    for (qsizetype at = 0; at < cmap.size();) {
        const char c = cmap[at];
        qsizetype end = at + 1;
        if (c == '<' && end < cmap.size() && cmap[end] != '<') {
            end = cmap.indexOf('>', at);
            end = end < 0 ? cmap.size() : end + 1;
        } else if (c != '[' && c != ']') {
            while (end < cmap.size() && !std::strchr(" \r\n\t[]<", cmap[end]))
                ++end;
        }
        const QByteArray token = cmap.mid(at, end - at).trimmed();
        if (!token.isEmpty())
            found.append(token);
        at = end;
    }
    return found;
}

QByteArray hexOf(const QByteArray &token)
{
    return QByteArray::fromHex(token);
}

int numberOf(const QByteArray &token)
{
    return hexOf(token).toHex().toInt(nullptr, 16);
}

QString textOf(const QByteArray &token)
{
    const QByteArray bytes = hexOf(token);
    QString text;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        text.append(QChar(ushort(quint8(bytes[i]) << 8 | quint8(bytes[i + 1]))));
    return text;
}

/// One triple of a bfrange section; `at` stands on its first token and is moved behind it.
void readRange(const QList<QByteArray> &all, qsizetype &at, ToUnicodeMap &map)
{
    if (at + 2 >= all.size()) {
        at = all.size();
        return;
    }
    const int first = numberOf(all[at]);
    const int last = std::min(numberOf(all[at + 1]), 0xFFFF);
    at += 2;
    if (all[at] == "[") {
        ++at;
        for (int cid = first; at < all.size() && all[at] != "]"; ++cid, ++at)
            map.insert(cid, textOf(all[at]));
        ++at;
        return;
    }
    QString text = textOf(all[at++]);
    for (int cid = first; cid <= last && !text.isEmpty(); ++cid) {
        map.insert(cid, text);
        text.back() = QChar(text.back().unicode() + 1);
    }
}

bool isRadical(char32_t c)
{
    return c >= 0x2E80 && c <= 0x2FDF;
}

/// Which character each glyph stood for; of several that share it the one people type.
QHash<quint32, char32_t> meanings(const GlyphLedger::Font &font, const GlyphLedger &ledger)
{
    QHash<quint32, char32_t> found = font.meaning;
    const QList<char32_t> characters = ledger.characters();
    for (auto it = found.begin(); it != found.end(); ++it) {
        if (!isRadical(*it))
            continue;
        const auto typed = std::ranges::find_if(characters, [&](char32_t c) {
            return !isRadical(c)
                && font.raw.glyphIndexesForString(QString::fromUcs4(&c, 1)) == QList{it.key()};
        });
        if (typed != characters.end())
            *it = *typed;
    }
    return found;
}

/// Whether the ledger's order agrees with everything Qt has mapped: then it may speak for the rest.
bool agrees(const GlyphLedger::Font &font, const ToUnicodeMap &map)
{
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        const QList<quint32> glyphs = font.raw.glyphIndexesForString(*it);
        if (it.key() < 1 || it.key() > font.glyphs.size() || glyphs.size() != 1
            || glyphs.first() != font.glyphs[it.key() - 1])
            return false;
    }
    return true;
}

ToUnicodeMap mended(const GlyphLedger::Font &font, const GlyphLedger &ledger, ToUnicodeMap map)
{
    map.remove(0); // Qt maps even the glyph for "no such character"
    const QHash<quint32, char32_t> meaning = meanings(font, ledger);
    const auto mean = [&](quint32 glyph, int cid) {
        const char32_t c = meaning.value(glyph);
        if (c != 0)
            map.insert(cid, QString::fromUcs4(&c, 1));
    };
    if (agrees(font, map)) {
        for (qsizetype i = 0; i < font.glyphs.size(); ++i)
            mean(font.glyphs[i], int(i) + 1);
        return map;
    }
    const QList<int> cids = map.keys();
    for (const int cid : cids) {
        const QList<quint32> glyphs = font.raw.glyphIndexesForString(map.value(cid));
        if (map.value(cid) == u'\t')
            map.insert(cid, QStringLiteral(" "));
        else if (glyphs.size() == 1)
            mean(glyphs.first(), cid);
    }
    return map;
}

QByteArray bytesOf(QPDFObjectHandle stream)
{
    const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize())};
}

/// Qt tags a subset by a number that changes from run to run, and only in one of the three places.
void retag(QPDFObjectHandle font, const QByteArray &name)
{
    QByteArray tag = QCryptographicHash::hash(name, QCryptographicHash::Sha256).first(6);
    for (char &letter : tag)
        letter = char('A' + quint8(letter) % 26);
    QPDFObjectHandle tagged = QPDFObjectHandle::newName('/' + (tag + '+' + name).toStdString());
    font.replaceKey("/BaseFont", tagged);
    for (QPDFObjectHandle descendant : font.getKey("/DescendantFonts").getArrayAsVector()) {
        descendant.replaceKey("/BaseFont", tagged);
        descendant.getKey("/FontDescriptor").replaceKey("/FontName", tagged);
    }
}

/// Heights as the font's own tables have them, in thousandths of its size: the systems' engines disagree, and
/// what reads text back from a page takes them for the place of a word.
void describe(QPDFObjectHandle font, const QRawFont &raw)
{
    const QByteArray head = raw.fontTable("head");
    const QByteArray hhea = raw.fontTable("hhea");
    const QByteArray os2 = raw.fontTable("OS/2");
    const auto number = [](const QByteArray &table, qsizetype at) {
        return at + 2 <= table.size() ? qFromBigEndian<qint16>(table.constData() + at) : qint16(0);
    };
    const int unitsPerEm = number(head, 18);
    if (unitsPerEm <= 0 || number(hhea, 4) <= 0)
        return;
    const auto thousandths
        = [&](int units) { return QPDFObjectHandle::newInteger(qRound(1000.0 * units / unitsPerEm)); };
    const int capHeight = number(os2, 0) >= 2 ? number(os2, 88) : number(hhea, 4);
    for (QPDFObjectHandle descendant : font.getKey("/DescendantFonts").getArrayAsVector()) {
        QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
        descriptor.replaceKey("/Ascent", thousandths(number(hhea, 4)));
        descriptor.replaceKey("/Descent", thousandths(number(hhea, 6)));
        descriptor.replaceKey("/CapHeight", thousandths(capHeight));
    }
}

} // namespace

ToUnicodeMap parsedToUnicode(const QByteArray &cmap)
{
    const QList<QByteArray> all = tokens(cmap);
    ToUnicodeMap map;
    for (qsizetype at = 0; at < all.size();) {
        if (all[at] == "beginbfrange") {
            for (++at; at < all.size() && all[at] != "endbfrange";)
                readRange(all, at, map);
        } else if (all[at] == "beginbfchar") {
            for (++at; at + 1 < all.size() && all[at] != "endbfchar"; at += 2)
                map.insert(numberOf(all[at]), textOf(all[at + 1]));
        } else {
            ++at;
        }
    }
    return map;
}

QByteArray toUnicodeCMap(const ToUnicodeMap &map)
{
    QList<int> cids = map.keys();
    std::ranges::sort(cids);
    QByteArray cmap = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr qsizetype most = 100; // entries of a section
    for (qsizetype at = 0; at < cids.size(); at += most) {
        const QList<int> section = cids.mid(at, most);
        cmap += QByteArray::number(section.size()) + " beginbfchar\n";
        for (const int cid : section) {
            cmap += '<' + QByteArray::number(cid, 16).rightJustified(4, '0') + "> <";
            for (const QChar unit : map.value(cid))
                cmap += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
            cmap += ">\n";
        }
        cmap += "endbfchar\n";
    }
    return cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

void mendFonts(QPDF &pdf, const GlyphLedger &ledger)
{
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (!object.isDictionaryOfType("/Font", "/Type0") || !object.getKey("/ToUnicode").isStream())
            continue;
        QByteArray name = QByteArray::fromStdString(object.getKey("/BaseFont").getName()).mid(1);
        name = ledger.postScriptName(name.mid(name.indexOf('+') + 1));
        retag(object, name);
        const GlyphLedger::Font *font = ledger.font(name);
        if (!font)
            continue;
        describe(object, font->raw);
        QPDFObjectHandle stream = object.getKey("/ToUnicode");
        const QByteArray cmap = toUnicodeCMap(mended(*font, ledger, parsedToUnicode(bytesOf(stream))));
        stream.replaceStreamData(
            cmap.toStdString(), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

} // namespace chengban
