#include "client/app/PrintWindow.h"

#include "client/forms/Typography.h"
#include "client/platform/System.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

namespace chengban {

namespace {

constexpr int settingsWidth = 280;
constexpr int mostCopies = 99;
constexpr int a4Points = 595;
constexpr int fitsWidth = 0;

template <typename Widget> Widget *named(Widget *widget, const char *name)
{
    widget->setObjectName(QLatin1StringView(name));
    return widget;
}

} // namespace

PrintWindow::PrintWindow(QWidget *parent, bool paints)
    : QWidget(parent, Qt::Window)
    , m_paints(paints)
    , m_file(named(new QComboBox, "printFile"))
    , m_area(new QScrollArea)
    , m_page(named(new QLabel, "printPage"))
    , m_number(named(new QSpinBox, "printNumber"))
    , m_count(label({}, "quiet"))
    , m_zoom(named(new QComboBox, "printZoom"))
    , m_printer(named(new QComboBox, "printer"))
    , m_ranges(named(new QLineEdit, "printPages"))
    , m_copies(named(new QSpinBox, "printCopies"))
    , m_sides(named(new QComboBox, "printSides"))
    , m_tray(named(new QComboBox, "printTray"))
    , m_print(button(tr("Print"), QStringLiteral("print"), "main"))
    , m_state(label({}, "plain"))
{
    setObjectName(QStringLiteral("printWindow"));
    setWindowTitle(tr("Print"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_state->setObjectName(QStringLiteral("printState"));
    makeLayout();
    connectParts();
    if (m_paints)
        fillPrinters();
    else
        leaveToViewer();
    resize(1000, 700);
}

void PrintWindow::makeLayout()
{
    m_area->setWidget(m_page);
    m_area->setAlignment(Qt::AlignHCenter);
    m_area->setBackgroundRole(QPalette::Mid);
    auto *pages = new QVBoxLayout;
    addPager(pages);
    pages->addWidget(m_area, 1);
    auto *layout = new QHBoxLayout(this);
    layout->addLayout(pages, 1);
    layout->addWidget(makeSettings());
}

/// What the viewer asks for itself goes from this window.
void PrintWindow::leaveToViewer()
{
    for (QWidget *one : std::initializer_list<QWidget *>{m_number, m_count, m_zoom})
        one->hide();
    for (QWidget *one : m_settings->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        one->setVisible(one == m_print || one == m_state);
    m_print->setText(tr("Open in the viewer"));
    m_page->setWordWrap(true);
    m_page->setText(tr(
        "The pages are shown and printed by this computer's own PDF program. Choose printer, pages and sides "
        "there. The copy is removed when this window is closed: close the other program first."));
    m_area->setWidgetResizable(true);
    m_page->setAlignment(Qt::AlignCenter);
    m_page->setMargin(4 * gap);
}

void PrintWindow::openAllOutside()
{
    for (const PrintItem &item : std::as_const(m_items)) {
        for (const QString &path : item.files) {
            if (!openOutside(path))
                return say(tr("No program on this computer opens PDF files. Ask the administrator for one."));
        }
    }
    say(tr("Given to the viewer"));
}

void PrintWindow::addPager(QBoxLayout *layout)
{
    m_number->setMinimum(1);
    m_number->setAccessibleName(tr("Page"));
    m_zoom->setAccessibleName(tr("Zoom"));
    m_zoom->addItem(tr("Width of the window"), fitsWidth);
    for (const int percent : {50, 75, 100, 150, 200})
        m_zoom->addItem(QStringLiteral("%1 %").arg(percent), percent);
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(m_number);
    row->addWidget(m_count);
    row->addWidget(m_zoom);
    layout->addLayout(row);
}

QWidget *PrintWindow::makeSettings()
{
    m_ranges->setPlaceholderText(tr("All, or for instance 1-3,7"));
    m_copies->setRange(1, mostCopies);
    m_sides->addItem(tr("One side"), int(QPrinter::DuplexNone));
    m_sides->addItem(tr("Both sides, bound at the left"), int(QPrinter::DuplexLongSide));
    m_sides->addItem(tr("Both sides, bound at the top"), int(QPrinter::DuplexShortSide));
    QWidget *settings = m_settings = new QWidget;
    settings->setFixedWidth(settingsWidth);
    auto *layout = new QVBoxLayout(settings);
    layout->setContentsMargins(gap, 0, 0, 0);
    addField(layout, tr("Printer"), m_printer);
    addField(layout, tr("Pages of each volume"), m_ranges);
    addField(layout, tr("Copies"), m_copies);
    addField(layout, tr("Sides"), m_sides);
    addField(layout, tr("Tray"), m_tray);
    layout->addSpacing(gap);
    layout->addWidget(m_print);
    layout->addWidget(m_state);
    layout->addStretch(1);
    return settings;
}

void PrintWindow::connectParts()
{
    connect(m_file, &QComboBox::currentIndexChanged, this, &PrintWindow::openFile);
    connect(m_number, &QSpinBox::valueChanged, this, &PrintWindow::showPage);
    connect(m_zoom, &QComboBox::currentIndexChanged, this, &PrintWindow::showPage);
    connect(m_printer, &QComboBox::currentIndexChanged, this, &PrintWindow::fillTrays);
    connect(
        m_print, &QPushButton::clicked, this, [this] { m_run.isRunning() ? m_run.cancel() : printAll(); });
    connect(&m_run, &PrintRun::progressed, this, &PrintWindow::showProgress);
    connect(&m_run, &PrintRun::ended, this, &PrintWindow::showEnd);
    const auto key = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(Qt::Key_PageDown, [this] { m_number->stepUp(); });
    key(Qt::Key_PageUp, [this] { m_number->stepDown(); });
    key(Qt::CTRL | Qt::Key_P, [this] { m_print->click(); });
    key(Qt::Key_Escape, [this] { close(); });
}

void PrintWindow::fillPrinters()
{
    m_printer->clear();
    m_printer->addItems(printers());
    fillTrays();
}

void PrintWindow::fillTrays()
{
    m_tray->clear();
    m_tray->addItem(tr("As the printer is set"), QString());
    for (const QString &tray : m_printer->count() > 0 ? trays(m_printer->currentText()) : QStringList())
        m_tray->addItem(tray, tray);
    m_tray->setEnabled(m_tray->count() > 1);
}

void PrintWindow::setItems(const QList<PrintItem> &items)
{
    m_items = items;
    say({});
    m_file->clear();
    for (const PrintItem &item : items) {
        for (const QString &path : item.files) {
            const QString volume = item.files.size() > 1
                ? QStringLiteral("  ") + QFileInfo(path).completeBaseName()
                : QString();
            m_file->addItem(item.title + volume, path);
        }
    }
    m_file->setVisible(m_file->count() > 1);
    m_print->setEnabled(m_file->count() > 0);
    m_print->setFocus();
}

void PrintWindow::say(const QString &text)
{
    chengban::say(m_state, text);
}

void PrintWindow::openFile(int index)
{
    if (!m_paints)
        return;
    m_pages.reset();
    m_page->clear();
    if (index < 0)
        return;
    Result<PdfPages> pages = PdfPages::open(m_file->itemData(index).toString());
    if (!pages)
        return say(errorText(pages.error().code));
    m_pages = *std::move(pages);
    m_count->setText(QStringLiteral("/ %1").arg(m_pages->count()));
    m_number->setMaximum(m_pages->count());
    m_number->setValue(1);
    showPage();
}

int PrintWindow::pageWidth() const
{
    const int percent = m_zoom->currentData().toInt();
    const int room = m_area->viewport()->width() - m_area->verticalScrollBar()->sizeHint().width();
    return percent == fitsWidth ? std::max(room, 100) : a4Points * percent * logicalDpiX() / 72 / 100;
}

void PrintWindow::showPage()
{
    if (!m_pages)
        return;
    const qreal ratio = devicePixelRatioF();
    QImage image = m_pages->page(m_number->value(), int(pageWidth() * ratio));
    image.setDevicePixelRatio(ratio);
    m_page->setPixmap(QPixmap::fromImage(image));
    m_page->adjustSize();
}

void PrintWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showPage();
}

void PrintWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showPage();
}

PrintWish PrintWindow::wish() const
{
    return {m_printer->currentText(), {}, m_copies->value(),
        QPrinter::DuplexMode(m_sides->currentData().toInt()), m_tray->currentData().toString()};
}

void PrintWindow::printAll()
{
    if (m_items.isEmpty() || m_run.isRunning())
        return;
    if (!m_paints)
        return openAllOutside();
    switch (faultOf(m_printer->currentText())) {
    case PrinterFault::NoPrinter:
        return say(
            tr("No printer is set up on this computer. Add one in the system's settings and try again."));
    case PrinterFault::Stopped:
        return say(tr(
            "The printer's queue has stopped. Look after paper and cable, let it go on, and print again."));
    case PrinterFault::None:
        break;
    }
    if (m_pages && !pagesNamed(m_ranges->text(), m_pages->count()))
        return say(tr("These pages are not there. Write for instance 1-3,7."));
    m_print->setText(tr("Cancel"));
    say(tr("Being printed"));
    m_run.start(m_items, wish(), m_ranges->text());
}

void PrintWindow::leave()
{
    hide();
    if (m_run.isRunning())
        connect(&m_run, &PrintRun::ended, this, &QWidget::close, Qt::QueuedConnection);
    else
        deleteLater();
}

void PrintWindow::showProgress(int file, int files, int page, int pages)
{
    //: %1 of %2 volumes, %3 of %4 pages
    say(tr("Volume %1 of %2, page %3 of %4").arg(file).arg(files).arg(page + 1).arg(pages));
}

void PrintWindow::showEnd(PrintEnd end)
{
    m_print->setText(tr("Print"));
    switch (end) {
    case PrintEnd::Done:
        return say(tr("Given to the printer"));
    case PrintEnd::Cancelled:
        return say(tr("Cancelled. What was printed before lies at the printer."));
    case PrintEnd::FileBroken:
        return say(tr("A file could not be read, or lacks one of these pages."));
    case PrintEnd::PrinterFailed:
        return say(tr("The printer does not take the job. Look after its queue and print again."));
    }
}

} // namespace chengban
