#pragma once

#include "client/models/Colleagues.h"
#include "client/models/Desk.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace chengban {

/// What colleagues have to do with the draft of this case: who else is writing, drafts that were handed over,
/// and the way to hand over the own one. Hidden while there is nothing to say.
class HandoverPanel : public QFrame
{
    Q_OBJECT

public:
    explicit HandoverPanel(Desk &desk, QWidget *parent = nullptr);

    /// Null: this desk has no colleagues.
    void setColleagues(Colleagues *colleagues);
    void setCase(const CaseId &id); ///< Empty: none is open.
    void refresh(); ///< The draft, the case or the hand-overs have changed.
    void touch(); ///< The person is typing.
    void followDraft() { showParts(); } ///< There is one now, or none any longer.

Q_SIGNALS:
    void saveWanted(); ///< Before a draft is handed over or merged: what was typed must be stored.
    void accepted();

private:
    void makeLayout();
    void listHandovers();
    void addRow(const HandedDraft &one);
    void fillReceivers();
    void choose(); ///< Shows or hides the choice of a colleague.
    void handOver();
    void answer(const HandedDraft &one, bool accept);
    void withdraw(const QString &id);
    void tell(); ///< Whether this person writes, and asks who else does.
    void showWriters(const CaseId &id, const QList<wire::Presence> &writers);
    void sayResult(const Result<void> &done);
    void showParts();
    [[nodiscard]] bool isWriting() const;

    Desk &m_desk;
    Colleagues *m_colleagues = nullptr;
    CaseId m_id;
    qint64 m_typedAtMs = 0;
    bool m_told = false; ///< That this person is writing.
    QTimer m_tell;
    QLabel *m_writers;
    QLabel *m_error;
    QWidget *m_rows;
    QVBoxLayout *m_list;
    QPushButton *m_begin;
    QWidget *m_choice;
    QComboBox *m_receiver;
    QPushButton *m_give;
};

} // namespace chengban
