#include "client/forms/ScanPanel.h"

#include "client/forms/Typography.h"
#include "client/settings/Settings.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

constexpr int panelWidth = 264;
constexpr int barSteps = 1000;

struct Paper
{
    const char *name;
    int widthMm;
    int heightMm;
};
// 16K is the old sheet of Chinese offices, which the files still hold.
constexpr std::array papers{Paper{"A4", 210, 297}, Paper{"A3", 297, 420}, Paper{"A5", 148, 210},
    Paper{"B5", 176, 250}, Paper{"16K", 195, 270}};

template <typename Widget> Widget *named(Widget *widget, const char *name)
{
    widget->setObjectName(QLatin1StringView(name));
    return widget;
}

/// The entry with that value, else the one that is nearest to it in the list.
void choose(QComboBox &box, const QVariant &value)
{
    const int found = box.findData(value);
    box.setCurrentIndex(std::max(found, 0));
}

} // namespace

ScanPanel::ScanPanel(Scanning &scanning, QWidget *parent)
    : QWidget(parent)
    , m_shared(scanning)
    , m_source(scanning.newSource())
    , m_device(named(new QComboBox, "scanDevice"))
    , m_again(button(tr("Look again"), QStringLiteral("scanLook"), "link"))
    , m_from(named(new QComboBox, "scanSource"))
    , m_mode(named(new QComboBox, "scanMode"))
    , m_dpi(named(new QComboBox, "scanDpi"))
    , m_paper(named(new QComboBox, "scanPaper"))
    , m_brightness(named(new QSlider(Qt::Horizontal), "scanBrightness"))
    , m_brightnessCaption(label(tr("Brightness"), "quiet"))
    , m_scan(button(tr("Scan"), QStringLiteral("scanStart"), "main"))
    , m_stop(button(tr("Stop"), QStringLiteral("scanStop")))
    , m_bar(named(new QProgressBar, "scanBar"))
    , m_state(named(label({}, "quiet"), "scanState"))
    , m_problem(named(label({}, "error"), "scanProblem"))
{
    setObjectName(QStringLiteral("scanPanel"));
    makeLayout();
    connectParts();
    showState();
}

ScanPanel::~ScanPanel() = default;

void ScanPanel::addSettings(QVBoxLayout &layout)
{
    auto *line = new QHBoxLayout;
    auto *caption = label(tr("Scanner"), "quiet");
    caption->setBuddy(m_device);
    nameField(*m_device, tr("Scanner"));
    line->addWidget(caption, 1);
    line->addWidget(m_again);
    layout.addLayout(line);
    layout.addWidget(m_device);
    addField(&layout, tr("From"), m_from);
    addField(&layout, tr("Colours"), m_mode);
    addField(&layout, tr("Resolution"), m_dpi);
    addField(&layout, tr("Paper"), m_paper);
    layout.addWidget(m_brightnessCaption);
    layout.addWidget(m_brightness);
}

void ScanPanel::makeLayout()
{
    setFixedWidth(panelWidth);
    m_device->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Paper &one : papers)
        m_paper->addItem(
            QStringLiteral("%1  %2 × %3 mm").arg(QLatin1String(one.name)).arg(one.widthMm).arg(one.heightMm),
            QString::fromLatin1(one.name));
    choose(*m_paper, m_shared.settings->text(Setting::ScanPaper));
    m_brightness->setRange(-100, 100);
    m_brightness->setPageStep(20);
    m_brightness->setValue(m_shared.settings->number(Setting::ScanBrightness));
    m_brightness->setAccessibleName(tr("Brightness"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the scan"));
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, 0, 0, 0);
    addSettings(*layout);
    layout->addSpacing(gap);
    for (QWidget *one : std::initializer_list<QWidget *>{m_scan, m_stop, m_bar, m_state, m_problem})
        layout->addWidget(one);
    layout->addStretch(1);
}

