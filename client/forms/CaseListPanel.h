#pragma once

#include "client/models/CaseListModel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace chengban {

/// The list: search field, cases of the place, and a sentence when there are none.
class CaseListPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CaseListPanel(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CaseListModel &model() { return m_model; }
    void setPlace(Place place); ///< Opens the place's first case.
    void select(const CaseId &id); ///< Leaves the selection alone when the case is not listed.
    void step(int rows); ///< Alt+Up, Alt+Down: the case so many rows away.
    /// After a step of one's own: goes on to the next case if the present one has left the list.
    void advance();
    void focusSearch();

Q_SIGNALS:
    void explanationWanted(const chengban::CaseId &id); ///< The time left was clicked.
    void caseChosen(const chengban::CaseId &id); ///< Empty: the list is empty.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLayout();
    void keepSelection(); ///< After a reset. A case that has left the list stays open.
    void showEmptiness();
    void choose(const QModelIndex &index);

    Desk &m_desk;
    CaseListModel m_model;
    QLineEdit *m_search;
    QListView *m_view;
    QLabel *m_title;
    QLabel *m_empty;
    CaseId m_current;
    int m_currentRow = 0;
};

} // namespace chengban
