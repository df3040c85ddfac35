#pragma once

#include "client/forms/StepForm.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace chengban {

class GrowingEdit;
class KeyForm;

/// A request that waits inside the unit: a leader reads and signs it, so that it goes to the centre, or gives
/// it back; its author takes it back.
class RequestForm : public StepForm
{
    Q_OBJECT

public:
    /// `step`: DropRequest leaves only that choice.
    RequestForm(CommandType step, Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override;
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    [[nodiscard]] Problems problems(const Desk &desk, const CaseId &id) const override;
    [[nodiscard]] QFuture<FinalBody> finalBody(Desk &desk, const CaseId &id) override;

private:
    void makeLayout();
    void showChoice();
    [[nodiscard]] const UnitRequest *chosen() const;

    Desk &m_desk;
    CommandType m_first;
    QList<UnitRequest> m_pending;
    std::optional<CaseView> m_view;
    QComboBox *m_which;
    QLabel *m_content;
    QRadioButton *m_sign, *m_drop;
    GrowingEdit *m_note;
    QLineEdit *m_pin;
    QWidget *m_pinBox;
    KeyForm *m_key;
};

/// What a request asks for, in words.
[[nodiscard]] QString requestText(const UnitRequest &request, const CaseView &view);

} // namespace chengban
