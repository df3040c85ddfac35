#pragma once

#include "client/forms/StepFields.h"
#include "client/forms/StepForm.h"
#include "client/models/HandDownTargets.h"

class QVBoxLayout;

namespace chengban {

/// The form of every step whose body is a few plain members: made from its row in StepFields.
class FieldsForm : public StepForm
{
    Q_OBJECT

public:
    FieldsForm(const StepFields &fields, Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return m_fields.step; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;

private:
    void addField(const StepField &field, QVBoxLayout *layout);
    [[nodiscard]] QWidget *made(const StepField &field);
    [[nodiscard]] QJsonValue valueOf(const StepField &field) const; ///< Undefined: the member is left out.
    void offerReceivers(); ///< Those that the chosen kind of receiver has.
    [[nodiscard]] QList<HandDownTarget> receivers() const;
    [[nodiscard]] CaseId caseNamed(const QString &number) const;

    const StepFields &m_fields;
    Desk &m_desk;
    QHash<QString, QWidget *> m_widgets;
};

} // namespace chengban
