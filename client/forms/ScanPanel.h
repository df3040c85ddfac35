#pragma once

#include "client/forms/Scanning.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;
class QVBoxLayout;

namespace chengban {

/// The scanner beside the pages: which one, how it is to scan, how far it is and what went wrong. What was
/// chosen is remembered on this PC.
class ScanPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ScanPanel(Scanning &scanning, QWidget *parent = nullptr);
    ~ScanPanel() override;

    void look(); ///< For scanners; those found last are offered at once.
    void scan();
    void stop(); ///< The scan; pages that came stay.
    [[nodiscard]] bool isScanning() const { return m_scanning; }
    void showProblem(ErrorCode code);

Q_SIGNALS:
    void pageScanned(const QImage &page);
    void scanningChanged(bool scanning);

private:
    void makeLayout();
    void addSettings(QVBoxLayout &layout);
    void connectParts();
    void showDevices(const Result<QList<ScanDevice>> &devices);
    void openDevice();
    void showAbilities(const QString &device, const Result<ScanAbilities> &abilities);
    void fill(const ScanAbilities &abilities);
    void showEnd(const ScanEnd &end);
    void showProgress(int page, double done);
    void showState();
    void say(const QString &words);
    [[nodiscard]] ScanOptions options() const;
    void remember() const;

    Scanning &m_shared;
    std::unique_ptr<ScanSource> m_source;
    QString m_asked; ///< The device that was chosen while another answer was awaited.
    bool m_looking = false;
    bool m_scanning = false;
    int m_came = 0; ///< Pages of this scan.

    QComboBox *m_device;
    QPushButton *m_again;
    QComboBox *m_from;
    QComboBox *m_mode;
    QComboBox *m_dpi;
    QComboBox *m_paper;
    QSlider *m_brightness;
    QLabel *m_brightnessCaption;
    QPushButton *m_scan;
    QPushButton *m_stop;
    QProgressBar *m_bar;
    QLabel *m_state;
    QLabel *m_problem;
};

} // namespace chengban
