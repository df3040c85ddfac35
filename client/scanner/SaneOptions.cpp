#include "client/scanner/SaneOptions.h"

#include "client/scanner/Scanner.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <sane/saneopts.h>

namespace chengban::scan {

namespace {

using namespace Qt::StringLiterals;

constexpr double mmPerInch = 25.4;

bool hasAny(const QString &word, const QStringList &parts)
{
    return std::ranges::any_of(
        parts, [&](const QString &part) { return word.contains(part, Qt::CaseInsensitive); });
}

/// The first of the driver's words that has one of `parts` in it and none of `without`.
QString firstOf(const QStringList &words, const QStringList &parts, const QStringList &without)
{
    for (const QString &word : words) {
        if (hasAny(word, parts) && !hasAny(word, without))
            return word;
    }
    return {};
}

double number(SANE_Value_Type type, SANE_Word word)
{
    return type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : double(word);
}

SANE_Word word(SANE_Value_Type type, double value)
{
    return type == SANE_TYPE_FIXED ? SANE_Word(std::lround(value * (1 << SANE_FIXED_SCALE_SHIFT)))
                                   : SANE_Word(std::lround(value));
}

QList<SANE_Word> listed(const SANE_Option_Descriptor &about)
{
    const SANE_Word *list = about.constraint.word_list;
    return {list + 1, list + 1 + list[0]};
}

/// The nearest value that the option allows.
double allowed(const SANE_Option_Descriptor &about, double value)
{
    if (about.constraint_type == SANE_CONSTRAINT_RANGE)
        return std::clamp(value, number(about.type, about.constraint.range->min),
            std::max(number(about.type, about.constraint.range->min),
                number(about.type, about.constraint.range->max)));
    if (about.constraint_type != SANE_CONSTRAINT_WORD_LIST)
        return value;
    double best = value;
    double away = std::numeric_limits<double>::max();
    for (const SANE_Word one : listed(about)) {
        const double candidate = number(about.type, one);
        if (std::abs(candidate - value) < away) {
            away = std::abs(candidate - value);
            best = candidate;
        }
    }
    return best;
}

const QStringList &duplexWords()
{
    static const QStringList words{u"duplex"_s, u"both"_s};
    return words;
}

} // namespace

Error errorOf(SANE_Status status, const char *during)
{
    const QString detail = QLatin1String(during) + u": "_s + QLatin1String(sane_strstatus(status));
    switch (status) {
    case SANE_STATUS_UNSUPPORTED:
    case SANE_STATUS_INVAL:
        return {ErrorCode::ScanRefused, detail};
    case SANE_STATUS_DEVICE_BUSY:
        return {ErrorCode::ScannerBusy, detail};
    case SANE_STATUS_JAMMED:
        return {ErrorCode::ScannerJammed, detail};
    case SANE_STATUS_NO_DOCS:
        return {ErrorCode::ScannerEmpty, detail};
    case SANE_STATUS_COVER_OPEN:
        return {ErrorCode::ScannerOpen, detail};
    case SANE_STATUS_NO_MEM:
        return {ErrorCode::ScannerFull, detail};
    case SANE_STATUS_ACCESS_DENIED:
        return {ErrorCode::ScannerForbidden, detail};
    default:
        return {ErrorCode::ScannerFault, detail};
    }
}

std::optional<SaneOptions::Option> SaneOptions::find(const char *name) const
{
    SANE_Word count = 0;
    if (sane_control_option(m_handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return std::nullopt;
    for (SANE_Int i = 1; i < count; ++i) {
        const SANE_Option_Descriptor *about = sane_get_option_descriptor(m_handle, i);
        if (about && about->name && std::strcmp(about->name, name) == 0 && SANE_OPTION_IS_ACTIVE(about->cap)
            && SANE_OPTION_IS_SETTABLE(about->cap))
            return Option{i, about};
    }
    return std::nullopt;
}

QStringList SaneOptions::words(const char *name) const
{
    QStringList list;
    const auto option = find(name);
    if (!option || option->about->constraint_type != SANE_CONSTRAINT_STRING_LIST)
        return list;
    for (const SANE_String_Const *one = option->about->constraint.string_list; *one; ++one)
        list.append(QString::fromUtf8(*one));
    return list;
}

QString SaneOptions::sourceWord(PaperSource source) const
{
    const QStringList all = words(SANE_NAME_SCAN_SOURCE);
    switch (source) {
    case PaperSource::Flatbed:
        return firstOf(all, {u"flatbed"_s, u"platen"_s, u"normal"_s}, {u"transparen"_s, u"adf"_s});
    case PaperSource::Feeder:
        return firstOf(all, {u"adf"_s, u"feeder"_s}, duplexWords() + QStringList{u"back"_s});
    case PaperSource::Duplex:
        return firstOf(all, duplexWords(), {});
    }
    Q_UNREACHABLE();
}

QString SaneOptions::modeWord(ScanMode mode) const
{
    const QStringList all = words(SANE_NAME_SCAN_MODE);
    switch (mode) {
    case ScanMode::BlackWhite:
        return firstOf(all, {u"lineart"_s, u"line art"_s, u"binary"_s, u"black"_s}, {u"halftone"_s});
    case ScanMode::Grey:
        return firstOf(all, {u"gray"_s, u"grey"_s}, {u"diffusion"_s, u"halftone"_s});
    case ScanMode::Colour:
        return firstOf(all, {u"color"_s, u"colour"_s}, {});
    }
    Q_UNREACHABLE();
}

bool SaneOptions::hasDuplexSwitch() const
{
    return find("duplex").has_value() || words("adf-mode").contains(u"Duplex"_s);
}

bool SaneOptions::hasDepthOne() const
{
    const auto depth = find(SANE_NAME_BIT_DEPTH);
    return depth && depth->about->constraint_type == SANE_CONSTRAINT_WORD_LIST
        && listed(*depth->about).contains(1);
}

QList<int> SaneOptions::resolutions() const
{
    QList<int> list;
    const auto option = find(SANE_NAME_SCAN_RESOLUTION);
    if (!option)
        return {300};
    const SANE_Option_Descriptor &about = *option->about;
    if (about.constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        for (const SANE_Word one : listed(about))
            list.append(int(number(about.type, one)));
    } else if (about.constraint_type == SANE_CONSTRAINT_RANGE) {
        for (const int dpi : usualDpi) {
            if (allowed(about, dpi) == dpi)
                list.append(dpi);
        }
    }
    erase_if(list, [](int dpi) { return dpi < 50 || dpi > usualDpi.back(); });
    std::ranges::sort(list);
    return list.isEmpty() ? QList<int>{300} : list;
}

int SaneOptions::largestMm(const char *name) const
{
    constexpr int otherwise = 300;
    const auto option = find(name);
    if (!option || option->about->constraint_type != SANE_CONSTRAINT_RANGE
        || option->about->unit != SANE_UNIT_MM)
        return otherwise;
    return std::clamp(int(number(option->about->type, option->about->constraint.range->max)), 1, 3000);
}

ScanAbilities SaneOptions::abilities() const
{
    ScanAbilities abilities;
    for (const PaperSource one : {PaperSource::Flatbed, PaperSource::Feeder, PaperSource::Duplex}) {
        if (!sourceWord(one).isEmpty())
            abilities.sources.append(one);
    }
    if (!abilities.sources.contains(PaperSource::Duplex) && hasDuplexSwitch())
        abilities.sources.append(PaperSource::Duplex);
    if (abilities.sources.isEmpty())
        abilities.sources.append(PaperSource::Flatbed);
    for (const ScanMode one : {ScanMode::BlackWhite, ScanMode::Grey, ScanMode::Colour}) {
        if (!modeWord(one).isEmpty() || (one == ScanMode::BlackWhite && hasDepthOne()))
            abilities.modes.append(one);
    }
    if (abilities.modes.isEmpty())
        abilities.modes.append(ScanMode::Grey);
    abilities.dpi = resolutions();
    abilities.widthMm = largestMm(SANE_NAME_SCAN_BR_X);
    abilities.heightMm = largestMm(SANE_NAME_SCAN_BR_Y);
    abilities.brightness = find(SANE_NAME_BRIGHTNESS).has_value();
    return abilities;
}

Result<void> SaneOptions::control(const Option &option, void *value)
{
    SANE_Int changes = 0;
    const SANE_Status status
        = sane_control_option(m_handle, option.index, SANE_ACTION_SET_VALUE, value, &changes);
    if (status != SANE_STATUS_GOOD)
        return fail(errorOf(status, option.about->name));
    return {};
}

Result<void> SaneOptions::setWord(const char *name, const QString &value)
{
    const auto option = find(name);
    if (!option || value.isEmpty() || option->about->type != SANE_TYPE_STRING)
        return {};
    QByteArray bytes = value.toUtf8();
    bytes.resize(std::max<qsizetype>(bytes.size() + 1, option->about->size), '\0');
    return control(*option, bytes.data());
}

Result<void> SaneOptions::setNumber(const char *name, double value)
{
    const auto option = find(name);
    const bool fits = option && option->about->size == SANE_Int(sizeof(SANE_Word))
        && (option->about->type == SANE_TYPE_INT || option->about->type == SANE_TYPE_FIXED);
    if (!fits)
        return {};
    SANE_Word set = word(option->about->type, allowed(*option->about, value));
    return control(*option, &set);
}

Result<void> SaneOptions::setSwitch(const char *name, bool on)
{
    const auto option = find(name);
    if (!option || option->about->type != SANE_TYPE_BOOL)
        return {};
    SANE_Word set = on ? SANE_TRUE : SANE_FALSE;
    return control(*option, &set);
}

Result<void> SaneOptions::setSource(PaperSource source)
{
    const bool both = source == PaperSource::Duplex;
    QString wanted = sourceWord(source);
    if (wanted.isEmpty() && both)
        wanted = sourceWord(PaperSource::Feeder);
    return setWord(SANE_NAME_SCAN_SOURCE, wanted)
        .and_then([&] { return setSwitch("duplex", both); })
        .and_then([&] { return setWord("adf-mode", both ? u"Duplex"_s : u"Simplex"_s); })
        .and_then([&] { return setSwitch("batch-scan", source != PaperSource::Flatbed); });
}

Result<void> SaneOptions::setMode(ScanMode mode)
{
    const QString wanted = modeWord(mode);
    const bool oneBitOfGrey = mode == ScanMode::BlackWhite && wanted.isEmpty();
    return setWord(SANE_NAME_SCAN_MODE, oneBitOfGrey ? modeWord(ScanMode::Grey) : wanted).and_then([&] {
        // The depth of a line drawing's own mode is the driver's matter.
        return mode == ScanMode::BlackWhite && !oneBitOfGrey
            ? Result<void>()
            : setNumber(SANE_NAME_BIT_DEPTH, oneBitOfGrey ? 1 : 8);
    });
}

Result<void> SaneOptions::setArea(const ScanOptions &options)
{
    const auto corner = find(SANE_NAME_SCAN_BR_X);
    const double unit = corner && corner->about->unit == SANE_UNIT_PIXEL ? options.dpi / mmPerInch : 1;
    // The paper comes first: feeders allow no area beyond it.
    return setNumber(SANE_NAME_PAGE_WIDTH, options.widthMm)
        .and_then([&] { return setNumber(SANE_NAME_PAGE_HEIGHT, options.heightMm); })
        .and_then([&] { return setNumber(SANE_NAME_SCAN_TL_X, 0); })
        .and_then([&] { return setNumber(SANE_NAME_SCAN_TL_Y, 0); })
        .and_then([&] { return setNumber(SANE_NAME_SCAN_BR_X, options.widthMm * unit); })
        .and_then([&] { return setNumber(SANE_NAME_SCAN_BR_Y, options.heightMm * unit); });
}

Result<void> SaneOptions::setBrightness(int percent)
{
    const auto option = find(SANE_NAME_BRIGHTNESS);
    if (percent == 0 || !option || option->about->constraint_type != SANE_CONSTRAINT_RANGE)
        return {};
    const double least = number(option->about->type, option->about->constraint.range->min);
    const double most = number(option->about->type, option->about->constraint.range->max);
    const double middle = least < 0 && most > 0 ? 0 : (least + most) / 2;
    return setNumber(
        SANE_NAME_BRIGHTNESS, middle + percent / 100.0 * (percent > 0 ? most - middle : middle - least));
}

Result<void> SaneOptions::apply(const ScanOptions &options)
{
    // In this order: a source changes what modes there are, a mode which depths and resolutions.
    return setSource(options.source)
        .and_then([&] { return setMode(options.mode); })
        .and_then([&] { return setNumber(SANE_NAME_SCAN_RESOLUTION, options.dpi); })
        .and_then([&] { return setArea(options); })
        .and_then([&] { return setBrightness(options.brightness); });
}

} // namespace chengban::scan
