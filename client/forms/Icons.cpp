#include "client/forms/Icons.h"

#include "client/forms/Theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

namespace chengban {

namespace {

/// "M x y" move, "L x y" line, "C x y x y x y" curve, "O x y r" circle, "R x y w h" rectangle.
const char *drawing(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Inbox:
        return "M 4 13 L 6.5 5 L 17.5 5 L 20 13 L 20 19 L 4 19 L 4 13 L 9 13 C 9 16 15 16 15 13 L 20 13";
    case Glyph::Pen:
        return "M 5 19 L 6 15 L 16 5 L 19 8 L 9 18 L 5 19 M 14 7 L 17 10";
    case Glyph::Repeat:
        return "M 5 11 C 5 7 8 5 12 5 C 15 5 17 6 19 9 M 19 4 L 19 9 L 14 9 M 19 13 C 19 17 16 19 12 19 C 9 "
               "19 7 18 "
               "5 15 M 5 20 L 5 15 L 10 15";
    case Glyph::Check:
        return "O 12 12 8 M 8.5 12 L 11 14.5 L 15.5 9.5";
    case Glyph::List:
        return "M 9 6 L 20 6 M 9 12 L 20 12 M 9 18 L 20 18 M 4 6 L 5 6 M 4 12 L 5 12 M 4 18 L 5 18";
    case Glyph::Send:
        return "M 4 11 L 20 4 L 14 20 L 11 13 L 4 11 M 11 13 L 20 4";
    case Glyph::Fork:
        return "O 6 5.5 2 O 6 18.5 2 O 18 8 2 M 6 7.5 L 6 16.5 M 18 10 C 18 14 6 12 6 16";
    case Glyph::Eye:
        return "M 3 12 C 7 5 17 5 21 12 C 17 19 7 19 3 12 O 12 12 2.5";
    case Glyph::Phone:
        return "M 6 4 L 9 4 L 11 9 L 8.5 11 C 9.5 13.5 10.5 14.5 13 15.5 L 15 13 L 20 15 L 20 18 C 20 20 18 "
               "20 17 20 C "
               "10 19.5 4.5 14 4 7 C 4 5.5 4.5 4 6 4";
    case Glyph::Flag:
        return "M 6 21 L 6 4 L 18 4 L 15.5 8.5 L 18 13 L 6 13";
    case Glyph::Box:
        return "R 4 5 16 4 M 5.5 9 L 5.5 19 L 18.5 19 L 18.5 9 M 10 13 L 14 13";
    case Glyph::Arrows:
        return "M 8 20 L 8 5 M 4.5 8.5 L 8 5 L 11.5 8.5 M 16 4 L 16 19 M 12.5 15.5 L 16 19 L 19.5 15.5";
    case Glyph::Import:
        return "M 12 4 L 12 14 M 8 10 L 12 14 L 16 10 M 4 14 L 4 20 L 20 20 L 20 14";
    case Glyph::Lock:
        return "R 5 11 14 9 M 8 11 L 8 8 C 8 3 16 3 16 8 L 16 11";
    case Glyph::Search:
        return "O 10.5 10.5 6 M 15 15 L 20 20";
    case Glyph::Plus:
        return "M 12 5 L 12 19 M 5 12 L 19 12";
    case Glyph::Cross:
        return "M 6 6 L 18 18 M 18 6 L 6 18";
    case Glyph::Paper:
        return "M 6 3.5 L 14 3.5 L 18 7.5 L 18 20.5 L 6 20.5 L 6 3.5 M 14 3.5 L 14 7.5 L 18 7.5 M 9 12 L 15 "
               "12 M 9 16 L "
               "15 16";
    case Glyph::Print:
        return "M 7 9 L 7 4 L 17 4 L 17 9 M 7 17 L 4 17 L 4 9 L 20 9 L 20 17 L 17 17 R 7 14 10 6";
    case Glyph::TurnLeft:
        return "M 8 4 L 4.5 8 L 8 12 M 4.5 8 L 14 8 C 21 8 21 19 14 19 L 10 19";
    case Glyph::TurnRight:
        return "M 16 4 L 19.5 8 L 16 12 M 19.5 8 L 10 8 C 3 8 3 19 10 19 L 14 19";
    case Glyph::Level:
        return "M 4 18 L 20 18 M 5 14 L 14 4 L 20 9.5 L 16 14";
    case Glyph::Crop:
        return "M 7 3 L 7 17 L 21 17 M 3 7 L 17 7 L 17 21";
    case Glyph::Blacken:
        return "M 4 6 L 20 6 M 4 18 L 14 18 R 4 9.5 16 5 M 5 11 L 19 11 M 5 12.5 L 19 12.5 M 5 13.5 L 19 "
               "13.5";
    case Glyph::Undo:
        return "M 9 5 L 5 9 L 9 13 M 5 9 L 15 9 C 20 9 20 17 15 17 L 8 17";
    case Glyph::Redo:
        return "M 15 5 L 19 9 L 15 13 M 19 9 L 9 9 C 4 9 4 17 9 17 L 16 17";
    case Glyph::Up:
        return "M 12 19 L 12 5 M 7 10 L 12 5 L 17 10";
    case Glyph::Down:
        return "M 12 5 L 12 19 M 7 14 L 12 19 L 17 14";
    case Glyph::Scanner:
        return "M 4 12 L 19 5 M 4 14 L 20 14 L 20 19 L 4 19 L 4 14 M 7 16.5 L 12 16.5";
    }
    return "";
}

class GlyphEngine : public QIconEngine
{
public:
    explicit GlyphEngine(Glyph glyph)
        : m_glyph(glyph)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, m_glyph, rect, mode == QIcon::Disabled ? colours().quiet : colours().text);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap canvas(size);
        canvas.fill(Qt::transparent);
        QPainter painter(&canvas);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return canvas;
    }

    QIconEngine *clone() const override { return new GlyphEngine(m_glyph); }

private:
    Glyph m_glyph;
};

} // namespace

QPainterPath glyphPath(Glyph glyph)
{
    QPainterPath path;
    const QStringList words = QString::fromLatin1(drawing(glyph)).split(QLatin1Char(' '));
    for (qsizetype at = 0; at < words.size();) {
        const QChar letter = words.at(at++).at(0);
        const auto number = [&] { return words.at(at++).toDouble(); };
        const auto point = [&] {
            const double x = number();
            return QPointF(x, number());
        };
        if (letter == QLatin1Char('M')) {
            path.moveTo(point());
        } else if (letter == QLatin1Char('L')) {
            path.lineTo(point());
        } else if (letter == QLatin1Char('C')) {
            const QPointF first = point(), second = point();
            path.cubicTo(first, second, point());
        } else if (letter == QLatin1Char('O')) {
            const QPointF centre = point();
            const double radius = number();
            path.addEllipse(centre, radius, radius);
        } else if (letter == QLatin1Char('R')) {
            const QPointF corner = point(), size = point();
            path.addRect(QRectF(corner, QSizeF(size.x(), size.y())));
        }
    }
    return path;
}

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &into, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(into.topLeft());
    painter.scale(into.width() / 24, into.height() / 24);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(glyphPath(glyph));
    painter.restore();
}

QIcon icon(Glyph glyph)
{
    return QIcon(new GlyphEngine(glyph));
}

} // namespace chengban
