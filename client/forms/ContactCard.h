#pragma once

#include "client/forms/StepForm.h"

#include <QTimer>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace chengban {

/// The attempts to speak with the citizen, and one button with one key for the outcome of the next: number
/// and time are filled in. An attempt is evidence that is never changed (T5-T7), so a click can be undone for
/// a few seconds before it is recorded; another outcome meanwhile corrects it, and what was said can still be
/// typed.
class ContactCard : public QWidget
{
    Q_OBJECT

public:
    /// `clock`: UTC ms; the time of the click is the time of the attempt.
    explicit ContactCard(std::function<qint64()> clock, QWidget *parent = nullptr);

    void setCase(const CaseView &view);
    void setPhoneUsed(const QString &phone); ///< The unit's own number, unless one was typed.
    void setHandler(const QString &handler) { m_handler = handler; }
    void recordNow(); ///< Ends the grace of an outcome that was clicked; without one nothing.
    [[nodiscard]] bool isWaiting() const { return m_waiting.has_value(); }

Q_SIGNALS:
    void attempted(const chengban::ContactAttempt &attempt);
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< An input method holds the time.

private:
    struct Waiting
    {
        ContactOutcome outcome = ContactOutcome::Reached;
        qint64 atMs = 0;
        int secondsLeft = 0;
    };

    void makeLayout();
    void addOutcomes(QVBoxLayout *layout);
    void addGrace(QVBoxLayout *layout);
    [[nodiscard]] QWidget *addTicks(QVBoxLayout *layout, const QString &caption, bool first);
    void connectFields();
    void begin(ContactOutcome outcome);
    void undo();
    void tick();
    void holdTime(); ///< Somebody is still typing what was said.
    void showGrace();

    std::function<qint64()> m_clock;
    QTimer m_second;
    std::optional<Waiting> m_waiting;
    bool m_composing = false;
    qsizetype m_known = -1; ///< Attempts shown; -1 before the first case.
    QString m_handler;
    QLabel *m_attempts;
    QLabel *m_sentence;
    QLineEdit *m_phone;
    QLineEdit *m_note;
    QList<QCheckBox *> m_told; ///< In the order of the contents in the .cpp file.
    QWidget *m_firstTold = nullptr; ///< Those of the first contact, where the pack wants them (HA8).
    QWidget *m_grace;
    QLabel *m_graceWords;
};

} // namespace chengban
