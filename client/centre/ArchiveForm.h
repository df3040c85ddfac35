#pragma once

#include "client/forms/StepForm.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace chengban {

class GrowingEdit;
struct Retention;

/// The archive step: number and retention, which the rule proposes; what the dossier still lacks stands
/// above.
class ArchiveForm : public StepForm
{
    Q_OBJECT

public:
    explicit ArchiveForm(QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return CommandType::Archive; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    void setDraft(const QJsonObject &fields) override;

private:
    void propose(const Retention &retention);

    bool m_chosen = false; ///< The archivist has decided on the retention.
    QLabel *m_papers;
    QLineEdit *m_number;
    QComboBox *m_retention;
    QLabel *m_why;
    GrowingEdit *m_note;
};

} // namespace chengban
