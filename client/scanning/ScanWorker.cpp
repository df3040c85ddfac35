#include "client/scanning/ScanWorker.h"

#include "shared/canonical/JsonReader.h"

#include <QCoreApplication>
#include <QDir>

#include <utility>

namespace chengban {

using namespace Qt::StringLiterals;

ScanWorker::ScanWorker(ScanProgram program, QObject *parent)
    : ScanSource(parent)
    , m_program(std::move(program))
{
    m_silence.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        giveProblem({ErrorCode::ScannerSilent, u"time limit"_s});
    });
    connect(&m_patience, &QTimer::timeout, this, &ScanWorker::onPatienceOver);
}

ScanWorker::~ScanWorker()
{
    letGo();
}

QString ScanWorker::programPath()
{
#ifdef Q_OS_WIN
    // Windows need not add the ending to a name with a path.
    const QString name = u"chengban-scan.exe"_s;
#else
    const QString name = u"chengban-scan"_s;
#endif
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

void ScanWorker::listDevices()
{
    ask(FrameKind::List, {});
}

void ScanWorker::askAbilities(const QString &device)
{
    ask(FrameKind::Open, {{u"device"_s, device}});
}

void ScanWorker::scan(const QString &device, const ScanOptions &options)
{
    ask(FrameKind::Scan, {{u"device"_s, device}, {u"options"_s, toJson(options)}});
}

void ScanWorker::ask(FrameKind question, const QJsonObject &body)
{
    const QString device = body.value("device"_L1).toString();
    if (m_process)
        return refuse(question, device, {ErrorCode::ScannerBusy, u"another question"_s});
    m_question = question;
    m_device = device;
    m_pages = 0;
    m_answer = {};
    m_greeted = m_cancelling = m_terminated = false;
    m_frames = {};
    m_page = {};
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_program.path);
    m_process->setArguments(m_program.arguments);
    m_process->setProcessEnvironment(m_program.environment);
    m_process->setStandardErrorFile(QProcess::nullDevice()); // Drivers are talkative.
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ScanWorker::read);
    connect(m_process.get(), &QProcess::finished, this, &ScanWorker::ended);
    // Queued: a program that is missing is told before ask() returns.
    connect(m_process.get(), &QProcess::errorOccurred, this, &ScanWorker::notStarted, Qt::QueuedConnection);
    m_process->start();
    m_process->write(framed(question, body));
    m_silence.start(question == FrameKind::Scan ? m_program.beginMs : m_program.answerMs);
}

void ScanWorker::refuse(FrameKind question, const QString &device, const Error &problem)
{
    if (question == FrameKind::List)
        Q_EMIT devicesListed(fail(problem));
    else if (question == FrameKind::Open)
        Q_EMIT abilitiesKnown(device, fail(problem));
    else
        Q_EMIT scanEnded({0, false, problem});
}

void ScanWorker::cancel()
{
    if (!m_process || m_cancelling || m_answer)
        return;
    m_cancelling = true;
    m_silence.stop();
    if (m_question == FrameKind::Scan)
        m_process->write(framed(FrameKind::Cancel, QJsonObject()));
    m_patience.start(m_program.politeMs);
}

void ScanWorker::read()
{
    if (!m_process)
        return;
    m_frames.add(m_process->readAllStandardOutput());
    while (m_process && !m_answer) {
        const auto frame = m_frames.next();
        if (!frame)
            return giveProblem(frame.error());
        if (!*frame)
            return;
        if (const Result<void> taken = take(**frame); !taken)
            return giveProblem(taken.error());
    }
}

Result<void> ScanWorker::take(const ScanFrame &frame)
{
    if (frame.kind == FrameKind::Rows)
        return m_greeted ? takePage(frame) : fail(ErrorCode::ScanGarbled, u"rows before Hello"_s);
    const Result<QJsonObject> json = jsonOf(frame);
    if (!json)
        return fail(ErrorCode::ScanGarbled, json.error().detail);
    if (!m_greeted) {
        m_greeted = frame.kind == FrameKind::Hello && json->value("version"_L1).toInt() == scanWireVersion;
        return m_greeted ? Result<void>() : fail(ErrorCode::ScanGarbled, u"another version"_s);
    }
    if (frame.kind == FrameKind::PageBegin || frame.kind == FrameKind::PageEnd)
        return takePage(frame);
    return takeAnswer(frame, *json);
}

