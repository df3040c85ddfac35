#pragma once

#include "client/forms/DossierPanel.h"
#include "client/forms/DuePanel.h"
#include "client/forms/StepForm.h"
#include "client/models/NextStep.h"

#include <QFutureWatcher>
#include <QTimer>

class QStackedWidget;

namespace chengban {

class ActionBar;
class CaseHeader;
class Composition;
class ConflictPage;
class DemandPanel;
class DraftNotice;
class KeptPage;
class ReceiptPage;
class Colleagues;
class FormColumn;
class HandoverPanel;
class RevealPanel;
class SidePanel;
struct Scanning;

/// The page of one case: header, main button, demand, the form of the step, what lacks and the timeline. It
/// asks the desk and takes steps through it; the forms only hold values.
class CasePage : public QWidget
{
    Q_OBJECT

public:
    CasePage(Desk &desk, FormMaker maker, QWidget *parent = nullptr);
    ~CasePage() override; ///< Saves what waits.

    void setCase(const CaseId &id); ///< Empty: no case is open.
    [[nodiscard]] const CaseId &caseId() const { return m_id; }
    void setDossierWriter(DossierWriter writer);
    void setPrinter(TextPrinter printer);
    void setColleagues(Colleagues *colleagues);
    void setScanning(Scanning *scanning);

    void pressMain(); ///< Ctrl+Enter
    void nextProblem(); ///< F2
    void openDossier(); ///< Ctrl+P
    void printDossier(bool atOnce); ///< Ctrl+Shift+P: all of it, without a look.
    void explainDue(std::optional<LimitName> limit = {}); ///< F4: why it is due then.
    void closePanels(); ///< Esc
    void flush(); ///< Before locking or leaving.

Q_SIGNALS:
    /// The dossier is to be printed; at once, or after a look at it.
    void printWanted(const chengban::CaseId &id, const QString &number, bool atOnce);
    void stepTaken(const chengban::CaseId &id, chengban::CommandType step);

private:
    void makeLayout();
    void connectParts();
    void refresh(); ///< Reads the case again; typed text stays.
    [[nodiscard]] Result<CaseView> view() const;
    void follow(const Offer &offer); ///< Another form when the case now wants another step.
    void showOthers();
    void openForm(std::optional<CommandType> step);
    void leaveForm(); ///< A step that is being taken is not taken.
    void onEdited();
    void check(); ///< What lacks now.
    void showState();
    void connectDrafts();
    void addObjections(Problems &problems) const; ///< Of the server, to the words that came back.
    void showNotice(); ///< What the person has to know about the draft.
    void openConflict();
    void followConflict(); ///< News while a person is choosing.
    void takeChoices();
    void backToCase();
    [[nodiscard]] QString outboxState() const;
    void takeStep();
    void finishStep(); ///< With the body that the form has made.
    void cancelStep();
    void refuse(const Problems &problems);
    void recordContact(const ContactAttempt &attempt);
    void showProblem(const Problem &problem); ///< Its field, and in it the text that is meant.

    Desk &m_desk;
    QTimer m_checkSoon;
    CaseId m_id;
    std::optional<CaseView> m_view;
    Offer m_offer;
    QFutureWatcher<FinalBody> m_taking; ///< The body of the step that is being taken.
    CommandType m_takenStep = CommandType::Accept;

    QStackedWidget *m_pages;
    QWidget *m_nothing;
    QWidget *m_page;
    CaseHeader *m_header;
    RevealPanel *m_reveal;
    DossierPanel *m_dossier;
    DuePanel *m_due;
    ActionBar *m_actions;
    DraftNotice *m_notice;
    HandoverPanel *m_handover;
    ConflictPage *m_conflict;
    KeptPage *m_kept;
    ReceiptPage *m_receipts;
    DemandPanel *m_demand;
    FormColumn *m_column;
    SidePanel *m_side;
    Composition *m_composition;
};

} // namespace chengban
