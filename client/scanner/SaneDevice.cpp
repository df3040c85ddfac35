#include "client/scanner/SaneDevice.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>

namespace chengban::scan {

namespace {

using namespace Qt::StringLiterals;

std::atomic<SANE_Handle> openHandle = nullptr;
volatile std::sig_atomic_t terminated = 0;

/// SANE promises that sane_cancel may be called here; it ends a call that waits for the device.
void onTerminate(int)
{
    terminated = 1;
    if (const SANE_Handle handle = openHandle.load())
        sane_cancel(handle);
}

class SaneDrivers : public Drivers
{
public:
    ~SaneDrivers() override { sane_exit(); }
    [[nodiscard]] Result<QList<ScanDevice>> devices() override;
    [[nodiscard]] Result<std::unique_ptr<Scanner>> open(const QString &id) override
    {
        return SaneDevice::open(id);
    }
};

Result<QList<ScanDevice>> SaneDrivers::devices()
{
    const SANE_Device **list = nullptr;
    if (const SANE_Status status = sane_get_devices(&list, SANE_FALSE); status != SANE_STATUS_GOOD)
        return fail(errorOf(status, "sane_get_devices"));
    QList<ScanDevice> devices;
    for (; list && *list; ++list) {
        const QString name = QString::fromUtf8((*list)->vendor) + u' ' + QString::fromUtf8((*list)->model);
        devices.append({QString::fromUtf8((*list)->name), name.simplified()});
    }
    return devices;
}

} // namespace

bool isTerminated()
{
    return terminated != 0;
}

Result<std::unique_ptr<Drivers>> systemDrivers()
{
    SANE_Int version = 0;
    if (const SANE_Status status = sane_init(&version, nullptr); status != SANE_STATUS_GOOD)
        return fail(errorOf(status, "sane_init"));
    return std::make_unique<SaneDrivers>();
}

SaneDevice::SaneDevice(SANE_Handle handle)
    : m_handle(handle)
{
    openHandle = handle;
    std::signal(SIGTERM, &onTerminate);
}

SaneDevice::~SaneDevice()
{
    openHandle = nullptr;
    sane_cancel(m_handle);
    sane_close(m_handle);
}

Result<std::unique_ptr<Scanner>> SaneDevice::open(const QString &id)
{
    SANE_Handle handle = nullptr;
    const SANE_Status status = sane_open(id.toUtf8().constData(), &handle);
    if (status == SANE_STATUS_INVAL)
        return fail(ErrorCode::ScannerNone, u"sane_open"_s);
    if (status != SANE_STATUS_GOOD)
        return fail(errorOf(status, "sane_open"));
    return std::unique_ptr<Scanner>(new SaneDevice(handle));
}

Result<bool> SaneDevice::scan(const ScanOptions &options, Pipe &pipe)
{
    if (const auto taken = SaneOptions(m_handle).apply(options); !taken)
        return fail(taken.error());
    m_dpi = options.dpi;
    const int most = options.source == PaperSource::Flatbed ? 1 : mostPages;
    for (int pages = 0; pages < most; ++pages) {
        const Result<Outcome> outcome = scanPage(pipe);
        if (!outcome)
            return fail(outcome.error());
        if (*outcome == Outcome::Cancelled)
            return false;
        if (*outcome == Outcome::Empty && pages == 0)
            return fail(ErrorCode::ScannerEmpty, u"no sheet"_s);
        if (*outcome == Outcome::Empty)
            return true;
    }
    return true;
}

Result<SaneDevice::Outcome> SaneDevice::start()
{
    const SANE_Status status = sane_start(m_handle);
    if (status == SANE_STATUS_NO_DOCS)
        return Outcome::Empty;
    if (status == SANE_STATUS_CANCELLED)
        return Outcome::Cancelled;
    if (status != SANE_STATUS_GOOD)
        return fail(errorOf(status, "sane_start"));
    return Outcome::Page;
}

Result<SaneDevice::Outcome> SaneDevice::scanPage(Pipe &pipe)
{
    if (pipe.isCancelled() || isTerminated())
        return Outcome::Cancelled;
    const Result<Outcome> begun = start();
    if (!begun || *begun != Outcome::Page)
        return begun;
    SANE_Parameters parameters{};
    if (const SANE_Status status = sane_get_parameters(m_handle, &parameters); status != SANE_STATUS_GOOD)
        return fail(errorOf(status, "sane_get_parameters"));
    const bool whole = parameters.format == SANE_FRAME_GRAY || parameters.format == SANE_FRAME_RGB;
    return whole ? sendPage(parameters, pipe) : sendPasses(parameters, pipe);
}

template <typename Give> Result<SaneDevice::Outcome> SaneDevice::readFrame(Rows &rows, Pipe &pipe, Give give)
{
    std::array<SANE_Byte, 256 << 10> piece{};
    qint64 total = 0;
    while (true) {
        if (pipe.isCancelled() || isTerminated())
            return Outcome::Cancelled;
        SANE_Int got = 0;
        const SANE_Status status = sane_read(m_handle, piece.data(), SANE_Int(piece.size()), &got);
        if (status == SANE_STATUS_EOF)
            return Outcome::Page;
        if (status == SANE_STATUS_CANCELLED)
            return Outcome::Cancelled;
        if (status != SANE_STATUS_GOOD)
            return fail(errorOf(status, "sane_read"));
        total += got;
        if (got < 0 || total > 2 * mostPageBytes)
            return fail(ErrorCode::ScanTooLarge, u"sane_read"_s);
        give(rows.take(QByteArrayView(piece.data(), got)));
    }
}

Result<SaneDevice::Outcome> SaneDevice::sendPage(const SANE_Parameters &parameters, Pipe &pipe)
{
    Result<Rows> rows = Rows::of(parameters, m_dpi);
    if (!rows)
        return fail(rows.error());
    const qint64 bytesPerRow = rows->head().bytesPerRow();
    pipe.send(FrameKind::PageBegin, toJson(rows->head()));
    qint64 sent = 0;
    QByteArray waiting;
    const auto flush = [&] {
        sent += waiting.size() / bytesPerRow;
        (void)pipe.sendRows(waiting, bytesPerRow);
        waiting.clear();
    };
    const Result<Outcome> outcome = readFrame(*rows, pipe, [&](const QByteArray &come) {
        waiting.append(come);
        if (waiting.size() >= 128 << 10)
            flush();
    });
    if (!outcome || *outcome != Outcome::Page)
        return outcome;
    flush();
    if (sent == 0)
        return fail(ErrorCode::ScannerFault, u"a page without rows"_s);
    pipe.send(FrameKind::PageEnd, {{u"rows"_s, sent}});
    return Outcome::Page;
}

Result<SaneDevice::Outcome> SaneDevice::sendPasses(SANE_Parameters parameters, Pipe &pipe)
{
    std::array<QByteArray, 3> passes;
    PageHead head;
    for (size_t pass = 0; pass < passes.size(); ++pass) {
        const int place = int(parameters.format) - int(SANE_FRAME_RED);
        Result<Rows> rows = Rows::of(parameters, m_dpi);
        if (place < 0 || place >= int(passes.size()) || !rows || rows->head().mode != ScanMode::Grey)
            return fail(ErrorCode::ScanGarbled, u"a pass of no colour"_s);
        head = rows->head();
        QByteArray &into = passes[size_t(place)];
        const Result<Outcome> read
            = readFrame(*rows, pipe, [&](const QByteArray &come) { into.append(come); });
        if (!read || *read != Outcome::Page)
            return read;
        if (pass + 1 == passes.size())
            break;
        const Result<Outcome> next = start();
        if (!next || *next != Outcome::Page)
            return next;
        if (sane_get_parameters(m_handle, &parameters) != SANE_STATUS_GOOD)
            return fail(ErrorCode::ScannerFault, u"sane_get_parameters"_s);
    }
    head.mode = ScanMode::Colour;
    if (const auto fits = checked(head); !fits)
        return fail(fits.error());
    const QByteArray rows = interleaved(passes[0], passes[1], passes[2]);
    pipe.send(FrameKind::PageBegin, toJson(head));
    (void)pipe.sendRows(rows, head.bytesPerRow());
    pipe.send(FrameKind::PageEnd, {{u"rows"_s, rows.size() / head.bytesPerRow()}});
    return Outcome::Page;
}

} // namespace chengban::scan
