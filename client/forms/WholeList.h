#pragma once

#include <QListView>

namespace chengban {

/// A list as high as its lines, so that the page around it scrolls and no list inside a list does. With a
/// most height it keeps as many whole lines as fit, or what fits of the first, and scrolls itself.
class WholeList : public QListView
{
    Q_OBJECT

public:
    explicit WholeList(const QString &objectName, QAbstractItemModel &model, QWidget *parent = nullptr);

    void setMostHeight(int height);
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    int m_most = QWIDGETSIZE_MAX;
};

} // namespace chengban
