#pragma once

#include "tests/client/printing/DossierFixture.h"

namespace chengban::dossiers {

inline constexpr int dotsPerMm = 10;
inline constexpr double tolerance = 0.5;
inline constexpr double character = 156.0 / 28;

/// The ink of a printed page, in millimetres from the paper's upper left corner.
class Ink
{
public:
    Ink(const QString &pdf, int page, const QString &scratch)
    {
        const QString number = QString::number(page);
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("254"), QStringLiteral("-f"), number, QStringLiteral("-l"),
                number, QStringLiteral("-png"), QStringLiteral("-singlefile"), pdf, scratch});
        m_image = QImage(scratch + QStringLiteral(".png")).convertToFormat(QImage::Format_RGB32);
    }

    /// What is printed inside `mm`; only red when asked so. Null when nothing is.
    [[nodiscard]] QRectF within(const QRectF &mm, bool red = false) const
    {
        QRect found;
        const QRect area
            = QRectF(mm.topLeft() * dotsPerMm, mm.size() * dotsPerMm).toRect().intersected(m_image.rect());
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                const QColor c(m_image.pixel(x, y));
                if (red ? c.red() > 150 && c.green() < 90 : c.lightness() < 128)
                    found |= QRect(x, y, 1, 1);
            }
        }
        return found.isNull()
            ? QRectF()
            : QRectF(QPointF(found.topLeft()) / dotsPerMm, QSizeF(found.size()) / dotsPerMm);
    }

    /// The bands of rows with ink inside `mm`: top and bottom of each.
    [[nodiscard]] QList<QPair<double, double>> rows(const QRectF &mm) const
    {
        QList<QPair<double, double>> bands;
        bool inside = false;
        for (double y = mm.top(); y < mm.bottom(); y += 1.0 / dotsPerMm) {
            const bool ink = !within(QRectF(mm.left(), y, mm.width(), 0.9 / dotsPerMm)).isNull();
            if (ink && !inside)
                bands.append({y, y});
            if (ink)
                bands.last().second = y;
            inside = ink;
        }
        return bands;
    }

private:
    QImage m_image;
};

} // namespace chengban::dossiers

#define COMPARE_MM(actual, expected)                                                                         \
    QVERIFY2(std::abs((actual) - (expected)) <= tolerance,                                                   \
        qPrintable(QStringLiteral("%1 instead of %2 mm").arg(actual).arg(expected)))
