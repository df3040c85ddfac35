#pragma once

#include "client/models/Desk.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace chengban {

/// Arranges who stands in on which post, and takes it back; lists what was arranged. It is the server's to
/// grant, so it needs the line.
class SubstitutesPage : public QWidget
{
    Q_OBJECT

public:
    explicit SubstitutesPage(Desk &desk, QWidget *parent = nullptr);

private:
    void makeLayout();
    void refresh();
    void fillHolders();
    void fillCandidates();
    void listArranged();
    void appoint();
    void takeAnswer(std::optional<ErrorCode> refusal);

    Desk &m_desk;
    QWidget *m_form;
    QComboBox *m_holder;
    QComboBox *m_substitute;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QLineEdit *m_reason;
    QLabel *m_error;
    QPushButton *m_appoint;
    QVBoxLayout *m_arranged;
};

} // namespace chengban
