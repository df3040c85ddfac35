#pragma once

#include "client/models/Colleagues.h"
#include "client/models/Desk.h"

#include <QWidget>

class QVBoxLayout;

namespace chengban {

/// Drafts that colleagues handed over and that wait for this person, of all cases; hidden while there is
/// none.
class HandedBox : public QWidget
{
    Q_OBJECT

public:
    HandedBox(Desk &desk, Colleagues &colleagues, QWidget *parent = nullptr);

Q_SIGNALS:
    void caseWanted(const chengban::CaseId &id);

private:
    void refresh();

    Desk &m_desk;
    Colleagues &m_colleagues;
    QVBoxLayout *m_list;
};

} // namespace chengban