Result<void> ScanWorker::takePage(const ScanFrame &frame)
{
    if (m_question != FrameKind::Scan || m_pages >= mostPages)
        return fail(ErrorCode::ScanGarbled, u"an unasked page"_s);
    if (!m_cancelling)
        m_silence.start(m_program.rowsMs);
    if (frame.kind == FrameKind::PageEnd)
        return jsonOf(frame).and_then([&](const QJsonObject &json) { return endPage(json); });
    const Result<void> taken = frame.kind == FrameKind::Rows
        ? m_page.add(frame.body)
        : jsonOf(frame).and_then([&](const QJsonObject &json) { return m_page.begin(json); });
    if (taken)
        Q_EMIT progressed(m_pages + 1, m_page.done());
    return taken;
}

Result<void> ScanWorker::endPage(const QJsonObject &json)
{
    const Result<QImage> page = m_page.end(json);
    if (!page)
        return fail(page.error());
    ++m_pages;
    if (!m_cancelling)
        m_silence.start(m_program.beginMs);
    Q_EMIT pageScanned(*page);
    return {};
}

Result<void> ScanWorker::takeAnswer(const ScanFrame &frame, const QJsonObject &json)
{
    if (frame.kind == FrameKind::Failed) {
        const QString name = json.value("code"_L1).toString();
        const auto code = name.startsWith(u"scan."_s) ? errorCode(name) : std::nullopt;
        const Error problem{code.value_or(ErrorCode::ScanGarbled), json.value("detail"_L1).toString()};
        answer([this, problem] { giveProblem(problem); });
    } else if (frame.kind == FrameKind::Done && m_question == FrameKind::Scan
        && (m_cancelling || !m_page.isOpen())) {
        answer([this, stopped = json.value("cancelled"_L1).toBool()] { give({m_pages, stopped, {}}); });
    } else if (frame.kind == FrameKind::Devices && m_question == FrameKind::List) {
        answer([this, devices = scanDevices(json)] { Q_EMIT devicesListed(devices); });
    } else if (frame.kind == FrameKind::Abilities && m_question == FrameKind::Open) {
        answer([this, abilities = scanAbilities(json)] { Q_EMIT abilitiesKnown(m_device, abilities); });
    } else {
        return fail(ErrorCode::ScanGarbled, u"no answer to the question"_s);
    }
    return {};
}

void ScanWorker::answer(std::function<void()> tell)
{
    m_answer = std::move(tell);
    m_silence.stop();
    m_process->closeWriteChannel();
    m_patience.start(m_program.politeMs);
}

void ScanWorker::ended()
{
    read(); // What it said last.
    if (m_answer) {
        letGo();
        std::exchange(m_answer, {})();
    } else if (m_process) {
        giveProblem({ErrorCode::ScanProgramDied, u"exit"_s});
    }
}

void ScanWorker::notStarted(QProcess::ProcessError error)
{
    if (m_process && sender() == m_process.get() && error == QProcess::FailedToStart)
        giveProblem({ErrorCode::ScanProgramMissing, m_program.path});
}

void ScanWorker::onPatienceOver()
{
    if (!m_process)
        return;
    if (!m_terminated) {
        m_terminated = true;
        m_process->terminate();
        m_patience.start(m_program.politeMs);
    } else if (m_answer) {
        letGo();
        std::exchange(m_answer, {})();
    } else {
        give({m_pages, true, {}});
    }
}

void ScanWorker::give(const ScanEnd &end)
{
    letGo();
    if (m_question == FrameKind::Scan)
        Q_EMIT scanEnded(end);
    else
        refuse(m_question, m_device, end.problem.value_or(Error{ErrorCode::ScannerSilent, u"stopped"_s}));
}

void ScanWorker::giveProblem(const Error &problem)
{
    give({m_pages, m_cancelling, m_cancelling ? std::nullopt : std::optional(problem)});
}

void ScanWorker::letGo()
{
    m_silence.stop();
    m_patience.stop();
    if (!m_process)
        return;
    QProcess *process = m_process.release(); // It may be calling us.
    process->disconnect(this);
    // Its end is not waited for: a process that hangs inside the kernel dies when it pleases.
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
}

} // namespace chengban
