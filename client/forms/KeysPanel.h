#pragma once

#include <QFrame>

namespace chengban {

/// The keys of the page, laid over it by F1; the next key or click puts it away. Not modal.
class KeysPanel : public QFrame
{
    Q_OBJECT

public:
    explicit KeysPanel(QWidget *window);

    void toggle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
};

} // namespace chengban
