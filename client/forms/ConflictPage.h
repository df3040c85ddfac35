#pragma once

#include "client/models/DraftNews.h"
#include "shared/rules/RulePack.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace chengban {

class ClashBox;

/// Fields that two people wrote differently: both texts side by side with what differs marked, who wrote
/// them, when and where. Wholly by keyboard: 1 mine, 2 theirs, 3 both, Enter takes the choices, Esc leaves it
/// for later. News in, choices out; it changes nothing itself.
class ConflictPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictPage(QWidget *parent = nullptr);

    /// Fields that were chosen already and have not changed stay chosen.
    void setNews(const DraftNews &news, const Actor &me, const RulePack *pack, qint64 nowMs);
    [[nodiscard]] bool isDecided() const; ///< Something was chosen for every field.
    [[nodiscard]] ReplyMerge merge() const; ///< With the choices made.
    void begin(); ///< Sets the focus to the first field that is not decided.
    void finish(); ///< As Enter: takes the choices, or goes to the first field without one.

Q_SIGNALS:
    void decided();
    void later();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeLayout();
    void choose(Keep keep);
    void showState();
    [[nodiscard]] ClashBox *current() const;
    [[nodiscard]] ClashBox *firstOpen() const;

    DraftNews m_news;
    QLabel *m_state;
    QPushButton *m_finish;
    QPushButton *m_later;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QList<ClashBox *> m_boxes;
};

} // namespace chengban
