#pragma once

#include <QIcon>
#include <QPainterPath>

namespace chengban {

/// Our own line icons on a 24-unit grid with one stroke width, painted sharp at every scale.
enum class Glyph {
    Inbox,
    Pen,
    Repeat,
    Check,
    List,
    Send,
    Fork,
    Eye,
    Phone,
    Flag,
    Box,
    Arrows,
    Import,
    Lock,
    Search,
    Plus,
    Cross,
    Paper,
    Print,
    TurnLeft,
    TurnRight,
    Level,
    Crop,
    Blacken,
    Undo,
    Redo,
    Up,
    Down,
    Scanner,
};

[[nodiscard]] QPainterPath glyphPath(Glyph glyph);
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &into, const QColor &colour);
/// An icon in the colour of the text of the moment it is painted.
[[nodiscard]] QIcon icon(Glyph glyph);

} // namespace chengban
