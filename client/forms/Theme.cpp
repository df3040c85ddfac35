#include "client/forms/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleOption>

namespace chengban {

namespace {

const Colours light{.window = 0xf5f4f1,
    .rail = 0xeae8e3,
    .base = 0xffffff,
    .text = 0x1d2322,
    .quiet = 0x616b69,
    .line = 0xdcdad4,
    .accent = 0x1b5e6b,
    .onAccent = 0xffffff,
    .soft = 0xe2edee,
    .soon = 0x965600,
    .overdue = 0xb0261d};
const Colours night{.window = 0x1b1f20,
    .rail = 0x16191a,
    .base = 0x222728,
    .text = 0xe3e7e6,
    .quiet = 0x9aa5a3,
    .line = 0x394042,
    .accent = 0x66b0bc,
    .onAccent = 0x0e2226,
    .soft = 0x263c40,
    .soon = 0xe2a94e,
    .overdue = 0xf0877d};

Colours current = light;

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.quiet);
    palette.setColor(QPalette::Button, c.base);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Mid, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.quiet);
    return palette;
}

/// One sheet for the whole window; what it does not name is Fusion's.
constexpr char sheet[] = R"(
QLabel[role="title"] { font-size: %title; font-weight: 600; }
QLabel[role="heading"] { font-size: %heading; font-weight: 600; }
QLabel[role="soon"] { color: %soon; }
QLabel[role="overdue"] { color: %overdue; }
QLabel[role="quiet"], QCheckBox[role="quiet"] { color: %quiet; }
QLabel[role="small"] { color: %quiet; font-size: %small; }
QLabel[role="reading"] { font-size: %reading; }
QLabel[role="readingHeading"] { font-size: %heading; font-weight: 600; color: %quiet; }
QLabel[role="finding"] { border-left: 3px solid %accent; padding: 2px 8px; background: %soft; }
QLabel[role="error"] { border-left: 3px solid %text; padding: 4px 8px; background: %window; }
QFrame[role="paper"] { background: %base; }
QFrame[role="rail"] { background: %rail; }
QFrame[role="panel"] { background: %window; border: none; border-bottom: 1px solid %line; }
QFrame[role="column"] { background: %base; border: none; border-right: 1px solid %line; }
QFrame[role="grace"] { background: %soft; border-radius: 3px; }
QFrame[role="sheet"] { background: %base; border: 1px solid %line; border-radius: 6px; }
QFrame[role="line"] { background: %line; border: none; max-height: 1px; min-height: 1px; }
QScrollArea, QStackedWidget { border: none; background: transparent; }
QLineEdit, QPlainTextEdit {
    background: %base; border: 1px solid %line; border-radius: 3px; padding: 4px 6px; }
QPlainTextEdit { padding: 2px 2px; }
QLineEdit:focus, QPlainTextEdit:focus, QListWidget:focus { border: 1px solid %accent; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: %window; }
QLineEdit:disabled { background: %window; color: %quiet; }
QListView { background: %base; border: none; outline: none; }
QListWidget { border: 1px solid %line; border-radius: 3px; padding: 2px; }
QListWidget::item { padding: 3px; }
QListWidget::item:selected { background: %soft; color: %text; }
QComboBox { padding: 3px 6px; }
QAbstractSpinBox { padding: 4px 6px; }
QComboBox QAbstractItemView { background: %base; border: 1px solid %line; selection-background-color: %soft;
    selection-color: %text; }
QPushButton { background: %base; border: 1px solid %line; border-radius: 3px; padding: 5px 12px; }
QPushButton:hover { background: %soft; }
QPushButton:focus { border: 1px solid %accent; }
QPushButton:pressed, QPushButton:checked { background: %soft; border: 1px solid %accent; }
QPushButton:disabled { color: %quiet; background: %window; }
QPushButton[role="main"] { background: %accent; color: %onAccent; border: 1px solid %accent; font-weight: 600;
    padding: 7px 20px; }
QPushButton[role="main"]:hover { border: 1px solid %text; }
QPushButton[role="main"]:focus { border: 1px solid %text; }
QPushButton[role="main"]:disabled { background: %line; color: %quiet; border: 1px solid %line; }
QPushButton[role="link"] { border: none; background: transparent; color: %accent; padding: 2px 4px; text-align: left; }
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QListView#problems, QListView#timeline { background: transparent; }
QTableView { background: %base; border: 1px solid %line; outline: none; selection-background-color: %soft;
    selection-color: %text; }
QTableView::item { border-bottom: 1px solid %line; padding: 0 4px; }
QHeaderView { background: %base; }
QHeaderView::section { background: %base; color: %quiet; border: none; border-bottom: 1px solid %line;
    padding: 4px 7px; font-weight: 400; }
QProgressBar { background: %line; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: %accent; border-radius: 2px; }
QSplitter::handle { background: %line; }
QToolTip { background: %base; color: %text; border: 1px solid %line; padding: 4px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: %line; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: %quiet; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: %line; border-radius: 4px; min-width: 32px; margin: 1px; }
QScrollBar::handle:horizontal:hover { background: %quiet; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
    width: 0; height: 0; }
)";

