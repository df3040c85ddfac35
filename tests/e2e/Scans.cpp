#include "tests/e2e/Scans.h"

#include <QImage>
#include <QPainter>
#include <QPdfWriter>

#include <stdexcept>

namespace chengban::e2e {

namespace {

constexpr QSize a4At300Dpi(2480, 3508);

QFont paperFont(int pixels, bool bold = false)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Serif CJK SC"), QStringLiteral("SimSun")});
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

void paintSeal(QPainter &painter, const QPointF &centre, const QString &owner)
{
    painter.save();
    painter.setPen(QPen(QColor(196, 30, 30), 14));
    painter.drawEllipse(centre, 240, 240);
    painter.setFont(paperFont(150));
    painter.drawText(
        QRectF(centre.x() - 120, centre.y() - 110, 240, 220), Qt::AlignCenter, QStringLiteral("★"));
    painter.setFont(paperFont(52, true));
    const qreal spread = 220.0;
    const qreal step = owner.size() > 1 ? spread / static_cast<qreal>(owner.size() - 1) : 0;
    for (qsizetype i = 0; i < owner.size(); ++i) {
        painter.save();
        painter.translate(centre);
        painter.rotate(-spread / 2 + step * static_cast<qreal>(i));
        painter.drawText(QRectF(-40, -220, 80, 70), Qt::AlignCenter, owner.mid(i, 1));
        painter.restore();
    }
    painter.restore();
}

void paintPaper(QPainter &painter, const QString &title, const QString &text, const QString &sealOf)
{
    painter.fillRect(QRect(QPoint(0, 0), a4At300Dpi), QColor(252, 251, 247));
    painter.setPen(Qt::black);
    painter.setFont(paperFont(92, true));
    painter.drawText(QRectF(300, 420, 1880, 260), Qt::AlignHCenter | Qt::TextWordWrap, title);
    painter.setFont(paperFont(66));
    painter.drawText(QRectF(330, 780, 1820, 1800), Qt::AlignLeft | Qt::TextWordWrap, text);
    painter.drawText(QRectF(1300, 2700, 860, 120), Qt::AlignCenter, sealOf);
    paintSeal(painter, QPointF(1730, 2760), sealOf);
}

bool writePdf(const QString &path, const QString &title, const QString &text, const QString &sealOf)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setResolution(300);
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    paintPaper(painter, title, text, sealOf);
    writer.newPage();
    paintPaper(painter, title + QStringLiteral("（续）"), text, sealOf);
    return painter.end();
}

} // namespace

void writeScan(const QString &path, const QString &title, const QString &text, const QString &sealOf)
{
    bool done = false;
    if (path.endsWith(QLatin1String(".pdf"))) {
        done = writePdf(path, title, text, sealOf);
    } else {
        QImage image(a4At300Dpi, QImage::Format_RGB32);
        image.setDotsPerMeterX(11811);
        image.setDotsPerMeterY(11811);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPaper(painter, title, text, sealOf);
        painter.end();
        done = image.save(path, nullptr, 82);
    }
    if (!done)
        throw std::runtime_error("cannot write " + path.toStdString());
}

} // namespace chengban::e2e
