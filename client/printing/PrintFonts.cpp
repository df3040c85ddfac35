#include "client/printing/PrintFonts.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QPainterPath>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace chengban {
namespace {

struct WantedFace
{
    QString role;
    QStringList families; ///< The style itself, best first.
};

const std::array<WantedFace, faceCount> &wantedFaces()
{
    static const std::array<WantedFace, faceCount> faces{
        WantedFace{QStringLiteral("宋体"),
            {QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Source Han Serif SC"),
                QStringLiteral("SimSun"), QStringLiteral("宋体"), QStringLiteral("AR PL UMing CN")}},
        WantedFace{QStringLiteral("黑体"),
            {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                QStringLiteral("SimHei"), QStringLiteral("黑体"), QStringLiteral("Microsoft YaHei"),
                QStringLiteral("WenQuanYi Zen Hei")}},
        WantedFace{QStringLiteral("楷体"),
            {QStringLiteral("KaiTi_GB2312"), QStringLiteral("楷体_GB2312"), QStringLiteral("KaiTi"),
                QStringLiteral("楷体"), QStringLiteral("STKaiti"), QStringLiteral("LXGW WenKai")}},
        WantedFace{QStringLiteral("仿宋"),
            {QStringLiteral("FangSong_GB2312"), QStringLiteral("仿宋_GB2312"), QStringLiteral("FangSong"),
                QStringLiteral("仿宋"), QStringLiteral("STFangsong"), QStringLiteral("FandolFang")}},
        WantedFace{QStringLiteral("小标宋"),
            {QStringLiteral("FZXiaoBiaoSong-B05S"), QStringLiteral("方正小标宋简体"),
                QStringLiteral("方正小标宋_GBK")}},
    };
    return faces;
}

/// Holders of rare characters, at the end of every list.
QStringList lastResorts(const QStringList &installed)
{
    QStringList families{QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Noto Sans CJK SC"),
        QStringLiteral("SimSun"), QStringLiteral("SimSun-ExtB"), QStringLiteral("SimHei")};
    families.removeIf([&](const QString &family) { return !installed.contains(family); });
    return families;
}

bool vanishes(char32_t c)
{
    const bool joinerOrMark = (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
    const bool control = (c < 0x20 && c != u'\n') || (c >= 0x7F && c < 0xA0);
    return joinerOrMark || control || (c >= 0xE0100 && c <= 0xE01EF);
}

QString codeOf(char32_t c)
{
    return QStringLiteral("U+%1").arg(QString::number(c, 16).toUpper(), 4, QLatin1Char('0'));
}

} // namespace

Result<PrintFonts> PrintFonts::installed()
{
    const QStringList here = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    const QStringList resorts = lastResorts(here);
    PrintFonts fonts;
    for (size_t face = 0; face < fonts.m_families.size(); ++face) {
        const QStringList &wanted = wantedFaces().at(face).families;
        const auto found
            = std::ranges::find_if(wanted, [&](const QString &family) { return here.contains(family); });
        QStringList &families = fonts.m_families.at(face);
        families = found == wanted.end() ? fonts.m_families.front() : QStringList{*found} + resorts;
        families.removeDuplicates();
    }
    if (fonts.m_families.front().isEmpty())
        return fail(ErrorCode::FontMissing, QStringLiteral("no Chinese font family"));
    return fonts;
}

QFont PrintFonts::font(const TextStyle &style) const
{
    QFont font;
    font.setFamilies(m_families.at(static_cast<size_t>(style.face)));
    font.setPixelSize(qRound(pt(style.points)));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false);
    if (style.spacing != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, style.spacing);
    return font;
}

QList<FontRole> PrintFonts::roles() const
{
    QList<FontRole> roles;
    for (size_t face = 0; face < faceCount; ++face) {
        const WantedFace &wanted = wantedFaces().at(face);
        const QString used = m_families.at(face).first();
        roles.append({wanted.role, used, !wanted.families.contains(used)});
    }
    return roles;
}

QString PrintFonts::printable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    QString lines = text;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const uint c : lines.toUcs4()) {
        if (c == u'\r' || c == 0x2028 || c == 0x2029) {
            result.append(u'\n');
        } else if (c == u'\t' || c == 0xA0) {
            result.append(u' ');
        } else if (!vanishes(c)) {
            const char32_t character = c;
            auto known = m_known.find(character);
            if (known == m_known.end())
                known = m_known.insert(character, hasGlyph(character));
            if (*known) {
                result.append(QString::fromUcs4(&character, 1));
                continue;
            }
            const QString code = codeOf(character);
            if (!m_unprintable.contains(code))
                m_unprintable.append(code);
            result.append(u'〔' + code + u'〕');
        }
    }
    return result;
}

/// A font that claims a character may still draw nothing for it (AR PL UKai has 43 such), so outlines are
/// looked at.
bool PrintFonts::hasGlyph(char32_t character) const
{
    if (character == u'\n' || character == u' ' || character == 0x3000)
        return true;
    if (QChar::category(character) == QChar::Other_NotAssigned || QChar::isSurrogate(character))
        return false;
    QTextLayout layout(QString::fromUcs4(&character, 1), font({}));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return !runs.isEmpty() && std::ranges::all_of(runs, [&](const QGlyphRun &run) {
        return std::ranges::all_of(run.glyphIndexes(), [&](quint32 glyph) {
            return glyph != 0 && (QChar::isSpace(character) || !run.rawFont().pathForGlyph(glyph).isEmpty());
        });
    });
}

} // namespace chengban
