#pragma once

#include "client/forms/DraftKeeper.h"
#include "client/forms/ReplyDrafting.h"
#include "client/forms/StepForm.h"

#include <QScrollArea>

namespace chengban {

struct Scanning;

/// The middle column of a case's page: the form of one step, opened with the words that were typed before,
/// which are kept while more are typed. Without a step, what became of the case, to be read.
class FormColumn : public QScrollArea
{
    Q_OBJECT

public:
    /// Whoever closes the page flushes first.
    FormColumn(Desk &desk, FormMaker maker, QWidget *parent = nullptr);

    /// Puts the present form away and opens that of the step.
    void open(std::optional<CommandType> step, const CaseView &view);
    void setCase(const CaseView &view); ///< What has become of the case; typed text stays.
    void putAway(); ///< Its words are saved before.
    /// The step was taken: its words are in the case, their draft goes.
    void discard(const CaseId &id, CommandType step);
    void flush(); ///< Saves what waits, and records the call that still waits for its undo.
    void touch() { m_keeper.touch(); }
    void setScanning(Scanning *scanning) { m_scanning = scanning; } ///< Of forms opened from now on.

    [[nodiscard]] StepForm *form() const { return m_form; } ///< Null while none is open.
    [[nodiscard]] std::optional<CommandType> step() const { return m_key.step; } ///< That it was opened for.
    [[nodiscard]] bool isOpenFor(const CaseId &id) const { return m_form && m_key.id == id; }
    [[nodiscard]] const DraftKeeper &keeper() const { return m_keeper; }

    /// The draft of a reply and what others wrote into it.
    [[nodiscard]] const ReplyDrafting &drafting() const { return m_drafting; }
    void takeIn(); ///< What others wrote meanwhile, as far as it asks nobody.
    [[nodiscard]] Result<void> decide(const ReplyMerge &merge);
    /// Why the server did not take these words; none when it was never asked.
    [[nodiscard]] std::optional<GivenBack> givenBack() const;

    /// The advice that was ticked as read, kept with the words.
    [[nodiscard]] QStringList readAdvice() const { return m_read; }
    void setReadAdvice(const QStringList &names);

    bool focusField(const QString &field); ///< False when the form has none such.
    void selectPlace(const Problem &problem); ///< In the field that has the focus.

Q_SIGNALS:
    void edited();
    void keptStateChanged();
    void attempted(const chengban::ContactAttempt &attempt);

private:
    struct FormKey
    {
        CaseId id;
        std::optional<CommandType> step;
    };

    [[nodiscard]] StepForm *made(std::optional<CommandType> step);
    void beginWriting();
    void settleContact();
    [[nodiscard]] Result<void> keep(const StepForm &form, const FormKey &key);

    Desk &m_desk;
    FormMaker m_maker;
    DraftKeeper m_keeper;
    ReplyDrafting m_drafting;
    std::optional<GivenBack> m_givenBack; ///< Of a step that is no reply.
    Scanning *m_scanning = nullptr;
    StepForm *m_form = nullptr;
    FormKey m_key;
    QStringList m_read;
};

} // namespace chengban
