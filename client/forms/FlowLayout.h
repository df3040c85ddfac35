#pragma once

#include <QLayout>

namespace chengban {

/// Puts widgets beside each other and goes on in the next line when the width is used up, as words do: so
/// that large text and a narrow window never push a button out of sight.
class FlowLayout : public QLayout
{
public:
    /// `columns` > 0: all items get one width and fill at most that many columns, like a table.
    explicit FlowLayout(int columns = 0, QWidget *parent = nullptr);
    ~FlowLayout() override;

    /// Items from this one on stand at the right end of their line.
    void setTrailingFrom(const QWidget *first) { m_trailing = first; }
    void insertWidget(int place, QWidget *widget);

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int place) const override;
    QLayoutItem *takeAt(int place) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override; ///< All in one line.
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Placed
    {
        QLayoutItem *item = nullptr;
        QRect rect;
    };
    [[nodiscard]] QList<Placed> placed(const QRect &rect) const;
    [[nodiscard]] int widthOf(const QLayoutItem &item, int room) const;
    void finishLine(QList<Placed> &all, qsizetype first, const QRect &rect) const;

    int m_columns;
    const QWidget *m_trailing = nullptr;
    QList<QLayoutItem *> m_items;
};

} // namespace chengban
