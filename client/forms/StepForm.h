#pragma once

#include "client/models/Desk.h"

#include <QWidget>

#include <functional>

namespace chengban {

/// What a form gets to see of a case.
struct CaseView
{
    Case theCase;
    Actor actor;
    Rules rules;
    wire::Directory directory;
    qint64 nowMs = 0;
};

/// The body of a step, or what stands in its way.
using FinalBody = tl::expected<QJsonObject, Problems>;

/// A form that fills in one step of a case: the case in, the body of the command out. Fields carry the names
/// that problems use (Problem::field) as object names.
class StepForm : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The step that its present content takes; a form with a choice (sign or return) may change it.
    [[nodiscard]] virtual CommandType step() const = 0;
    /// Shows the case, or what has become of it; what a person has typed stays.
    virtual void setCase(const CaseView &view) = 0;
    [[nodiscard]] virtual QJsonObject body() const = 0;
    /// What still stands in the way.
    [[nodiscard]] virtual Problems problems(const Desk &desk, const CaseId &id) const;
    /// The body to take the step with; asked once, when the button was pressed. A signature is made in
    /// another thread; who cancels takes no step.
    [[nodiscard]] virtual QFuture<FinalBody> finalBody(Desk &desk, const CaseId &id);
    /// The typed fields by their names, to be kept until the step is taken; never a PIN or a password.
    [[nodiscard]] virtual QJsonObject draft() const;
    /// Brings them back after setCase(); does not emit edited().
    virtual void setDraft(const QJsonObject &fields);
    /// A form that shows the demand itself gets the whole width of the page.
    [[nodiscard]] virtual bool showsDemand() const { return false; }
    /// Sets the focus into the field of a problem, e.g. "legalBasis[0].title"; false when it has none such.
    virtual bool focusField(const QString &field);

Q_SIGNALS:
    void edited(); ///< Also when step() changed.
    void fieldChanged(QWidget *field); ///< The form itself filled in this field; it should be in sight.
};

/// Makes the form of a step, or gives null for a step it does not know.
using FormMaker = std::function<StepForm *(CommandType step, Desk &desk)>;

/// The fields inside a widget by their names, and back; what is read-only or hidden by dots is left out.
[[nodiscard]] QJsonObject fieldsIn(const QWidget &widget);
void setFieldsIn(QWidget &widget, const QJsonObject &fields);

/// Selects a place in a text field and brings it into sight; other widgets are left alone.
void selectText(QWidget &field, qsizetype start, qsizetype length);

/// "investigation" of "investigation", "legalBasis" of "legalBasis[0].title".
[[nodiscard]] QString fieldRoot(const QString &field);

} // namespace chengban
