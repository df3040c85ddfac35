#include "client/scanwire/ScanValues.h"

#include "shared/canonical/JsonReader.h"

#include <algorithm>

namespace chengban {

namespace {

using namespace Qt::StringLiterals;

constexpr int leastDpi = 50;
constexpr int mostDpi = 2400;
constexpr int mostMm = 3'000;
constexpr qsizetype mostDevices = 64;
constexpr qsizetype longestText = 400;

/// An integer of that range; anything else is the reader's fault.
int within(JsonReader &reader, const QString &key, int least, int most)
{
    const qint64 value = reader.integer(key);
    if (value < least || value > most)
        reader.note(ErrorCode::BadInput, key);
    return int(std::clamp<qint64>(value, least, most));
}

QString shortText(JsonReader &reader, const QString &key)
{
    const QString text = reader.string(key);
    if (text.size() > longestText)
        reader.note(ErrorCode::TooLarge, key);
    return text.left(longestText);
}

template <typename E> QJsonArray namesFor(const QList<E> &values)
{
    QJsonArray names;
    for (const E value : values)
        names.append(QString(nameOf(value)));
    return names;
}

template <typename E> QList<E> valuesFor(JsonReader &reader, const QString &key)
{
    QList<E> values;
    for (const QString &name : reader.strings(key)) {
        const auto value = valueNamed<E>(name);
        if (!value || values.contains(*value))
            reader.note(ErrorCode::BadInput, key);
        else
            values.append(*value);
    }
    if (values.isEmpty())
        reader.note(ErrorCode::MissingField, key);
    return values;
}

QList<int> resolutions(JsonReader &reader)
{
    QList<int> list;
    for (const QJsonValue one : reader.rawArray(u"dpi"_s)) {
        const int dpi = one.toInt();
        if (dpi < leastDpi || dpi > mostDpi || list.size() >= 64)
            reader.note(ErrorCode::BadInput, u"dpi"_s);
        else
            list.append(dpi);
    }
    if (list.isEmpty() || !std::ranges::is_sorted(list))
        reader.note(ErrorCode::BadInput, u"dpi"_s);
    return list;
}

Result<ScanDevice> scanDevice(const QJsonObject &json)
{
    JsonReader reader(json);
    ScanDevice device{shortText(reader, u"id"_s), shortText(reader, u"name"_s)};
    if (device.id.isEmpty())
        reader.note(ErrorCode::MissingField, u"id"_s);
    return reader.finish().map([&] { return device; });
}

} // namespace

qint64 PageHead::bytesPerRow() const
{
    switch (mode) {
    case ScanMode::BlackWhite:
        return (qint64(width) + 7) / 8;
    case ScanMode::Grey:
        return width;
    case ScanMode::Colour:
        return qint64(width) * 3;
    }
    Q_UNREACHABLE();
}

Result<void> checked(const PageHead &head)
{
    if (head.width < 1 || head.height < 0 || head.dpi < 1)
        return fail(ErrorCode::ScanGarbled);
    if (head.width > mostDots || head.height > mostDots || head.dpi > mostDpi
        || head.bytesPerRow() * head.height > mostPageBytes)
        return fail(ErrorCode::ScanTooLarge);
    return {};
}

QJsonObject toJson(const QList<ScanDevice> &devices)
{
    QJsonArray list;
    for (const ScanDevice &one : devices.first(std::min(devices.size(), mostDevices)))
        list.append(QJsonObject{{u"id"_s, one.id}, {u"name"_s, one.name.left(longestText)}});
    return {{u"devices"_s, list}};
}

Result<QList<ScanDevice>> scanDevices(const QJsonObject &json)
{
    JsonReader reader(json);
    QList<ScanDevice> devices = reader.members(u"devices"_s, &scanDevice);
    if (devices.size() > mostDevices)
        reader.note(ErrorCode::TooLarge, u"devices"_s);
    return reader.finish().map([&] { return devices; });
}

QJsonObject toJson(const ScanAbilities &abilities)
{
    QJsonArray dpi;
    for (const int one : abilities.dpi)
        dpi.append(one);
    return {{u"sources"_s, namesFor(abilities.sources)}, {u"modes"_s, namesFor(abilities.modes)},
        {u"dpi"_s, dpi}, {u"widthMm"_s, abilities.widthMm}, {u"heightMm"_s, abilities.heightMm},
        {u"brightness"_s, abilities.brightness}};
}

Result<ScanAbilities> scanAbilities(const QJsonObject &json)
{
    JsonReader reader(json);
    ScanAbilities abilities;
    abilities.sources = valuesFor<PaperSource>(reader, u"sources"_s);
    abilities.modes = valuesFor<ScanMode>(reader, u"modes"_s);
    abilities.dpi = resolutions(reader);
    abilities.widthMm = within(reader, u"widthMm"_s, 1, mostMm);
    abilities.heightMm = within(reader, u"heightMm"_s, 1, mostMm);
    abilities.brightness = reader.boolean(u"brightness"_s);
    return reader.finish().map([&] { return abilities; });
}

QJsonObject toJson(const ScanOptions &options)
{
    return {{u"source"_s, QString(nameOf(options.source))}, {u"mode"_s, QString(nameOf(options.mode))},
        {u"dpi"_s, options.dpi}, {u"widthMm"_s, options.widthMm}, {u"heightMm"_s, options.heightMm},
        {u"brightness"_s, options.brightness}};
}

Result<ScanOptions> scanOptions(const QJsonObject &json)
{
    JsonReader reader(json);
    ScanOptions options;
    options.source = reader.named<PaperSource>(u"source"_s);
    options.mode = reader.named<ScanMode>(u"mode"_s);
    options.dpi = within(reader, u"dpi"_s, leastDpi, mostDpi);
    options.widthMm = within(reader, u"widthMm"_s, 1, mostMm);
    options.heightMm = within(reader, u"heightMm"_s, 1, mostMm);
    options.brightness = within(reader, u"brightness"_s, -100, 100);
    return reader.finish().map([&] { return options; });
}

QJsonObject toJson(const PageHead &head)
{
    return {{u"mode"_s, QString(nameOf(head.mode))}, {u"width"_s, head.width}, {u"height"_s, head.height},
        {u"dpi"_s, head.dpi}};
}

Result<PageHead> pageHead(const QJsonObject &json)
{
    JsonReader reader(json);
    PageHead head;
    constexpr int any = std::numeric_limits<int>::max();
    head.mode = reader.named<ScanMode>(u"mode"_s);
    head.width = within(reader, u"width"_s, 1, any);
    head.height = within(reader, u"height"_s, 0, any);
    head.dpi = within(reader, u"dpi"_s, 1, any);
    return reader.finish().map([&] { return head; });
}

} // namespace chengban
