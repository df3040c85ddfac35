#pragma once

#include "client/models/Desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace chengban {

/// Finds a case of the desk by its number or words; Enter takes the only or the selected one.
class CasePicker : public QWidget
{
    Q_OBJECT

public:
    explicit CasePicker(Desk &desk, QWidget *parent = nullptr);

    void clear();

Q_SIGNALS:
    void chosen(const chengban::CaseId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Down goes from the field to the list.

private:
    void look();
    void take();

    Desk &m_desk;
    QLineEdit *m_query;
    QListWidget *m_list;
    QLabel *m_none;
};

} // namespace chengban
