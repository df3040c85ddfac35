#pragma once

#include <QImage>
#include <QRectF>
#include <QWidget>

#include <optional>

namespace chengban {

/// One page, large. For cropping and blackening an area is drawn on it: with the mouse, or by the keys
/// (arrows move it, with Shift they size it, Return takes it, Esc leaves it).
class PageView : public QWidget
{
    Q_OBJECT

public:
    enum class Tool { None, Crop, Blacken };

    explicit PageView(QWidget *parent = nullptr);

    void setPage(const QImage &page); ///< Null: nothing; the words are shown.
    [[nodiscard]] bool hasPage() const { return !m_page.isNull(); } ///< Painted by another thread.
    void setWords(const QString &words);
    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const { return m_tool; }
    [[nodiscard]] std::optional<QRectF> area() const { return m_area; } ///< In parts of the page.
    void takeArea();
    /// As many dots as it can show.
    [[nodiscard]] QSize room() const;

Q_SIGNALS:
    void areaTaken(chengban::PageView::Tool tool, const QRectF &area);
    void toolChanged(chengban::PageView::Tool tool);
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override; ///< Takes the area.
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF pageRect() const; ///< Where the page lies in this widget.
    [[nodiscard]] QRectF onScreen(const QRectF &area) const;
    [[nodiscard]] QPointF onPage(const QPointF &place) const; ///< Within the page.
    bool moveArea(int key, bool size);
    void paintArea(QPainter &painter) const;

    QImage m_page;
    QString m_words;
    Tool m_tool = Tool::None;
    std::optional<QRectF> m_area;
    std::optional<QPointF> m_from; ///< While the mouse draws.
};

} // namespace chengban
