#include "client/printing/GlyphLedger.h"

#include <QGlyphRun>
#include <QTextLine>
#include <QtEndian>

#include <cstring>

namespace chengban {
namespace {

constexpr int postScriptEntry = 6;

/// What Qt's PDF engine calls a font whose own name the system's engine does not tell, as DirectWrite's; it
/// tells the faces of a family apart also where styles have no names.
QByteArray substituteName(const QRawFont &raw)
{
    QByteArray name = raw.familyName().toUtf8();
    name.removeIf([](char c) { return std::strchr(" ()<>[]{}/%", c) != nullptr; });
    return name + '-' + QByteArray::number(raw.style()) + '-' + QByteArray::number(raw.weight());
}

} // namespace

void GlyphLedger::note(const QTextLine &line, const QString &text)
{
    const QStringView own = QStringView(text).mid(line.textStart(), line.textLength());
    for (const uint c : own.toUcs4())
        m_characters.insert(c);
    bool unknown = false;
    const QList<QGlyphRun> runs = line.glyphRuns();
    for (const QGlyphRun &run : runs) {
        Font &font = fontOf(run.rawFont());
        for (const quint32 glyph : run.glyphIndexes()) {
            if (font.meaning.contains(glyph))
                continue;
            font.glyphs.append(glyph);
            font.meaning.insert(glyph, 0);
            unknown = true;
        }
    }
    if (unknown)
        learn(line, own);
}

/// Asks character by character, since fonts replace glyphs by context: Noto CJK has other digits among Latin
/// letters.
void GlyphLedger::learn(const QTextLine &line, QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = text[at].isHighSurrogate() && at + 1 < text.size();
        const int length = pair ? 2 : 1;
        const char32_t c
            = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(text[at].unicode());
        const QList<QGlyphRun> runs = line.glyphRuns(line.textStart() + int(at), length);
        if (runs.size() == 1 && runs.first().glyphIndexes().size() == 1) {
            char32_t &meaning = fontOf(runs.first().rawFont()).meaning[runs.first().glyphIndexes().first()];
            if (meaning == 0)
                meaning = c;
        }
        at += length;
    }
}

QByteArray GlyphLedger::postScriptName(const QByteArray &written) const
{
    return m_fonts.contains(written) ? written : m_names.value(written, written);
}

const GlyphLedger::Font *GlyphLedger::font(const QByteArray &postScriptName) const
{
    const auto found = m_fonts.constFind(postScriptName);
    return found == m_fonts.constEnd() ? nullptr : &*found;
}

GlyphLedger::Font &GlyphLedger::fontOf(const QRawFont &raw)
{
    const QByteArray key = substituteName(raw);
    auto name = m_names.find(key);
    if (name == m_names.end())
        name = m_names.insert(key, fontName(raw, postScriptEntry));
    Font &font = m_fonts[*name];
    if (!font.raw.isValid())
        font.raw = raw;
    return font;
}

QByteArray fontName(const QRawFont &font, int entry)
{
    const QByteArray table = font.fontTable("name");
    const auto word = [&](qsizetype at) {
        return at + 2 <= table.size() ? qsizetype(qFromBigEndian<quint16>(table.constData() + at)) : 0;
    };
    const qsizetype strings = word(4);
    for (qsizetype i = 0; i < word(2); ++i) {
        const qsizetype record = 6 + 12 * i;
        if (word(record + 6) != entry)
            continue;
        QByteArray name = table.mid(strings + word(record + 10), word(record + 8));
        name.removeIf([](char c) { return c == '\0'; }); // UTF-16 holding ASCII
        return name;
    }
    return {};
}

} // namespace chengban
