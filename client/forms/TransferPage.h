#pragma once

#include "client/models/OutboxModel.h"

#include <QWidget>

class QLabel;
class QListView;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace chengban {

/// The outbox in plain words: what, since when, why, what happens next; try now; take back what was refused.
class TransferPage : public QWidget
{
    Q_OBJECT

public:
    explicit TransferPage(Desk &desk, QWidget *parent = nullptr);

    void addBox(QWidget *box); ///< Below the rest; it hides itself while it has nothing to say.

Q_SIGNALS:
    void caseWanted(const chengban::CaseId &id); ///< The person wants to see the case of a row.

private:
    void makeLayout();
    void refresh();
    void refreshAside();
    void settle();
    void endAside(); ///< Asks once more first.
    void say(const Result<void> &done);
    [[nodiscard]] QModelIndex current() const;

    Desk &m_desk;
    OutboxModel m_model;
    QLabel *m_state;
    QLabel *m_detail;
    QLabel *m_empty;
    QLabel *m_error;
    QListView *m_view;
    QPushButton *m_retry;
    QPushButton *m_settle;
    QPushButton *m_open;
    QList<SetAside> m_aside;
    QVBoxLayout *m_boxes;
    QWidget *m_asideBox;
    QListWidget *m_asideView;
    QPushButton *m_endAside;
    bool m_sure = false; ///< The person has pressed once.
};

} // namespace chengban