void ScanPanel::connectParts()
{
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_shared.devices.clear();
        m_shared.abilities.clear();
        look();
    });
    connect(m_device, &QComboBox::activated, this, &ScanPanel::openDevice);
    connect(m_scan, &QPushButton::clicked, this, &ScanPanel::scan);
    connect(m_stop, &QPushButton::clicked, this, &ScanPanel::stop);
    connect(m_source.get(), &ScanSource::devicesListed, this, &ScanPanel::showDevices);
    connect(m_source.get(), &ScanSource::abilitiesKnown, this, &ScanPanel::showAbilities);
    connect(m_source.get(), &ScanSource::progressed, this, &ScanPanel::showProgress);
    connect(m_source.get(), &ScanSource::scanEnded, this, &ScanPanel::showEnd);
    connect(m_source.get(), &ScanSource::pageScanned, this, [this](const QImage &page) {
        ++m_came;
        if (m_shared.pageCame)
            m_shared.pageCame();
        Q_EMIT pageScanned(page);
    });
}

void ScanPanel::look()
{
    if (m_source->isBusy())
        return;
    if (!m_shared.devices.isEmpty())
        return showDevices(m_shared.devices);
    m_looking = true;
    showState();
    m_source->listDevices();
}

void ScanPanel::showDevices(const Result<QList<ScanDevice>> &devices)
{
    m_looking = false;
    m_device->clear();
    m_shared.devices = devices.value_or(QList<ScanDevice>());
    for (const ScanDevice &one : m_shared.devices)
        m_device->addItem(one.name.isEmpty() ? one.id : one.name, one.id);
    choose(*m_device, m_shared.settings->text(Setting::ScanDevice));
    m_device->setToolTip(m_device->currentData().toString());
    if (m_device->count() > 0)
        return openDevice();
    showProblem(devices ? ErrorCode::ScannerNone : devices.error().code);
    showState();
}

void ScanPanel::openDevice()
{
    const QString device = m_device->currentData().toString();
    chengban::say(m_problem, {});
    const auto known = m_shared.abilities.constFind(device);
    if (known != m_shared.abilities.cend())
        return showAbilities(device, *known);
    m_asked = device;
    if (!m_source->isBusy())
        m_source->askAbilities(device);
    showState();
}

void ScanPanel::showAbilities(const QString &device, const Result<ScanAbilities> &abilities)
{
    if (abilities)
        m_shared.abilities.insert(device, *abilities);
    if (device != m_device->currentData().toString())
        return openDevice(); // Another one has been chosen meanwhile.
    m_asked.clear();
    if (abilities)
        fill(*abilities);
    else
        m_from->clear();
    showState();
    if (!abilities)
        showProblem(abilities.error().code);
}

void ScanPanel::fill(const ScanAbilities &abilities)
{
    m_from->clear();
    for (const PaperSource one : abilities.sources) {
        const QString words = one == PaperSource::Flatbed ? tr("Glass")
            : one == PaperSource::Feeder                  ? tr("Feeder, one side")
                                                          : tr("Feeder, both sides");
        m_from->addItem(words, QString(nameOf(one)));
    }
    m_mode->clear();
    for (const ScanMode one : abilities.modes) {
        const QString words = one == ScanMode::BlackWhite ? tr("Black and white (text alone)")
            : one == ScanMode::Grey                       ? tr("Grey")
                                                          : tr("Colour (red seals stay red)");
        m_mode->addItem(words, QString(nameOf(one)));
    }
    m_dpi->clear();
    for (const int dpi : abilities.dpi)
        //: Dots per inch
        m_dpi->addItem(dpi == 300 ? tr("%1 dpi (usual)").arg(dpi) : tr("%1 dpi").arg(dpi), dpi);
    choose(*m_from, m_shared.settings->text(Setting::ScanSource));
    choose(*m_mode, m_shared.settings->text(Setting::ScanMode));
    const int wanted = m_shared.settings->number(Setting::ScanDpi);
    const auto nearest
        = std::ranges::min_element(abilities.dpi, {}, [wanted](int dpi) { return std::abs(dpi - wanted); });
    choose(*m_dpi, *nearest);
    m_brightness->setVisible(abilities.brightness);
    m_brightnessCaption->setVisible(abilities.brightness);
}

