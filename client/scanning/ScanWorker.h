#pragma once

#include "client/scanning/PageReader.h"
#include "client/scanning/ScanSource.h"

#include <QProcess>
#include <QTimer>

#include <functional>
#include <memory>

namespace chengban {

/// The scanning program and how long it may be silent, in milliseconds.
struct ScanProgram
{
    QString path;
    QStringList arguments = {};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    int answerMs = 90'000; ///< Until devices or abilities are told: networks are slow.
    int beginMs = 180'000; ///< Until a page begins: lamps warm up, sheets are drawn in.
    int rowsMs = 60'000; ///< Between two pieces of a page.
    int politeMs = 4'000; ///< To stop by itself, then to heed SIGTERM (not on Windows); then killed.
};

/// A scanner behind the program `chengban-scan`: each question starts it anew and it ends with the answer, so
/// a driver that crashes, hangs or lies costs the question and nothing else. The answer is told when the
/// program is gone and the device free. Pages come through the pipe and lie in this process's memory alone.
class ScanWorker : public ScanSource
{
    Q_OBJECT

public:
    explicit ScanWorker(ScanProgram program, QObject *parent = nullptr);
    ~ScanWorker() override; ///< Kills what still runs.

    /// `chengban-scan` beside this program.
    [[nodiscard]] static QString programPath();

    void listDevices() override;
    void askAbilities(const QString &device) override;
    void scan(const QString &device, const ScanOptions &options) override;
    void cancel() override;
    [[nodiscard]] bool isBusy() const override { return m_process != nullptr; }
    [[nodiscard]] qint64 processId() const { return m_process ? m_process->processId() : 0; }

private:
    void ask(FrameKind question, const QJsonObject &body);
    void refuse(FrameKind question, const QString &device, const Error &problem);
    void read();
    [[nodiscard]] Result<void> take(const ScanFrame &frame);
    [[nodiscard]] Result<void> takeAnswer(const ScanFrame &frame, const QJsonObject &json);
    [[nodiscard]] Result<void> takePage(const ScanFrame &frame);
    [[nodiscard]] Result<void> endPage(const QJsonObject &json);
    void answer(std::function<void()> tell); ///< Told once the program has ended.
    void ended();
    void notStarted(QProcess::ProcessError error);
    void onPatienceOver();
    void give(const ScanEnd &end); ///< Ends the question at once.
    void giveProblem(const Error &problem);
    void letGo(); ///< The process is killed if it has not ended.

    ScanProgram m_program;
    std::unique_ptr<QProcess> m_process;
    QTimer m_silence;
    QTimer m_patience; ///< While it stops.
    FrameReader m_frames;
    PageReader m_page;
    FrameKind m_question = FrameKind::List;
    QString m_device;
    std::function<void()> m_answer; ///< Has come, while the program still ends.
    int m_pages = 0;
    bool m_greeted = false;
    bool m_cancelling = false;
    bool m_terminated = false;
};

} // namespace chengban
