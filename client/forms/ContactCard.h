#pragma once

#include "client/forms/StepForm.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace chengban {

/// The attempts to speak with the citizen, and one button with one key for the outcome of the next: number
/// and time are filled in. An attempt is evidence: recorded at once, never changed (T5-T7).
class ContactCard : public QWidget
{
    Q_OBJECT

public:
    explicit ContactCard(QWidget *parent = nullptr);

    void setCase(const CaseView &view);
    void setPhoneUsed(const QString &phone); ///< The unit's own number, unless one was typed.
    void setHandler(const QString &handler) { m_handler = handler; }

Q_SIGNALS:
    /// `atMs` is left 0: the page fills in the time of the click.
    void attempted(const chengban::ContactAttempt &attempt);

private:
    void addOutcomes(QVBoxLayout *layout);
    void addExtensionTicks(QVBoxLayout *layout);
    void record(ContactOutcome outcome);

    QString m_handler;
    QLabel *m_attempts;
    QLabel *m_sentence;
    QLineEdit *m_phone;
    QLineEdit *m_note;
    QCheckBox *m_toldReason, *m_toldProgress, *m_toldPlan;
};

} // namespace chengban