ScanOptions ScanPanel::options() const
{
    ScanOptions options;
    options.source = valueNamed<PaperSource>(m_from->currentData().toString()).value_or(options.source);
    options.mode = valueNamed<ScanMode>(m_mode->currentData().toString()).value_or(options.mode);
    options.dpi = m_dpi->currentData().toInt();
    const Paper &paper = papers.at(size_t(std::max(m_paper->currentIndex(), 0)));
    options.widthMm = paper.widthMm;
    options.heightMm = paper.heightMm;
    options.brightness = m_brightness->isVisibleTo(this) ? m_brightness->value() : 0;
    return options;
}

void ScanPanel::remember() const
{
    // What cannot be remembered is chosen again next time.
    Settings &settings = *m_shared.settings;
    (void)settings.set(Setting::ScanDevice, m_device->currentData());
    (void)settings.set(Setting::ScanSource, m_from->currentData());
    (void)settings.set(Setting::ScanMode, m_mode->currentData());
    (void)settings.set(Setting::ScanDpi, m_dpi->currentData());
    (void)settings.set(Setting::ScanPaper, m_paper->currentData());
    (void)settings.set(Setting::ScanBrightness, m_brightness->value());
}

void ScanPanel::scan()
{
    if (!m_scan->isEnabled() || m_source->isBusy())
        return;
    remember();
    chengban::say(m_problem, {});
    m_came = 0;
    m_scanning = true;
    showState();
    showProgress(1, -1);
    Q_EMIT scanningChanged(true);
    m_source->scan(m_device->currentData().toString(), options());
}

void ScanPanel::stop()
{
    if (!m_scanning)
        return;
    m_stop->setEnabled(false);
    say(tr("The scan is being stopped"));
    m_source->cancel();
}

void ScanPanel::showProgress(int page, double done)
{
    m_bar->setRange(0, done < 0 ? 0 : barSteps);
    m_bar->setValue(done < 0 ? 0 : int(done * barSteps));
    if (m_stop->isEnabled())
        say(tr("Page %1 is being scanned").arg(page));
}

void ScanPanel::showEnd(const ScanEnd &end)
{
    m_scanning = false;
    showState();
    if (end.problem)
        showProblem(end.problem->code);
    const QString stopped = end.cancelled ? tr("Stopped after %n page(s)", nullptr, end.pages)
                                          : tr("%n page(s) scanned", nullptr, end.pages);
    say(stopped);
    Q_EMIT scanningChanged(false);
}

void ScanPanel::showProblem(ErrorCode code)
{
    chengban::say(m_problem, errorText(code));
}

void ScanPanel::say(const QString &words)
{
    chengban::say(m_state, words);
}

void ScanPanel::showState()
{
    const bool ready = m_device->count() > 0 && m_asked.isEmpty() && m_from->count() > 0 && !m_looking;
    m_scan->setVisible(!m_scanning);
    m_scan->setEnabled(ready);
    m_stop->setVisible(m_scanning);
    m_stop->setEnabled(m_scanning);
    m_bar->setVisible(m_scanning || m_looking || !m_asked.isEmpty());
    if (!m_scanning)
        m_bar->setRange(0, 0);
    m_again->setEnabled(!m_scanning && !m_looking);
    for (QWidget *one :
        std::initializer_list<QWidget *>{m_device, m_from, m_mode, m_dpi, m_paper, m_brightness})
        one->setEnabled(ready && !m_scanning);
    m_device->setEnabled(m_device->count() > 0 && !m_scanning && !m_looking);
    say(m_looking               ? tr("Looking for scanners")
            : m_asked.isEmpty() ? QString()
                                : tr("The scanner is being asked what it can do"));
    if (m_looking)
        chengban::say(m_problem, {});
}

} // namespace chengban