/// Ticks and icons grow with the text, which Fusion leaves at their pixels; a choice looks like the fields
/// beside it.
class ScaledStyle : public QProxyStyle
{
public:
    explicit ScaledStyle(int percent)
        : QProxyStyle(QStringLiteral("Fusion"))
        , m_percent(percent)
    {
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        const int pixels = QProxyStyle::pixelMetric(metric, option, widget);
        switch (metric) {
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
        case PM_ButtonIconSize:
        case PM_SmallIconSize:
            return pixels * m_percent / 100;
        default:
            return pixels;
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override
    {
        if (control != CC_ComboBox && control != CC_SpinBox) {
            QProxyStyle::drawComplexControl(control, option, painter, widget);
            return;
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawFrame(*option, *painter);
        const double half = 4.0 * m_percent / 100;
        const double right = option->rect.right() + 1 - 3 * half;
        const double middle = option->rect.top() + option->rect.height() / 2.0;
        if (control == CC_ComboBox) {
            drawArrow(*painter, {right, middle + half / 2}, half, -1, option->state & State_Enabled);
        } else if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            // As wide as Fusion keeps free for its buttons, which answer the mouse.
            const double x = QRectF(subControlRect(control, option, SC_SpinBoxUp, widget)).center().x();
            drawArrow(*painter, {x, middle - 0.9 * half}, 0.75 * half, 1,
                spin->stepEnabled & QAbstractSpinBox::StepUpEnabled);
            drawArrow(*painter, {x, middle + 0.9 * half}, 0.75 * half, -1,
                spin->stepEnabled & QAbstractSpinBox::StepDownEnabled);
        }
        painter->restore();
    }

private:
    static void drawFrame(const QStyleOptionComplex &option, QPainter &painter)
    {
        const bool focused = option.state & State_HasFocus;
        painter.setPen(focused ? current.accent : current.line);
        painter.setBrush(option.state & State_Enabled ? current.base : current.window);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }

    /// `side`: -1 opens upwards, its tip below.
    void drawArrow(QPainter &painter, const QPointF &tip, double half, int side, bool enabled) const
    {
        painter.setPen(QPen(enabled ? current.quiet : current.line, 1.4 * m_percent / 100));
        painter.drawPolyline(
            QPolygonF({tip + QPointF(-half, side * half), tip, tip + QPointF(half, side * half)}));
    }

    int m_percent;
};

QString points(double size, int percent)
{
    return QString::number(size * percent / 100.0, 'f', 1) + QStringLiteral("pt");
}

QString styleSheet(const Colours &c, int percent)
{
    const QList<std::pair<QString, QString>> values{{QStringLiteral("%title"), points(14, percent)},
        {QStringLiteral("%heading"), points(11, percent)}, {QStringLiteral("%small"), points(9, percent)},
        {QStringLiteral("%reading"), points(13, percent)}, {QStringLiteral("%quiet"), c.quiet.name()},
        {QStringLiteral("%accent"), c.accent.name()}, {QStringLiteral("%onAccent"), c.onAccent.name()},
        {QStringLiteral("%soon"), c.soon.name()}, {QStringLiteral("%overdue"), c.overdue.name()},
        {QStringLiteral("%soft"), c.soft.name()}, {QStringLiteral("%window"), c.window.name()},
        {QStringLiteral("%rail"), c.rail.name()}, {QStringLiteral("%base"), c.base.name()},
        {QStringLiteral("%line"), c.line.name()}, {QStringLiteral("%text"), c.text.name()}};
    QString text = QString::fromLatin1(sheet);
    for (const auto &[name, value] : values)
        text.replace(name, value);
    return text;
}

QFont windowFont(int percent)
{
    QFont font;
    font.setFamilies({QStringLiteral("Microsoft YaHei UI"), QStringLiteral("Noto Sans CJK SC"),
        QStringLiteral("Source Han Sans SC"), QStringLiteral("PingFang SC")});
    font.setPointSizeF(10.5 * percent / 100.0);
    return font;
}

} // namespace

const Colours &colours()
{
    return current;
}

QColor urgencyColour(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Overdue:
        return current.overdue;
    case Urgency::Soon:
        return current.soon;
    case Urgency::Calm:
    case Urgency::None:
        break;
    }
    return current.quiet;
}

void applyTheme(QApplication &app, bool dark, int percent)
{
    current = dark ? night : light;
    QApplication::setStyle(new ScaledStyle(percent));
    QApplication::setPalette(paletteOf(current));
    // Fusion draws the outline of these in a darker Window colour, which would vanish in the dark.
    QPalette outlined = paletteOf(current);
    outlined.setColor(QPalette::Window, current.quiet);
    for (const char *one : {"QRadioButton", "QCheckBox"})
        QApplication::setPalette(outlined, one);
    QApplication::setFont(windowFont(percent));
    app.setStyleSheet(styleSheet(current, percent));
}

bool systemIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace chengban
