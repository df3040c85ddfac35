#include "client/forms/ScanDesk.h"

#include "client/forms/Theme.h"
#include "client/forms/Typography.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

constexpr int listWidth = 184;

} // namespace

ScanDesk::ScanDesk(Scanning &scanning, PageTaker taker, const QString &day, int firstNumber, QWidget *parent)
    : QDialog(parent)
    , m_scanning(scanning)
    , m_taker(std::move(taker))
    , m_person(scanning.person)
    , m_day(day)
    , m_number(firstNumber)
    , m_list(new QListView)
    , m_count(label({}, "quiet"))
    , m_view(new PageView)
    , m_hint(label({}, "quiet"))
    , m_panel(new ScanPanel(scanning))
    , m_uncovered(new QCheckBox(tr("Also take over the blackened pages without the black")))
    , m_message(label({}, "error"))
    , m_take(button({}, QStringLiteral("scanTake"), "main"))
    , m_cancel(button(tr("Cancel"), QStringLiteral("scanCancel")))
{
    setObjectName(QStringLiteral("scanDesk"));
    setWindowTitle(tr("Scan"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setSizeGripEnabled(true);
    m_pool.setMaxThreadCount(1);
    makeLayout();
    connectParts();
    resize(1120, 760);
    if (!m_scanning.kept.isEmpty())
        say(m_message, tr("These pages were scanned before. Look whether they belong to this case."));
    for (const ScanPage &page : std::exchange(m_scanning.kept, {}))
        m_tray.append(page);
    choose(0);
    showState();
    m_panel->look();
}

ScanDesk::~ScanDesk()
{
    m_pool.clear();
    m_pool.waitForDone();
    if (!m_decided && m_person == m_scanning.person)
        m_scanning.kept = m_tray.pages();
}

QToolButton *ScanDesk::addTool(QWidget &tools, Glyph glyph, const QString &words, const QKeySequence &keys,
    const char *name, std::function<void()> action)
{
    auto *tool = new QToolButton;
    tool->setObjectName(QLatin1StringView(name));
    tool->setIcon(icon(glyph));
    tool->setText(words);
    tool->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    tool->setAutoRaise(true);
    tool->setToolTip(words + QStringLiteral("  ") + keys.toString(QKeySequence::NativeText));
    tool->setFocusPolicy(Qt::TabFocus);
    tools.layout()->addWidget(tool);
    connect(tool, &QToolButton::clicked, this, std::move(action));
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, tool, [tool] { tool->click(); });
    return tool;
}

QWidget *ScanDesk::makeTools()
{
    auto *tools = new QWidget;
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    using Kind = PageStep::Kind;
    const auto turn = [this](double degrees) { return [this, degrees] { step({Kind::Turn, degrees, {}}); }; };
    const auto add = [this, tools](Glyph glyph, const QString &words, const QKeySequence &keys,
                         const char *name, std::function<void()> action) {
        return addTool(*tools, glyph, words, keys, name, std::move(action));
    };
    m_pageTools << add(Glyph::TurnLeft, tr("Turn left"), Qt::CTRL | Qt::Key_Left, "scanTurnLeft", turn(-90));
    m_pageTools << add(
        Glyph::TurnRight, tr("Turn right"), Qt::CTRL | Qt::Key_Right, "scanTurnRight", turn(90));
    m_pageTools << add(
        Glyph::Level, tr("Straighten"), Qt::CTRL | Qt::Key_T, "scanStraighten", [this] { straighten(); });
    m_crop = add(Glyph::Crop, tr("Crop"), Qt::CTRL | Qt::Key_K, "scanCrop",
        [this] { chooseTool(PageView::Tool::Crop); });
    m_blacken = add(Glyph::Blacken, tr("Black out"), Qt::CTRL | Qt::Key_B, "scanBlacken",
        [this] { chooseTool(PageView::Tool::Blacken); });
    m_pageTools << m_crop << m_blacken;
    m_crop->setCheckable(true);
    m_blacken->setCheckable(true);
    line->addSpacing(gap);
    m_undo = add(Glyph::Undo, tr("Undo"), QKeySequence::Undo, "scanUndo", [this] { choose(m_tray.undo()); });
    m_redo = add(Glyph::Redo, tr("Redo"), QKeySequence(Qt::CTRL | Qt::Key_Y), "scanRedo",
        [this] { choose(m_tray.redo()); });
    line->addStretch(1);
    return tools;
}

QWidget *ScanDesk::makePages()
{
    m_list->setObjectName(QStringLiteral("scanPages"));
    m_list->setModel(&m_tray);
    m_list->setIconSize(thumbnailRoom);
    m_list->setSpacing(2);
    m_list->setDragDropMode(QAbstractItemView::DragDrop);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDropIndicatorShown(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Scanned pages"));
    auto *pages = new QWidget;
    pages->setFixedWidth(listWidth);
    auto *layout = new QVBoxLayout(pages);
    layout->setContentsMargins(0, 0, gap, 0);
    layout->addWidget(m_list, 1);
    auto *line = new QWidget;
    line->setLayout(new QHBoxLayout);
    line->layout()->setContentsMargins(0, 0, 0, 0);
    m_pageTools << addTool(
        *line, Glyph::Up, tr("Earlier"), Qt::CTRL | Qt::Key_Up, "scanEarlier", [this] { shift(-1); });
    m_pageTools << addTool(
        *line, Glyph::Down, tr("Later"), Qt::CTRL | Qt::Key_Down, "scanLater", [this] { shift(1); });
    m_pageTools << addTool(*line, Glyph::Cross, tr("Delete"), QKeySequence::Delete, "scanDelete", [this] {
        const int at = row();
        m_tray.drop(at);
        choose(std::min(at, m_tray.rowCount() - 1));
    });
    layout->addWidget(line);
    layout->addWidget(m_count);
    return pages;
}

void ScanDesk::makeLayout()
{
    m_message->setObjectName(QStringLiteral("scanMessage"));
    m_message->hide();
    m_uncovered->setObjectName(QStringLiteral("scanUncovered"));
    m_cancel->setAutoDefault(false);
    m_take->setAutoDefault(false);
    auto *middle = new QVBoxLayout;
    middle->addWidget(makeTools());
    middle->addWidget(m_view, 1);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // The page stays where it is.
    m_hint->setAlignment(Qt::AlignTop);
    middle->addWidget(m_hint);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(gap);
    columns->addWidget(makePages());
    columns->addLayout(middle, 1);
    columns->addWidget(m_panel);
    auto *end = new QHBoxLayout;
    end->addWidget(m_uncovered);
    end->addStretch(1);
    end->addWidget(m_cancel);
    end->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(gap);
    layout->addLayout(columns, 1);
    layout->addWidget(m_message);
    layout->addWidget(thinLine());
    layout->addLayout(end);
}

void ScanDesk::connectParts()
{
    connect(m_panel, &ScanPanel::pageScanned, this, &ScanDesk::addPage);
    connect(m_panel, &ScanPanel::scanningChanged, this, &ScanDesk::showState);
    connect(&m_tray, &PageTray::changed, this, &ScanDesk::showState);
    connect(&m_tray, &PageTray::shifted, this, &ScanDesk::choose, Qt::QueuedConnection);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ScanDesk::showPage);
    connect(m_view, &PageView::areaTaken, this, &ScanDesk::takeArea);
    connect(m_view, &PageView::resized, this, &ScanDesk::showPage);
    connect(m_view, &PageView::toolChanged, this, &ScanDesk::showState);
    connect(m_take, &QPushButton::clicked, this, &ScanDesk::takeOver);
    connect(m_cancel, &QPushButton::clicked, this, &ScanDesk::reject);
    const auto key = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    key(Qt::Key_F5, [this] { m_panel->scan(); });
    key(Qt::CTRL | Qt::Key_Return, [this] { takeOver(); });
    key(Qt::Key_PageDown, [this] { choose(std::min(row() + 1, m_tray.rowCount() - 1)); });
    key(Qt::Key_PageUp, [this] { choose(std::max(row() - 1, 0)); });
}

void ScanDesk::showState()
{
    const int pages = m_tray.rowCount();
    const bool free = !m_taking;
    for (QToolButton *tool : m_pageTools)
        tool->setEnabled(free && row() >= 0);
    m_undo->setEnabled(free && m_tray.canUndo());
    m_redo->setEnabled(free && m_tray.canRedo());
    m_crop->setChecked(m_view->tool() == PageView::Tool::Crop);
    m_blacken->setChecked(m_view->tool() == PageView::Tool::Blacken);
    m_panel->setEnabled(free);
    m_list->setEnabled(free);
    m_uncovered->setVisible(m_tray.isBlackened());
    m_take->setText(pages > 0 ? tr("Take over %n page(s)", nullptr, pages) : tr("Take over"));
    m_take->setEnabled(free && pages > 0 && m_encoding == 0 && !m_panel->isScanning());
    constexpr double mib = 1 << 20;
    //: %1 is how many, %2 an amount
    m_count->setText(pages == 0 ? QString()
                                : tr("%n page(s), %1 MB", nullptr, pages)
                                      .arg(QString::number(double(m_tray.bytes()) / mib, 'f', 1)));
    const QString crop
        = tr("Draw what is to stay, or move the frame with the arrow keys (with Shift its size), "
             "then press Enter or click twice. Esc leaves it.");
    const QString black
        = tr("Draw over what nobody is to read. By keys: arrows move the area, with Shift they "
             "size it, Enter blackens. Esc leaves it.");
    const QString order
        = tr("F5 scans more. Pages are ordered by dragging, or with Ctrl and the arrow keys.");
    m_hint->setText(m_view->tool() == PageView::Tool::Crop ? crop
            : m_view->tool() == PageView::Tool::Blacken    ? black
            : pages > 0                                    ? order
                                                           : QString());
    if (pages == 0)
        showPage();
}

} // namespace chengban
