#include "client/printing/PdfaRules.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QSet>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <exception>
#include <string_view>

namespace chengban {
namespace {

using Object = QPDFObjectHandle;

template <size_t N> bool isOneOf(std::string_view name, const std::array<std::string_view, N> &names)
{
    return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 8> forbiddenActions{
    "/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState"};
constexpr std::array<std::string_view, 6> forbiddenKeys{
    "/AA", "/EF", "/EmbeddedFiles", "/OCProperties", "/XFA", "/JavaScript"};
constexpr std::array<std::string_view, 3> forbiddenFilters{"/LZWDecode", "/JPXDecode", "/Crypt"};
constexpr std::array<std::string_view, 5> fontsWithAFile{
    "/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2"};
/// In a page's operators; the short forms belong to inline images.
constexpr std::array<std::string_view, 4> forbiddenNames{"/DeviceCMYK", "/CMYK", "/LZW", "/LZWDecode"};

bool isName(Object object, const char *name)
{
    return object.isName() && object.getName() == name;
}

QString fontFault(Object font)
{
    Object subtype = font.getKey("/Subtype");
    if (!subtype.isName() || !isOneOf(subtype.getName(), fontsWithAFile))
        return {};
    Object descriptor = font.getKey("/FontDescriptor");
    const bool embedded = descriptor.isDictionary()
        && (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2")
            || descriptor.hasKey("/FontFile3"));
    if (!embedded)
        return QStringLiteral("a font is not embedded");
    const bool ofCids = isName(subtype, "/CIDFontType0") || isName(subtype, "/CIDFontType2");
    if (ofCids && !descriptor.hasKey("/CIDSet"))
        return QStringLiteral("a subset of a font does not say which glyphs it holds");
    if (isName(subtype, "/CIDFontType2") && !font.hasKey("/CIDToGIDMap"))
        return QStringLiteral("a font has no glyph map");
    return {};
}

/// Of a dictionary that states how to paint.
QString transparencyFault(Object state)
{
    const auto see = [](Object value) { return value.isNumber() && value.getNumericValue() < 1; };
    Object mode = state.getKey("/BM");
    Object mask = state.getKey("/SMask");
    const bool mixes = !mode.isNull() && !isName(mode, "/Normal") && !isName(mode, "/Compatible");
    const bool masks = !mask.isNull() && !isName(mask, "/None");
    Object group = state.getKey("/Group");
    const bool grouped = group.isDictionary() && isName(group.getKey("/S"), "/Transparency");
    const bool seen = see(state.getKey("/CA")) || see(state.getKey("/ca"));
    return seen || mixes || masks || grouped ? QStringLiteral("transparency") : QString();
}

QString imageFault(Object dictionary)
{
    if (!isName(dictionary.getKey("/Subtype"), "/Image"))
        return {};
    Object bits = dictionary.getKey("/BitsPerComponent");
    if (bits.isInteger() && bits.getIntValue() > 8)
        return QStringLiteral("an image of 16 bits");
    Object smoothed = dictionary.getKey("/Interpolate");
    if (smoothed.isBool() && smoothed.getBoolValue())
        return QStringLiteral("an interpolated image");
    return dictionary.hasKey("/Alternates") ? QStringLiteral("an image with alternates") : QString();
}

QString streamFault(Object dictionary)
{
    if (dictionary.hasKey("/F"))
        return QStringLiteral("a stream outside the file");
    Object filter = dictionary.getKey("/Filter");
    for (Object one : filter.isArray() ? filter.getArrayAsVector() : std::vector{filter}) {
        if (one.isName() && isOneOf(one.getName(), forbiddenFilters))
            return QStringLiteral("the filter ") + QString::fromStdString(one.getName());
    }
    if (isName(dictionary.getKey("/Subtype"), "/PS") || dictionary.hasKey("/OPI")
        || dictionary.hasKey("/Ref"))
        return QStringLiteral("a form that PDF/A does not know");
    return imageFault(dictionary);
}

QString dictionaryFault(Object dictionary)
{
    for (const std::string &key : dictionary.getKeys()) {
        if (isOneOf(key, forbiddenKeys))
            return QStringLiteral("the entry ") + QString::fromStdString(key);
    }
    Object action = dictionary.getKey("/S");
    if (action.isName() && isOneOf(action.getName(), forbiddenActions))
        return QStringLiteral("the action ") + QString::fromStdString(action.getName());
    if (isName(dictionary.getKey("/Type"), "/Font")) {
        if (const QString fault = fontFault(dictionary); !fault.isEmpty())
            return fault;
    }
    return transparencyFault(dictionary);
}

/// An object with everything in it but what other objects hold.
QString objectFault(Object object)
{
    if (isName(object, "/DeviceCMYK"))
        return QStringLiteral("CMYK beside the sRGB output intent");
    if (object.isArray()) {
        for (Object item : object.getArrayAsVector()) {
            if (item.isIndirect())
                continue;
            if (const QString fault = objectFault(item); !fault.isEmpty())
                return fault;
        }
        return {};
    }
    Object dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary())
        return {};
    QString fault = object.isStream() ? streamFault(dictionary) : QString();
    if (fault.isEmpty())
        fault = dictionaryFault(dictionary);
    for (auto &[key, value] : dictionary.getDictAsMap()) {
        if (fault.isEmpty() && !value.isIndirect())
            fault = objectFault(value);
    }
    return fault;
}

/// Reads the operators of pages, forms and patterns.
class Operators : public Object::ParserCallbacks
{
public:
    void handleObject(Object object, size_t, size_t) override
    {
        const bool cmyk
            = object.isOperator() && (object.getOperatorValue() == "k" || object.getOperatorValue() == "K");
        if (cmyk || (object.isName() && isOneOf(object.getName(), forbiddenNames)))
            m_clean = false;
    }
    void handleEOF() override { }
    [[nodiscard]] bool clean() const { return m_clean; }

private:
    bool m_clean = true;
};

QString operatorFault(QPDF &pdf)
{
    Operators operators;
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages())
        page.parseContents(&operators);
    for (Object object : pdf.getAllObjects()) {
        const bool form = object.isStream()
            && (isName(object.getDict().getKey("/Subtype"), "/Form")
                || object.getDict().hasKey("/PatternType"));
        if (form)
            Object::parseContentStream(object, &operators);
    }
    return operators.clean() ? QString() : QStringLiteral("colours or filters in the pages");
}

bool claimsPdfA(QPDF &pdf)
{
    Object metadata = pdf.getRoot().getKey("/Metadata");
    if (!metadata.isStream())
        return false;
    const std::shared_ptr<Buffer> data = metadata.getStreamData(qpdf_dl_generalized);
    const QString packet
        = QString::fromUtf8(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
    static const QRegularExpression part(QStringLiteral("pdfaid:part\\s*(>|=\\s*[\"'])\\s*1"));
    return part.match(packet).hasMatch();
}

} // namespace

QString pdfaFault(QPDF &pdf)
{
    if (pdf.isEncrypted())
        return QStringLiteral("encryption");
    Object intents = pdf.getRoot().getKey("/OutputIntents");
    if (!intents.isArray() || intents.getArrayNItems() == 0)
        return QStringLiteral("no output intent");
    for (Object object : pdf.getAllObjects()) {
        if (const QString fault = objectFault(object); !fault.isEmpty())
            return fault;
    }
    return {};
}

QString foreignPdfaFault(QPDF &pdf)
{
    try {
        if (!claimsPdfA(pdf))
            return QStringLiteral("not declared as PDF/A-1");
        const QString fault = pdfaFault(pdf);
        return fault.isEmpty() ? operatorFault(pdf) : fault;
    } catch (const std::exception &) {
        return QStringLiteral("damaged");
    }
}

} // namespace chengban
